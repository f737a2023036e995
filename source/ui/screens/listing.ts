import {clip, width} from '../../text/width.ts';
import {createPage, footer, kicker, masthead, moduleAt, ruleNote, textAt} from '../paint/layout.ts';
import {emptyListings} from '../words/empty-words.ts';
import type {Context} from '../keys/keymap.ts';
import {listingOf, type Listing, type ListingItem} from '../listings.ts';
import type {Canvas} from '../paint/canvas.ts';
import {SIDE_BY_SIDE} from '../reduce/deck.ts';
import {contextBelow} from '../keys/context.ts';
import {listingRoom, titleLines} from '../reduce/listing.ts';
import type {Row} from '../paint/row.ts';
import type {ListingState, State} from '../state.ts';
import {marksSaid, say, thousands} from '../words/words.ts';
import type {World} from '../world.ts';
import {articlePreview, groupPreview} from './article-preview.ts';
import {nothingHere, waysOut} from './nothing.ts';
import {pointer, type Pane} from './pane.ts';
import {watchPreview} from './watch-preview.ts';

type Drawn = {readonly listing: Listing; readonly view: ListingState; readonly marked: readonly string[]};

const markOf = (marked: readonly string[], articles: readonly string[]): number | null => {
	const at = marked.findIndex(id => articles.includes(id));
	return at < 0 ? null : at + 1;
};

/** The title as it looks: runs of its own, or plain. */
const titleRow = ({title, runs, known}: ListingItem, cells: number, here: boolean): Row =>
	runs ?? [{text: clip(title, cells), bold: here, ...(!known && {role: 'own' as const})}];

const headOf = (canvas: Canvas, {head}: ListingItem, y: number, right: number): number => {
	if (head === undefined) return y;
	kicker(canvas, 3, y, head.label, right, head.count);
	return y + 1;
};

/** Title and facts in 36 cells, as the deck's own list has them; returns how many lines it has room for. */
const sideList = (canvas: Canvas, {listing, view, marked}: Drawn, bottom: number): number => {
	let index = view.top;
	for (let y = listing.sections ? 2 : 3; ; index++) {
		const item = listing.at(index);
		const titles = item === undefined ? [] : titleLines(item);
		if (!item || y + titles.length + (item.head ? 1 : 0) > bottom) return index - view.top;
		y = headOf(canvas, item, y, 39);
		const here = index === view.cursor;
		const facts = y + titles.length;
		if (here) canvas.tint(2, 40, y, facts);
		for (const [line, title] of titles.entries()) canvas.text(3, y + line, titleRow({...item, title}, 36, here), {width: 36});
		canvas.text(3, facts, clip(item.facts, 35 - width(item.right)), 'dim');
		canvas.text(39, facts, item.right, {role: 'dim', align: 'right'});
		pointer(canvas, 0, y, titles.length + 1, here, true, markOf(marked, item.articles));
		y = facts + 2;
	}
};

/** Under this page a row has no room for its facts beside its title. */
const NARROWEST_FACTS = 76;

/** A row an item, over the preview; returns how many lines it has room for. */
const stackedList = (canvas: Canvas, {listing, view, marked}: Drawn, right: number, room: number, spoken: boolean): number => {
	let index = view.top;
	for (let y = 2; ; index++, y++) {
		const item = listing.at(index);
		if (!item || y + (item.head ? 1 : 0) >= 2 + room) return index - view.top;
		y = headOf(canvas, item, y, right);
		const here = index === view.cursor;
		if (here) canvas.tint(2, right + 1, y, y);
		// Very narrow, or said aloud, the title is what one chooses by: the facts stand in the preview.
		const facts = (spoken || right < NARROWEST_FACTS) && item.watched === undefined ? 0 : 39;
		const cells = right - 3 - (facts > 0 ? facts : width(item.right) + 2);
		canvas.text(3, y, titleRow(item, cells, here), {width: cells});
		if (facts > 0) canvas.text(right - 37, y, clip(item.facts, 36 - width(item.right)), 'dim');
		canvas.text(right, y, item.right, {role: 'dim', align: 'right'});
		pointer(canvas, 0, y, 1, here, true, markOf(marked, item.articles));
	}
};

/** How far the library has been looked through; empty where it has been. */
const looking = ({of}: ListingState, {data: {found: {queue, followed}, tracked}}: World): string => {
	if (of.kind === 'review') return queue === null ? say.loading : queue.read < queue.of ? say.readSoFar(queue.read, queue.of) : '';
	return of.kind === 'questions' && tracked.size > 0 && followed === null ? say.loading : '';
};

/** A list, and beside it (narrow: under it) what its line stands for. */
export const listing = (state: State, view: ListingState, world: World): Row[] => {
	const {canvas, right, width: page, bottom} = createPage(world.size);
	const shown = listingOf(world.data, view);
	const side = world.size.columns >= SIDE_BY_SIDE;
	const room = listingRoom(shown, world.size);
	masthead(canvas, {title: shown.title, of: world.data.name, right: shown.counts, focus: side && shown.length > 0 ? [0, moduleAt(1)] : [0, page]});
	const drawn: Drawn = {listing: shown, view, marked: state.deck.marked};
	const context = contextBelow(state);
	const waiting = looking(view, world);
	if (shown.length === 0) nothing(canvas, view, waiting, context, world, {x: 3, y: 2, right, bottom});
	const fits = side ? sideList(canvas, drawn, bottom) : stackedList(canvas, drawn, right, room, world.spoken);
	const below = shown.length - view.top - fits;
	if (shown.length > 0 && side) canvas.vertical(moduleAt(1), 2, bottom);
	if (shown.length > 0 && !side) {
		canvas.rule(2 + room, 0, page);
		if (below > 0) ruleNote(canvas, 2 + room, `${thousands(below)} more below`);
	}

	const item = shown.at(view.cursor);
	const pane = side ? {x: textAt(1), y: 2, right, bottom} : {x: 3, y: 3 + room, right, bottom};
	const chosen = item?.articles[0];
	if (item && !watchPreview(canvas, item, view.choice, world, pane) && chosen !== undefined) {
		if (view.of.kind === 'saved' || view.of.kind === 'outlets') groupPreview(canvas, item, world, pane);
		else articlePreview(canvas, chosen, world, null, pane);
	}

	const marks = marksSaid(state.deck.marked.length, state.range);
	footer(canvas, {
		hints: shown.length === 0 ? waysOut(emptyListings[view.of.kind], context, world) : world.keymap.footerHints(context), message: state.message, more: side && below > 0 ? `${thousands(below)} more below` : '',
		state: state.pending || [waiting, shown.length === 0 ? '' : `${marks}${thousands(view.cursor + 1)} of ${thousands(shown.length)}`].filter(Boolean).join('   '),
	});
	return canvas.rows();
};

const nothing = (canvas: Canvas, {of}: ListingState, waiting: string, context: Context, world: World, pane: Pane): void => {
	if (waiting === '') nothingHere(canvas, emptyListings[of.kind], context, world, pane);
	else canvas.text(pane.x, pane.y, waiting, 'dim');
};
