import {countOutlets, type ArticleCard, type ArticleId} from '../../model/article.ts';
import type {Storyline} from '../../model/event.ts';
import type {Cursor, DatedEvent, Library, Page} from '../../model/library.ts';
import type {SavedComparison, TrackedQuestion} from '../../model/override.ts';
import {nothingFound, type Found} from './lookout.ts';

/** A line of the deck: an event, or a storyline of several. Articles newest first, undated last. */
export type Entry = {
	readonly kind: 'event' | 'storyline';
	readonly id: string;
	readonly label: string;
	readonly articles: readonly ArticleCard[];
	/** Their ids, as they were grouped. */
	readonly members: readonly ArticleId[];
	/** How many events a storyline holds; 1 for an event. */
	readonly events: number;
	readonly outlets: {readonly low: number; readonly high: number};
	readonly figures: number;
	readonly undated: number;
	readonly oldest: string | null;
	readonly newest: string | null;
};

/** What lists show: cards without bodies, and the library's counts. */
export type DeckData = {
	readonly name: string;
	readonly readOnly: boolean;
	readonly counts: {readonly outlets: number; readonly articles: number; readonly events: number; readonly figures: number};
	readonly entries: readonly Entry[];
	/** Whether that is all: of a large library the first lines are read first, and no more than their cards. */
	readonly whole: boolean;
	/** How many lines there are in all. */
	readonly lines: number;
	readonly cards: ReadonlyMap<ArticleId, ArticleCard>;
	/** Every card, newest first, undated last; none before all are read. */
	readonly order: readonly ArticleCard[];
	/** Comparisons that were saved, by name. */
	readonly saved: ReadonlyMap<string, SavedComparison>;
	/** Questions that are followed, by name. */
	readonly tracked: ReadonlyMap<string, TrackedQuestion>;
	/** Searches that were saved, by name: their queries. */
	readonly searches: ReadonlyMap<string, string>;
	/** What was searched for before, the last one first; empty until somebody searches. */
	readonly earlier: readonly string[];
	/** What was found beside the keys so far. */
	readonly found: Found;
};

/** Newest first, undated last; what is equal keeps its order. Dates of unlike exactness compare as text, which ISO allows. */
const byDate = (a: ArticleCard, b: ArticleCard): number =>
	a.published === b.published ? 0 : a.published === null ? 1 : b.published === null ? -1 : a.published < b.published ? 1 : -1;

type Sums = Pick<Entry, 'articles' | 'outlets' | 'figures' | 'undated' | 'oldest' | 'newest'>;

const sumsOf = (ids: Iterable<ArticleId>, cards: ReadonlyMap<ArticleId, ArticleCard>): Sums => {
	const articles = [...ids].flatMap(id => cards.get(id) ?? []).sort(byDate);
	const dates = articles.flatMap(card => card.published ?? []).sort();
	return {articles, outlets: countOutlets(articles), figures: articles.reduce((sum, card) => sum + card.figureCount, 0), undated: articles.length - dates.length, oldest: dates[0] ?? null, newest: dates.at(-1) ?? null};
};

/** A line of the deck before its articles are looked at. */
type Line = Pick<Entry, 'kind' | 'id' | 'label' | 'members' | 'events'>;

/** An entry whose sums are made when somebody looks at them: of twenty thousand a screen shows a dozen. A class, because accessors of an object's own cost forty times as much to make. */
class LazyEntry implements Entry {
	readonly kind: Entry['kind'];
	readonly id: string;
	readonly label: string;
	readonly members: readonly ArticleId[];
	readonly events: number;
	readonly #cards: ReadonlyMap<ArticleId, ArticleCard>;
	#made: Sums | null = null;

	constructor({kind, id, label, members, events}: Line, cards: ReadonlyMap<ArticleId, ArticleCard>) {
		[this.kind, this.id, this.label, this.members, this.events, this.#cards] = [kind, id, label, members, events, cards];
	}

	get #sums(): Sums {
		return this.#made ??= sumsOf(new Set(this.members), this.#cards);
	}

	get articles(): readonly ArticleCard[] {
		return this.#sums.articles;
	}

	get outlets(): Entry['outlets'] {
		return this.#sums.outlets;
	}

	get figures(): number {
		return this.#sums.figures;
	}

	get undated(): number {
		return this.#sums.undated;
	}

	get oldest(): string | null {
		return this.#sums.oldest;
	}

	get newest(): string | null {
		return this.#sums.newest;
	}
}

/** Newest first, undated last; what is of one time keeps its order. */
const newestFirst = (a: {readonly newest: number | null}, b: {readonly newest: number | null}): number => (b.newest ?? Number.NEGATIVE_INFINITY) - (a.newest ?? Number.NEGATIVE_INFINITY) || 0;

/** Storylines of several events first, then the events, which come in their order: each newest first, undated last. A storyline is as new as the newest of its events. */
const linesOf = (events: readonly DatedEvent[], storylines: readonly Storyline[]): Line[] => {
	const known = new Map(storylines.length === 0 ? [] : events.map(event => [event.id, event]));
	const several = storylines.map(({id, label, events: ids}) => {
		const own = ids.flatMap(event => known.get(event) ?? []);
		return {newest: own.toSorted(newestFirst)[0]?.newest ?? null, line: {kind: 'storyline' as const, id, label, events: ids.length, members: own.flatMap(({articles}) => articles)}};
	});
	return [
		...several.sort(newestFirst).map(({line}) => line),
		...events.map(({id, label, articles}) => ({kind: 'event' as const, id, label, events: 1, members: articles})),
	];
};

/** Articles or events to a page: a few milliseconds' work, after which a key is answered. */
const PAGE = 1000;

/** All pages of a list; between two of them keys have their turn. Of a reading that is ended those so far. */
const wholeOf = async <T>(page: (options: {readonly limit: number; readonly after?: Cursor}) => Promise<Page<T>>, ended?: AbortSignal): Promise<T[]> => {
	const items: T[] = [];
	for (let after: Cursor | null | undefined; after !== null;) {
		if (ended?.aborted === true) break;
		const {items: more, next}: Page<T> = await page({limit: PAGE, ...(after !== undefined && {after})});
		for (const item of more) items.push(item);
		after = next;
	}

	return items;
};

/** What is small: read at once, and anew whenever it may have changed. */
const loadAround = async (library: Library) => {
	const [{name, readOnly, outlets, articles, events, figures}, storylines, saved, tracked, searches] = await Promise.all([library.summary(), library.storylines(), library.saved(), library.tracked(), library.searches()]);
	const several = storylines.filter(line => line.events.length > 1);
	return {several, rest: {name, readOnly, counts: {outlets, articles, events, figures}, lines: several.length + events, saved, tracked, searches, earlier: [], found: nothingFound}};
};

/** Reads everything the deck and the search need; bodies are not read. What was ended is not to be used. */
export const loadDeck = async (library: Library, ended?: AbortSignal): Promise<DeckData> => {
	const {several, rest} = await loadAround(library);
	const order = await wholeOf(async options => library.articles(options), ended);
	const events = await wholeOf(async options => library.eventPage(options), ended);
	const cards = new Map(order.map(card => [card.id, card]));
	const entries = linesOf(events, several).filter(({members}) => members.some(id => cards.has(id))).map(line => new LazyEntry(line, cards));
	return {...rest, lines: entries.length, entries, cards, order, whole: true};
};

/** The deck after corrections that are only replayed over these articles: their cards are read, all else stays. */
export const renewed = async (library: Library, deck: DeckData, ids: readonly ArticleId[]): Promise<DeckData> => {
	const [{outlets, articles, events, figures}, fresh] = [await library.summary(), new Map((await library.cards(ids)).map(card => [card.id, card]))];
	const cards = new Map([...deck.cards, ...fresh]);
	return {...deck, counts: {outlets, articles, events, figures}, cards, order: deck.order.map(card => fresh.get(card.id) ?? card), entries: deck.entries.map(entry => new LazyEntry(entry, cards))};
};

/** A library up to this size is read whole before the first frame. */
const SMALL = 2000;
/** Lines that are there with the first frame: what most terminals show at once. */
const FIRST = 40;

/** Reads what the first frame of a large library shows: its first lines, and nothing of the others. Of a small one all. */
export const loadFirst = async (library: Library): Promise<DeckData> => {
	if ((await library.summary()).articles <= SMALL) return loadDeck(library);
	const {several, rest} = await loadAround(library);
	// Which storyline is the newest only all events tell; they are an eighth of the whole.
	const events = several.length === 0 ? (await library.eventPage({limit: FIRST})).items : await wholeOf(async options => library.eventPage(options));
	const first = linesOf(events, several).slice(0, FIRST);
	const order = await library.cards(first.flatMap(({members}) => members));
	const cards = new Map(order.map(card => [card.id, card]));
	return {...rest, entries: first.map(line => new LazyEntry(line, cards)), cards, order: [], whole: false};
};

/** The articles of an entry whose bodies the preview reads: the newest that have figures. */
export const PREVIEWED = 16;

/** What the preview of a group of articles is made from. */
export const previewIds = (articles: readonly ArticleCard[]): readonly ArticleId[] => {
	const telling = articles.filter(card => card.figureCount > 0);
	return (telling.length > 0 ? telling.slice(0, PREVIEWED) : articles.slice(0, 1)).map(card => card.id);
};

/** Columns a comparison opens with, at most. */
export const MOST_COLUMNS = 4;

/**
 * The articles of a group that are worth setting side by side, as far as cards tell: those with figures first, one an outlet
 * (or a page, where the outlet is not known), the one with most figures; others only to make up two.
 */
export const chooseByCards = (articles: readonly ArticleCard[]): ArticleId[] => {
	const voices = new Map<string, ArticleCard>();
	for (const card of articles) {
		const voice = card.outlet ?? card.document;
		const best = voices.get(voice);
		if (card.figureCount > 0 && (!best || card.figureCount > best.figureCount)) voices.set(voice, card);
	}

	const strongest = new Set([...voices.values()].sort((a, b) => b.figureCount - a.figureCount).slice(0, MOST_COLUMNS));
	const chosen = articles.filter(card => strongest.has(card));
	const others = articles.filter(card => !chosen.includes(card)).sort((a, b) => b.figureCount - a.figureCount || b.segmentCount - a.segmentCount);
	return [...chosen, ...others.slice(0, Math.max(0, 2 - chosen.length))].map(card => card.id);
};
