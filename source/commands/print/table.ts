import {width} from '../../text/width.ts';

/** Rows as lines of plain text, each cell as wide as the widest of its column, two blanks between; the last column runs on. */
export const table = (rows: ReadonlyArray<readonly string[]>): string[] => {
	const widest: number[] = [];
	for (const row of rows) for (const [column, cell] of row.slice(0, -1).entries()) widest[column] = Math.max(widest[column] ?? 0, width(cell));
	return rows.map(row => row.map((cell, column) => column === row.length - 1 ? cell : `${cell}${' '.repeat((widest[column] ?? 0) - width(cell))}`).join('  ').trimEnd());
};
