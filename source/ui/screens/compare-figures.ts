import type {Comparison, Derived, MatrixCell, MatrixRow, NotComparable} from '../../model/comparison.ts';
import type {Figure} from '../../model/figure.ts';
import {width} from '../../text/width.ts';
import type {Canvas} from '../canvas.ts';
import {wrapRuns} from '../figure-list.ts';
import {modulesOf, rowWidth, textAt, type Size} from '../layout.ts';
import type {Row} from '../row.ts';
import type {CompareViewState} from '../state.ts';
import {symbols, type Theme} from '../theme.ts';
import {derivedRuns, figureRuns, hedgesOf, outletRuns, quoted, sourceRuns, whenWords} from '../words.ts';
import type {CompareMetrics} from '../world.ts';
import {bodyCanvas, framed, metricsOf, plainBody, shownColumns, type Body} from './compare-frame.ts';

/** The spine: value right-aligned in 14, gap 2, facts left-aligned in 20. */
const VALUE = 14;
const FACTS = VALUE + 2;
const FACTS_WIDTH = 20;

type Shown = {readonly first: number; readonly count: number};
type Item = {readonly value: readonly Row[]; readonly facts: readonly Row[]};

const flowWords = (figure: Figure): string => figure.flow === 'total' && figure.asOf !== null ? 'total, ' : figure.unit === 'share' && figure.asOf !== null ? 'share, ' : '';

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

const spineOf = (module: number): number => textAt(module) + VALUE - 1;

/** A bracket from value to value, the reason centred under it; a neighbour out of sight is named in words. */
const drawBracket = (canvas: Canvas, y: number, tie: NotComparable, shown: Shown, comparison: Comparison): void => {
	const [left, right] = [tie.leftColumn - shown.first, tie.rightColumn - shown.first];
	const label = `${symbols.notEqual} not comparable`;
	if (left >= 0 && right < shown.count) {
		const [from, to] = [spineOf(left), spineOf(right)];
		canvas.clear(from, y, to, y + 1);
		canvas.text(from, y, symbols.bracketLeft, 'warn');
		canvas.text(to, y, symbols.bracketRight, 'warn');
		canvas.text(from + 1, y, symbols.rule.repeat(to - from - 1), 'warn');
		const middle = Math.floor((from + to - width(label)) / 2);
		canvas.text(middle - 1, y, ` ${label} `, {role: 'warn', bold: true});
		const room = canvas.columns - 4;
		const reason = wrapRuns([{text: tie.reason, role: 'dim'}], room)[0] ?? [];
		const start = Math.max(3, Math.min(Math.floor((from + to - rowWidth(reason)) / 2), canvas.columns - 1 - rowWidth(reason)));
		canvas.clear(start - 1, y + 1, start + rowWidth(reason), y + 1);
		canvas.text(start, y + 1, reason);
		return;
	}

	const seen = left >= 0 && left < shown.count ? left : right;
	const other = comparison.columns[left >= 0 && left < shown.count ? tie.rightColumn : tie.leftColumn];
	if (seen < 0 || seen >= shown.count || other === undefined) return;
	const name = outletRuns(other.article).map(run => run.text).join('');
	canvas.text(textAt(seen), y, [{text: `${symbols.notEqual} `, role: 'warn', bold: true}, {text: name, role: 'dim'}], {width: 36});
	canvas.text(textAt(seen), y + 1, tie.reason, {role: 'dim', width: 36});
};

const concerns = (tie: NotComparable, shown: Shown): boolean =>
	[tie.leftColumn, tie.rightColumn].some(column => column >= shown.first && column < shown.first + shown.count);

const drawn = (comparison: Comparison, shown: Shown, cursor: {readonly row: number; readonly column: number} | null): Body => {
	const rows = comparison.matrix.map(row => {
		const cells = Array.from({length: shown.count}, (_, module) => itemsOf(row.cells[shown.first + module], isScoped(row)));
		const ties = row.notComparable.filter(tie => concerns(tie, shown));
		const label = labelRows(row);
		const body = Math.max(...cells.map(items => cellHeight(items)));
		return {row, cells, ties, label, body, height: label.length + body + ties.length * 2};
	});
	const lines = rows.reduce((sum, {height}) => sum + height + 1, -1);
	const canvas = bodyCanvas(shown.count, lines);
	for (let module = 1; module < shown.count; module++) canvas.vertical(module * 40, 0, lines - 1);
	const offsets: number[] = [];
	let y = 0;
	for (const [index, {cells, ties, label, body, height}] of rows.entries()) {
		offsets.push(y);
		for (const [i, line] of label.entries()) canvas.text(3, y + i, line);
		const top = y + label.length;
		for (const [module, items] of cells.entries()) {
			if (items.length > 0) drawItems(canvas, textAt(module), top, items);
			else canvas.text(textAt(module) + VALUE, top, `${symbols.none} no figure`, {role: 'own', italic: true, align: 'right'});
			if (cursor?.row !== index || cursor.column !== shown.first + module) continue;
			const end = top + cellHeight(items) - 1;
			canvas.bar(module * 40 + 1, top, end);
			canvas.tint(module * 40 + 2, module * 40 + 39, top, end);
		}

		for (const [i, tie] of ties.entries()) drawBracket(canvas, top + body + i * 2, tie, shown, comparison);
		y += height + 1;
	}

	return {canvas, offsets, differences: comparison.matrix.flatMap((row, i) => row.notComparable.length > 0 ? [i] : [])};
};

/** The Figures view: exactly `size.rows` rows of `size.columns` cells. */
export const compareFigures = (comparison: Comparison, view: CompareViewState, size: Size, _theme: Theme): Row[] => {
	const body = drawn(comparison, shownColumns(comparison, view, size.columns), {row: view.cursor, column: view.column});
	const row = comparison.matrix[view.cursor];
	const column = comparison.columns[view.column];
	const said = row === undefined || column === undefined ? 'no figures' : `${row.label}, ${outletRuns(column.article).map(run => run.text).join('')}`;
	return framed(comparison, view, size, body, said);
};

/** Where each row of the matrix begins in the Figures view. */
export const measureFigures = (comparison: Comparison, view: CompareViewState, size: Size): CompareMetrics =>
	metricsOf(drawn(comparison, shownColumns(comparison, view, size.columns), null), size);

/** The Figures view for a pipe: all of it, as wide as `width` allows. */
export const compareFiguresPlain = (comparison: Comparison, width: number): string[] => {
	const count = Math.min(modulesOf(width), comparison.columns.length);
	return plainBody(comparison, count, drawn(comparison, {first: 0, count}, null));
};
