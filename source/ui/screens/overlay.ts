import {graphemes} from '../../text/width.ts';
import {createCanvas, type Canvas} from '../paint/canvas.ts';
import {pageWidth, type Size} from '../paint/layout.ts';
import type {Row} from '../paint/row.ts';
import {symbols} from '../paint/theme.ts';

/** Cells of a box, its border included. */
export type Box = {readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number};

const box = (canvas: Canvas, {x0, y0, x1, y1}: Box, title: string): void => {
	canvas.clear(x0, y0, x1, y1);
	canvas.rule(y0, x0 + 1, x1, {double: true, role: 'ink'});
	canvas.text(x0, y0, symbols.boxTopLeft);
	canvas.text(x1, y0, symbols.boxTopRight);
	for (let y = y0 + 1; y < y1; y++) for (const x of [x0, x1]) canvas.text(x, y, symbols.vertical);
	canvas.rule(y1, x0 + 1, x1, {role: 'ink'});
	canvas.text(x0, y1, symbols.boxLeft);
	canvas.text(x1, y1, symbols.boxRight);
	canvas.text(x0 + 2, y0, ` ${title} `, {bold: true, width: x1 - x0 - 3});
};

/** The page below in the colour of rules, a titled box over it. `alone`: what would stick out beside the box is noise and goes. */
export const overlayOn = (below: readonly Row[], size: Size, place: Box, title: string, alone = false): Canvas => {
	const canvas = createCanvas(size.columns, size.rows);
	for (const [y, row] of below.entries()) canvas.text(0, y, row);
	canvas.fade();
	if (alone) {
		canvas.clear(0, 2, size.columns - 1, size.rows - 3);
		canvas.rule(1, 0, pageWidth(size.columns));
	}

	box(canvas, place, title);
	return canvas;
};

/** Widest box that asks or offers something. */
const WIDEST = 80;

/** A box in the middle of the page, with room for so many rows between its borders. */
export const middleBox = ({columns, rows}: Size, height: number): Box => {
	const width = Math.min(WIDEST, columns - 4);
	const x0 = Math.floor((pageWidth(columns) - width) / 2);
	const y0 = Math.max(1, Math.min(3, rows - height - 4));
	return {x0, y0, x1: x0 + width - 1, y1: Math.min(rows - 2, y0 + height + 1)};
};

/**
 * A line that is being typed, its cursor one inverse cell, `caret` letters before its end; of a long one that part is seen in which the cursor is. `offered`:
 * all of it is inverse, a letter takes its place.
 */
export const typedLine = (canvas: Canvas, x: number, y: number, text: string, cells: number, {caret, offered = false}: {readonly caret: number; readonly offered?: boolean}): void => {
	const letters = graphemes(text);
	const cursor = Math.max(0, letters.length - caret);
	const from = firstSeen(letters, cursor, cells);
	const seen = (part: typeof letters): string => part.map(({text: letter}) => letter).join('');
	const before = canvas.text(x, y, seen(letters.slice(from, cursor)), {width: cells - 1, inverse: offered});
	const after = canvas.text(before, y, letters[cursor]?.text ?? ' ', {inverse: true});
	canvas.text(after, y, seen(letters.slice(cursor + 1)), {width: Math.max(0, x + cells - after)});
};

/** The first letter of a line that is seen where its cursor has to be within so many cells. */
export const firstSeen = (letters: ReturnType<typeof graphemes>, cursor: number, cells: number): number => {
	let from = 0;
	for (let wide = letters.slice(0, cursor + 1).reduce((sum, letter) => sum + letter.cells, 0) + (cursor >= letters.length ? 1 : 0); wide > cells && from < cursor; from++) wide -= letters[from]?.cells ?? 0;
	return from;
};
