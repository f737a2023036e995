import type {AlignedRow, Column, Comparison} from '../../model/comparison.ts';
import type {Figure} from '../../model/figure.ts';
import type {Canvas} from '../paint/canvas.ts';
import {wrapRuns} from '../figure-list.ts';
import {MODULE, textAt, textWidth, type Size} from '../paint/layout.ts';
import type {Row} from '../paint/row.ts';
import type {CompareViewState} from '../state.ts';
import {symbols} from '../paint/theme.ts';
import {count} from '../words/words.ts';
import {figuresInOrder} from '../reader-layout.ts';
import type {CompareView} from './compare-view.ts';
import {bodyCanvas, framed, isNarrow, metricsOf, plainBody, roomFor, shownColumns, type Body, type Shown} from './frame.ts';
import {saidWithPlace} from './page.ts';
import {headlineRows, paragraphRows} from './paragraphs.ts';
import {drawFree, freeMetrics} from './text-free.ts';

const WIDTH = textWidth(1);

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

/** How paragraphs look: shared wording dim or not; the figure that the cursor has come to. */
type Looks = {readonly sharedDim: boolean; readonly here: string | null};

const cellRows = (source: Column, row: AlignedRow, column: number, missing: string, {sharedDim, here}: Looks): Row[] => {
	const segments = row.cells[column] ?? [];
	if (segments.length === 0) return missing === SILENT ? [] : gap(missing);
	return segments.flatMap((segment, i) => [...(i > 0 ? [[]] : []), ...paragraphRows(source, segment, sharedDim && row.shared.includes(column), here)]);
};

type Block = {readonly row: AlignedRow; readonly index: number; readonly cells: ReadonlyArray<readonly Row[]>; readonly height: number};

/** The rows that a shown column tells; one whose words stand only in columns out of sight would be a band of gaps. */
const blocksOf = (comparison: Comparison, columns: readonly number[], looks: Looks): Block[] => {
	const seen = comparison.rows.map((row, index) => ({row, index})).filter(({row}) => columns.some(column => tells(row, column)));
	const gaps = columns.map(column => gapsOf(seen.map(({row}) => row), column));
	return seen.map(({row, index}, place) => {
		const cells = columns.map((column, module) => {
			const source = comparison.columns[column];
			return source === undefined ? [] : cellRows(source, row, column, gaps[module]?.[place] ?? '', looks);
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

const drawn = (comparison: Comparison, shown: Shown, cursor: number | null, looks: Looks): Body => {
	const columns = Array.from({length: shown.count}, (_, module) => shown.first + module);
	const heads = columns.flatMap(column => comparison.columns[column] ?? []).map(column => headlineRows(column));
	const headHeight = Math.max(1, ...heads.map(head => head.length));
	const blocks = blocksOf(comparison, columns, looks);
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
const saidOf = (comparison: Comparison, view: CompareViewState, size: Size, differences: readonly number[]): string =>
	saidWithPlace([view.free === null ? '' : 'each column alone', whereOf(comparison, view, size, differences)].filter(Boolean).join('   '), view.figure, view.figure > 0 ? figuresAt(comparison, view).length : 0);

const whereOf = (comparison: Comparison, view: CompareViewState, size: Size, differences: readonly number[]): string => {
	const at = differences.indexOf(view.cursor) + 1;
	if (isNarrow(size)) return at === 0 ? '' : `${at}/${differences.length}`;
	if (at === 0) return count(differences.length, 'difference');
	const topic = comparison.rows[view.cursor]?.topic ?? null;
	return `${at} of ${count(differences.length, 'difference')}${topic === null ? '' : `: ${topic}`}`;
};

/** The figures of the focused column in the cursor's row. */
const figuresAt = (comparison: Comparison, {cursor, column}: CompareViewState): readonly Figure[] => {
	const segments = comparison.rows[cursor]?.cells[column] ?? [];
	return figuresInOrder(comparison.columns[column]?.figures ?? []).filter(({segment}) => segments.includes(segment));
};

/** Paragraphs that tell the same thing stand in one row, gaps say what is missing. */
export const textView: CompareView = {
	name: 'text',
	moves: 'lines',
	draw(comparison, view, size) {
		const shown = shownColumns(comparison, view, size.columns);
		if (view.free !== null) return framed(comparison, view, size, drawFree(comparison, view, shown, roomFor(size)), saidOf(comparison, view, size, freeMetrics(comparison, view, 1).differences));
		const body = drawn(comparison, shown, view.cursor, {sharedDim: view.sharedDim, here: view.figure > 0 ? figuresAt(comparison, view)[view.figure]?.id ?? null : null});
		return framed(comparison, view, size, body, saidOf(comparison, view, size, body.differences));
	},
	measure: (comparison, view, size) => view.free !== null ? freeMetrics(comparison, view, roomFor(size))
		: metricsOf(drawn(comparison, shownColumns(comparison, view, size.columns), null, {sharedDim: view.sharedDim, here: null}), size),
	plain: (comparison, width) => plainBody(comparison, width, shown => drawn(comparison, shown, null, {sharedDim: false, here: null})),
	columns: comparison => comparison.columns.length,
	places: (comparison, view) => figuresAt(comparison, view).length,
	target(comparison, view) {
		const segment = comparison.rows[view.cursor]?.cells[view.column]?.[0] ?? null;
		const figure = figuresAt(comparison, view)[view.figure] ?? null;
		return {column: view.column, figure, segment};
	},
};
