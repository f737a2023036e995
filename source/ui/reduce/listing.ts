import type {ArticleId} from '../../model/article.ts';
import type {KeyAction} from '../keys/keymap.ts';
import {windowTop, type Size} from '../paint/layout.ts';
import {listingOf, type Listing} from '../listings.ts';
import {chooseColumns, moved, openCompare, readerOf, SIDE_BY_SIDE, toggle} from './deck.ts';
import {pushView, withMessage, withView, type ListingState, type State} from '../state.ts';
import {viewOpenedBy} from '../views/tabs.ts';
import {say} from '../words/words.ts';
import type {World} from '../world.ts';

/** Rows an item takes: title, facts and a blank; stacked a single one. */
const itemHeight = ({columns}: Size): number => columns < SIDE_BY_SIDE ? 1 : 3;
/** Rows of the list; stacked it leaves half of the page to the preview, more where it does not fill its own. */
export const listingRoom = (listing: Listing, size: Size): number => {
	if (size.columns >= SIDE_BY_SIDE) return size.rows - (listing.sections ? 4 : 5);
	// What stands below a section's line says more than an article's beginning does.
	const most = Math.max(3, Math.floor((size.rows - 5) / (listing.sections ? 3 : 2)));
	return listing.length >= most ? most : Math.max(1, Math.min(most, listing.sections ? sectionHeights(listing, size).reduce((sum, height) => sum + height, 0) : listing.length));
};

/** Rows of each line where some begin a section: the head takes one more. */
const sectionHeights = (listing: Listing, size: Size): readonly number[] =>
	Array.from({length: listing.length}, (_, index) => itemHeight(size) + (listing.at(index)?.head === undefined ? 0 : 1));

/** A listing at its top. */
export const openListing = (of: ListingState['of']): ListingState => ({kind: 'listing', of, cursor: 0, top: 0, choice: 0});

/** The articles behind the line under the cursor. */
export const listedHere = (view: ListingState, world: World): readonly ArticleId[] => listingOf(world.data, view).at(view.cursor)?.articles ?? [];

const move = (view: ListingState, cursor: number, world: World): ListingState => {
	const listing = listingOf(world.data, view);
	const room = listingRoom(listing, world.size);
	if (listing.sections) return {...view, cursor, choice: 0, top: windowTop(sectionHeights(listing, world.size), view.top, cursor, room)};
	const fits = Math.max(1, Math.floor(room / itemHeight(world.size)));
	const top = Math.min(view.top, cursor);
	return {...view, cursor, choice: 0, top: cursor - top >= fits ? cursor - fits + 1 : top};
};

/** The cursor on a line that is there, and that line in sight: lines come and go while a list is open. */
export const onTheList = (view: ListingState, world: World): ListingState => {
	const {length} = listingOf(world.data, view);
	const next = move(view, Math.max(0, Math.min(view.cursor, length - 1)), world);
	return next.cursor === view.cursor && next.top === view.top ? view : next;
};

/** What keys do in a listing. */
export const reduceListing = (state: State, view: ListingState, action: KeyAction, world: World): State => {
	const listing = listingOf(world.data, view);
	const page = Math.max(1, Math.floor(listingRoom(listing, world.size) / itemHeight(world.size)) - 1);
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
