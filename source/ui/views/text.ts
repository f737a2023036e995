import type {AlignedRow, Column, Comparison} from '../../model/comparison.ts';
import {HEADLINE} from '../../model/article.ts';
import {wrapLines} from '../../text/wrap.ts';
import type {Canvas} from '../canvas.ts';
import {wrapRuns} from '../figure-list.ts';
import {MODULE, textAt, type Size} from '../layout.ts';
import type {Row} from '../row.ts';
import type {CompareViewState} from '../state.ts';
import {symbols} from '../theme.ts';
import {count} from '../words.ts';
import {figuresInOrder} from '../reader-layout.ts';
import type {CompareView} from './compare-view.ts';
import {markedRuns, marksOf} from '../screens/article-text.ts';
import {bodyCanvas, framed, isNarrow, metricsOf, plainBody, shownColumns, type Body, type Shown} from './frame.ts';

const WIDTH = 36;

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

/** From so many rows on that follow each other and are not here, one line tells them all. */
const MANY = 3;

/** newsdeck's own words in a source's column: what is missing here. */
const gap = (words: string): Row[] => wrapRuns([{text: `${symbols.none} not here${words === '' ? '' : `: ${words}`}`, role: 'own', italic: true}], WIDTH);

const topicsOf = (rows: readonly AlignedRow[]): string => {
	const topics = [...new Set(rows.flatMap(row => row.topic ?? []))].slice(0, 2);
	return `${rows.length} paragraphs${topics.length === 0 ? '' : `, on ${topics.join(', ')}`}${topics.length === 2 && rows.length > 2 ? ' and more' : ''}`;
};

const tells = (row: AlignedRow, column: number): boolean => (row.cells[column] ?? []).length > 0;

/** What stands in a column's gaps, row by row. A long stretch without differences says it once, at its head: many gap lines are noise. */
const gapsOf = (rows: readonly AlignedRow[], column: number): string[] => {
	const words: string[] = rows.map(row => row.topic ?? '');
	for (let from = 0; from < rows.length; from++) {
		const next = rows.findIndex((row, index) => index >= from && (tells(row, column) || row.difference));
		const to = next === -1 ? rows.length : next;
		if (to - from >= MANY) words.fill(SILENT, from, to).splice(from, 1, topicsOf(rows.slice(from, to)));
		from = Math.max(from, to - 1);
	}

	return words;
};

/** A gap that the line above has told already. */
const SILENT = '\u0000';

const cellRows = (source: Column, row: AlignedRow, column: number, missing: string, sharedDim: boolean): Row[] => {
	const segments = row.cells[column] ?? [];
	if (segments.length === 0) return missing === SILENT ? [] : gap(missing);
	return segments.flatMap((segment, i) => [...(i > 0 ? [[]] : []), ...paragraph(source, segment, sharedDim && row.shared.includes(column))]);
};

type Block = {readonly row: AlignedRow; readonly index: number; readonly cells: ReadonlyArray<readonly Row[]>; readonly height: number};

/** The rows that a shown column tells; one whose words stand only in columns out of sight would be a band of gaps. */
const blocksOf = (comparison: Comparison, columns: readonly number[], sharedDim: boolean): Block[] => {
	const seen = comparison.rows.map((row, index) => ({row, index})).filter(({row}) => columns.some(column => tells(row, column)));
	const gaps = columns.map(column => gapsOf(seen.map(({row}) => row), column));
	return seen.map(({row, index}, place) => {
		const cells = columns.map((column, module) => {
			const source = comparison.columns[column];
			return source === undefined ? [] : cellRows(source, row, column, gaps[module]?.[place] ?? '', sharedDim);
		});
		return {row, index, cells, height: Math.max(...cells.map(cell => cell.length))};
	});
};

const drawBlock = (canvas: Canvas, y: number, {row, index, cells, height}: Block, first: number, cursor: number | null): void => {
	for (const [module, cell] of cells.entries()) {
		for (const [line, runs] of cell.entries()) canvas.text(textAt(module), y + line, runs);
		if (index === cursor) canvas.bar(module * MODULE + 1, y, y + height - 1, row.difference ? 'focus' : 'rule');
		else if (row.shared.includes(first + module)) canvas.text(module * MODULE + 1, y, symbols.shared, 'dim');
	}
};

const drawn = (comparison: Comparison, shown: Shown, cursor: number | null, sharedDim: boolean): Body => {
	const columns = Array.from({length: shown.count}, (_, module) => shown.first + module);
	const heads = columns.flatMap(column => comparison.columns[column] ?? []).map(column => headline(column));
	const headHeight = Math.max(1, ...heads.map(head => head.length));
	const blocks = blocksOf(comparison, columns, sharedDim);
	const lines = headHeight + blocks.reduce((sum, {height}) => sum + height + 1, 0);
	const canvas = bodyCanvas(shown.count, lines);
	for (let module = 1; module < shown.count; module++) canvas.vertical(module * MODULE, 0, lines - 1);
	for (const [module, head] of heads.entries()) for (const [y, line] of head.entries()) canvas.text(textAt(module), y, line);
	const offsets: number[] = [];
	let y = headHeight + 1;
	for (const block of blocks) {
		// A row out of sight begins where the next one in sight does.
		while (offsets.length <= block.index) offsets.push(y);
		drawBlock(canvas, y, block, shown.first, cursor);
		y += block.height + 1;
	}

	while (offsets.length < comparison.rows.length) offsets.push(lines - 1);
	return {canvas, offsets, differences: blocks.filter(({row}) => row.difference).map(({index}) => index)};
};

/** "1 of 7 differences: casualties"; where there is little room "1/7". */
const saidOf = (comparison: Comparison, view: CompareViewState, size: Size, differences: readonly number[]): string => {
	const at = differences.indexOf(view.cursor) + 1;
	if (isNarrow(size)) return at === 0 ? '' : `${at}/${differences.length}`;
	if (at === 0) return count(differences.length, 'difference');
	const topic = comparison.rows[view.cursor]?.topic ?? null;
	return `${at} of ${count(differences.length, 'difference')}${topic === null ? '' : `: ${topic}`}`;
};

/** Paragraphs that tell the same thing stand in one row, gaps say what is missing. */
export const textView: CompareView = {
	name: 'text',
	moves: 'lines',
	draw(comparison, view, size) {
		const body = drawn(comparison, shownColumns(comparison, view, size.columns), view.cursor, view.sharedDim);
		return framed(comparison, view, size, body, saidOf(comparison, view, size, body.differences));
	},
	measure: (comparison, view, size) => metricsOf(drawn(comparison, shownColumns(comparison, view, size.columns), null, view.sharedDim), size),
	plain: (comparison, width) => plainBody(comparison, width, shown => drawn(comparison, shown, null, false)),
	target(comparison, view) {
		const segment = comparison.rows[view.cursor]?.cells[view.column]?.[0] ?? null;
		const figure = figuresInOrder(comparison.columns[view.column]?.figures ?? []).find(item => item.segment === segment) ?? null;
		return {column: view.column, figure, segment};
	},
};
