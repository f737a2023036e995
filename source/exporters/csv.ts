import {stringify} from 'csv-stringify/sync';
import type {Comparison} from '../model/comparison.ts';
import {csvText} from './escape.ts';
import type {Exporter} from './exporter.ts';
import {FIGURE_KEYS, figuresOf} from './fields.ts';

/** The columns: the keys of a figure, then what one needs of its article to read the row alone. */
export const CSV_COLUMNS = [...FIGURE_KEYS, 'outlet', 'headline', 'published', 'path'] as const;

/** Several values in a cell. */
const BETWEEN = '; ';

const cell = (value: string | number | boolean | readonly string[] | null): string => {
	if (value === null) return '';
	// A number is a number, also a negative one: no apostrophe.
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	return csvText(typeof value === 'string' ? value : value.join(BETWEEN));
};

/** The rows of the table, without the header. */
const csvRows = (comparison: Comparison): string[][] => figuresOf(comparison).map(({figure, article}) => [
	...FIGURE_KEYS.map(key => cell(figure[key])),
	...[article.outlet, article.headline, article.published, article.path].map(value => cell(value)),
]);

/** A row a figure, as RFC 4180 has it: a header, CRLF, quotes where they are needed. */
export const csv: Exporter = {
	name: 'csv',
	extension: 'csv',
	title: 'CSV, a row a figure',
	write: comparison => stringify([[...CSV_COLUMNS], ...csvRows(comparison)], {record_delimiter: 'windows'}),
};
