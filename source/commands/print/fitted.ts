import {width} from '../../text/width.ts';
import {wrap} from '../../text/wrap.ts';

/** How far a row that runs on stands under its beginning, where its last cell has no room of its own. */
const HANG = 4;
/** As narrow as a last cell may be to run on under itself. */
const NARROWEST = 28;

/** Cells, each with the blanks before it, as rows: a row ends between cells; a cell is broken only where it alone is too long. What runs on begins with `hang`. */
const rowsOfCells = (cells: ReadonlyArray<readonly [gap: string, cell: string]>, columns: number, hang: string): string[] => {
	const rows: string[] = [];
	let row = '';
	for (const [gap, cell] of cells) {
		if (row === '' || width(row + gap + cell) > columns) {
			if (row !== '') rows.push(row);
			const start = rows.length === 0 ? gap : hang;
			const parts = wrap(cell, columns - Math.max(start.length, hang.length)).map((part, at) => (at === 0 ? start : hang) + part);
			row = parts.pop() ?? '';
			rows.push(...parts);
		} else {
			row += gap + cell;
		}
	}

	return [...rows, row];
};

const rowsOfLine = (line: string, columns: number): string[] => {
	if (width(line) <= columns) return [line];
	const [indent = ''] = /^ */.exec(line) ?? [];
	const [head = ''] = /^.*\S {2,}/.exec(line) ?? [];
	// Prose stays prose: it runs on under its beginning.
	if (head === '') return wrap(line.slice(indent.length), columns - indent.length).map(row => indent + row);
	const under = width(head);
	if (columns - under >= NARROWEST) return wrap(line.slice(head.length), columns - under).map((row, at) => (at === 0 ? head : ' '.repeat(under)) + row);
	const cells = Array.from(line.matchAll(/( {2,}|^ ?)((?:\S| (?! ))+)/g), ([, gap = '', cell = '']) => [gap, cell] as const);
	return rowsOfCells(cells, columns, ' '.repeat(Math.min(indent.length + HANG, Math.max(0, columns - NARROWEST))));
};

/**
 * Text as it fits a terminal of so many columns, nothing cut off and no word broken that fits a row: a line that is too long runs on under its last cell
 * (two blanks part cells) where that leaves room, else a little under its beginning.
 */
export const fitted = (text: string, columns: number): string => text.split('\n').flatMap(line => rowsOfLine(line, columns)).join('\n');
