import type {ListExporter} from './exporter.ts';
import {figureRows, inPortions, rowColumns, type Cell} from './figure-rows.ts';

const line = (row: readonly Cell[]): string => `${JSON.stringify(Object.fromEntries(rowColumns.map(({name}, at) => [name, row[at] ?? null])))}\n`;

const table: NonNullable<ListExporter['table']> = {head: '', rows: columns => inPortions(figureRows(columns), rows => rows.map(line).join(''))};

/** One JSON object a line, a line a figure, with the columns of the CSV as keys. */
export const jsonLines: ListExporter = {
	name: 'jsonl',
	extension: 'jsonl',
	title: 'JSON Lines, a line a figure',
	holds: 'list',
	table,
	// A file of nothing is a file all the same: it ends with a line break.
	write: ({columns}) => Array.from(table.rows(columns)).join('') || '\n',
};
