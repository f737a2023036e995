import type {ArticleId} from '../model/article.ts';
import type {ReadAs} from './answer.ts';
import type {SearchEntry} from './build-shard.ts';
import {fold, wordsOf} from './words.ts';
import {joined, nothingSought, patternFinder, snippetOf, wordFinder, type Finder, type Range, type Sought, type Wanted} from './matches.ts';
import {parseQuery, patternQuery} from './parse-query.ts';
import type {SavedSearches} from './reading.ts';
import {safePattern} from './pattern.ts';
import {allConditions, wantedConditions, type Query, type QueryProblem, type SearchMode} from './query.ts';
import {ask, emptyIndex, withArticles} from './search-index.ts';

export type {ReadAs} from './answer.ts';
export type {SearchEntry} from './build-shard.ts';
export type {Sought} from './matches.ts';
export type {QueryProblem, SearchMode} from './query.ts';

/**
 * An article that answers a query. `score`: higher is better, to be compared within one query only. `headlineMatches`
 * and `matches`: UTF-16 ranges in order, without overlaps. `snippet`: null where only headline or outlet match, or where it was not asked for.
 */
export type SearchHit = {
	readonly article: ArticleId;
	readonly score: number;
	readonly headlineMatches: readonly Range[];
	readonly snippet: {readonly text: string; readonly matches: readonly Range[]} | null;
};

/**
 * What a query found, best first. `total` counts what lies beyond the limit too. `readAs`: words the library has not (or hardly), and what
 * they were taken for. `notes`: what was asked for in vain. `problem`: what is wrong with the query; the hits answer the rest of it.
 */
export type SearchAnswer = {
	readonly hits: readonly SearchHit[];
	readonly total: number;
	readonly readAs: readonly ReadAs[];
	readonly notes: readonly string[];
	readonly problem: QueryProblem | null;
	/** What to mark in the texts of the hits. */
	readonly sought: Sought;
};

export const noAnswer: SearchAnswer = {hits: [], total: 0, readAs: [], notes: [], problem: null, sought: nothingSought};

/** How a query is asked; `within`: only among these articles. */
export type SearchOptions = {readonly limit?: number; readonly mode?: SearchMode; readonly within?: readonly ArticleId[] | null};

const SNIPPET_WIDTH = 120;

/** Reads a query as its mode says. A refused pattern throws a Problem (exit "usage") in the mode "regex". */
export const queryOf = (text: string, mode: SearchMode, saved: SavedSearches = new Map()): Query => (mode === 'regex' ? patternQuery(text) : parseQuery(text, saved));

/** The patterns of a query, each once. */
export const patternsOf = ({root}: Query): string[] => [...new Set(allConditions(root).flatMap(condition => (condition.kind === 'pattern' ? [condition.source] : [])))];

/** What a query looks for in texts; `words`: as the index knows them. What a minus takes away is not looked for. */
export const soughtBy = ({root}: Query, words: readonly Wanted[]): Sought =>
	({words, patterns: wantedConditions(root).flatMap(condition => (condition.kind === 'pattern' ? [condition.source] : []))});

const finders = new WeakMap<Sought, Finder>();

/** Finds what was looked for. */
export const finderOf = (sought: Sought): Finder => {
	const known = finders.get(sought);
	if (known) return known;
	const all = [wordFinder(sought.words), ...sought.patterns.map(source => patternFinder(safePattern(source)))];
	const find: Finder = function * (text) {
		for (const each of all) yield* each(text);
	};
	finders.set(sought, find);
	return find;
};

/** Where it stands in a text, in order; what touches is one place. */
export const placesIn = (text: string, sought: Sought): Range[] => joined(finderOf(sought)(text));

/** Texts of an article in which a pattern may match. */
export const textsOf = ({card, text}: SearchEntry): string[] => [card.headline, card.outlet, card.standfirst, text].filter(part => part !== null);

/** Whether a pattern matches in any of the texts. */
export const patternTest = (source: string): ((texts: readonly string[]) => boolean) => {
	const find = patternFinder(safePattern(source));
	return texts => texts.some(text => find(text).next().done === false);
};

/** A hit with what to mark in its headline and the words around what was found in its text. */
export const toHit = ({card, text}: SearchEntry, score: number, find: Finder): SearchHit => ({
	article: card.id, score,
	headlineMatches: joined(find(card.headline ?? '')),
	snippet: snippetOf(text, find, SNIPPET_WIDTH) ?? snippetOf(card.standfirst ?? '', find, SNIPPET_WIDTH),
});

/** An event or storyline as a query asks for it. */
export type NamedGroup = {readonly id: string; readonly label: string; readonly articles: readonly ArticleId[]};

/** The articles of all groups whose name has all the words, each perhaps only begun, or whose id this is. */
export const articlesInGroups = (groups: readonly NamedGroup[], words: readonly string[], typed: string): Set<ArticleId> => {
	const wanted = words.map(word => fold(word));
	return new Set(groups.filter(({id, label}) => {
		if (id === typed) return true;
		const there = wordsOf(label);
		return wanted.length > 0 && wanted.every(word => there.some(other => other.startsWith(word)));
	}).flatMap(({articles}) => articles));
};

/** Answers queries over the entries it was made from. */
export type Searcher = {readonly find: (query: string, options?: SearchOptions) => SearchAnswer};

const DEFAULT_LIMIT = 100;

/** Makes articles that are at hand searchable; a library is searched by `createLibrarySearch`. The language: docs/search.md. */
export const createSearch = (entries: readonly SearchEntry[], groups: readonly NamedGroup[] = [], saved: SavedSearches = new Map()): Searcher => {
	const index = withArticles(emptyIndex, entries);
	const byId = new Map(entries.map(entry => [entry.card.id, entry]));
	return {
		find(text, {limit = DEFAULT_LIMIT, mode = 'fuzzy', within = null} = {}) {
			const query = queryOf(text, mode, saved);
			const found = ask(index, query, {
				limit, exact: mode === 'exact', within: within === null ? null : new Set(within), titles: id => byId.get(id)?.card,
				matched(source) {
					const matches = patternTest(source);
					return new Set(entries.filter(entry => matches(textsOf(entry))).map(({card}) => card.id));
				},
				inEvent: (words, typed) => articlesInGroups(groups, words, typed),
			});
			const {total, readAs, notes, wanted} = found;
			const sought = soughtBy(query, wanted);
			const find = finderOf(sought);
			return {total, readAs, notes, problem: query.problem, sought, hits: found.hits.flatMap(({article, score}) => {
				const entry = byId.get(article);
				return entry === undefined ? [] : [toHit(entry, score, find)];
			})};
		},
	};
};
