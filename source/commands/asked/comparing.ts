import {chooseColumns, COLUMNS, compare, compareAll, titleOf} from '../../compare/compare.ts';
import {withStatements, withStatementsByEvent} from '../../compare/statements.ts';
import type {Listed} from '../../exporters/exporter.ts';
import type {ArticleId} from '../../model/article.ts';
import type {Comparison} from '../../model/comparison.ts';
import type {Library} from '../../model/library.ts';
import {Problem} from '../../model/problem.ts';
import {closest} from '../../text/closest.ts';
import type {Context} from '../command.ts';
import {findArticles, findGroup, readAll} from './library-reading.ts';
import {idsFrom} from './piped-ids.ts';

const savedArticles = async (library: Library, name: string): Promise<readonly string[]> => {
	const saved = await library.saved();
	const found = saved.get(name);
	if (found !== undefined) return found.articles;
	const near = closest(name, [...saved.keys()]);
	throw new Problem({exit: 'nothing', what: `No comparison is saved as "${name}".`, why: '', remedy: near === undefined ? `${saved.size} are saved; S on the screen saves one.` : `Did you mean "${near}"?`});
};

/** Refuses (exit "usage") unless exactly one of ids, --event, --query and --saved is given; asked before a library is opened. */
export const checkAsked = ({words, flags}: Pick<Context, 'words' | 'flags'>): void => {
	if (['event', 'query', 'saved'].filter(name => flags.text(name) !== undefined).length + (words.length > 0 ? 1 : 0) === 1) return;
	throw new Problem({exit: 'usage', what: 'Say what to compare: ids, or --event, or --query, or --saved.', why: '', remedy: 'For instance: newsdeck compare --event kursk.'});
};

/** Articles that were asked for. Named ones stand as they are; of found ones some may be chosen. */
type Asked = {readonly by: 'ids' | 'saved' | 'event' | 'query'; readonly title?: string; readonly articles: readonly ArticleId[]};

const asked = async (context: Context, library: Library): Promise<Asked> => {
	checkAsked(context);
	const {words, flags} = context;
	const event = flags.text('event');
	const query = flags.text('query') ?? '';
	const saved = flags.text('saved');
	if (words.length > 0) return {by: 'ids', articles: await findArticles(library, await idsFrom(words))};
	if (saved !== undefined) return {by: 'saved', title: saved, articles: await savedArticles(library, saved)};
	if (event !== undefined) {
		const {label, articles} = await findGroup(library, event);
		return {by: 'event', title: label, articles};
	}

	const {searchLibrary} = await import('./search-library.ts');
	const {hits} = await searchLibrary(context, library, query);
	if (hits.length === 0) throw new Problem({exit: 'nothing', what: `Nothing matches "${query}".`, why: '', remedy: 'Fewer or other words may.'});
	return {by: 'query', title: query, articles: hits.map(hit => hit.article)};
};

/**
 * The comparison that ids, --event, --query or --saved ask for. Ids are compared as they stand, in their order, the first as base;
 * of an event or a query the articles that answer its questions are chosen, or all are taken where `every` is asked for.
 */
export const comparisonFor = async (context: Context, library: Library, {every = false}: {readonly every?: boolean} = {}): Promise<Comparison> => {
	const {by, articles, title} = await asked(context, library);
	const all = await readAll(library, articles);
	const named = title ?? titleOf(all);
	if (by === 'ids' || by === 'saved') return compare(all, {title: named});
	if (every) return compareAll(all, named);
	const columns = chooseColumns(all, COLUMNS);
	if (columns.length < all.length) context.io.tell(`${columns.length} of ${all.length} articles, those that answer most; name others by their ids.`);
	return compare(columns, {title: named});
};

/** All articles that ids, --event, --query or --saved ask for, as a list takes them: with their statements, and nothing else that they say together. */
export const listFor = async (context: Context, library: Library): Promise<Listed> => {
	const {by, articles, title} = await asked(context, library);
	const all = await readAll(library, articles);
	return {title: title ?? titleOf(all), columns: by === 'query' ? withStatementsByEvent(all, await library.events()) : withStatements(all)};
};
