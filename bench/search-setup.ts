import type {ArticleCard} from '../source/model/article.ts';
import {parseQuery} from '../source/search/parse-query.ts';
import {ask, emptyIndex, withArticles, type Asked, type Found, type SearchIndex} from '../source/search/search-index.ts';
import type {SearchEntry} from '../source/search/search.ts';
import {articles} from './data.ts';
import {cpuNow} from './harness.ts';

/** A library to search: its index, what it took to build, and its headlines by number. */
export type BenchLibrary = {readonly index: SearchIndex; readonly headlines: readonly string[]; readonly cards: ReadonlyMap<string, ArticleCard>; readonly buildMs: number; readonly ask: (typed: string, limit?: number) => Found};

/** Builds the index as a library does, a chunk of articles at a time. */
export const benchLibrary = (count: number, textWords = 0, chunk = textWords === 0 ? 20_000 : 2000): BenchLibrary => {
	let index = emptyIndex;
	let buildMs = 0;
	let waiting: SearchEntry[] = [];
	const headlines: string[] = [];
	const cards = new Map<string, ArticleCard>();
	const take = (): void => {
		const before = cpuNow();
		index = withArticles(index, waiting);
		buildMs += cpuNow() - before;
		waiting = [];
	};

	for (const entry of articles(count, textWords).entries) {
		waiting.push({...entry, print: entry.card.contentHash.slice(-16)});
		headlines.push(entry.card.headline ?? '');
		cards.set(entry.card.id, entry.card);
		if (waiting.length === chunk) take();
	}

	if (waiting.length > 0) take();
	const built = index;
	const asked: Asked = {limit: 200, exact: false, within: null, titles: id => cards.get(id), matched: () => null, inEvent: () => new Set()};
	return {index, headlines, cards, buildMs, ask: (typed, limit = 200) => ask(built, parseQuery(typed), {...asked, limit})};
};

/** The number of an article in the order it was made. */
export const numberOf = (id: string): number => Number.parseInt(id.slice(4), 16);

/** Every beginning of every query, as it is typed. */
export const keystrokes = (queries: ReadonlyArray<{readonly typed: string}>): string[] => queries.flatMap(({typed}) => Array.from({length: typed.length}, (_, at) => typed.slice(0, at + 1)));
