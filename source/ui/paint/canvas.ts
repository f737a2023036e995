import {graphemes} from '../../text/width.ts';
import type {Role, Row, Run} from './row.ts';
import {symbols} from './theme.ts';

/** How cells look; a bare role is short for `{role}`. */
export type Look = Omit<Run, 'text'>;
export type TextOptions = Look & {
	/** Cells at most; what does not fit is not drawn. */
	readonly width?: number;
	/** `right`: the text ends before `x` + `width` (or before `x`). `centre`: in the middle of `width`. */
	readonly align?: 'left' | 'right' | 'centre';
};

/** The whole screen as a grid of cells. Everything outside of it is silently not drawn, so that a screen may be any size. */
export type Canvas = {
	readonly columns: number;
	readonly height: number;
	/** Draws one line of text; returns the cell after its last one. */
	text(x: number, y: number, content: string | Row, look?: Role | TextOptions): number;
	/** A horizontal rule over the cells from `from` up to, not including, `to`. */
	rule(y: number, from: number, to: number, look?: {readonly double?: boolean; readonly role?: Role}): void;
	/** A vertical rule over the rows y0 to y1, both included; it ties itself to the rules it meets at its head and on its way. */
	vertical(x: number, y0: number, y1: number, options?: {readonly foot?: boolean}): void;
	/** The cursor bar, rows y0 to y1. */
	bar(x: number, y0: number, y1: number, role?: Role): void;
	/** Lays the selected item's ground under the cells x0 up to, not including, x1. */
	tint(x0: number, x1: number, y0: number, y1: number): void;
	/** Empties cells, x1 and y1 included. */
	clear(x0: number, y0: number, x1: number, y1: number): void;
	/** The page behind an overlay: every cell in the colour of rules. */
	fade(): void;
	/** Exactly `height` rows of exactly `columns` cells. */
	rows(): Row[];
};

type Cell = {text: string; look: Look};
const PLAIN: Look = {};
const BLANK: Cell = {text: ' ', look: PLAIN};
/** What follows in a character of two cells or more. */
const HALF = '';

const sameLook = (a: Look, b: Look): boolean => a === b
	|| (a.role === b.role && a.bold === b.bold && a.italic === b.italic && a.underline === b.underline && a.inverse === b.inverse && a.tint === b.tint);

const lookOf = ({width: _width, align: _align, ...look}: TextOptions): Look => look;

const toRow = (cells: readonly Cell[]): Row => {
	const runs: Array<{text: string; look: Look}> = [];
	for (const cell of cells) {
		const last = runs.at(-1);
		if (last && sameLook(last.look, cell.look)) last.text += cell.text;
		else runs.push({text: cell.text, look: cell.look});
	}

	return runs.map(({text, look}) => ({text, ...look}));
};

const meeting = (standing: string): string => ({
	[symbols.rule]: symbols.cross, [symbols.double]: symbols.crossDouble, [symbols.teeDown]: symbols.cross,
	[symbols.teeDownDouble]: symbols.crossDouble, [symbols.teeUp]: symbols.cross,
})[standing] ?? symbols.vertical;

/** A blank canvas. */
export const createCanvas = (columns: number, height: number): Canvas => {
	const grid: Cell[][] = Array.from({length: height}, () => Array.from({length: columns}, () => BLANK));
	const at = (x: number, y: number): Cell | undefined => grid[y]?.[x];

	/** Part of a wide character cannot stand alone: writing over one cell blanks the others. */
	const set = (x: number, y: number, cell: Cell): void => {
		const row = grid[y];
		if (!row?.[x]) return;
		let head = x;
		while (head > 0 && row[head]?.text === HALF) head--;
		for (let part = head + 1; row[part]?.text === HALF; part++) row[part] = BLANK;
		if (head !== x) row[head] = BLANK;
		row[x] = cell;
	};

	const line = (start: number, y: number, content: string | Row, look: Look, room: number): number => {
		let x = start;
		const end = Math.min(columns, start + room);
		for (const run of typeof content === 'string' ? [{text: content}] : content) {
			const {text, ...own} = run;
			const style = typeof content === 'string' ? look : {...look, ...own};
			for (const grapheme of graphemes(text)) {
				if (grapheme.cells === 0) continue;
				if (x + grapheme.cells > end) return x;
				const under = at(x, y);
				set(x, y, {text: grapheme.text, look: under?.look.tint ? {...style, tint: true} : style});
				for (let part = x + 1; part < x + grapheme.cells; part++) {
					set(part, y, BLANK);
					const row = grid[y];
					if (row && x >= 0) row[part] = {text: HALF, look: row[x]?.look ?? style};
				}

				x += grapheme.cells;
			}
		}

		return x;
	};

	const text: Canvas['text'] = (x, y, content, given = {}) => {
		const options: TextOptions = typeof given === 'string' ? {role: given} : given;
		const long = widthOf(content);
		const room = options.width ?? Number.POSITIVE_INFINITY;
		const shown = Math.min(long, room);
		const start = options.align === 'right' ? (options.width === undefined ? x - shown : x + room - shown)
			: options.align === 'centre' ? x + Math.floor((room - shown) / 2) : x;
		return line(start, y, content, lookOf(options), room);
	};

	const each = (x0: number, x1: number, y0: number, y1: number, change: (cell: Cell, x: number, y: number) => Cell): void => {
		for (let y = Math.max(0, y0); y <= Math.min(height - 1, y1); y++) {
			for (let x = Math.max(0, x0); x <= Math.min(columns - 1, x1); x++) {
				const cell = at(x, y);
				const row = grid[y];
				if (cell && row) row[x] = change(cell, x, y);
			}
		}
	};

	return {
		columns, height, text,
		rule(y, from, to, {double = false, role = double ? 'focus' : 'rule'} = {}) {
			for (let x = Math.max(0, from); x < Math.min(columns, to); x++) set(x, y, {text: double ? symbols.double : symbols.rule, look: {role}});
		},
		vertical(x, y0, y1, {foot = false} = {}) {
			const head = at(x, y0 - 1)?.text;
			const left = at(x - 1, y0 - 1)?.text;
			if (head === symbols.rule || head === symbols.double) {
				const double = head === symbols.double || left === symbols.double;
				set(x, y0 - 1, {text: double ? symbols.teeDownDouble : symbols.teeDown, look: {role: 'rule'}});
			}

			for (let y = y0; y <= y1; y++) set(x, y, {text: meeting(at(x, y)?.text ?? ''), look: {role: 'rule'}});
			if (foot && at(x, y1 + 1)?.text === symbols.rule) set(x, y1 + 1, {text: symbols.teeUp, look: {role: 'rule'}});
		},
		bar(x, y0, y1, role = 'focus') {
			for (let y = y0; y <= y1; y++) set(x, y, {text: symbols.bar, look: {role}});
		},
		tint(x0, x1, y0, y1) {
			each(x0, x1 - 1, y0, y1, cell => ({text: cell.text, look: {...cell.look, tint: true}}));
		},
		clear(x0, y0, x1, y1) {
			for (let y = y0; y <= y1; y++) for (let x = x0; x <= x1; x++) set(x, y, BLANK);
		},
		fade() {
			each(0, columns - 1, 0, height - 1, cell => ({text: cell.text, look: {role: 'rule'}}));
		},
		rows: () => grid.map(toRow),
	};
};

const widthOf = (content: string | Row): number => (typeof content === 'string' ? [{text: content}] : content)
	.reduce((sum, run) => sum + graphemes(run.text).reduce((cells, grapheme) => cells + grapheme.cells, 0), 0);
