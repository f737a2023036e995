import {Problem} from '../model/problem.ts';

/** A pattern people type is short; a longer one is refused. */
const LONGEST_PATTERN = 100;
/** How far `*`, `+` and `{n,}` reach: alone, from one end of a sentence to the other; where there are more, a gap between two words. */
const REACH_ALONE = 120;
const REACH_TOGETHER = 24;
/** All repeats of a pattern multiplied: with more, 100,000 hostile characters took longer than a second. */
const MOST_WAYS = 640;

const refuse = (why: string): Problem => new Problem({
	exit: 'usage',
	what: 'The pattern was not searched for.',
	why,
	remedy: 'Search for words instead, or write a simpler pattern.',
});

type Quantifier = {readonly least: number; readonly most: number; readonly length: number};

const quantifierAt = (source: string, at: number, reach: number): Quantifier | null => {
	const mark = source[at];
	if (mark === '*') return {least: 0, most: reach, length: 1};
	if (mark === '+') return {least: 1, most: reach, length: 1};
	if (mark === '?') return {least: 0, most: 1, length: 1};
	const counted = mark === '{' ? /^\{(\d{1,4})(,?)(\d{0,4})\}/.exec(source.slice(at, at + 12)) : null;
	if (counted === null) return null;
	const least = Number(counted[1]);
	const most = counted[2] === '' ? least : counted[3] === '' ? Math.max(least, reach) : Number(counted[3]);
	return {least, most, length: counted[0].length};
};

/** Where a character class ends: the offset after its closing bracket. */
const classEnd = (source: string, open: number): number => {
	for (let at = open + 1; at < source.length; at++) {
		if (source[at] === '\\') at++;
		else if (source[at] === ']') return at + 1;
	}

	return source.length;
};

type Group = {many: boolean};

/**
 * Rewrites a pattern so that its repeats end: `.*` becomes `.{0,120}`. Refuses what can take exponential time in a
 * backtracking engine: a repeat of a group that itself repeats or has alternatives, references back, and too many repeats.
 */
const bound = (source: string): string => {
	let written = '';
	let ways = 1;
	// A rough count is enough: an escaped star only makes the reach shorter.
	const reach = (source.match(/[*+]|\{\d+,\}/g) ?? []).length > 1 ? REACH_TOGETHER : REACH_ALONE;
	const open: Group[] = [{many: false}];
	let closed: Group | null = null;
	for (let at = 0; at < source.length;) {
		const character = source[at] ?? '';
		const repeat = quantifierAt(source, at, reach);
		const inner = open.at(-1);
		if (repeat !== null && at > 0 && !(character === '?' && source[at - 1] === '(')) {
			if (closed?.many === true && repeat.most > 1) throw refuse('A repeat of a group that repeats, or that has alternatives, can take for ever.');
			ways *= Math.max(2, repeat.most - repeat.least + 1);
			if (inner !== undefined) inner.many = true;
			const lazy = source[at + repeat.length] === '?' ? '?' : '';
			written += `{${repeat.least},${repeat.most}}${lazy}`;
			at += repeat.length + lazy.length;
			closed = null;
			continue;
		}

		closed = null;
		if (character === '\\') {
			if (/[1-9k]/.test(source[at + 1] ?? '')) throw refuse('References back to a group are not supported.');
			written += source.slice(at, at + 2);
			at += 2;
		} else if (character === '[') {
			const end = classEnd(source, at);
			written += source.slice(at, end);
			at = end;
		} else {
			if (character === '(') open.push({many: false});
			if (character === '|' && inner !== undefined) inner.many = true;
			if (character === ')' && open.length > 1) {
				closed = open.pop() ?? null;
				const outer = open.at(-1);
				if (closed?.many === true && outer !== undefined) outer.many = true;
			}

			written += character;
			at++;
		}
	}

	if (ways > MOST_WAYS) throw refuse('It repeats in too many places.');
	return written;
};

/**
 * A pattern that is safe to run over any text: at most 100 characters, `*` and `+` reach 120 characters, or 24
 * where there are several, no nested repeats. Case does not count. Throws a Problem (exit "usage") that says what is wrong.
 */
export const safePattern = (source: string): RegExp => {
	if (source.length > LONGEST_PATTERN) throw refuse(`It has ${source.length} characters; ${LONGEST_PATTERN} are allowed.`);
	const bounded = bound(source);
	try {
		return new RegExp(bounded, 'giu');
	} catch {
		throw refuse('It is not a regular expression.');
	}
};
