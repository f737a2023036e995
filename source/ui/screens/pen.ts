import type {Canvas} from '../paint/canvas.ts';
import {wrapRuns} from '../figure-list.ts';
import {kicker} from '../paint/layout.ts';
import type {Row} from '../paint/row.ts';
import {symbols} from '../paint/theme.ts';
import type {Pane} from './pane.ts';

/** Rows under which there is no blank to spare. */
const LOW = 18;
/** Text is read in lines of so many cells. */
export const MEASURE = 76;

/** Draws from the top of a pane downwards; what goes on below its end says so. */
export type Pen = {
	readonly row: () => number;
	readonly room: () => number;
	/** `less`: cells kept free at the right. */
	line(row: Row, indent?: number, less?: number): void;
	blank(): void;
	/** A row that was drawn by somebody else. */
	next(): void;
	kicker(label: string, counted?: string): void;
};

/** A pen at the top of a pane. */
export const penOn = (canvas: Canvas, {x, y: top, right, bottom}: Pane): Pen => {
	let y = top;
	// Where it is low, blanks go before words do.
	const gap = bottom - top < LOW ? 0 : 1;
	return {
		row: () => y, room: () => bottom - y + 1,
		line(row, indent = 0, less = 0) {
			const lines = wrapRuns(row, Math.max(8, Math.min(MEASURE, right - x) - indent - less));
			const shown = lines.slice(0, Math.max(0, bottom - y + 1));
			for (const each of shown) canvas.text(x + indent, y++, each, {width: right - x - indent});
			if (shown.length > 0 && shown.length < lines.length) canvas.text(right, y - 1, ` ${symbols.cut}`, {role: 'dim', align: 'right'});
		},
		blank: () => void (y += gap),
		next: () => void y++,
		kicker(label, counted = '') {
			if (y + 1 <= bottom) kicker(canvas, x, y, label, right, counted);
			y++;
		},
	};
};
