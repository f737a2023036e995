import {clip, width} from '../../text/width.ts';
import {createPage, footer, masthead, moduleAt, ruleNote, textAt} from '../layout.ts';
import {listingOf, type Listing} from '../listings.ts';
import type {Canvas} from '../canvas.ts';
import {SIDE_BY_SIDE} from '../reduce-deck.ts';
import {itemHeight, listingRoom} from '../reduce-listing.ts';
import type {Row} from '../row.ts';
import type {ListingState, State} from '../state.ts';
import {symbols} from '../theme.ts';
import {thousands} from '../words.ts';
import type {World} from '../world.ts';
import {articlePreview} from './article-preview.ts';
import {pointer} from './pane.ts';

type Drawn = {readonly listing: Listing; readonly view: ListingState; readonly marked: readonly string[]};

const markOf = (marked: readonly string[], articles: readonly string[]): number | null => {
	const at = marked.findIndex(id => articles.includes(id));
	return at < 0 ? null : at + 1;
};

/** Title and facts in 36 cells, as the deck's own list has them. */
const sideList = (canvas: Canvas, {listing, view, marked}: Drawn, bottom: number): void => {
	for (let index = view.top, y = 3; y + 1 <= bottom; index++, y += 3) {
		const item = listing.at(index);
		if (!item) return;
		const here = index === view.cursor;
		if (here) canvas.tint(2, 40, y, y + 1);
		canvas.text(3, y, clip(item.title, 36), {bold: here, ...(!item.known && {role: 'own' as const})});
		canvas.text(3, y + 1, clip(item.facts, 35 - width(item.right)), 'dim');
		canvas.text(39, y + 1, item.right, {role: 'dim', align: 'right'});
		pointer(canvas, 0, y, 2, here, true, markOf(marked, item.articles));
	}
};

/** A row an item, over the preview. */
const stackedList = (canvas: Canvas, {listing, view, marked}: Drawn, right: number, room: number): void => {
	for (let row = 0; row < room; row++) {
		const item = listing.at(view.top + row);
		const y = 2 + row;
		if (!item) continue;
		const here = view.top + row === view.cursor;
		if (here) canvas.tint(2, right + 1, y, y);
		canvas.text(3, y, clip(item.title, right - 3 - 39), {bold: here, ...(!item.known && {role: 'own' as const})});
		canvas.text(right - 37, y, clip(item.facts, 25), 'dim');
		canvas.text(right, y, item.right, {role: 'dim', align: 'right'});
		pointer(canvas, 0, y, 1, here, true, markOf(marked, item.articles));
	}
};

/** A list, and beside it (narrow: under it) the article under the cursor. */
export const listing = (state: State, view: ListingState, world: World): Row[] => {
	const {canvas, right, width: page, bottom} = createPage(world.size);
	const shown = listingOf(world.data, view);
	const side = world.size.columns >= SIDE_BY_SIDE;
	const room = listingRoom(world.size);
	masthead(canvas, {title: shown.title, of: world.data.name, right: [shown.counts], focus: side ? [0, moduleAt(1)] : [0, page]});
	const drawn: Drawn = {listing: shown, view, marked: state.deck.marked};
	const chosen = shown.at(view.cursor)?.articles[0];
	let more = 0;
	if (side) {
		sideList(canvas, drawn, bottom);
		canvas.vertical(moduleAt(1), 2, bottom);
		more = shown.length - view.top - Math.floor((room + 1) / itemHeight(world.size));
	} else {
		stackedList(canvas, drawn, right, room);
		canvas.rule(2 + room, 0, page);
		const below = shown.length - view.top - room;
		if (below > 0) ruleNote(canvas, 2 + room, `${thousands(below)} more below`);
	}

	if (shown.length === 0) canvas.text(3, 3, [{text: `${symbols.none} nothing here yet`, role: 'own', italic: true}]);
	if (chosen !== undefined) articlePreview(canvas, chosen, world, [], side ? {x: textAt(1), y: 2, right, bottom} : {x: 3, y: 3 + room, right, bottom});
	const marks = state.deck.marked.length > 0 ? `${thousands(state.deck.marked.length)} marked   ` : '';
	footer(canvas, {
		hints: world.keymap.footerHints('listing'), message: state.message, more: more > 0 ? `${thousands(more)} more below` : '',
		state: state.pending || (shown.length === 0 ? '' : `${marks}${thousands(view.cursor + 1)} of ${thousands(shown.length)}`),
	});
	return canvas.rows();
};
