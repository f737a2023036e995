import type {Wanted} from './matches.ts';
import {memberOf, type Members, type Scored} from './score.ts';
import type {ArticleColumns} from './shard.ts';

/** A typed word and the word of the library it was read as. */
export type ReadAs = {readonly typed: string; readonly word: string};

/** What a condition came to: articles with a worth, or a question that is asked of those that other conditions found. */
export type Answer = {readonly kind: 'scored'; readonly scored: Scored} | {readonly kind: 'test'; readonly test: (article: number) => boolean};

/** An answer, what to mark in the texts for it, and what was understood otherwise than it was typed. */
export type Told = {readonly answer: Answer; readonly wanted: readonly Wanted[]; readonly readAs: readonly ReadAs[]; readonly notes: readonly string[]};

/** What a query is evaluated over. */
export type Over = {
	readonly members: Members;
	readonly exact: boolean;
	/** Articles that a pattern matches; null where it has not been tried yet: then all may. */
	readonly matched: (source: string) => ((article: number) => boolean) | null;
	/** Articles of the events and storylines that answer to these words, or to this id. */
	readonly inEvent: (words: readonly string[], typed: string) => (article: number) => boolean;
};

/** A question about a row of the articles' columns. */
export const ofColumns = ({members}: Over, test: (columns: ArticleColumns, row: number) => boolean) => (article: number): boolean => {
	const number = memberOf(members, article);
	const columns = members.members[number]?.shard.articles;
	return columns !== undefined && test(columns, article - (members.bases[number] ?? 0));
};

/** Every article there is, those that are dead left out. */
export const everyArticle = ({members: {members, bases}}: Over): number[] => {
	const all: number[] = [];
	for (const [number, {shard, dead}] of members.entries()) {
		for (let row = 0; row < shard.articles.kind.length; row++) if (dead?.[row] !== 1) all.push((bases[number] ?? 0) + row);
	}

	return all;
};

/** Whether an article passes. */
export const passes = (answer: Answer, article: number): boolean => (answer.kind === 'test' ? answer.test(article) : (answer.scored.scores[article] ?? 0) > 0);
