import {type LinePatterns, type Role, ROLES} from '../model/own-tables.ts';

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

/**
 * The verdict of a table of patterns, by the first that matches. Nearly every line is none of them, and that is known after
 * two looks: one at all patterns that tell from their first word on, one for the telling words of those that begin with
 * anything.
 */
export const furnitureOf = (table: readonly LinePatterns[]): Furniture => {
	const all = table.flatMap(({patterns}) => patterns);
	const led = wholeLine(anyOf(all.filter(pattern => !OPEN.test(pattern))));
	const telling = new RegExp(anyOf(all.filter(pattern => OPEN.test(pattern)).map(pattern => pattern.replace(OPEN, ''))), 'i');
	const rows = table.map(({rule, role, patterns}) => ({verdict: {rule, role}, pattern: wholeLine(anyOf(patterns))}));
	return text => led.test(text) || telling.test(text) ? rows.find(({pattern}) => pattern.test(text))?.verdict ?? null : null;
};
