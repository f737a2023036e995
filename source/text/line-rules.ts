import {later} from './later.ts';
import {folded} from './pattern-parts.ts';
import {longestOf, mayHold, startsOf} from './pattern-signs.ts';
import {remembered} from './remembered.ts';

/** A line of this pattern and nothing else, whatever the case of its letters; `flags`: "iu" for patterns that are to be read by the whole of Unicode. */
export const wholeLine = (pattern: string, flags: 'i' | 'iu' = 'i'): RegExp => new RegExp(`^(?:${pattern})[.!]?$`, flags);

/** The length of "[.!]?". */
const CLOSING = 1;

/** All patterns as one, which answers in a fraction of the time that it takes to ask each. */
export const anyOf = (patterns: readonly string[]): string => patterns.length === 0 ? '(?!)' : patterns.map(pattern => `(?:${pattern})`).join('|');

/** ".{0,200} all rights reserved": what may stand before the words that tell. */
const OPEN = /^\.\{\d+,\d+\}/;
/** By all of Unicode a small s may be a long one, a k the sign of a kelvin; of the first letter only ASCII is sure. */
const STRANGE = /[\u017F\u212A]|^[^\0-\x7F]/;
/** A pattern that can begin in more ways is tried on every line, by the words it needs. */
const FEW = 150;

/** Patterns of whole lines that stand for one thing. */
export type LineRule<T> = {readonly value: T; readonly patterns: readonly string[]};
/** Of one rule, the patterns that can begin with a character, and those that are told by the words they need. */
type Row<T> = {readonly value: T; readonly led: RegExp | null; readonly told: RegExp | null};
/** What can be said of lines that begin with the same two characters and are of one size. `led`: the patterns of all rows that can begin so and be so long; null where none can. */
type Beginning<T> = {readonly led: RegExp | null; readonly rows: () => ReadonlyArray<Row<T>>};

/** Lines are told apart by their length: most patterns are of labels, most lines are longer. The first size is of up to 8 characters, the next of twice as many, the last of all others. */
const SMALLEST = 8;
const SIZES = 6;
const sizeOf = ({length}: string): number => Math.min(SIZES - 1, 32 - Math.clz32(Math.floor(Math.max(0, length - 1) / SMALLEST)));
const shortestOf = (size: number): number => size === 0 ? 0 : SMALLEST * 2 ** (size - 1) + 1;

const prepared = <T>(table: ReadonlyArray<LineRule<T>>, flags: 'i' | 'iu'): ((text: string) => T | null) => {
	const rows = table.map(({value, patterns}) => {
		const all = patterns.map(pattern => ({pattern, starts: startsOf(pattern)}));
		const led = all.flatMap(({pattern, starts}) => starts !== null && starts.size <= FEW ? [{pattern, starts, longest: longestOf(pattern, flags) + CLOSING}] : []);
		return {value, led, told: patterns.filter(pattern => !led.some(one => one.pattern === pattern))};
	});
	const told = rows.flatMap(row => row.told);
	const mayBeTold = mayHold(told);
	const telling = new RegExp(anyOf(told.map(pattern => OPEN.test(pattern) ? pattern.replace(OPEN, '') : `^(?:${pattern})`)), flags);
	// Of many beginnings the patterns are the same.
	const made = new Map<string, RegExp>();
	const whole = (patterns: readonly string[]): RegExp | null => {
		if (patterns.length === 0) return null;
		const source = anyOf(patterns);
		const pattern = made.get(source) ?? wholeLine(source, flags);
		made.set(source, pattern);
		return pattern;
	};

	const beginningWith = (start: string, size: number): Beginning<T> => {
		const [first, second] = [folded(start.charAt(0)), folded(start.charAt(1))];
		const canBegin = (starts: ReadonlySet<string>): boolean => starts.has(first) || (second === '' ? [...starts].some(one => one.startsWith(first)) : starts.has(first + second));
		const here = rows.map(row => ({...row, led: first === '' ? [] : row.led.filter(({starts, longest}) => longest >= shortestOf(size) && canBegin(starts)).map(({pattern}) => pattern)}));
		return {
			led: whole(here.flatMap(({led}) => led)),
			rows: later(() => here.map(row => ({value: row.value, led: whole(row.led), told: whole(row.told)}))),
		};
	};

	const beginnings = Array.from({length: SIZES}, (_, size) => remembered(start => beginningWith(start, size)));
	const all = later(() => table.map(({value, patterns}) => ({value, pattern: wholeLine(anyOf(patterns), flags)})));
	return text => {
		if (flags === 'iu' && STRANGE.test(text)) return all().find(({pattern}) => pattern.test(text))?.value ?? null;
		const {led, rows: rowsHere} = (beginnings[sizeOf(text)] as (start: string) => Beginning<T>)(text.slice(0, 2));
		const isLed = led?.test(text) === true;
		const isTold = mayBeTold(text) && telling.test(text);
		if (!isLed && !isTold) return null;
		return rowsHere().find(row => (isLed && row.led?.test(text) === true) || (isTold && row.told?.test(text) === true))?.value ?? null;
	};
};

/**
 * What the first rule stands for that a line matches; null for every other line. Nearly every line matches none, and that is
 * known after two looks: one at the patterns that can begin as the line does, one for the words that those need which begin
 * with anything. The patterns are made when the first line is asked about.
 */
export const lineRules = <T>(table: ReadonlyArray<LineRule<T>>, flags: 'i' | 'iu' = 'i'): ((text: string) => T | null) => {
	const made = later(() => prepared(table, flags));
	return text => made()(text);
};
