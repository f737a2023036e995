import {clip, width} from '../../text/width.ts';
import {wrap} from '../../text/wrap.ts';
import {createCanvas, type Canvas} from './canvas.ts';
import type {Role, Row, Run} from './row.ts';
import {symbols} from './theme.ts';

/** Cells of the terminal. */
export type Size = {readonly columns: number; readonly rows: number};

/** The page is cut into modules: 1 rule, 2 mark, 36 text, 1 blank. */
export const MODULE = 40;
/** Nothing is drawn in less than this but one line that says so. */
export const SMALLEST: Size = {columns: 60, rows: 15};

/** First cell of a module; its rule stands there, its marks in the next two. */
export const moduleAt = (index: number): number => index * MODULE;
/** First text cell of a module: 3, 43, 83. */
export const textAt = (index: number): number => index * MODULE + 3;
/** Text cells of so many modules together: 36, 76, 116. */
export const textWidth = (modules: number): number => modules * MODULE - 4;
/** Text cells behind the first `taken` modules of a page: what stands there grows with it, to three modules, as long as a line is read. */
export const textBehind = (page: number, taken: number): number => textWidth(Math.min(3, Math.floor(page / MODULE) - taken));
/** Whole modules on a page this wide; at least one. */
export const modulesOf = (columns: number): number => Math.max(1, Math.floor(columns / MODULE));
/** Width of the page: whole modules from 120 on (what is left over is margin), below that whatever there is. */
export const pageWidth = (columns: number): number => columns >= 3 * MODULE ? modulesOf(columns) * MODULE : columns;
/** The cell after the last one that text may take. */
const pageRight = (columns: number): number => pageWidth(columns) - 1;

/** A page with its margin: text from 3, rows 2 to `bottom` for the body. */
export const createPage = ({columns, rows}: Size): {canvas: Canvas; right: number; width: number; top: number; bottom: number} => ({
	canvas: createCanvas(columns, rows), right: pageRight(columns), width: pageWidth(columns), top: 2, bottom: rows - 3,
});

/** A row filled with blanks to exactly `cells` cells, or cut to them. */
export const pad = (row: Row, cells: number): Row => {
	const canvas = createCanvas(cells, 1);
	canvas.text(0, 0, row);
	return canvas.rows()[0] ?? [];
};

/** Cells of a row. */
export const rowWidth = (row: Row): number => row.reduce((sum, run) => sum + width(run.text), 0);

export type Masthead = {
	/** What stands there: name or title, bold, and what it is of, dim. */
	readonly title: string;
	readonly of?: string;
	readonly titleRole?: Role;
	/** A sign set right after the title: the degree of an inferred outlet. */
	readonly after?: Run;
	/** Counts at the right, 3 blanks apart; the first go when there is no room. */
	readonly right?: readonly string[];
	/** Cells of the double rule below: where the keys go. Default none. */
	readonly focus?: readonly [number, number];
};

/** Rows 0 and 1. */
export const masthead = (canvas: Canvas, parts: Masthead): void => {
	const right = pageRight(canvas.columns);
	const counts = [...parts.right ?? []];
	const wanted = 3 + width(parts.title) + (parts.of ? 2 + width(parts.of) : 0) + 3;
	while (counts.length > 1 && wanted + width(counts.join('   ')) > right) counts.shift();
	const room = counts.length > 0 ? right - width(counts.join('   ')) - 3 : right;
	let x = canvas.text(3, 0, clip(parts.title, Math.max(0, room - 3)), {bold: true, ...(parts.titleRole && {role: parts.titleRole})});
	if (parts.after) x = canvas.text(x, 0, [parts.after]);
	if (parts.of && room - x - 2 > 6) canvas.text(x + 2, 0, clip(parts.of, room - x - 2), 'dim');
	canvas.text(right, 0, counts.join('   '), {role: 'dim', align: 'right'});
	canvas.rule(1, 0, pageWidth(canvas.columns));
	if (parts.focus) canvas.rule(1, parts.focus[0], parts.focus[1], {double: true});
};

export type Tab = {readonly key: string; readonly name: string};

/** The title and the tabs at its right; the open tab is bold over a double rule. Under 120 columns tabs show numbers, the open one its name. */
export const tabRow = (canvas: Canvas, title: string, tabs: readonly Tab[], open: string): void => {
	const right = pageRight(canvas.columns);
	const short = canvas.columns < 3 * MODULE;
	const words = tabs.map(tab => short && tab.key !== open ? tab.key : `${tab.key} ${tab.name}`);
	const gap = short ? 2 : 3;
	const start = right - words.reduce((sum, word) => sum + width(word) + gap, -gap);
	canvas.text(3, 0, clip(title, Math.max(0, start - 5)), {bold: true});
	canvas.rule(1, 0, pageWidth(canvas.columns));
	let x = start;
	for (const [index, word] of words.entries()) {
		const isOpen = tabs[index]?.key === open;
		const end = canvas.text(x, 0, word, isOpen ? {bold: true} : 'dim');
		if (isOpen) canvas.rule(1, x, end, {double: true});
		x = end + gap;
	}
};

/** A section's head: bold word, light rule to the right, count at its end. `right` is the cell after its last. */
export const kicker = (canvas: Canvas, x: number, y: number, label: string, right: number, count: string | Row = ''): void => {
	const counted = typeof count === 'string' ? (count ? [{text: count, role: 'dim' as const}] : []) : count;
	const long = rowWidth(counted);
	const from = canvas.text(x, y, clip(label, right - x), {bold: true}) + 1;
	const to = long > 0 ? right - long - 1 : right;
	if (to > from) canvas.rule(y, from, to);
	if (long > 0 && right - long > from) canvas.text(right - long, y, counted);
};

/** A key as printed in the footer, and what it does in a word or two. */
export type Hint = {readonly keys: string; readonly label: string};
export type Message = {readonly text: string; readonly failed: boolean};

export type Footer = {
	/** Left out by views: the screen sets the keys of whoever looks at them. */
	readonly hints?: readonly Hint[];
	/** What stands at the right: "1 of 9". */
	readonly state: string;
	/** Takes the state's place, with `!` where something failed. */
	readonly message?: Message | null;
	/** Set in the rule above: "3 more below". */
	readonly more?: string;
};

/** Cells that the keys beside a message keep. */
const KEPT_FOR_KEYS = 17;
/** Rows of a long message at most. */
const MOST_TOLD = 4;

/** The last two rows: rule, then hints (at most 7, `? keys` last; one that does not fit is left out whole) and the state. A message too long to stand beside the keys stands above them, whole. Returns the first row that is the footer's. */
export const footer = (canvas: Canvas, {hints = [], state, message, more = ''}: Footer): number => {
	const y = canvas.height - 1;
	const right = pageRight(canvas.columns);
	const sign: Row = message?.failed ? [{text: `${symbols.tension} `, role: 'warn', bold: true}] : [];
	const look = message?.failed ? {} : {role: 'dim' as const};
	const beside = Math.max(20, right - 3 - KEPT_FOR_KEYS);
	const above = message && width(message.text) + rowWidth(sign) > beside ? wrap(message.text, right - 3 - rowWidth(sign)).slice(0, MOST_TOLD) : [];
	const top = y - 1 - above.length;
	if (above.length > 0) canvas.clear(0, top, canvas.columns - 1, y - 1);
	canvas.rule(top, 0, pageWidth(canvas.columns));
	if (more) ruleNote(canvas, top, more);
	for (const [line, text] of above.entries()) canvas.text(3, top + 1 + line, [...(line === 0 ? sign : []), {text: line > 0 && sign.length > 0 ? `  ${text}` : text, ...look}]);
	const runs: Row = message && above.length === 0 ? [...sign, {text: message.text, ...look}] : [{text: clip(state, beside), role: 'dim'}];
	canvas.text(right - rowWidth(runs), y, runs);
	hintRow(canvas, 3, y, hints, right - rowWidth(runs) - (rowWidth(runs) > 0 ? 3 : 0));
	return top;
};

/** A few words set into a rule at its right end, one cell of the rule left behind them. */
export const ruleNote = (canvas: Canvas, y: number, words: string): void => {
	canvas.text(pageRight(canvas.columns), y, ` ${words} `, {role: 'dim', align: 'right'});
};

/** Hints side by side; the last one (`? keys`) keeps its place, others go from the right. */
export const hintRow = (canvas: Canvas, x: number, y: number, hints: readonly Hint[], right: number): void => {
	const shown = [...hints];
	const wide = (): number => shown.reduce((sum, hint) => sum + width(`${hint.keys} ${hint.label}`) + 3, -3);
	while (shown.length > 1 && x + wide() > right) shown.splice(-2, 1);
	if (x + wide() > right) return;
	let at = x;
	for (const hint of shown) {
		at = canvas.text(at, y, hint.keys, {bold: true}) + 1;
		at = canvas.text(at, y, hint.label, 'dim') + 3;
	}
};

/**
 * The first visible item of a list whose items have these heights, so that `cursor` is wholly in `room` rows: the old
 * first stays where it can, the list never jumps under the cursor.
 */
export const windowTop = (heights: readonly number[], top: number, cursor: number, room: number): number => {
	let first = Math.max(0, Math.min(top, cursor));
	let used = 0;
	for (let index = first; index <= cursor; index++) used += heights[index] ?? 0;
	while (used > room && first < cursor) {
		used -= heights[first] ?? 0;
		first++;
	}

	return first;
};
