import type {Comparison} from '../../model/comparison.ts';
import {MODULE, textAt} from '../paint/layout.ts';
import type {Row} from '../paint/row.ts';
import type {CompareViewState} from '../state.ts';
import type {CompareMetrics} from './compare-view.ts';
import {bodyCanvas, type Body, type Shown} from './frame.ts';
import {headlineRows, paragraphRows} from './paragraphs.ts';

/** One column by itself: its lines, and where each row of the comparison begins in them (a row it does not tell: where it goes on). */
type Alone = {readonly lines: readonly Row[]; readonly offsets: readonly number[]; readonly ends: readonly number[]};

const alone = (comparison: Comparison, column: number, sharedDim: boolean): Alone => {
	const source = comparison.columns[column];
	if (source === undefined) return {lines: [], offsets: [], ends: []};
	const lines: Row[] = [...headlineRows(source), []];
	const shared = new Set(comparison.rows.filter(row => row.shared.includes(column)).flatMap(row => row.cells[column] ?? []));
	const from: number[] = [];
	for (const segment of source.article.segments.keys()) {
		from.push(lines.length);
		lines.push(...paragraphRows(source, segment, sharedDim && shared.has(segment), null), []);
	}

	let at = 0;
	const places = comparison.rows.map(({cells}) => {
		const [first, last] = [cells[column]?.[0], cells[column]?.at(-1)];
		at = first === undefined ? at : from[first] ?? at;
		return {from: at, to: last === undefined ? at : (from[last + 1] ?? lines.length) - 1};
	});
	return {lines, offsets: places.map(place => place.from), ends: places.map(place => place.to)};
};

/** Where the focused column stands: it alone moves. */
export const freeMetrics = (comparison: Comparison, view: CompareViewState, room: number): CompareMetrics => {
	const {lines, offsets} = alone(comparison, view.column, view.sharedDim);
	return {offsets, total: lines.length, room, differences: comparison.rows.flatMap((row, index) => row.difference ? [index] : [])};
};

/** The columns that are seen, each from its own line on: no gaps, every article as it is written. */
export const drawFree = (comparison: Comparison, view: CompareViewState, shown: Shown, room: number): Body => {
	const canvas = bodyCanvas(shown.count, room);
	let below = 0;
	for (let module = 0; module < shown.count; module++) {
		const column = shown.first + module;
		const {lines, offsets, ends} = alone(comparison, column, view.sharedDim);
		const from = Math.max(0, Math.min(view.free?.[column] ?? 0, lines.length - room));
		if (module > 0) canvas.vertical(module * MODULE, 0, room - 1);
		for (const [y, line] of lines.slice(from, from + room).entries()) canvas.text(textAt(module), y, line);
		const [start, end] = [(offsets[view.cursor] ?? 0) - from, (ends[view.cursor] ?? 0) - 1 - from];
		if (end >= start) canvas.bar(module * MODULE + 1, Math.max(0, start), Math.min(room - 1, end), comparison.rows[view.cursor]?.difference ? 'focus' : 'rule');
		if (column === view.column) below = Math.max(0, lines.length - from - room);
	}

	return {canvas, offsets: [], differences: [], below};
};
