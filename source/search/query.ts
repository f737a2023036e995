import type {Part, Sort} from './fields.ts';
import type {Period} from './periods.ts';

/** How the words of a query are looked for: with prefixes and typos, as whole words only, or the whole query as one pattern. */
export type SearchMode = 'fuzzy' | 'exact' | 'regex';

export type Comparator = '>' | '>=' | '<' | '<=' | '=';

/** What must hold of an article. */
export type Condition =
	/**
	 * `fuzzy`: beginnings and typos count. `exact`: the word as it is. `phrase`: the words as they are, next to each other; where it is `open` the last one
	 * may still go on. `part` null: anywhere.
	 */
	| {readonly kind: 'words'; readonly part: Part | null; readonly words: readonly string[]; readonly match: 'fuzzy' | 'exact' | 'phrase'; readonly open: boolean}
	| {readonly kind: 'pattern'; readonly source: string}
	| {readonly kind: 'date'; readonly of: 'published' | 'asof' | 'captured'; readonly period: Period}
	/** `measure` is folded; `compare` null: any size. */
	| {readonly kind: 'figure'; readonly measure: string; readonly compare: Comparator | null; readonly value: number}
	| {readonly kind: 'event'; readonly words: readonly string[]; readonly typed: string}
	| {readonly kind: 'is'; readonly value: string}
	| {readonly kind: 'has'; readonly value: string}
	| {readonly kind: 'article-kind'; readonly value: string}
	/** What a saved search asks; its order counts where the query around it gives none. */
	| {readonly kind: 'saved'; readonly of: Condition; readonly sort: Sort | null}
	| {readonly kind: 'not'; readonly of: Condition}
	| {readonly kind: 'all' | 'any'; readonly of: readonly Condition[]};

/** What is wrong with a query: where (UTF-16 offsets in what was typed), and whether it may only not be typed to its end yet. */
export type QueryProblem = {readonly message: string; readonly from: number; readonly to: number; readonly unfinished: boolean};

/** A saved search that a query names, and where its name stands (UTF-16 offsets, quotation marks included). */
export type NamedSearch = {readonly name: string; readonly from: number; readonly to: number};

/** A query as it was understood. `root` null: nothing is asked. With a problem, `root` holds what could be understood all the same. `named`: in the order they stand. */
export type Query = {readonly root: Condition | null; readonly sort: Sort | null; readonly problem: QueryProblem | null; readonly named: readonly NamedSearch[]};

/** Nobody types more; it bounds what a query can cost. */
export const LONGEST_QUERY = 400;

/** The conditions of a query that are not taken away by a minus, each once. */
export const wantedConditions = (condition: Condition | null): Condition[] => {
	if (condition === null || condition.kind === 'not') return [];
	if (condition.kind === 'saved') return wantedConditions(condition.of);
	return condition.kind === 'all' || condition.kind === 'any' ? condition.of.flatMap(wantedConditions) : [condition];
};

/** Every condition of a query, those behind a minus too. */
export const allConditions = (condition: Condition | null): Condition[] => {
	if (condition === null) return [];
	if (condition.kind === 'not' || condition.kind === 'saved') return [condition, ...allConditions(condition.of)];
	return condition.kind === 'all' || condition.kind === 'any' ? [condition, ...condition.of.flatMap(allConditions)] : [condition];
};
