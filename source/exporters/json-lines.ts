import type {ListExporter} from './exporter.ts';
import {figureRows, inPortions, rowColumns, type Cell} from './figure-rows.ts';

const line = (row: readonly Cell[]): string => `${JSON.stringify(Object.fromEntries(rowColumns.map(({name}, at) => [name, row[at] ?? null])))}\n`;

const parts: NonNullable<ListExporter['parts']> = comparison => inPortions(figureRows(comparison), rows => rows.map(line).join(''));

/** One JSON object a line, a line a figure, with the columns of the CSV as keys. */
export const jsonLines: ListExporter = {
	name: 'jsonl',
	extension: 'jsonl',
	title: 'JSON Lines, a line a figure',
	holds: 'list',
	parts,
	// A file of nothing is a file all the same: it ends with a line break.
	write: comparison => Array.from(parts(comparison)).join('') || '\n',
};
