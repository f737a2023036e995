import {type ArticleCard, type ArticleId, outletsNamed} from '../model/article.ts';
import type {NewsEvent} from '../model/event.ts';
import type {Summary} from '../model/library.ts';
import {articlesOf, type Correction, type LogEntry} from '../model/override.ts';
import type {BodyRef, LibraryData, StoredCard} from './data.ts';
import {activeCorrections, actOf} from './overrides.ts';
import {packEnds} from './packs.ts';
import {instantOf, listingOf, type Listing} from './paging.ts';
import {correctCard, correctionsOf, correctLabels, deletedIds, withStorylines} from './replay.ts';

/** An article as the stages read it, and where its words lie. */
export type Row = {readonly card: StoredCard; readonly ref: BodyRef};
/** An event with the names people gave it, and its place among the events as grouped. */
export type GroupedEvent = {readonly event: NewsEvent; readonly index: number};

/** What is not listed article by article. `deleted`: those that people took out. */
export type Rest = Pick<LibraryData, 'documents' | 'storylines' | 'places' | 'revisions' | 'tombstones'> & {readonly log: LibraryData['entries']; readonly deleted: readonly Row[]};

/** One generation of a library, asked for piece by piece: from library.json as a whole, or from a cache of it. */
export interface Source {
	readonly counts: Omit<Summary, 'generation' | 'readOnly'>;
	/** How far each pack of bodies is written to. */
	readonly packs: ReadonlyMap<string, number>;
	readonly articles: Listing<Row>;
	readonly events: Listing<GroupedEvent>;
	rest<Key extends keyof Rest>(key: Key): Promise<Rest[Key]>;
	/** Articles by id, deleted ones too; unknown ids are left out. */
	find(ids: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, Row>>;
}

/** The entries that speak of an article, oldest first, those that speak of all (another name, the measure of a word) among them. */
export type Spoken = {readonly ids: readonly ArticleId[]; of(id: ArticleId): readonly LogEntry[]};

/** Which entries speak of which article. */
export const byArticle = (entries: readonly LogEntry[]): Spoken => {
	const found = new Map<ArticleId, LogEntry[]>();
	const general: LogEntry[] = [];
	for (const entry of entries) {
		if (entry.act.kind !== 'correct') continue;
		if (entry.act.correction.kind === 'alias' || entry.act.correction.kind === 'measure') general.push(entry);
		for (const id of articlesOf(entry.act.correction)) {
			const list = found.get(id);
			if (list) list.push(entry);
			else found.set(id, [entry]);
		}
	}
	return {
		ids: [...found.keys()],
		of(id) {
			const own = found.get(id) ?? [];
			return general.length === 0 ? own : [...own, ...general].sort((a, b) => a.sequence - b.sequence);
		},
	};
};

const withoutDeleted = (events: readonly NewsEvent[], deleted: ReadonlySet<ArticleId>): readonly NewsEvent[] => deleted.size === 0 ? events : events.map(event => ({
	...event, articles: event.articles.filter(id => !deleted.has(id)), why: event.why.filter(({article}) => !deleted.has(article)),
})).filter(event => event.articles.length > 0);

/** Everything of one generation, in memory and in order: what readers ask, and what a cache is made of. */
export type WholeSource = Source & {readonly items: {readonly articles: ReturnType<typeof listingOf<Row>>; readonly events: ReturnType<typeof listingOf<GroupedEvent>>; readonly rest: Rest}};

/** Whether a correction changes what `wholeSource` lists or counts, and not only how an article in it reads. `figureCount`: as the stages counted. */
const shapesLists = (correction: Correction, figureCount: (id: ArticleId) => number): boolean => {
	switch (correction.kind) {
		case 'article': return 'published' in correction.fields || 'outlet' in correction.fields;
		// An added figure is counted where the stages read none.
		case 'figure': return correction.review === 'edited' && figureCount(correction.on.article) === 0;
		case 'quote': case 'tag': case 'mark': case 'note': case 'cut': case 'junk': case 'measure': case 'together': case 'apart':
		case 'comparison': case 'question': case 'search': case 'look': case 'audit': case 'passage': return false;
		default: return true;
	}
};

/** Whether entries at the end of a log leave the lists of a source as they are. */
export const leaveLists = async (log: readonly LogEntry[], entries: readonly LogEntry[], source: Pick<Source, 'find'>): Promise<boolean> => {
	const spoken = correctionsOf(entries.flatMap(entry => entry.act.kind === 'correct' ? [entry] : actOf(log, entry.act.sequence)));
	const rows = await source.find(spoken.flatMap(each => each.kind === 'figure' && each.review === 'edited' ? [each.on.article] : []));
	return !spoken.some(each => shapesLists(each, id => rows.get(id)?.card.figureCount ?? 0));
};

/** A source with another log: one that goes on from its own, and leaves its lists as they are. */
export const withLog = (source: Source, log: readonly LogEntry[]): Source => {
	const rest = async <Key extends keyof Rest>(key: Key): Promise<Rest[Key]> => key === 'log' ? log as Rest[Key] : source.rest(key);
	return {...source, rest};
};

/** A source from the whole of library.json. */
export const wholeSource = (data: LibraryData): WholeSource => {
	const corrections = activeCorrections(data.entries);
	const ofArticle = byArticle(corrections);
	const deleted = deletedIds(corrections, data.articles);
	const refs = new Map(data.bodies.map(ref => [ref.article, ref]));
	const rows = new Map(data.articles.flatMap(card => {
		const ref = refs.get(card.id);
		return ref === undefined ? [] : [[card.id, {card, ref}] as const];
	}));
	const corrected = new Map<ArticleId, ArticleCard>();
	for (const {card} of rows.values()) {
		if (!deleted.has(card.id)) corrected.set(card.id, correctCard(card, ofArticle.of(card.id)));
	}
	const instants = new Map([...corrected].map(([id, card]) => [id, instantOf(card.published)]));
	const articles = listingOf([...rows.values()].filter(({card}) => !deleted.has(card.id)).map(value => ({place: {instant: instants.get(value.card.id) ?? null, id: value.card.id}, value})));
	const newest = (ids: readonly ArticleId[]): number | null => {
		const known = ids.flatMap(id => instants.get(id) ?? []);
		return known.length === 0 ? null : Math.max(...known);
	};
	const standing = withoutDeleted(correctLabels(data.events, corrections), deleted);
	const there = new Set(standing.map(({id}) => id));
	const left = deleted.size === 0 ? data.storylines : data.storylines.map(line => ({...line, events: line.events.filter(id => there.has(id))})).filter(line => line.events.length > 0);
	const {events: grouped, storylines} = withStorylines({events: standing, storylines: left}, corrections);
	// Events of one day stay as they were grouped.
	const events = listingOf(grouped.map((event, index) => ({place: {instant: newest(event.articles), id: String(index).padStart(8, '0')}, value: {event, index}})));
	const rest: Rest = {
		documents: data.documents, storylines, places: data.places, revisions: data.revisions, tombstones: data.tombstones, log: data.entries,
		deleted: [...rows.values()].filter(({card}) => deleted.has(card.id)),
	};
	const cards = [...corrected.values()];
	return {
		items: {articles, events, rest}, articles, events,
		packs: packEnds(data.bodies),
		counts: {
			name: data.name, documents: data.documents.length, articles: cards.length, events: events.size, storylines: rest.storylines.length,
			figures: cards.reduce((sum, card) => sum + card.figureCount, 0),
			outlets: outletsNamed(cards).length,
		},
		rest: async key => rest[key],
		find: async ids => new Map(ids.flatMap(id => {
			const row = rows.get(id);
			return row === undefined ? [] : [[id, row] as const];
		})),
	};
};
