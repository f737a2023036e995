import type {AlignedRow, Column, Comparison} from '../../model/comparison.ts';
import {HEADLINE} from '../../model/article.ts';
import {wrapLines} from '../../text/wrap.ts';
import {wrapRuns} from '../figure-list.ts';
import {modulesOf, textAt, type Size} from '../layout.ts';
import type {Row} from '../row.ts';
import type {CompareViewState} from '../state.ts';
import {symbols, type Theme} from '../theme.ts';
import type {CompareMetrics} from '../world.ts';
import {markedRuns, marksOf} from './article-text.ts';
import {bodyCanvas, framed, metricsOf, plainBody, shownColumns, type Body} from './compare-frame.ts';

const WIDTH = 36;
type Shown = {readonly first: number; readonly count: number};

/** A paragraph in its marks, wrapped; never cut. Shared wording is dim where that was asked for. */
const paragraph = (column: Column, segment: number, dim: boolean): Row[] => {
	const text = column.article.segments[segment]?.text ?? '';
	const marks = marksOf(column.article, segment, column.figures, column.quotes, null);
	return wrapLines(text, WIDTH).map(line => markedRuns(text, line.start, line.end, marks, dim ? {role: 'dim'} : {}));
};

const headline = (column: Column): Row[] => {
	const text = column.article.headline;
	if (text === null) return [[{text: 'without a headline', role: 'own', italic: true}]];
	const marks = marksOf(column.article, HEADLINE, column.figures, column.quotes, null);
	return wrapLines(text, WIDTH).map(line => markedRuns(text, line.start, line.end, marks, {bold: true}));
};

/** newsdeck's own words in a source's column: what is missing here. */
const gap = (topic: string | null): Row[] =>
	wrapRuns([{text: `${symbols.none} not here${topic === null ? '' : `: ${topic}`}`, role: 'own', italic: true}], WIDTH);

const cellRows = (comparison: Comparison, row: AlignedRow, column: number, sharedDim: boolean): Row[] => {
	const segments = row.cells[column] ?? [];
	const source = comparison.columns[column];
	if (source === undefined) return [];
	if (segments.length === 0) return gap(row.topic);
	return segments.flatMap((segment, i) => [...(i > 0 ? [[]] : []), ...paragraph(source, segment, sharedDim && row.shared.includes(column))]);
};

const drawn = (comparison: Comparison, shown: Shown, cursor: number | null, sharedDim: boolean): Body => {
	const columns = Array.from({length: shown.count}, (_, module) => shown.first + module);
	const heads = columns.map(column => {
		const source = comparison.columns[column];
		return source === undefined ? [] : headline(source);
	});
	// A row whose words stand only in columns out of sight would be a band of gaps.
	const rows = comparison.rows.map((row, index) => ({row, index, cells: columns.map(column => cellRows(comparison, row, column, sharedDim)), seen: columns.some(column => (row.cells[column] ?? []).length > 0)}));
	const headHeight = Math.max(1, ...heads.map(head => head.length));
	const heights = rows.map(({cells, seen}) => seen ? Math.max(...cells.map(cell => cell.length)) : 0);
	const lines = headHeight + heights.reduce((sum, height) => sum + (height > 0 ? height + 1 : 0), 0);
	const canvas = bodyCanvas(shown.count, lines);
	for (let module = 1; module < shown.count; module++) canvas.vertical(module * 40, 0, lines - 1);
	for (const [module, head] of heads.entries()) for (const [y, line] of head.entries()) canvas.text(textAt(module), y, line);
	let y = headHeight;
	const offsets: number[] = [];
	for (const [i, {row, index, cells, seen}] of rows.entries()) {
		const height = heights[i] ?? 0;
		offsets.push(Math.min(y + (seen ? 1 : 0), lines - 1));
		if (!seen) continue;
		y++;
		for (const [module, cell] of cells.entries()) {
			for (const [line, runs] of cell.entries()) canvas.text(textAt(module), y + line, runs);
			if (index === cursor) canvas.bar(module * 40 + 1, y, y + height - 1, row.difference ? 'focus' : 'rule');
			else if (row.shared.includes(shown.first + module)) canvas.text(module * 40 + 1, y, symbols.shared, 'dim');
		}

		y += height;
	}

	return {canvas, offsets, differences: rows.flatMap(({row, index, seen}) => row.difference && seen ? [index] : [])};
};

/** The Text view: exactly `size.rows` rows of `size.columns` cells. */
export const compareText = (comparison: Comparison, view: CompareViewState, size: Size, _theme: Theme): Row[] => {
	const body = drawn(comparison, shownColumns(comparison, view, size.columns), view.cursor, view.sharedDim);
	const at = body.differences.indexOf(view.cursor);
	const topic = comparison.rows[view.cursor]?.topic;
	const said = at === -1 ? `${body.differences.length} differences` : `${at + 1} of ${body.differences.length} differences${topic === null || topic === undefined ? '' : `: ${topic}`}`;
	return framed(comparison, view, size, body, said);
};

/** Where each aligned row begins in the Text view. */
export const measureText = (comparison: Comparison, view: CompareViewState, size: Size): CompareMetrics =>
	metricsOf(drawn(comparison, shownColumns(comparison, view, size.columns), null, view.sharedDim), size);

/** The Text view for a pipe: all of it, as wide as `width` allows. */
export const compareTextPlain = (comparison: Comparison, width: number): string[] => {
	const count = Math.min(modulesOf(width), comparison.columns.length);
	return plainBody(comparison, count, drawn(comparison, {first: 0, count}, null, false));
};
