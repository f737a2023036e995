import {countOutlets, type ArticleCard, type ArticleId} from '../../model/article.ts';
import type {NewsEvent, Storyline} from '../../model/event.ts';
import {allCards, type Library} from '../../model/library.ts';
import type {SavedComparison, TrackedQuestion} from '../../model/override.ts';
import {nothingFound, type Found} from './lookout.ts';

/** A line of the deck: an event, or a storyline of several. Articles newest first, undated last. */
export type Entry = {
	readonly kind: 'event' | 'storyline';
	readonly id: string;
	readonly label: string;
	readonly articles: readonly ArticleCard[];
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
	readonly cards: ReadonlyMap<ArticleId, ArticleCard>;
	/** Every card, newest first, undated last. */
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
const byDate = (a: {newest: string | null}, b: {newest: string | null}): number =>
	a.newest === b.newest ? 0 : a.newest === null ? 1 : b.newest === null ? -1 : a.newest < b.newest ? 1 : -1;

type Sums = Pick<Entry, 'articles' | 'outlets' | 'figures' | 'undated' | 'oldest'>;

const sumsOf = (ids: Iterable<ArticleId>, cards: ReadonlyMap<ArticleId, ArticleCard>): Sums => {
	const articles = [...ids].flatMap(id => cards.get(id) ?? []).sort((a, b) => byDate({newest: a.published}, {newest: b.published}));
	const dates = articles.flatMap(card => card.published ?? []).sort();
	return {articles, outlets: countOutlets(articles), figures: articles.reduce((sum, card) => sum + card.figureCount, 0), undated: articles.length - dates.length, oldest: dates[0] ?? null};
};

/** An entry whose sums are made when somebody looks at them: of twenty thousand a screen shows a dozen. None where no article is left. */
const entryOf = (kind: Entry['kind'], {id, label}: {readonly id: string; readonly label: string}, members: readonly ArticleId[], events: number, cards: ReadonlyMap<ArticleId, ArticleCard>): Entry[] => {
	const ids = new Set(members);
	let newest: string | null = null;
	let any = false;
	for (const member of ids) {
		const card = cards.get(member);
		if (card === undefined) continue;
		any = true;
		if (card.published !== null && (newest === null || card.published > newest)) newest = card.published;
	}

	let made: Sums | null = null;
	const sums = (): Sums => made ??= sumsOf(ids, cards);
	return any ? [{
		kind, id, label, events, newest,
		get articles() {
			return sums().articles;
		},
		get outlets() {
			return sums().outlets;
		},
		get figures() {
			return sums().figures;
		},
		get undated() {
			return sums().undated;
		},
		get oldest() {
			return sums().oldest;
		},
	}] : [];
};

/** Storylines of several events first, then the events; each newest first, undated last. */
const deckEntries = (events: readonly NewsEvent[], storylines: readonly Storyline[], cards: ReadonlyMap<ArticleId, ArticleCard>): Entry[] => {
	const articlesOf = new Map(events.map(event => [event.id, event.articles]));
	const lines = storylines.filter(line => line.events.length > 1)
		.flatMap(line => entryOf('storyline', line, line.events.flatMap(id => articlesOf.get(id) ?? []), line.events.length, cards));
	const single = events.flatMap(event => entryOf('event', event, event.articles, 1, cards));
	return [...lines.sort(byDate), ...single.sort(byDate)];
};

/** Reads everything the deck and the search need. Bodies are not read. */
export const loadDeck = async (library: Library): Promise<DeckData> => {
	const [summary, order, events, storylines, saved, tracked, searches] = await Promise.all([library.summary(), allCards(library), library.events(), library.storylines(), library.saved(), library.tracked(), library.searches()]);
	const cards = new Map(order.map(card => [card.id, card]));
	return {
		name: summary.name, readOnly: summary.readOnly,
		counts: {outlets: summary.outlets, articles: summary.articles, events: summary.events, figures: summary.figures},
		entries: deckEntries(events, storylines, cards), cards, order, saved, tracked, searches, earlier: [], found: nothingFound,
	};
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
