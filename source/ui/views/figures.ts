import type {ArticleId} from '../../model/article.ts';
import type {Comparison, Derived, MatrixCell, MatrixRow} from '../../model/comparison.ts';
import type {Figure} from '../../model/figure.ts';
import type {Canvas} from '../paint/canvas.ts';
import {wrapRuns} from '../figure-list.ts';
import {MODULE, rowWidth, textAt, type Size} from '../paint/layout.ts';
import type {Row} from '../paint/row.ts';
import type {CompareViewState} from '../state.ts';
import {symbols} from '../paint/theme.ts';
import {clip} from '../../text/width.ts';
import {derivedRuns, figureRuns, hedgesOf, isChecked, quoted, say, sourceRuns, whenWords} from '../words/words.ts';
import type {CompareView} from './compare-view.ts';
import {bodyCanvas, framed, isNarrow, metricsOf, plainBody, shownColumns, type Body, type Head, type Shown} from './frame.ts';
import {outletOf, outletWords} from './names.ts';
import {originBoard} from './origins.ts';
import {currentRows, saidWithPlace, targetOf} from './page.ts';
import {tiesOf, VALUE, type Tie} from './ties.ts';

/** The spine: value right-aligned in 14, gap 2, facts left-aligned in 20. */
const FACTS = VALUE + 2;
const FACTS_WIDTH = 20;

type Item = {readonly value: readonly Row[]; readonly facts: readonly Row[]; readonly checked: boolean};

/** Before the day it holds for: "total, to Mar 2025", "share, to Mar 2025". */
const flowWords = (figure: Figure): string => {
	if (figure.asOf === null || figure.refusal || figure.periodText !== null) return '';
	if (figure.unit === 'share' || figure.unit === 'percent') return 'share, ';
	return figure.flow === 'total' ? 'total, ' : '';
};

/** Whose word it is; where the columns say that, whose page it is. */
const whoseRuns = (figure: Figure, carriers: readonly Row[] | null): readonly Row[] => carriers ?? [sourceRuns(figure)];

const itemOf = (figure: Figure, scoped: boolean, carriers: readonly Row[] | null): Item => ({
	value: wrapRuns(figureRuns(figure), VALUE), checked: isChecked(figure),
	facts: [
		...whoseRuns(figure, carriers).flatMap(row => wrapRuns(row, FACTS_WIDTH)),
		...(scoped && figure.scope !== null ? wrapRuns([{text: `to ${figure.scope}`.replace(/^to (?:in|to) /, 'to ')}], FACTS_WIDTH) : []),
		...wrapRuns([{text: `${flowWords(figure)}${whenWords(figure)}`, role: 'dim'}], FACTS_WIDTH),
		...hedgesOf(figure).flatMap(hedge => wrapRuns([{text: quoted(hedge), role: 'figure', italic: true}], FACTS_WIDTH)),
		...(figure.verification === null ? [] : wrapRuns([{text: quoted(figure.verification), role: 'dim'}], FACTS_WIDTH)),
	],
});

const derivedItem = (derived: Derived): Item => ({
	checked: false,
	value: wrapRuns(derivedRuns(derived), VALUE),
	facts: wrapRuns([{text: `derived: ${derived.from}`, role: 'own', italic: true}], FACTS_WIDTH),
});

/** By origin a figure stands once, with everybody who carries it. */
const carriersOf = (all: Comparison, figure: Figure, {repeats}: MatrixCell): Row[] => {
	const told = repeats.filter(other => other.low === figure.low && other.high === figure.high && other.unit === figure.unit);
	return [...new Set<ArticleId>([figure.article, ...told.map(({article}) => article)])].map(id => outletOf(all, id));
};

const itemsOf = (cell: MatrixCell | undefined, scoped: boolean, all: Comparison | null): Item[] =>
	[...(cell?.figures ?? []).map(figure => itemOf(figure, scoped, all && cell ? carriersOf(all, figure, cell) : null)), ...(cell?.derived ?? []).map(derived => derivedItem(derived))];

const heightOf = ({value, facts}: Item): number => Math.max(value.length, facts.length);
const cellHeight = (items: readonly Item[]): number => Math.max(1, items.reduce((sum, item) => sum + heightOf(item), 0));

/** Scopes stand in the cells where one row holds several: "to Russia", "to Kursk". */
const isScoped = (row: MatrixRow): boolean => row.note === 'each with its scope';

const drawItems = (canvas: Canvas, x: number, y: number, items: readonly Item[], here: number | null): void => {
	let line = y;
	for (const [index, item] of items.entries()) {
		if (item.checked) canvas.text(x - 1, line, symbols.checked, {bold: true});
		for (const [i, row] of (index === here ? currentRows(item.value) : item.value).entries()) canvas.text(x + VALUE - rowWidth(row), line + i, row);
		for (const [i, row] of item.facts.entries()) canvas.text(x + FACTS, line + i, row);
		line += heightOf(item);
	}
};

const labelRows = (row: MatrixRow): Row[] => wrapRuns([{text: row.label, bold: true}, ...(row.note === null ? [] : [{text: `  ${row.note}`, role: 'dim' as const}])], 36);

type Block = {readonly index: number; readonly cells: ReadonlyArray<readonly Item[]>; readonly ties: readonly Tie[]; readonly label: readonly Row[]; readonly body: number; readonly height: number};

/** The rows that a shown column answers; one answered only out of sight would be a band of "no figure". */
const blocksOf = ({comparison, all}: Board, shown: Shown, ties: 'all' | 'once'): Block[] => comparison.matrix.flatMap((row, index) => {
	const cells = Array.from({length: shown.count}, (_, module) => itemsOf(row.cells[shown.first + module], isScoped(row), all));
	if (cells.every(items => items.length === 0)) return [];
	const tied = tiesOf(row, comparison, shown, ties);
	const label = labelRows(row);
	const body = Math.max(...cells.map(items => cellHeight(items)));
	return [{index, cells, ties: tied, label, body, height: label.length + body + tied.reduce((sum, tie) => sum + tie.height, 0)}];
});

/** What stands in the columns; `all` are the articles, where the columns are origins. */
type Board = {readonly comparison: Comparison; readonly all: Comparison | null};

const boardOf = (comparison: Comparison, {byOrigin}: Pick<CompareViewState, 'byOrigin'>): Board => byOrigin ? {comparison: originBoard(comparison).comparison, all: comparison} : {comparison, all: null};

type Cursor = {readonly row: number; readonly column: number; readonly figure: number} | null;

const drawCell = (canvas: Canvas, module: number, top: number, items: readonly Item[], focused: boolean, figure: number): void => {
	if (items.length > 0) drawItems(canvas, textAt(module), top, items, focused && figure > 0 ? figure : null);
	else canvas.text(textAt(module) + VALUE, top, `${symbols.none} no figure`, {role: 'own', italic: true, align: 'right'});
	if (!focused) return;
	const end = top + cellHeight(items) - 1;
	canvas.bar(module * MODULE + 1, top, end);
	canvas.tint(module * MODULE + 2, module * MODULE + MODULE - 1, top, end);
};

const drawBlock = (canvas: Canvas, y: number, block: Block, shown: Shown, cursor: Cursor): void => {
	for (const [i, line] of block.label.entries()) canvas.text(textAt(0), y + i, line);
	const top = y + block.label.length;
	for (const [module, items] of block.cells.entries()) drawCell(canvas, module, top, items, cursor?.row === block.index && cursor.column === shown.first + module, cursor?.figure ?? 0);
	let at = top + block.body;
	for (const tie of block.ties) {
		tie.draw(canvas, at);
		at += tie.height;
	}
};

const drawn = (board: Board, shown: Shown, cursor: Cursor, ties: 'all' | 'once' = 'all'): Body => {
	const {comparison} = board;
	const blocks = blocksOf(board, shown, ties);
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
	if (row === undefined || column === undefined) return '';
	const answers = row.cells.flatMap(({figures}, index) => figures.length > 0 ? [index] : []);
	const out = answers.length > 0 && answers.every(index => index < shown.first || index >= shown.first + shown.count);
	if (isNarrow(size) && !out) return '';
	const figure = row.cells[view.column]?.figures[view.figure];
	const name = view.byOrigin ? column.article.outlet ?? '' : outletWords(comparison, column.article.id);
	const where = `${row.label}, ${out ? `only in column ${answers.map(index => index + 1).join(', ')}` : clip(name, 30)}`;
	return saidWithPlace(figure && isChecked(figure) ? `${where}, ${symbols.checked} checked` : where, view.figure, view.figure > 0 ? row.cells[view.column]?.figures.length ?? 0 : 0);
};

const headsByOrigin = (comparison: Comparison): readonly Head[] => {
	const {comparison: board, carried} = originBoard(comparison);
	return board.columns.map(({article}, index) => ({article, under: carried[index] ?? '', isBase: false}));
};

const cellAt = (comparison: Comparison, view: CompareViewState): MatrixCell | undefined => boardOf(comparison, view).comparison.matrix[view.cursor]?.cells[view.column];

/** Rows are measures, columns articles; only what answers one question may be set against each other. */
export const figuresView: CompareView = {
	name: 'figures',
	moves: 'rows',
	draw(comparison, view, size) {
		const board = boardOf(comparison, view);
		const shown = shownColumns(board.comparison, view, size.columns);
		const body = drawn(board, shown, {row: view.cursor, column: view.column, figure: view.figure});
		const said = [view.filter === '' ? '' : `only “${view.filter}”`, saidOf(board.comparison, view, shown, size)].filter(Boolean).join('   ');
		return view.byOrigin ? framed(board.comparison, view, size, body, said, headsByOrigin(comparison)) : framed(board.comparison, view, size, body, said);
	},
	measure(comparison, view, size) {
		const board = boardOf(comparison, view);
		return metricsOf(drawn(board, shownColumns(board.comparison, view, size.columns), null), size);
	},
	// A bracket between two bands stands in the second.
	plain: (comparison, width) => plainBody(comparison, width, shown => drawn({comparison, all: null}, shown, null, 'once')),
	columns: (comparison, view) => boardOf(comparison, view).comparison.columns.length,
	places: (comparison, view) => cellAt(comparison, view)?.figures.length ?? 0,
	target(comparison, view) {
		const figure = cellAt(comparison, view)?.figures[view.figure] ?? null;
		if (view.byOrigin) return targetOf(comparison, figure ?? undefined);
		return {column: view.column, figure, segment: null};
	},
};
