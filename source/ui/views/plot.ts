import type {Time} from '../../model/views.ts';
import type {Figure} from '../../model/figure.ts';
import {thousands} from '../../text/range.ts';
import {createCanvas, type Canvas} from '../paint/canvas.ts';
import type {Row} from '../paint/row.ts';
import {symbols} from '../paint/theme.ts';
import {figureRuns} from '../words/words.ts';
import {rowWidth} from '../paint/layout.ts';

/** Months on a shared axis. `from`, `to`: counted in months since year 0, `to` excluded; `cells` from its left end. */
export type Axis = {readonly from: number; readonly to: number; readonly cells: number};

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const LONGEST_MONTH = 31;

/** An ISO day in months since year 0, with its day as a part of one. */
const monthsOf = (iso: string): number => {
	const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
	return year * 12 + month - 1 + (day - 1) / LONGEST_MONTH;
};

/** Of the axis, so much is left free behind the last day for the values beside their marks. */
const FREE = .3;

/** The axis that holds these times: whole months, two at least. */
export const axisOf = (times: readonly Time[], cells: number): Axis | null => {
	if (times.length === 0) return null;
	const from = Math.floor(Math.min(...times.map(time => monthsOf(time.from))));
	const last = Math.max(from + 2, Math.floor(Math.max(...times.map(time => monthsOf(time.to)))) + 1);
	return {from, to: last + Math.ceil((last - from) * FREE), cells};
};

/** The cell of a day. */
export const cellOf = (axis: Axis, iso: string): number => Math.min(axis.cells - 1, Math.max(0, Math.floor((monthsOf(iso) - axis.from) / (axis.to - axis.from) * axis.cells)));

/** Marks on the axis: each month where there is room, else each so many; then the years under the first month of each. */
export const axisRows = (axis: Axis): Row[] => {
	const step = [1, 2, 3, 6, 12, 24, 60, 120, 240].find(months => axis.cells / ((axis.to - axis.from) / months) >= 8) ?? 1200;
	const canvas = createCanvas(axis.cells, 3);
	canvas.rule(0, 0, axis.cells);
	let year = -1;
	for (let month = Math.ceil(axis.from / step) * step; month < axis.to; month += step) {
		const x = Math.floor((month - axis.from) / (axis.to - axis.from) * axis.cells);
		canvas.text(x, 0, symbols.teeUp, 'rule');
		if (x + 3 > axis.cells) continue;
		canvas.text(x, 1, MONTHS[month % 12] ?? '', 'dim');
		if (Math.floor(month / 12) !== year && x + 4 <= axis.cells) canvas.text(x, 2, String(Math.floor(month / 12)), 'dim');
		year = Math.floor(month / 12);
	}

	return canvas.rows();
};

/** The order of magnitude of a figure's lower bound (its upper one where it has no lower): 3 for thousands. Null where it has none. */
export const magnitudeOf = ({low, high}: Figure): number | null => {
	const value = low ?? high;
	return value === null || value <= 0 ? null : Math.floor(Math.log10(value));
};

/** Thousands of thousands have names: their noughts would not fit beside the strip. */
const LARGE = ['million', 'billion', 'trillion'] as const;
const SHORT = ['m', 'bn', 'tn'] as const;

/** "1,000s", "1s", "millions", "10m", "100bn": how a line of the plot is called. */
export const magnitudeWords = (magnitude: number): string => {
	if (magnitude < 0) return 'under 1';
	if (magnitude < 6 || magnitude > 14) return magnitude < 6 ? `${thousands(10 ** magnitude)}s` : `10^${magnitude}`;
	const step = Math.floor(magnitude / 3) - 2;
	return magnitude % 3 === 0 ? `${LARGE[step]}s` : `${10 ** (magnitude % 3)}${SHORT[step]}`;
};

/** Draws one figure on its line: where it holds, what it counts from, and the value beside it; `here`: the cursor is on it. */
export const plotFigure = (canvas: Canvas, x: number, y: number, axis: Axis, {figure, time}: {readonly figure: Figure; readonly time: Time}, here = false): void => {
	const [from, to] = [cellOf(axis, time.from), cellOf(axis, time.to)];
	const holds = time.basis === 'as of' || time.basis === 'period';
	const value: Row = [...(holds ? [] : [{text: `${time.basis} `, role: 'dim' as const}]), ...figureRuns(figure).map(run => here ? {...run, inverse: true} : run)];
	const wide = rowWidth(value);
	// Beside the mark where there is room, else before it.
	const beside = to + 2 + wide <= axis.cells;
	const open = figure.flow === 'total' && time.basis === 'as of';
	const start = open ? (beside ? 0 : Math.min(from, wide + 1)) : from;
	for (let at = start; at <= to; at++) canvas.text(x + at, y, holds && at >= from ? symbols.stated : symbols.inferredPlot, {role: 'figure'});
	canvas.text(x + (beside ? to + 2 : Math.max(0, start - wide - 1)), y, value);
};
