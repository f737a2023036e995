import {clip, width} from '../../text/width.ts';
import {wrap} from '../../text/wrap.ts';
import type {Canvas} from '../paint/canvas.ts';

/** The cursor's bar and the marks, in the two cells before the text. */
export const pointer = (canvas: Canvas, x: number, y: number, rows: number, here: boolean, focused: boolean, mark: number | null): void => {
	if (here) canvas.bar(x + 1, y, y + rows - 1, focused ? 'focus' : 'rule');
	if (mark !== null) canvas.text(x + 1, y, mark > 9 ? '+' : String(mark), {role: 'focus', bold: true, inverse: here});
};

/** A place on the page that a part may fill: text from x up to `right`, rows y to `bottom`, both included. */
export type Pane = {readonly x: number; readonly y: number; readonly right: number; readonly bottom: number};

/** Title of a pane, two rows at most, with words at its right; returns the next row. */
export const paneTitle = (canvas: Canvas, {x, y, right}: Pane, title: string, beside: string): number => {
	const room = right - x - (beside ? width(beside) + 3 : 0);
	const lines = wrap(title, room);
	const shown = lines.length > 2 ? [lines[0] ?? '', clip(lines.slice(1).join(' '), room)] : lines;
	for (const [index, line] of shown.entries()) canvas.text(x, y + index, line, {bold: true});
	if (beside) canvas.text(right, y, beside, {role: 'dim', align: 'right'});
	return y + shown.length;
};
