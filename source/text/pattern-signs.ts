import {literal} from './literal.ts';
import {Needles} from './needles.ts';
import {DIGITS, partsOf, type Part} from './pattern-parts.ts';

/*
 * What a pattern needs, read from its source: the letters it can begin with, and words of which one must stand in whatever it
 * matches. To look for those takes a fraction of the time of trying the pattern, and nearly every line holds none of them.
 */

/** Of more characters a set is taken for any, and of more beginnings a pattern for one that can begin with anything. */
const MOST_MEMBERS = 64;
const MOST_STARTS = 600;

/** So many characters of a beginning are told apart. */
const START = 2;

/** How a part can begin: texts of up to START characters. Shorter ones are all of it, but for those that end in NUL: anything may follow there. Null: nothing is known. */
const starts = (part: Part): readonly string[] | null => {
	switch (part.kind) {
		case 'one': return part.of === null || part.of.size > MOST_MEMBERS ? [OPEN_END] : [...part.of];
		case 'empty': return part.known ? [''] : null;
		case 'repeat': {
			const times = Math.min(START, part.most);
			const row = startsOfRow(Array.from({length: times}, () => part.part));
			const fewer = startsOfRow(Array.from({length: Math.min(START, part.least)}, () => part.part));
			const between = part.least + 1 < times ? starts(part.part) : [];
			return row === null || fewer === null || between === null ? null : [...row, ...fewer, ...between];
		}

		case 'choice': {
			const all = part.parts.map(starts);
			return all.some(some => some === null) ? null : all.flatMap(some => some ?? []);
		}

		case 'row': return startsOfRow(part.parts);
	}
};

const OPEN_END = '\0';
const isWhole = (start: string): boolean => start.length >= START || start.endsWith(OPEN_END);

const startsOfRow = (parts: readonly Part[]): readonly string[] | null => {
	let found: ReadonlySet<string> = new Set(['']);
	for (const part of parts) {
		if ([...found].every(isWhole)) break;
		const next = starts(part);
		if (next === null) return null;
		found = new Set([...found].flatMap(start => isWhole(start) ? [start] : next.map(end => (start + end).slice(0, START))));
		if (found.size > MOST_STARTS) return null;
	}

	return [...found];
};

/**
 * How a text can begin, as `folded`, which the pattern (flag "i" or none) matches from its start: two characters, or one where anything or nothing may follow. Null: with
 * any, or with too many to tell.
 */
export const startsOf = (source: string): ReadonlySet<string> | null => {
	const all = starts(partsOf(source));
	return all === null || all.some(start => start === '' || start.startsWith(OPEN_END)) ? null : new Set(all.map(start => start.length < START || start.endsWith(OPEN_END) ? start.charAt(0) : start));
};

const longest = (part: Part, ofAny: number): number => {
	switch (part.kind) {
		case 'one': return ofAny;
		case 'empty': return part.known ? 0 : Infinity;
		case 'repeat': return part.most === 0 ? 0 : longest(part.part, ofAny) * part.most;
		case 'choice': return Math.max(...part.parts.map(one => longest(one, ofAny)));
		case 'row': return part.parts.reduce((sum, one) => sum + longest(one, ofAny), 0);
	}
};

/** So many UTF-16 units at most has whatever the pattern matches; `flags`: "u" takes characters of two units for one. */
export const longestOf = (source: string, flags: string): number => longest(partsOf(source), flags.includes('u') ? 2 : 1);

/** So many wordings of one part are told apart. */
const MOST_WORDINGS = 24;

/** All texts that a part can match, where they are few; null otherwise. */
const wordings = (part: Part): readonly string[] | null => {
	switch (part.kind) {
		case 'one': return part.of === null || part.of.size > DIGITS.length ? null : [...part.of];
		case 'empty': return part.known ? [''] : null;
		case 'repeat': {
			const once = part.most === 1 ? wordings(part.part) : null;
			return once === null ? null : part.least === 0 ? ['', ...once] : once;
		}

		case 'choice': {
			const all = part.parts.map(wordings);
			return all.some(some => some === null) ? null : few(all.flatMap(some => some ?? []));
		}

		case 'row': return part.parts.reduce<readonly string[] | null>((before, one) => joined(before, wordings(one)), ['']);
	}
};

const few = (texts: readonly string[]): readonly string[] | null => texts.length > MOST_WORDINGS ? null : texts;
const joined = (before: readonly string[] | null, after: readonly string[] | null): readonly string[] | null =>
	before === null || after === null ? null : few(before.flatMap(head => after.map(tail => head + tail)));

/** How telling a set of words is: by its shortest; of two alike, the smaller set. */
const worth = (texts: readonly string[]): number => Math.min(...texts.map(text => text.length)) - texts.length / 100;

const needed = (part: Part): readonly string[] | null => {
	const whole = wordings(part);
	if (whole !== null) return whole.every(text => text !== '') ? whole : null;
	if (part.kind === 'repeat') return part.least === 0 ? null : needed(part.part);
	if (part.kind === 'choice') {
		const all = part.parts.map(needed);
		return all.some(some => some === null) ? null : all.flatMap(some => some ?? []);
	}

	if (part.kind !== 'row') return null;
	let best: readonly string[] | null = null;
	const offer = (texts: readonly string[] | null): void => {
		if (texts !== null && texts.every(text => text !== '') && (best === null || worth(texts) > worth(best))) best = texts;
	};

	// Parts that stand beside each other with few wordings are read as one.
	let run: readonly string[] = [''];
	for (const one of part.parts) {
		const own = wordings(one);
		const longer = joined(run, own);
		if (longer === null) {
			offer(run);
			if (own === null) offer(needed(one));
		}

		run = longer ?? own ?? [''];
	}

	offer(run);
	return best;
};

/** A stretch of so many letters, or one that holds a mark, is rare enough to be looked for alone. */
const TELLING = /^.{4}|[^a-z\d ]/;

/** The longest stretch that all of the words share, where it tells something. */
const commonTo = (texts: readonly string[]): string | null => {
	const shortest = texts.reduce((short, text) => text.length < short.length ? text : short);
	for (let length = shortest.length; length > 0; length--) {
		for (let at = 0; at + length <= shortest.length; at++) {
			const stretch = shortest.slice(at, at + length);
			if (TELLING.test(stretch) && texts.every(text => text.includes(stretch))) return stretch;
		}
	}

	return null;
};

/** Words in small letters, one of which stands in any text that the pattern (flag "i" or none) matches; null where there are none. */
export const needlesOf = (source: string): readonly string[] | null => {
	const found = needed(partsOf(source));
	if (found === null) return null;
	const common = commonTo(found);
	if (common !== null) return [common];
	// A word that holds another is found with it.
	return [...new Set(found)].filter(text => !found.some(other => other !== text && text.includes(other)));
};

/** So few words are found sooner by a pattern of them all. */
const FEW_WORDS = 24;
const oneIn = (words: readonly string[]): ((text: string) => boolean) => {
	const needles = words.length > FEW_WORDS ? new Needles([words]) : null;
	const pattern = new RegExp(words.length === 0 ? '(?!)' : words.map(literal).join('|'), 'iu');
	return needles === null ? text => pattern.test(text) : text => needles.setsIn(text).length > 0;
};

/** Whether a text holds what at least one of the patterns (flag "i" or none) needs: where it does not, none of them matches. */
export const mayHold = (sources: readonly string[]): ((text: string) => boolean) => {
	let holds: ((text: string) => boolean) | undefined;
	return text => {
		if (holds === undefined) {
			const all = sources.map(needlesOf);
			holds = all.some(some => some === null) ? () => true : oneIn(all.flatMap(some => some ?? []));
		}

		return holds(text);
	};
};
