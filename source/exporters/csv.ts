import {stringify} from 'csv-stringify/sync';
import type {Comparison} from '../model/comparison.ts';
import {csvText} from './escape.ts';
import type {Exporter} from './exporter.ts';
import {FIGURE_KEYS, figuresOf} from './fields.ts';

/** The columns: the keys of a figure, then what one needs of its article to read the row alone. */
export const CSV_COLUMNS = [...FIGURE_KEYS, 'outlet', 'headline', 'published', 'path'] as const;

/** Several values in a cell. */
const BETWEEN = '; ';

const cell = (value: string | number | boolean | readonly string[] | null, raw: boolean): string => {
	if (value === null) return '';
	// A number is a number, also a negative one: no apostrophe.
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	const text = typeof value === 'string' ? value : value.join(BETWEEN);
	return raw ? text : csvText(text);
};

/** The rows of the table, without the header. `raw`: texts as they are, without the guard against formulas. */
export const csvRows = (comparison: Comparison, raw = false): string[][] => figuresOf(comparison).map(({figure, article}) => [
	...FIGURE_KEYS.map(key => cell(figure[key], raw)),
	...[article.outlet, article.headline, article.published, article.path].map(value => cell(value, raw)),
]);

/** A row a figure, as RFC 4180 has it: a header, CRLF, quotes where they are needed. */
export const csv: Exporter = {
	name: 'csv',
	extension: 'csv',
	title: 'CSV, a row a figure',
	write: comparison => stringify([[...CSV_COLUMNS], ...csvRows(comparison)], {record_delimiter: 'windows'}),
};
