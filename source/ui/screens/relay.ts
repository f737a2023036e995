import {createPage, footer, masthead, MODULE, pageWidth, textAt} from '../paint/layout.ts';
import type {Row} from '../paint/row.ts';
import type {RelayState, State} from '../state.ts';
import type {CompareMetrics} from '../views/compare-view.ts';
import {bodyCanvas, drawHeads, shownOf, type Body, type Head, type Shown} from '../views/frame.ts';
import {carriedWords, placeWords, relayRows} from '../views/relay-rows.ts';
import {relaysOf, type Relay} from '../views/relays.ts';
import {dateWords, publishedWords, say} from '../words/words.ts';
import type {World} from '../world.ts';

/** Title and rule, heads and their rule; and at the foot the rule, two rows, the footer. */
const HEAD = 5;
const FOOT = 5;

const roomOf = (world: World): number => Math.max(1, world.size.rows - HEAD - FOOT);

/** The statement that is open; null until its articles have been read. */
export const relayHere = (view: RelayState, world: World): Relay | null => {
	const comparison = world.comparison(view.ids, view.title);
	return comparison === null ? null : relaysOf(comparison)[view.relay] ?? null;
};

/** Labels over the row of their cells, the cursor's bar in every column. */
const bodyOf = (relay: Relay, shown: Shown, cursor: number): Body => {
	const rows = relayRows(relay).map(row => ({...row, cells: row.cells.slice(shown.first, shown.first + shown.count)}));
	const heights = rows.map(({cells}) => Math.max(...cells.map(cell => cell.length)));
	const canvas = bodyCanvas(shown.count, heights.reduce((sum, height) => sum + height + 2, -1));
	for (let module = 1; module < shown.count; module++) canvas.vertical(module * MODULE, 0, canvas.height - 1);
	const offsets: number[] = [];
	let y = 0;
	for (const [index, {label, note, cells}] of rows.entries()) {
		offsets.push(y);
		canvas.text(textAt(0), y, [{text: label, bold: true}, ...(note === '' ? [] : [{text: `  ${note}`, role: 'dim' as const}])]);
		const height = heights[index] ?? 0;
		for (const [module, cell] of cells.entries()) {
			for (const [line, row] of cell.entries()) canvas.text(textAt(module), y + 1 + line, row);
			if (index === cursor) canvas.bar(module * MODULE + 1, y + 1, y + height);
		}

		y += height + 2;
	}

	return {canvas, offsets, differences: rows.flatMap(({differs}, index) => differs ? [index] : [])};
};

/** Where the rows of the open statement begin. */
export const relayMetrics = (view: RelayState, relay: Relay, world: World): CompareMetrics => {
	const body = bodyOf(relay, shownOf(relay.carriers.length, view.column, world.size.columns), view.cursor);
	return {offsets: body.offsets, total: body.canvas.height, room: roomOf(world), differences: body.differences};
};

const headsOf = (view: RelayState, relay: Relay, world: World): Head[] => {
	const comparison = world.comparison(view.ids, view.title);
	return relay.carriers.flatMap(({article, figure}, index) => {
		const card = comparison?.columns.find(column => column.article.id === article)?.article;
		return card === undefined ? [] : [{article: card, under: `${publishedWords(card.published)} · ${placeWords(figure)}`, isBase: index === 0}];
	});
};

const saidOf = (view: RelayState, relay: Relay, count: number, differences: readonly number[], narrow: boolean): string => {
	const at = differences.indexOf(view.cursor) + 1;
	const label = relayRows(relay)[view.cursor]?.label ?? '';
	const where = at === 0 ? label : `${at} of ${differences.length}${narrow ? '' : ' differences'}: ${label}`;
	return narrow || count < 2 ? where : `${view.relay + 1} of ${count} statements   ${where}`;
};

/** One statement, a column a carrier, a row each for what a carrier may change. No wording is made the right one. */
export const relayScreen = (state: State, view: RelayState, world: World): Row[] => {
	const {canvas} = createPage(world.size);
	const width = pageWidth(world.size.columns);
	const relay = relayHere(view, world);
	if (relay === null) {
		masthead(canvas, {title: view.title});
		canvas.text(3, 2, say.loading, 'dim');
		footer(canvas, {hints: world.keymap.footerHints('relay'), state: '', message: state.message});
		return canvas.rows();
	}

	const shown = shownOf(relay.carriers.length, view.column, world.size.columns);
	const body = bodyOf(relay, shown, view.cursor);
	const room = roomOf(world);
	const scroll = Math.max(0, Math.min(view.scroll, body.canvas.height - room));
	const {figure} = relay.carriers[0];
	masthead(canvas, {title: [relay.source ?? 'nobody named', figure.saidOn ?? figure.asOf].filter(Boolean).map((words, index) => index === 0 ? words : dateWords(words ?? '')).join(', '), of: carriedWords(relay), right: ['relay wording']});
	drawHeads(canvas, headsOf(view, relay, world), shown, view.column, world.size, HEAD + room - 1);
	for (const [line, row] of body.canvas.rows().slice(scroll, scroll + room).entries()) canvas.text(0, HEAD + line, row);
	canvas.rule(HEAD + room, 0, width);
	for (let module = 1; module < shown.count; module++) canvas.vertical(module * MODULE, HEAD + room - 1, HEAD + room - 1, {foot: true});
	const below = body.canvas.height - scroll - room;
	if (below > 0) canvas.text(width - 1, HEAD + room, ` ${below} more below `, {role: 'dim', align: 'right'});
	canvas.text(3, HEAD + room + 1, [{text: say.oneStatement, role: 'own', italic: true}]);
	canvas.text(3, HEAD + room + 2, [{text: 'as in the base', role: 'dim'}, {text: '   other words', bold: true}, {text: '   newsdeck’s reading of them', role: 'own', italic: true}]);
	const comparison = world.comparison(view.ids, view.title);
	const columns = shown.count === relay.carriers.length ? '' : `columns ${shown.first + 1}–${shown.first + shown.count} of ${relay.carriers.length}   `;
	footer(canvas, {hints: world.keymap.footerHints('relay'), message: state.message, state: state.pending || columns + saidOf(view, relay, comparison ? relaysOf(comparison).length : 0, body.differences, world.size.columns < 100)});
	return canvas.rows();
};
