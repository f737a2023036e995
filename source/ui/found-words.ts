import {segmentAt, type Article} from '../model/article.ts';
import type {Place} from '../model/override.ts';
import {parseQuery} from '../search/parse-query.ts';
import {wantedConditions} from '../search/query.ts';
import type {SavedSearches} from '../search/reading.ts';
import type {SearchAnswer} from '../search/search.ts';
import {segmentNumbers} from './reader-layout.ts';

/** Words of the query as they were read, for marking, those of saved searches that it names among them: field names, operators and signs are no words of a text. */
export const queryWords = (query: string, readAs: SearchAnswer['readAs'], saved: SavedSearches): string[] => {
	const wanted = wantedConditions(parseQuery(query, saved).root).flatMap(condition => (condition.kind === 'words' && condition.part !== 'outlet' ? condition.words : [])).filter(word => word.length > 1);
	const typed = query.toLowerCase().split(/[\s"]+/).filter(word => /^[\p{L}\p{N}][\p{L}\p{N}’'-]+$/u.test(word) && !/^(?:or|and|not)$/.test(word));
	return [...new Set([...typed, ...wanted, ...readAs.map(item => item.word)])];
};

const isWordEdge = (text: string, at: number): boolean => at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '');

/** Where the words begin a word of the text. */
export const matchesIn = (text: string, words: readonly string[]): Array<readonly [number, number]> => {
	const lower = text.toLowerCase();
	return words.flatMap(word => {
		const found: Array<readonly [number, number]> = [];
		for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length)) if (isWordEdge(lower, at)) found.push([at, at + word.length]);
		return found;
	});
};

/** Every place of an article where one of the words begins, as one reads; what two of them share is one place. */
export const foundIn = (article: Article, words: readonly string[]): readonly Place[] => segmentNumbers(article).flatMap(segment =>
	matchesIn(segmentAt(article, segment)?.text ?? '', words).toSorted((a, b) => a[0] - b[0] || b[1] - a[1])
		.filter(([start], index, all) => index === 0 || start >= (all[index - 1]?.[1] ?? 0)).map(([start, end]) => ({segment, start, end})));
