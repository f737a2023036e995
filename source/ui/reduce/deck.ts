import type {ArticleCard, ArticleId} from '../../model/article.ts';
import type {ComparisonView} from '../../model/comparison.ts';
import type {KeyAction} from '../keys/keymap.ts';
import {windowTop, type Size} from '../paint/layout.ts';
import {chooseByCards, MOST_COLUMNS, previewIds, type DeckData, type Entry} from '../session/load.ts';
import {openComparison, pushView, withMessage, type DeckState, type ReaderState, type State} from '../state.ts';
import type {Sought} from '../../search/search.ts';
import {width} from '../../text/width.ts';
import {viewOpenedBy} from '../views/tabs.ts';
import {say} from '../words/words.ts';
import type {World} from '../world.ts';

/** From here on the deck has its list at the left; below it, list over preview. */
export const SIDE_BY_SIDE = 100;

const heightsKept = new WeakMap<DeckData, {stacked: boolean; heights: readonly number[]}>();

/** Rows that each entry of the list takes: one when stacked, else title (two rows at most), counts and a blank. */
export const entryHeights = (data: DeckData, {columns}: Size): readonly number[] => {
	const stacked = columns < SIDE_BY_SIDE;
	const kept = heightsKept.get(data);
	if (kept?.stacked === stacked) return kept.heights;
	const heights = data.entries.map(entry => stacked ? 1 : (width(entry.label.trim()) > 36 ? 4 : 3));
	heightsKept.set(data, {stacked, heights});
	return heights;
};

/** Rows the list of entries has; stacked, no more than it fills. */
export const entryRoom = ({columns, rows}: Size, entries: number): number =>
	columns < SIDE_BY_SIDE ? Math.min(Math.max(3, Math.floor((rows - 5) / 3)), Math.max(1, entries)) : rows - 6 + 1;

export const entryAt = (data: DeckData, deck: DeckState): Entry | undefined => data.entries[deck.cursor];

const clamp = (value: number, last: number): number => Math.max(0, Math.min(value, last));

/** How far a moving key goes in a list of so many items; null where the action does not move. */
export const moved = (action: KeyAction, at: number, length: number, page: number): number | null => {
	const steps: Partial<Record<KeyAction, number>> = {
		down: at + 1, up: at - 1, 'page-down': at + page, 'page-up': at - page,
		'half-down': at + Math.ceil(page / 2), 'half-up': at - Math.ceil(page / 2), first: 0, last: length - 1,
	};
	const wanted = steps[action];
	return wanted === undefined ? null : clamp(wanted, Math.max(0, length - 1));
};

const move = (state: State, action: KeyAction, {data, size}: World): State | null => {
	const {deck} = state;
	if (deck.pane === 'articles') {
		const article = moved(action, deck.article, entryAt(data, deck)?.articles.length ?? 0, Math.max(1, Math.floor((size.rows - 8) / 3)));
		return article === null ? null : {...state, deck: {...deck, article}};
	}

	const heights = entryHeights(data, size);
	const room = entryRoom(size, data.entries.length);
	const cursor = moved(action, deck.cursor, data.entries.length, Math.max(1, Math.floor(room / (heights[0] ?? 1))));
	return cursor === null ? null : {...state, deck: {...deck, cursor, article: 0, top: windowTop(heights, deck.top, cursor, room)}};
};

/** Marks them, or takes the marks away where all are marked. */
export const toggle = (marked: readonly ArticleId[], ids: readonly ArticleId[]): readonly ArticleId[] =>
	ids.every(id => marked.includes(id)) ? marked.filter(id => !ids.includes(id)) : [...marked, ...ids.filter(id => !marked.includes(id))];

/** The articles of a group to set side by side: by what they answer where their bodies are there, else by their cards. */
export const chooseColumns = (articles: readonly ArticleCard[], world: World): readonly ArticleId[] => {
	const wanted = previewIds(articles);
	const bodies = wanted.flatMap(id => world.derivation(id) ?? []);
	const chosen = bodies.length === wanted.length ? world.tools.choose(bodies, MOST_COLUMNS).map(column => column.article.id) : [];
	return chosen.length >= 2 ? chosen : chooseByCards(articles);
};

/** The articles a comparison opened here would hold, and what it is of. */
export const chosenHere = (state: State, world: World): {readonly ids: readonly ArticleId[]; readonly title: string} => {
	const {data} = world;
	const entry = entryAt(data, state.deck);
	const {marked} = state.deck;
	if (marked.length < 2) return {ids: entry ? chooseColumns(entry.articles, world) : [], title: entry?.label ?? ''};
	const holds = data.entries.find(candidate => marked.every(id => candidate.members.includes(id)));
	return {ids: marked, title: holds?.label ?? data.cards.get(marked[0] ?? '')?.headline ?? ''};
};

/** Opens a comparison, or says why it cannot. */
export const openCompare = (state: State, ids: readonly ArticleId[], title: string, view: ComparisonView): State =>
	ids.length < 2 ? withMessage(state, say.compareNeedsTwo, true)
		: pushView(state, openComparison(ids, title, view === 'figures' && ids.length > MOST_COLUMNS ? 'ledger' : view));

/** Says that a comparison holds fewer articles than the event it was opened from. */
const saidOfSome = (state: State, ids: readonly ArticleId[], of: number, {size}: World): State => ids.length < 2 || ids.length >= of ? state : withMessage(state, say.someOf(ids.length, of, size.columns < 80));

/** A reader at the top of an article. */
export const readerOf = (list: readonly ArticleId[], index: number, of: string, found: Sought | null = null): ReaderState =>
	({kind: 'reader', list, index, of, scroll: 0, paragraph: -1, figure: 0, quote: null, found, match: null, evidence: true, select: null});

/** What keys do in the deck and its pane of articles. */
export const reduceDeck = (state: State, action: KeyAction, world: World): State => {
	const {deck} = state;
	const entry = entryAt(world.data, deck);
	const going = move(state, action, world);
	if (going) return going;
	if (!entry) return withMessage(state, say.emptyHere);
	switch (action) {
		case 'open': return pushView(state, readerOf(entry.articles.map(card => card.id), deck.pane === 'articles' ? deck.article : 0, entry.label));
		case 'next-pane': return {...state, range: null, deck: {...deck, pane: deck.pane === 'entries' ? 'articles' : 'entries'}};
		case 'mark': {
			const ids = deck.pane === 'articles' ? entry.articles.slice(deck.article, deck.article + 1).map(card => card.id) : chooseColumns(entry.articles, world);
			return {...state, deck: {...deck, marked: toggle(deck.marked, ids)}};
		}

		case 'clear-marks': return withMessage({...state, deck: {...deck, marked: []}}, say.marksCleared);
		default: {
			const opened = viewOpenedBy(action);
			const {ids, title} = chosenHere(state, world);
			return opened === null ? state : saidOfSome(openCompare(state, ids, title, opened), ids, deck.marked.length < 2 ? entry.articles.length : 0, world);
		}
	}
};
