import type {ArticleId} from './article.ts';
import type {Correction} from './override.ts';

/**
 * What is said of all alike at once. `alias`: one name is another's, for outlets, sources and speakers. `measure`: a printed word is to be read as a
 * measure, in one outlet's articles or (null) in all. `fact`: what a person said of one figure or quote holds for those with the same words,
 * read alike, in the articles of its event.
 */
export type AlikeAct =
	| {readonly kind: 'alias'; readonly alias: string; readonly name: string}
	| {readonly kind: 'measure'; readonly word: string; readonly measure: string; readonly outlet: string | null}
	| {readonly kind: 'fact'; readonly of: 'figure' | 'quote'; readonly article: ArticleId; readonly id: string};

/** A figure, a quote or an article that would read otherwise: its words, and each field as it is and as it would be. */
export type AlikeChange = {
	readonly kind: 'figure' | 'quote' | 'article';
	readonly article: ArticleId;
	readonly text: string;
	readonly sentence: string;
	readonly fields: ReadonlyArray<{readonly name: string; readonly was: string; readonly now: string}>;
};

/** What an act would take down, how many would change by it, and the first of them. */
export type PlannedAlike = {
	readonly corrections: readonly Correction[];
	readonly figures: number;
	readonly quotes: number;
	readonly articles: number;
	readonly examples: readonly AlikeChange[];
};
