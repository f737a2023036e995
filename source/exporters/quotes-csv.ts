import type {Column} from '../model/comparison.ts';
import {delimited} from './delimited.ts';
import {csvText} from './escape.ts';
import {QUOTE_KEYS} from './fields.ts';

const cell = (value: string | number | null): string => value === null ? '' : typeof value === 'number' ? String(value) : csvText(value);

/** A row a quote, as RFC 4180 has it: the keys of a quote, then what one needs of its article to read the row alone. */
export const quotesCsv = (columns: readonly Column[]): string => delimited(',', '\r\n')([
	[...QUOTE_KEYS, 'outlet', 'headline', 'published', 'path'],
	...columns.flatMap(({article, quotes}) => quotes.map(quote => [...QUOTE_KEYS.map(key => quote[key]), article.outlet, article.headline, article.published, article.path].map(cell))),
]);
