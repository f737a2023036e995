import type {News} from './news.ts';

/** Where articles lie while they are grouped, by number: what is asked of them seldom need not be in memory. */
export type Shelf = {readonly put: (article: News) => void; readonly at: (number: number) => News | undefined};

/** One in memory. */
export const shelf = (): Shelf => {
	const articles: News[] = [];
	return {put: article => void articles.push(article), at: number => articles[number]};
};

/** Articles by number, as far as they are there. */
export type ByNumber = {readonly [number: number]: News};

/** Some of a shelf's articles, each fetched once. */
export const fetched = (from: Shelf, numbers: readonly number[]): ByNumber => Object.fromEntries(numbers.flatMap(number => {
	const article = from.at(number);
	return article === undefined ? [] : [[number, article] as const];
}));
