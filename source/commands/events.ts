import {countOutlets, type ArticleCard} from '../model/article.ts';
import {copiesIn} from '../cluster/copies.ts';
import {explain} from '../cluster/explain.ts';
import type {Copies, Explanation, NewsEvent, Storyline} from '../model/event.ts';
import {allCards, type Derivation, type Library} from '../model/library.ts';
import {exitCodes} from '../model/problem.ts';
import {countOrigins} from '../compare/origins.ts';
import {blindLine, blindSpots, coverageLine, outletsOf, toldByDay} from '../compare/told-by-day.ts';
import {rangeText} from '../text/range.ts';
import {cleanForDisplay} from '../text/sanitise.ts';
import type {Command, Context} from './command.ts';
import {groupsOf, readAll, readLibrary} from './asked/library-reading.ts';

type Row = {readonly kind: 'event' | 'storyline'; readonly group: NewsEvent | Storyline; readonly articles: readonly string[]};

/** The copies in an event or storyline: in a storyline those of each of its events, for what is told anew a month later is no copy of it. */
const copiesOf = (parts: ReadonlyArray<readonly string[]>, bodies: ReadonlyMap<string, Derivation>): Copies => {
	const all = parts.map(articles => copiesIn(articles.flatMap(id => bodies.get(id)?.article ?? [])));
	return {
		copies: all.flatMap(({copies}) => copies),
		origins: {low: all.reduce((sum, {origins}) => sum + origins.low, 0), high: all.reduce((sum, {origins}) => sum + origins.high, 0)},
	};
};

const json = ({kind, group, articles}: Row, parts: ReadonlyArray<readonly string[]>, cards: ReadonlyMap<string, ArticleCard>, bodies: ReadonlyMap<string, Derivation>, reasons: ReadonlyMap<string, Explanation> | null): Record<string, unknown> => {
	const {copies, origins} = copiesOf(parts, bodies);
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
		outlets: outletsOf(members),
		origins,
		figureOrigins: countOrigins(articles.flatMap(id => bodies.get(id)?.figures ?? [])),
		copies,
		from: dates[0] ?? null,
		to: dates.at(-1) ?? null,
		why: reasons === null || kind === 'storyline' ? group.why : articles.flatMap(id => reasons.get(id) ?? []),
	};
};

const text = (row: Row, cards: ReadonlyMap<string, ArticleCard>): string => {
	const members = row.articles.flatMap(id => cards.get(id) ?? []);
	const figures = members.reduce((sum, card) => sum + card.figureCount, 0);
	return `${row.group.id}  ${row.kind.padEnd(9)}  ${row.group.label}  (articles: ${members.length}, outlets: ${rangeText(countOutlets(members))}, figures: ${figures})`;
};

/** Why each article is in its event, a line each. */
const reasonLines = (articles: readonly string[], cards: ReadonlyMap<string, ArticleCard>, reasons: ReadonlyMap<string, Explanation>): string[] => articles.flatMap(id => {
	const reason = reasons.get(id);
	if (reason === undefined) return [];
	const next = reason.next === null ? 'no other event is near' : `next: ${reason.next.label} (${reason.next.likeness.toFixed(2)})`;
	const why = articles.length === 1 ? 'by itself' : `${reason.likeness.toFixed(2)} alike: ${reason.terms.join(', ') || 'no single term stands out'}`;
	return [`  ${cleanForDisplay(cards.get(id)?.headline ?? id)}`, `    ${cleanForDisplay(`${why}; ${next}`)}`];
});

/** Events and storylines as text or as JSON Lines; those with an article that `query` finds, all where it is empty. Returns the exit code. */
export const printEvents = async (context: Context, library: Library, query: string): Promise<number> => {
	const list = await allCards(library);
	const cards = new Map(list.map(card => [card.id, card]));
	const [events, storylines] = [await library.events(), await library.storylines()];
	const groups = new Map<string, NewsEvent | Storyline>([...storylines, ...events].map(group => [group.id, group]));
	const found = query === '' ? undefined : new Set((await (await import('./asked/search-library.ts')).searchLibrary(context, library, query)).hits.map(hit => hit.article));
	const rows = groupsOf(events, storylines)
		.filter(row => found === undefined || row.articles.some(id => found.has(id)))
		.flatMap(row => {
			const group = groups.get(row.id);
			return group === undefined ? [] : [{kind: row.kind, group, articles: row.articles}];
		})
		.slice(0, context.flags.count('limit'));
	const asJson = context.flags.has('json');
	const bodies = asJson ? new Map((await readAll(library, [...new Set(rows.flatMap(row => row.articles))])).map(d => [d.article.id, d])) : new Map<string, Derivation>();
	// How rare a word is depends on the whole library: for reasons in full all of it is read.
	const reasons = context.flags.has('why') ? explain({articles: await readAll(library, list.map(card => card.id)), events, background: await context.background()}) : null;
	const outlets = outletsOf(list);
	const blind = context.flags.has('blind');
	const plain = (line: string): string => cleanForDisplay(context.settings.values.ascii ? line.replaceAll('·', '.') : line);
	const byEvent = new Map(events.map(event => [event.id, event.articles]));
	for (const row of rows) {
		const parts = 'events' in row.group ? row.group.events.flatMap(id => [byEvent.get(id) ?? []]) : [row.articles];
		const members = row.articles.flatMap(id => cards.get(id) ?? []);
		const [told, spots] = [toldByDay(members), blindSpots(members, outlets)];
		context.io.print(asJson ? JSON.stringify({...json(row, parts, cards, bodies, reasons), ...(reasons !== null && {coverage: told}), ...((blind || reasons !== null) && {missing: spots.missing})}) : text(row, cards));
		// Of one event alone, whoever asks wants to know who told it, and when.
		if (!asJson && (reasons !== null || rows.length === 1)) context.io.print(plain(`  told: ${coverageLine(told)}`));
		if (!asJson && (blind || reasons !== null || rows.length === 1)) context.io.print(plain(`  ${blindLine(spots)}`));
		if (!asJson && reasons !== null) for (const line of row.kind === 'event' ? reasonLines(row.articles, cards, reasons) : [`  ${cleanForDisplay(row.group.why.join(', '))}`]) context.io.print(line);
	}

	if (rows.length === 0) context.io.tell(query === '' ? 'The library is empty. newsdeck import PATH... fills it.' : `Nothing matches "${query}". Fewer or other words may.`);
	return rows.length === 0 ? exitCodes.nothing : exitCodes.done;
};

export const command: Command = {
	usage: ['newsdeck events [QUERY] [--why] [--blind] [--json]'],
	summary: 'events and storylines, each with its articles, outlets, origins and why it holds together',
	examples: [
		['newsdeck events', 'storylines first, then events'],
		['newsdeck events kursk --json', 'those with an article that a search finds'],
		['newsdeck events --why', 'what put each article where it is'],
		['newsdeck events --blind', 'which outlets of the library do not carry an event'],
	],
	flags: {blind: {help: 'for each event: the outlets of the library that do not carry it (--json: missing)'}, limit: {value: 'N', help: 'at most this many'}, why: {help: 'for each article: what it shares with its event, how alike it is, and which event would be next; when it was told (--json: coverage), and who did not tell it'}},
	async run(context) {
		const library = await readLibrary(context);
		const code = await printEvents(context, library, context.words.join(' '));
		await library.close();
		return code;
	},
};
