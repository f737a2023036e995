import type {ArticleCard} from '../model/article.ts';
import {joined, wantedWord, wordFinder} from './matches.ts';
import {parseQuery} from './parse-query.ts';
import type {Condition} from './query.ts';
import type {SearchAnswer} from './search.ts';
import {fold, wordsOf} from './words.ts';

/** The words that headlines alone can be asked for; null where the query asks for more than words. */
const plainWords = (condition: Condition | null): readonly string[] | null => {
	if (condition?.kind === 'words' && (condition.part === null || condition.part === 'headline')) return condition.words.flatMap(wordsOf);
	if (condition?.kind !== 'all') return null;
	const parts = condition.of.map(plainWords);
	return parts.some(words => words === null) ? null : parts.flatMap(words => words ?? []);
};

/** What is said beside an answer of headlines alone. */
const NOTE = 'headlines alone so far: the texts are being read';

/**
 * What the headlines alone answer, while there is no index yet: the articles whose headlines have the beginnings of all words, as they are given. No slip is forgiven,
 * and a query for more than words finds nothing yet; the answer says so.
 */
export const headlinesAlone = (cards: readonly ArticleCard[], text: string, {limit, within = null}: {readonly limit: number; readonly within?: ReadonlySet<string> | null}): SearchAnswer => {
	const {root, problem} = parseQuery(text, new Map());
	const words = plainWords(root);
	const sought = {words: (words ?? []).map(word => [wantedWord(word, true)]), patterns: []};
	const find = wordFinder(sought.words);
	const found = words === null || words.length === 0 ? [] : cards.filter(({id, headline}) => {
		if (headline === null || (within !== null && !within.has(id))) return false;
		const line = fold(headline);
		// Most are told apart by their letters, before any is cut into words.
		return words.every(word => line.includes(word)) && words.every(word => wordsOf(line).some(each => each.startsWith(word)));
	});
	const hits = found.slice(0, limit).map(({id, headline}) => ({article: id, score: 1, headlineMatches: joined(find(headline ?? '')), snippet: null}));
	return {hits, sought, total: found.length, readAs: [], notes: [words === null && root !== null ? `${NOTE}, and this asks for more` : NOTE], problem};
};
