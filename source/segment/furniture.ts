import {type LinePatterns, type Role, ROLES} from '../model/own-tables.ts';
import {folded} from '../text/pattern-parts.ts';
import {firstsOf, mayHold} from '../text/pattern-signs.ts';

export const isRole = (role: string): role is Role => ROLES.some(known => known === role);

/** The rule that took a line, and what that means for the lines around it. */
export type Verdict = {readonly rule: string; readonly role: Role};

/** The rule that takes a line of these words, whatever stands around it. */
export type Furniture = (text: string) => Verdict | null;

export const wholeLine = (pattern: string): RegExp => new RegExp(`^(?:${pattern})[.!]?$`, 'i');

/** All patterns as one, which answers in a fraction of the time that it takes to ask each. */
export const anyOf = (patterns: readonly string[]): string => patterns.length === 0 ? '(?!)' : patterns.map(pattern => `(?:${pattern})`).join('|');

/** ".{0,200} all rights reserved": what may stand before the words that tell. */
const OPEN = /^\.\{\d+,\d+\}/;
/** A pattern that can begin with more characters is tried on every line, by the words it needs. */
const FEW = 24;

/** Of one row, the patterns that can begin with a character, and those that are told by the words they need. */
type Row = {readonly verdict: Verdict; readonly led: RegExp | null; readonly told: RegExp | null};
/** What can be said of lines that begin with one character. `led`: the patterns of all rows that can begin so. */
type Beginning = {readonly led: RegExp; readonly rows: () => readonly Row[]};

const later = <T>(make: () => T): (() => T) => {
	let made: {readonly value: T} | undefined;
	return () => (made ??= {value: make()}).value;
};

const prepared = (table: readonly LinePatterns[]): Furniture => {
	const rows = table.map(({rule, role, patterns}) => {
		const all = patterns.map(pattern => ({pattern, firsts: firstsOf(pattern)}));
		const led = all.flatMap(({pattern, firsts}) => firsts !== null && firsts.size <= FEW ? [{pattern, firsts}] : []);
		return {verdict: {rule, role}, led, told: patterns.filter(pattern => !led.some(one => one.pattern === pattern))};
	});
	const told = rows.flatMap(row => row.told);
	const mayBeTold = mayHold(told);
	const telling = new RegExp(anyOf(told.map(pattern => OPEN.test(pattern) ? pattern.replace(OPEN, '') : `^(?:${pattern})`)), 'i');
	const whole = (patterns: readonly string[]): RegExp | null => patterns.length === 0 ? null : wholeLine(anyOf(patterns));
	const beginningWith = (first: string): Beginning => {
		const here = rows.map(row => ({...row, led: row.led.filter(({firsts}) => firsts.has(folded(first))).map(({pattern}) => pattern)}));
		return {
			led: wholeLine(anyOf(here.flatMap(({led}) => led))),
			rows: later(() => here.map(row => ({verdict: row.verdict, led: whole(row.led), told: whole(row.told)}))),
		};
	};

	// All characters that no pattern names are one.
	const named = new Set(rows.flatMap(({led}) => led.flatMap(({firsts}) => [...firsts])));
	const beginnings = new Map<string, Beginning>();
	const beginningOf = (text: string): Beginning => {
		const first = text.charAt(0);
		const known = beginnings.get(first);
		if (known !== undefined) return known;
		const key = named.has(folded(first)) ? first : '';
		const found = beginnings.get(key) ?? beginningWith(key);
		beginnings.set(key, found);
		return found;
	};

	return text => {
		const {led, rows: rowsHere} = beginningOf(text);
		const isLed = led.test(text);
		const isTold = mayBeTold(text) && telling.test(text);
		if (!isLed && !isTold) return null;
		return rowsHere().find(row => (isLed && row.led?.test(text) === true) || (isTold && row.told?.test(text) === true))?.verdict ?? null;
	};
};

/**
 * The verdict of a table of patterns, by the first that matches. Nearly every line is none of them, and that is known after
 * two looks: one at the patterns that can begin as the line does, one for the telling words of those that begin with anything.
 */
export const furnitureOf = (table: readonly LinePatterns[]): Furniture => {
	// Made when the first page asks.
	const made = later(() => prepared(table));
	return text => made()(text);
};
