import type {Comparison, MatrixRow, NotComparable} from '../../model/comparison.ts';
import {width} from '../../text/width.ts';
import type {Canvas} from '../paint/canvas.ts';
import {wrapRuns} from '../figure-list.ts';
import {MODULE, rowWidth, textAt, textWidth} from '../paint/layout.ts';
import type {Row} from '../paint/row.ts';
import {symbols} from '../paint/theme.ts';
import {nameWithin, type Shown} from './frame.ts';

/** Cells of a figure's value: the spine runs down their right edge. */
export const VALUE = 14;

/** A bracket or what stands for it, and how many lines it takes. */
export type Tie = {readonly height: number; readonly draw: (canvas: Canvas, y: number) => void};

const LABEL = 'not comparable';
const spineOf = (module: number): number => textAt(module) + VALUE - 1;

/** From spine to spine, the reason centred under it. It crosses the rules between the columns. */
const bracket = (tie: NotComparable, shown: Shown): Tie => {
	const [from, to] = [spineOf(tie.leftColumn - shown.first), spineOf(tie.rightColumn - shown.first)];
	const page = shown.count * MODULE;
	const label = ` ${symbols.notEqual} ${LABEL} `;
	const reason = wrapRuns([{text: tie.reason, role: 'dim'}], textWidth(shown.count));
	return {
		height: 1 + reason.length,
		draw(canvas, y) {
			canvas.clear(from, y, to, y);
			canvas.text(from, y, `${symbols.bracketLeft}${symbols.rule.repeat(to - from - 1)}${symbols.bracketRight}`, 'warn');
			canvas.text(from + 1 + Math.floor((to - from - 1 - width(label)) / 2), y, label, {role: 'warn', bold: true});
			for (const [line, row] of reason.entries()) {
				const long = rowWidth(row);
				const start = Math.max(textAt(0), Math.min(Math.floor((from + to + 1 - long) / 2), page - 1 - long));
				canvas.clear(start - 1, y + 1 + line, start + long, y + 1 + line);
				canvas.text(start, y + 1 + line, row);
			}
		},
	};
};

/** A bracket with one end out of sight becomes rows under the end that is seen. */
const stub = (tie: NotComparable, comparison: Comparison, shown: Shown, isLeft: boolean): Tie => {
	const other = comparison.columns[isLeft ? tie.rightColumn : tie.leftColumn];
	const module = (isLeft ? tie.leftColumn : tie.rightColumn) - shown.first;
	const name = other === undefined ? [] : nameWithin(other.article, 36 - LABEL.length - 4);
	const rows: Row[] = [
		[{text: `${symbols.notEqual} ${LABEL}: `, role: 'warn', bold: true}, ...name],
		...wrapRuns([{text: tie.reason, role: 'dim'}], textWidth(1)),
	];
	return {height: rows.length, draw(canvas, y) {
		for (const [line, row] of rows.entries()) canvas.text(textAt(module), y + line, row);
	}};
};

/** The brackets of a row that touch the shown columns; `once`: one that began in an earlier band is told there no more, but here. */
export const tiesOf = (row: MatrixRow, comparison: Comparison, shown: Shown, ties: 'all' | 'once'): Tie[] => {
	const seen = (column: number): boolean => column >= shown.first && column < shown.first + shown.count;
	return row.notComparable.flatMap(tie => {
		const [left, right] = [seen(tie.leftColumn), seen(tie.rightColumn)];
		if (left && right) return [bracket(tie, shown)];
		return right || (left && ties === 'all') ? [stub(tie, comparison, shown, left)] : [];
	});
};
