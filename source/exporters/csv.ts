import type {Column} from '../model/comparison.ts';
import {delimited} from './delimited.ts';
import {csvText} from './escape.ts';
import type {ExportOptions, ListExporter} from './exporter.ts';
import {figureRows, inPortions, rowColumns, type Cell} from './figure-rows.ts';

/** The columns: the keys of a figure, then what one needs of its article to read the row alone. */
export const CSV_COLUMNS: readonly string[] = rowColumns.map(({name}) => name);

/** Several values in a cell. */
const BETWEEN = '; ';

const cell = (value: Cell, raw: boolean): string => {
	if (value === null) return '';
	// A number is a number, also a negative one: no apostrophe.
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	const text = typeof value === 'string' ? value : value.join(BETWEEN);
	return raw ? text : csvText(text);
};

/** A table, a row a figure: a header, then the rows; quotes where RFC 4180 needs them. */
const table = (spec: Pick<ListExporter, 'name' | 'extension' | 'title'> & {readonly delimiter: ',' | '\t'; readonly end: '\r\n' | '\n'}): ListExporter => {
	const lines = delimited(spec.delimiter, spec.end);
	const head = lines([[...CSV_COLUMNS]]);
	const rows = (columns: Iterable<Column>, {raw = false}: Partial<ExportOptions> = {}): Iterable<string> => inPortions(figureRows(columns), some => lines(some.map(row => row.map(value => cell(value, raw)))));
	return {name: spec.name, extension: spec.extension, title: spec.title, holds: 'list', table: {head, rows}, write: ({columns}, options) => head + Array.from(rows(columns, options)).join('')};
};

/** As RFC 4180 has it: commas, CRLF. */
export const csv = table({name: 'csv', extension: 'csv', title: 'CSV, a row a figure', delimiter: ',', end: '\r\n'});
/** With tabs and line feeds, as R, Python and awk like it; a cell with either in it is quoted. */
export const tsv = table({name: 'tsv', extension: 'tsv', title: 'TSV, a row a figure', delimiter: '\t', end: '\n'});
