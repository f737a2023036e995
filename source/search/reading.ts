import type {Sort} from './fields.ts';
import {LONGEST_QUERY, type NamedSearch, type QueryProblem} from './query.ts';

/** The queries that people saved, by name. */
export type SavedSearches = ReadonlyMap<string, string>;

/** What is read of saved searches: all there are, those that this text stands in, and how many more may be read. */
export type Saved = {readonly all: SavedSearches; readonly within: readonly string[]; readonly room: {left: number}};

/** Where the reading stands, and what it has met on the way. The first problem counts. */
export type Reading = {readonly text: string; at: number; depth: number; sort: Sort | null; problem: QueryProblem | null; readonly named: NamedSearch[]; readonly saved: Saved};

/** The beginning of a text, where nothing has been read yet. */
export const readingOf = (text: string, saved: Saved): Reading => ({text: text.slice(0, LONGEST_QUERY).toWellFormed(), at: 0, depth: 0, sort: null, problem: null, named: [], saved});

/** Takes down what is wrong, and where. Null: what was read there is no condition. */
export const complain = (reading: Reading, message: string, from: number, to: number, unfinished = false): null => {
	reading.problem ??= {message, from, to, unfinished};
	return null;
};

/** Blanks and the ends of lines. */
export const isSpace = (character: string | undefined): boolean => character !== undefined && /\s/.test(character);
/** On to what is no blank. */
export const skipSpace = (reading: Reading): void => {
	while (isSpace(reading.text[reading.at])) reading.at++;
};

/** What opens or closes words that stand together. */
export const QUOTES = '"“”';

/** Up to the next space, or the parenthesis that closes a group. */
export const readBare = (reading: Reading): string => {
	const from = reading.at;
	while (reading.at < reading.text.length && !isSpace(reading.text[reading.at]) && !(reading.depth > 0 && reading.text[reading.at] === ')')) reading.at++;
	return reading.text.slice(from, reading.at);
};

/** Words in quotation marks; the last ones may still be open. */
export const readQuoted = (reading: Reading): {readonly text: string; readonly open: boolean} => {
	const from = reading.at++;
	while (reading.at < reading.text.length && !QUOTES.includes(reading.text[reading.at] ?? '')) reading.at++;
	const open = reading.at >= reading.text.length;
	const text = reading.text.slice(from + 1, reading.at);
	if (open) complain(reading, 'The quotation mark has no other one.', from, from + 1, true);
	else reading.at++;
	return {text, open};
};
