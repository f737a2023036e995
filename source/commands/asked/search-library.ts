import type {ArticleCard} from '../../model/article.ts';
import type {Library} from '../../model/library.ts';
import {Problem} from '../../model/problem.ts';
import type {Sort} from '../../search/fields.ts';
import {createLibrarySearch} from '../../search/library-search.ts';
import type {SearchAnswer, SearchMode, QueryProblem} from '../../search/search.ts';
import type {Context} from '../command.ts';

/** A query's mistake for people at a shell: what is wrong, the query, and a caret under the place. */
const pointed = async (query: string, {message, from, to}: QueryProblem): Promise<Problem> => {
	// Loaded only for a mistake: what counts cells is heavy.
	const {width} = await import('../../text/width.ts');
	return new Problem({
		exit: 'usage', what: message, why: '', remedy: 'newsdeck search --help has the language.',
		pointer: [`  ${query}`, `  ${' '.repeat(width(query.slice(0, from)))}${'^'.repeat(Math.max(1, width(query.slice(from, to))))}`],
	});
};

/** How many hits are asked for, and how many of them with their words. */
type Wanted = {readonly mode?: SearchMode; readonly limit?: number | undefined; readonly snippets?: number; readonly sort?: Sort | undefined};

/** Searches a library, best first. A query that is not understood throws a Problem (exit "usage") that points at the place. */
export const searchLibrary = async (context: Context, library: Library, query: string, {mode = 'fuzzy', limit, snippets = 0, sort}: Wanted = {}): Promise<SearchAnswer> => {
	const search = createLibrarySearch({library, cache: context.effects.cache ?? null});
	const answer = await search.search(query, {mode, snippets, ...(sort !== undefined && {sort}), ...(limit !== undefined && {limit}), progress: (done, all) => context.io.progress(`reading ${done} of ${all} articles for the index`)});
	context.io.progress('');
	if (answer.problem !== null) throw await pointed(query, answer.problem);
	for (const note of answer.notes) context.io.tell(note);
	for (const {typed, word} of answer.readAs) context.io.tell(`${typed}: read as ${word}`);
	return answer;
};

/** The cards that a query finds, in its order. */
export const findCards = async (context: Context, library: Library, cards: readonly ArticleCard[], query: string, wanted: Wanted = {}): Promise<ArticleCard[]> => {
	const {hits} = await searchLibrary(context, library, query, wanted);
	const byId = new Map(cards.map(card => [card.id, card]));
	return hits.flatMap(hit => byId.get(hit.article) ?? []);
};
