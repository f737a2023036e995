import {rangeText} from '../../text/range.ts';
import {clip, width} from '../../text/width.ts';
import {wrap} from '../../text/wrap.ts';
import type {Canvas} from '../paint/canvas.ts';
import {createPage, footer, masthead, moduleAt, ruleNote, textAt} from '../paint/layout.ts';
import type {Entry} from '../session/load.ts';
import {entryAt, entryHeights, entryRoom, SIDE_BY_SIDE} from '../reduce/deck.ts';
import type {Row} from '../paint/row.ts';
import type {DeckState, State} from '../state.ts';
import {count, countRange, marksSaid, monthWords, say, thousands} from '../words/words.ts';
import type {World} from '../world.ts';
import {articleList} from './deck-articles.ts';
import {preview} from './deck-preview.ts';
import {sinceLast} from '../watch-listings.ts';
import {pointer} from './pane.ts';

/** The number of the first marked article that an entry holds; null where it holds none. */
const markOf = (deck: DeckState, ids: readonly string[]): number | null => {
	const at = deck.marked.findIndex(id => ids.includes(id));
	return at < 0 ? null : at + 1;
};

/** "4 outlets  14 figures"; a storyline says how many events it holds instead. */
const meta = (entry: Entry): string => `${entry.kind === 'storyline' ? count(entry.events, 'event') : countRange(entry.outlets, 'outlet')}  ${entry.figures === 0 ? 'no figures' : count(entry.figures, 'figure')}`;

const sideItem = (canvas: Canvas, y: number, entry: Entry, here: boolean, focused: boolean, mark: number | null): void => {
	const lines = wrap(entry.label, 36);
	const shown = lines.length > 2 ? [lines[0] ?? '', clip(lines.slice(1).join(' '), 36)] : lines;
	if (here) canvas.tint(2, 40, y, y + shown.length);
	for (const [index, line] of shown.entries()) canvas.text(3, y + index, line, {bold: here});
	canvas.text(3, y + shown.length, meta(entry), 'dim');
	canvas.text(39, y + shown.length, monthWords(entry.newest), {role: 'dim', align: 'right'});
	pointer(canvas, 0, y, shown.length + 1, here, focused, mark);
};

/** What there is since the last visit, and the key that leads there. */
const news = (canvas: Canvas, x: number, y: number, cells: number, {data, keymap}: World): void => {
	const since = sinceLast(data);
	if (since === null || cells < 16) return;
	const key = keymap.keyFor(since.action, 'deck') ?? '';
	const room = cells - width(key) - 2;
	const whole = since.before + since.text;
	canvas.text(x, y, [{text: `${key}  `, bold: true}, {text: width(whole) <= room ? whole : clip(since.text, room), role: 'own', italic: true}]);
};

const sideList = (canvas: Canvas, state: State, world: World, bottom: number): void => {
	const {deck} = state;
	canvas.text(3, 2, 'Events', {bold: true});
	canvas.text(39, 2, say.order, {role: 'dim', align: 'right'});
	news(canvas, 3, 3, 36, world);
	const heights = entryHeights(world.data, world.size);
	let y = 4;
	for (let index = deck.top; index < world.data.entries.length; index++) {
		const entry = world.data.entries[index];
		const height = (heights[index] ?? 3) - 1;
		if (!entry || y + height - 1 > bottom) break;
		sideItem(canvas, y, entry, index === deck.cursor, deck.pane === 'entries', markOf(deck, entry.articles.map(card => card.id)));
		y += height + 1;
	}
};

const stackedItem = (canvas: Canvas, y: number, entry: Entry, right: number, here: boolean, focused: boolean, mark: number | null): void => {
	if (here) canvas.tint(2, right + 1, y, y);
	canvas.text(3, y, clip(entry.label, right - 3 - 32), {bold: here});
	canvas.text(right - 22, y, rangeText(entry.outlets), {align: 'right'});
	canvas.text(right - 12, y, thousands(entry.figures), {align: 'right'});
	canvas.text(right, y, monthWords(entry.newest), {role: 'dim', align: 'right'});
	pointer(canvas, 0, y, 1, here, focused, mark);
};

/** The list over the preview; returns the first row of the preview. */
const stackedList = (canvas: Canvas, state: State, world: World, right: number): number => {
	const {deck} = state;
	const room = entryRoom(world.size, world.data.entries.length);
	canvas.text(3, 2, 'Events', {bold: true});
	news(canvas, 12, 2, right - 22 - 7 - 3 - 12, world);
	canvas.text(right - 22, 2, 'outlets', {role: 'dim', align: 'right'});
	canvas.text(right - 12, 2, 'figures', {role: 'dim', align: 'right'});
	canvas.text(right, 2, 'newest', {role: 'dim', align: 'right'});
	for (let row = 0; row < room; row++) {
		const entry = world.data.entries[deck.top + row];
		if (entry) stackedItem(canvas, 3 + row, entry, right, deck.top + row === deck.cursor, deck.pane === 'entries', markOf(deck, entry.articles.map(card => card.id)));
	}

	canvas.rule(3 + room, 0, right + 1);
	const below = world.data.lines - deck.top - room;
	if (below > 0) ruleNote(canvas, 3 + room, `${thousands(below)} more below`);
	return 4 + room;
};

/** Events and storylines are the lines of the list; where it is narrow, storylines go first. */
const mastheadCounts = ({data}: World): string[] => [
	...(data.lines > data.counts.events ? [count(data.lines - data.counts.events, 'storyline')] : []), count(data.counts.outlets, 'outlet'), count(data.counts.articles, 'article'), count(data.counts.events, 'event'), count(data.counts.figures, 'figure'),
];

/** Home: events on the left, what the selected one holds on the right, its figures first; stacked where it is narrow. */
export const deck = (state: State, world: World): Row[] => {
	const {canvas, right, width: page, bottom} = createPage(world.size);
	const entry = entryAt(world.data, state.deck);
	const side = world.size.columns >= SIDE_BY_SIDE;
	const inList = state.deck.pane === 'articles';
	masthead(canvas, {
		title: 'newsdeck', of: world.data.name, right: mastheadCounts(world),
		focus: side ? (inList ? [moduleAt(1) + 1, page] : [0, moduleAt(1)]) : [0, page],
	});
	let note = '';
	if (side) {
		sideList(canvas, state, world, bottom);
		canvas.vertical(moduleAt(1), 2, bottom);
		if (entry) note = (inList ? articleList : preview)(canvas, entry, state, world, {x: textAt(1), y: 2, right, bottom});
	} else {
		const y = stackedList(canvas, state, world, right);
		if (entry) note = (inList ? articleList : preview)(canvas, entry, state, world, {x: 3, y, right, bottom});
	}

	footer(canvas, {
		hints: world.keymap.footerHints(inList ? 'list' : 'deck'), message: state.message, more: note,
		state: position(state, world),
	});
	return canvas.rows();
};

const position = ({deck, pending, range}: State, {data}: World): string => {
	if (pending) return pending;
	const marked = marksSaid(deck.marked.length, range);
	const entry = data.entries[deck.cursor];
	return deck.pane === 'articles' && entry
		? `${marked}article ${deck.article + 1} of ${entry.articles.length}`
		: `${marked}${thousands(deck.cursor + 1)} of ${thousands(data.lines)}`;
};
