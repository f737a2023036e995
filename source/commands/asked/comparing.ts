import {checkPage, chooseColumns, COLUMNS, compare, compareAll, titleOf} from '../../compare/compare.ts';
import {withStatementIds, withStatements, withStatementsByEvent} from '../../compare/statements.ts';
import type {Listed} from '../../exporters/exporter.ts';
import type {ArticleId} from '../../model/article.ts';
import type {Column, Comparison} from '../../model/comparison.ts';
import type {NewsEvent} from '../../model/event.ts';
import type {Library} from '../../model/library.ts';
import {Problem} from '../../model/problem.ts';
import {closest} from '../../text/closest.ts';
import type {Context} from '../command.ts';
import {findArticles, findGroup, groupWithId, readAll} from './library-reading.ts';
import {idsFrom} from './piped-ids.ts';

/** Articles that were named one by one are set side by side as they stand; of more than these nobody reads the paragraphs so. */
const MOST_ALIGNED = 20;

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
	if (words.length > 0) {
		const ids = await idsFrom(words);
		// What newsdeck events prints stands for its articles.
		const group = ids.length === 1 ? await groupWithId(library, ids[0] ?? '') : null;
		return group === null ? {by: 'ids', articles: await findArticles(library, ids)} : {by: 'event', title: group.label, articles: group.articles};
	}

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
 * of an event or a query the articles that answer its questions are chosen, or all are taken where `every` is asked for. `page`: why they differ is told,
 * which bounds how many figures there may be (exit "usage").
 */
export const comparisonFor = async (context: Context, library: Library, {every = false, page = true}: {readonly every?: boolean; readonly page?: boolean} = {}): Promise<Comparison> => {
	const {by, articles, title} = await asked(context, library);
	const all = await readAll(library, articles);
	const named = title ?? titleOf(all);
	const chosen = by === 'ids' || by === 'saved';
	if (page && (chosen || every)) checkPage(all);
	if (chosen && all.length <= MOST_ALIGNED) return compare(all, {title: named});
	if (chosen || every) return compareAll(all, named, by === 'query' ? await library.events() : null);
	const columns = chooseColumns(all, COLUMNS);
	if (columns.length < all.length) context.io.tell(`${columns.length} of ${all.length} articles, those that answer most; name others by their ids.`);
	return compare(columns, {title: named});
};

/** Articles held at once where a whole library passes by. */
const PORTION = 200;

/** The statement of each figure, where events tell what is told together: read some events at a time, and only the names are kept. */
const statementsByEvent = async (library: Library, articles: readonly ArticleId[], events: readonly NewsEvent[]): Promise<ReadonlyMap<string, string>> => {
	const eventOf = new Map(events.flatMap(({id, articles: members}) => members.map(member => [member, id] as const)));
	const ids = new Map<string, string>();
	let some: ArticleId[] = [];
	const look = async (): Promise<void> => {
		for (const {figures} of withStatementsByEvent(await library.read(some), events)) for (const {id, statement} of figures) if (statement !== null) ids.set(id, statement);
		some = [];
	};

	for (const members of Map.groupBy(articles, id => eventOf.get(id) ?? id).values()) {
		some.push(...members);
		if (some.length >= PORTION) await look();
	}

	await look();
	return ids;
};

/**
 * All articles that ids, --event, --query or --saved ask for, as a list takes them: with their statements, and nothing else that they say together. What a
 * query finds may be a whole library, and comes in portions; `columns` may be asked once for each.
 */
export const listFor = async (context: Context, library: Library): Promise<Pick<Listed, 'title'> & {readonly columns: () => AsyncIterable<readonly Column[]>}> => {
	const {by, articles, title} = await asked(context, library);
	if (by !== 'query') {
		const all = withStatements(await readAll(library, articles));
		return {title: title ?? titleOf(all), async * columns() {
			yield all;
		}};
	}

	return {title: title ?? '', async * columns() {
		const ids = await statementsByEvent(library, articles, await library.events());
		for (let from = 0; from < articles.length; from += PORTION) yield withStatementIds(await library.read(articles.slice(from, from + PORTION)), ids);
	}};
};
