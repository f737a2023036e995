import type {ArticleId} from '../../model/article.ts';
import type {KeyAction} from '../keys/keymap.ts';
import {textWidth, windowTop, type Size} from '../paint/layout.ts';
import {listingOf, type Listing, type ListingItem} from '../listings.ts';
import {chooseColumns, entryAt, entryHeights, entryRoom, moved, openCompare, readerOf, SIDE_BY_SIDE, toggle} from './deck.ts';
import type {DeckData} from '../session/load.ts';
import {pushView, withMessage, withView, type ListingState, type State} from '../state.ts';
import {viewOpenedBy} from '../views/tabs.ts';
import {clip, width} from '../../text/width.ts';
import {wrap} from '../../text/wrap.ts';
import {say} from '../words/words.ts';
import type {World} from '../world.ts';

/** Rows an item takes at least: title, facts and a blank; stacked a single one. */
const leastHeight = ({columns}: Size): number => columns < SIDE_BY_SIDE ? 1 : 3;
/** The title of a line in the list beside its preview: two rows at most, whole in the preview. */
export const titleLines = ({title, runs}: ListingItem): readonly string[] => {
	if (runs !== undefined || width(title) <= textWidth(1)) return [title];
	const [first = '', ...rest] = wrap(title, textWidth(1));
	return rest.length === 0 ? [first] : [first, clip(rest.join(' '), textWidth(1))];
};
/** Rows of a line: a second row of its title, and the head of a section, take one more each. */
const heightOf = (item: ListingItem | undefined, size: Size): number =>
	item === undefined ? 0 : leastHeight(size) + (size.columns < SIDE_BY_SIDE ? 0 : titleLines(item).length - 1) + (item.head === undefined ? 0 : 1);

/** Rows of the list; stacked it leaves half of the page to the preview, more where it does not fill its own. */
export const listingRoom = (listing: Listing, size: Size): number => {
	if (size.columns >= SIDE_BY_SIDE) return size.rows - (listing.sections ? 4 : 5);
	// What stands below a section's line says more than an article's beginning does.
	const most = Math.max(3, Math.floor((size.rows - 5) / (listing.sections ? 3 : 2)));
	if (listing.length >= most) return most;
	const needed = Array.from({length: listing.length}, (_, index) => heightOf(listing.at(index), size)).reduce((sum, height) => sum + height, 0);
	return Math.max(1, Math.min(most, needed));
};

/** The first line seen, so that the one under the cursor is seen whole; only lines that can be in sight are measured, of however many. */
const topFor = (listing: Listing, top: number, cursor: number, size: Size): number => {
	const room = listingRoom(listing, size);
	let first = Math.max(Math.min(top, cursor), cursor - Math.ceil(room / leastHeight(size)));
	const heights = Array.from({length: cursor - first + 1}, (_, index) => heightOf(listing.at(first + index), size));
	let used = heights.reduce((sum, height) => sum + height, 0);
	for (let index = 0; used > room && first < cursor; index++, first++) used -= heights[index] ?? 0;
	return first;
};

/** A listing at its top. */
export const openListing = (of: ListingState['of']): ListingState => ({kind: 'listing', of, cursor: 0, top: 0, choice: 0});

/** The articles behind the line under the cursor. */
export const listedHere = (view: ListingState, world: World): readonly ArticleId[] => listingOf(world.data, view).at(view.cursor)?.articles ?? [];

const move = (view: ListingState, cursor: number, world: World): ListingState =>
	({...view, cursor, choice: 0, top: topFor(listingOf(world.data, view), view.top, cursor, world.size)});

/** The cursor on a line that is there, and that line in sight: lines come and go while a list is open. */
export const onTheList = (view: ListingState, world: World): ListingState => {
	const {length} = listingOf(world.data, view);
	const next = move(view, Math.max(0, Math.min(view.cursor, length - 1)), world);
	return next.cursor === view.cursor && next.top === view.top ? view : next;
};

/** Lines came or went above the cursor: it stays on its event, and in a list of all articles on its article. */
export const onTheSameLine = (state: State, before: DeckData, world: World): State => {
	const {data, size} = world;
	const event = entryAt(before, state.deck)?.id;
	const cursor = data.entries.findIndex(({id}) => id === event);
	const deck = cursor < 0 || cursor === state.deck.cursor ? state.deck
		: {...state.deck, cursor, top: windowTop(entryHeights(data, size), state.deck.top, cursor, entryRoom(size, data.entries.length))};
	const stack = state.stack.map(view => {
		const article = view.kind === 'listing' && view.of.kind === 'articles' ? before.order[view.cursor]?.id : undefined;
		const at = article === undefined ? -1 : data.order.findIndex(({id}) => id === article);
		return view.kind !== 'listing' || at < 0 || at === view.cursor ? view : move(view, at, world);
	});
	return deck === state.deck && stack.every((view, index) => view === state.stack[index]) ? state : {...state, deck, stack};
};

/** What keys do in a listing. */
export const reduceListing = (state: State, view: ListingState, action: KeyAction, world: World): State => {
	const listing = listingOf(world.data, view);
	const page = Math.max(1, Math.floor(listingRoom(listing, world.size) / leastHeight(world.size)) - 1);
	const cursor = moved(action, view.cursor, listing.length, page);
	if (cursor !== null) return withView(state, move(view, cursor, world));
	const item = listing.at(view.cursor);
	if (item === undefined) return state;
	const {deck} = state;
	switch (action) {
		case 'open':
			if (item.view !== undefined) return openCompare(state, item.articles, item.title, item.view);
			if (view.of.kind === 'outlets') return pushView(state, openListing({kind: 'some', title: item.title, articles: item.articles}));
			return pushView(state, readerOf(Array.from({length: listing.length}, (_, index) => listing.at(index)?.articles[0] ?? ''), view.cursor, listing.title));
		case 'mark': return {...state, deck: {...deck, marked: toggle(deck.marked, item.articles)}};
		case 'clear-marks': return withMessage({...state, deck: {...deck, marked: []}}, say.marksCleared);
		default: {
			const opened = viewOpenedBy(action);
			return opened === null ? state : openCompare(state, compared(state, item.articles, world), item.title, opened);
		}
	}
};

const compared = ({deck}: State, articles: readonly ArticleId[], world: World): readonly ArticleId[] =>
	deck.marked.length >= 2 ? deck.marked : chooseColumns(articles.flatMap(id => world.card(id) ?? []), world);
