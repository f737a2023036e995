import type {Ran} from '../../model/desk.ts';
import {clip, graphemes, width} from '../../text/width.ts';
import {hintRow, pageWidth, type Size} from '../paint/layout.ts';
import type {Row} from '../paint/row.ts';
import {symbols} from '../paint/theme.ts';
import type {Overlay} from '../state.ts';
import {sayPipe} from '../words/pipe-words.ts';
import {count, thousands} from '../words/words.ts';
import type {World} from '../world.ts';
import {overlayOn, type Box} from './overlay.ts';

/** Rows of output seen at once: the box, how it ended and its keys take the others. */
export const outputRoom = ({rows}: Size): number => Math.max(3, rows - 11);
const cellsOf = ({columns}: Size): number => pageWidth(columns) - 10;

const TAB = 8;

/** A line with its tabs as blanks, to the next eighth column. */
const withoutTabs = (line: string): string => line.split('\t').reduce((done, part) => `${done}${' '.repeat(TAB - (width(done) % TAB))}${part}`);

/** A line cut to so many cells, wherever that is: what a program lines up stays lined up. */
const cut = (line: string, cells: number): string[] => {
	const pieces: string[] = [];
	let piece = '';
	let used = 0;
	for (const {text, cells: wide} of graphemes(line)) {
		if (used + wide > cells) {
			pieces.push(piece);
			piece = '';
			used = 0;
		}

		piece += text;
		used += wide;
	}

	return [...pieces, piece];
};

const kept = new WeakMap<Ran, {readonly cells: number; readonly rows: readonly string[]}>();

/** What a command printed, as rows of this screen. */
export const outputRows = (ran: Ran, size: Size): readonly string[] => {
	const cells = cellsOf(size);
	const known = kept.get(ran);
	if (known?.cells === cells) return known.rows;
	const rows = ran.lines.flatMap(line => cut(withoutTabs(line), cells));
	kept.set(ran, {cells, rows});
	return rows;
};

/** What a command printed, and how it ended, over the view whose articles it was handed. */
export const output = (below: readonly Row[], {command, ran, scroll}: Extract<Overlay, {kind: 'output'}>, {size, keymap}: World): Row[] => {
	const rows = ran === null ? [] : outputRows(ran, size);
	const room = Math.min(outputRoom(size), Math.max(1, rows.length));
	const place: Box = {x0: 2, y0: 2, x1: pageWidth(size.columns) - 3, y1: 2 + room + 6};
	const {x0, y0, x1, y1} = place;
	const canvas = overlayOn(below, size, place, clip(command, x1 - x0 - 6));
	const from = Math.max(0, Math.min(scroll, rows.length - room));
	for (const [index, row] of rows.slice(from, from + room).entries()) canvas.text(x0 + 3, y0 + 2 + index, row);
	if (ran === null) canvas.text(x0 + 3, y0 + 2, sayPipe.running, 'dim');
	else {
		if (rows.length === 0) canvas.text(x0 + 3, y0 + 2, [{text: `${symbols.none} ${sayPipe.nothingPrinted}`, role: 'own', italic: true}]);
		const well = ran.end.how === 'exit' && ran.end.code === 0;
		canvas.text(x0 + 3, y1 - 3, [...(well ? [] : [{text: `${symbols.tension} `, role: 'warn' as const, bold: true}]), {text: clip(sayPipe.ended(ran), x1 - x0 - 8), role: 'dim'}]);
		const left = rows.length - from - room;
		canvas.text(x1 - 2, y1 - 1, left > 0 ? `${thousands(left)} more below` : count(ran.lines.length, 'line'), {role: 'dim', align: 'right'});
	}

	canvas.rule(y1 - 2, x0 + 1, x1);
	hintRow(canvas, x0 + 3, y1 - 1, keymap.footerHints('output'), x1 - 20);
	return canvas.rows();
};
