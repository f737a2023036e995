import type {ArticleCard} from '../model/article.ts';
import type {NewsEvent, Storyline} from '../model/event.ts';
import {allCards, type Derivation, type Library} from '../model/library.ts';
import {exitCodes} from '../model/problem.ts';
import {countOrigins} from '../compare/origins.ts';
import type {Command, Context} from './command.ts';
import {groupsOf, readAll, readLibrary} from './library-reading.ts';
import {searchLibrary} from './search-library.ts';

type Row = {readonly kind: 'event' | 'storyline'; readonly group: NewsEvent | Storyline; readonly articles: readonly string[]};

const json = ({kind, group, articles}: Row, cards: ReadonlyMap<string, ArticleCard>, bodies: ReadonlyMap<string, Derivation>): Record<string, unknown> => {
	const members = articles.flatMap(id => cards.get(id) ?? []);
	const dates = members.flatMap(card => card.published ?? []).toSorted();
	return {
		kind,
		id: group.id,
		label: group.label,
		storylines: 'storylines' in group ? group.storylines : [],
		...('events' in group ? {events: group.events} : {}),
		articles,
		externalIds: members.flatMap(card => card.externalIds),
		outlets: [...new Set(members.flatMap(card => card.outlet ?? []))].toSorted(),
		origins: countOrigins(articles.flatMap(id => bodies.get(id)?.figures ?? [])),
		from: dates[0] ?? null,
		to: dates.at(-1) ?? null,
		why: group.why,
	};
};

const text = (row: Row, cards: ReadonlyMap<string, ArticleCard>): string => {
	const members = row.articles.flatMap(id => cards.get(id) ?? []);
	const figures = members.reduce((sum, card) => sum + card.figureCount, 0);
	const outlets = new Set(members.flatMap(card => card.outlet ?? [])).size;
	return `${row.group.id}  ${row.kind.padEnd(9)}  ${row.group.label}  (articles: ${members.length}, outlets: ${outlets}, figures: ${figures})`;
};

/** Events and storylines as text or as JSON Lines; those with an article that `query` finds, all where it is empty. Returns the exit code. */
export const printEvents = async (context: Context, library: Library, query: string): Promise<number> => {
	const list = await allCards(library);
	const cards = new Map(list.map(card => [card.id, card]));
	const [events, storylines] = [await library.events(), await library.storylines()];
	const groups = new Map<string, NewsEvent | Storyline>([...storylines, ...events].map(group => [group.id, group]));
	const found = query === '' ? undefined : new Set((await searchLibrary(library, list, query, 'fuzzy')).map(hit => hit.article));
	const rows = groupsOf(events, storylines)
		.filter(row => found === undefined || row.articles.some(id => found.has(id)))
		.flatMap(row => {
			const group = groups.get(row.id);
			return group === undefined ? [] : [{kind: row.kind, group, articles: row.articles}];
		})
		.slice(0, context.flags.count('limit'));
	const bodies = context.flags.has('json') ? new Map((await readAll(library, [...new Set(rows.flatMap(row => row.articles))])).map(d => [d.article.id, d])) : new Map<string, Derivation>();
	for (const row of rows) context.io.print(context.flags.has('json') ? JSON.stringify(json(row, cards, bodies)) : text(row, cards));
	if (rows.length === 0) context.io.tell(query === '' ? 'The library is empty. newsdeck import PATH... fills it.' : `Nothing matches "${query}". Fewer or other words may.`);
	return rows.length === 0 ? exitCodes.nothing : exitCodes.done;
};

export const command: Command = {
	usage: ['newsdeck events [QUERY] [--json]'],
	summary: 'events and storylines, each with its articles, outlets, origins and why it holds together',
	examples: [
		['newsdeck events', 'storylines first, then events'],
		['newsdeck events kursk --json', 'those with an article that a search finds'],
	],
	flags: {limit: {value: 'N', help: 'at most this many'}},
	async run(context) {
		const library = await readLibrary(context);
		const code = await printEvents(context, library, context.words.join(' '));
		await library.close();
		return code;
	},
};
