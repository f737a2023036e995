import type {Comparison, Derived, MatrixCell, MatrixRow} from '../../model/comparison.ts';
import type {Figure} from '../../model/figure.ts';
import type {Canvas} from '../canvas.ts';
import {wrapRuns} from '../figure-list.ts';
import {MODULE, rowWidth, textAt, type Size} from '../layout.ts';
import type {Row} from '../row.ts';
import type {CompareViewState} from '../state.ts';
import {symbols} from '../theme.ts';
import {derivedRuns, figureRuns, hedgesOf, outletRuns, quoted, say, sourceRuns, whenWords} from '../words.ts';
import type {CompareView} from './compare-view.ts';
import {bodyCanvas, framed, isNarrow, metricsOf, plainBody, shownColumns, type Body, type Shown} from './frame.ts';
import {tiesOf, VALUE, type Tie} from './ties.ts';

/** The spine: value right-aligned in 14, gap 2, facts left-aligned in 20. */
const FACTS = VALUE + 2;
const FACTS_WIDTH = 20;

type Item = {readonly value: readonly Row[]; readonly facts: readonly Row[]};

/** Before the day it holds for: "total, to Mar 2025", "share, to Mar 2025". */
const flowWords = (figure: Figure): string => {
	if (figure.asOf === null || figure.refusal || figure.periodText !== null) return '';
	if (figure.unit === 'share' || figure.unit === 'percent') return 'share, ';
	return figure.flow === 'total' ? 'total, ' : '';
};

const itemOf = (figure: Figure, scoped: boolean): Item => ({
	value: wrapRuns(figureRuns(figure), VALUE),
	facts: [
		...wrapRuns(sourceRuns(figure), FACTS_WIDTH),
		...(scoped && figure.scope !== null ? wrapRuns([{text: `to ${figure.scope}`.replace(/^to (?:in|to) /, 'to ')}], FACTS_WIDTH) : []),
		...wrapRuns([{text: `${flowWords(figure)}${whenWords(figure)}`, role: 'dim'}], FACTS_WIDTH),
		...hedgesOf(figure).flatMap(hedge => wrapRuns([{text: quoted(hedge), role: 'figure', italic: true}], FACTS_WIDTH)),
		...(figure.verification === null ? [] : wrapRuns([{text: quoted(figure.verification), role: 'dim'}], FACTS_WIDTH)),
	],
});

const derivedItem = (derived: Derived): Item => ({
	value: wrapRuns(derivedRuns(derived), VALUE),
	facts: wrapRuns([{text: `derived: ${derived.from}`, role: 'own', italic: true}], FACTS_WIDTH),
});

const itemsOf = (cell: MatrixCell | undefined, scoped: boolean): Item[] =>
	[...(cell?.figures ?? []).map(figure => itemOf(figure, scoped)), ...(cell?.derived ?? []).map(derived => derivedItem(derived))];

const heightOf = ({value, facts}: Item): number => Math.max(value.length, facts.length);
const cellHeight = (items: readonly Item[]): number => Math.max(1, items.reduce((sum, item) => sum + heightOf(item), 0));

/** Scopes stand in the cells where one row holds several: "to Russia", "to Kursk". */
const isScoped = (row: MatrixRow): boolean => row.note === 'each with its scope';

const drawItems = (canvas: Canvas, x: number, y: number, items: readonly Item[]): void => {
	let line = y;
	for (const item of items) {
		for (const [i, row] of item.value.entries()) canvas.text(x + VALUE - rowWidth(row), line + i, row);
		for (const [i, row] of item.facts.entries()) canvas.text(x + FACTS, line + i, row);
		line += heightOf(item);
	}
};

const labelRows = (row: MatrixRow): Row[] => wrapRuns([{text: row.label, bold: true}, ...(row.note === null ? [] : [{text: `  ${row.note}`, role: 'dim' as const}])], 36);

type Block = {readonly index: number; readonly cells: ReadonlyArray<readonly Item[]>; readonly ties: readonly Tie[]; readonly label: readonly Row[]; readonly body: number; readonly height: number};

/** The rows that a shown column answers; one answered only out of sight would be a band of "no figure". */
const blocksOf = (comparison: Comparison, shown: Shown, ties: 'all' | 'once'): Block[] => comparison.matrix.flatMap((row, index) => {
	const cells = Array.from({length: shown.count}, (_, module) => itemsOf(row.cells[shown.first + module], isScoped(row)));
	if (cells.every(items => items.length === 0)) return [];
	const tied = tiesOf(row, comparison, shown, ties);
	const label = labelRows(row);
	const body = Math.max(...cells.map(items => cellHeight(items)));
	return [{index, cells, ties: tied, label, body, height: label.length + body + tied.reduce((sum, tie) => sum + tie.height, 0)}];
});

type Cursor = {readonly row: number; readonly column: number} | null;

const drawCell = (canvas: Canvas, module: number, top: number, items: readonly Item[], focused: boolean): void => {
	if (items.length > 0) drawItems(canvas, textAt(module), top, items);
	else canvas.text(textAt(module) + VALUE, top, `${symbols.none} no figure`, {role: 'own', italic: true, align: 'right'});
	if (!focused) return;
	const end = top + cellHeight(items) - 1;
	canvas.bar(module * MODULE + 1, top, end);
	canvas.tint(module * MODULE + 2, module * MODULE + MODULE - 1, top, end);
};

const drawBlock = (canvas: Canvas, y: number, block: Block, shown: Shown, cursor: Cursor): void => {
	for (const [i, line] of block.label.entries()) canvas.text(textAt(0), y + i, line);
	const top = y + block.label.length;
	for (const [module, items] of block.cells.entries()) drawCell(canvas, module, top, items, cursor?.row === block.index && cursor.column === shown.first + module);
	let at = top + block.body;
	for (const tie of block.ties) {
		tie.draw(canvas, at);
		at += tie.height;
	}
};

const drawn = (comparison: Comparison, shown: Shown, cursor: Cursor, ties: 'all' | 'once' = 'all'): Body => {
	const blocks = blocksOf(comparison, shown, ties);
	const lines = Math.max(1, blocks.reduce((sum, {height}) => sum + height + 1, -1));
	const canvas = bodyCanvas(shown.count, lines);
	for (let module = 1; module < shown.count; module++) canvas.vertical(module * MODULE, 0, lines - 1);
	const offsets: number[] = [];
	let y = 0;
	for (const block of blocks) {
		// A row out of sight begins where the next one in sight does.
		while (offsets.length <= block.index) offsets.push(y);
		drawBlock(canvas, y, block, shown, cursor);
		y += block.height + 1;
	}

	if (blocks.length === 0) canvas.text(textAt(0), 0, say.noFigures, {role: 'own', italic: true});
	while (offsets.length < comparison.matrix.length) offsets.push(lines - 1);
	return {canvas, offsets, differences: blocks.filter(({ties: tied}) => tied.length > 0).map(({index}) => index)};
};

/** What the footer says of the cell under the cursor; a row out of sight says where it stands. */
const saidOf = (comparison: Comparison, view: CompareViewState, shown: Shown, size: Size): string => {
	const row = comparison.matrix[view.cursor];
	const column = comparison.columns[view.column];
	if (row === undefined || column === undefined) return say.noFigures;
	const answers = row.cells.flatMap(({figures}, index) => figures.length > 0 ? [index] : []);
	const out = answers.length > 0 && answers.every(index => index < shown.first || index >= shown.first + shown.count);
	if (isNarrow(size) && !out) return '';
	return `${row.label}, ${out ? `only in column ${answers.map(index => index + 1).join(', ')}` : outletRuns(column.article).map(run => run.text).join('')}`;
};

/** Rows are measures, columns articles; only what answers one question may be set against each other. */
export const figuresView: CompareView = {
	name: 'figures',
	moves: 'rows',
	draw(comparison, view, size) {
		const shown = shownColumns(comparison, view, size.columns);
		return framed(comparison, view, size, drawn(comparison, shown, {row: view.cursor, column: view.column}), saidOf(comparison, view, shown, size));
	},
	measure: (comparison, view, size) => metricsOf(drawn(comparison, shownColumns(comparison, view, size.columns), null), size),
	// A bracket between two bands stands in the second.
	plain: (comparison, width) => plainBody(comparison, width, shown => drawn(comparison, shown, null, 'once')),
	target: (comparison, view) => ({column: view.column, figure: comparison.matrix[view.cursor]?.cells[view.column]?.figures[view.figure] ?? null, segment: null}),
};
