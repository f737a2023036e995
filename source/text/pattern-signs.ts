/*
 * What a pattern needs, read from its source: the letters it can begin with, and words of which one must stand in whatever it
 * matches. To look for those takes a fraction of the time of trying the pattern, and nearly every line holds none of them.
 */

/** A part of a pattern. `one`: one character of these, null: of any. `empty`: a place (an edge, a look ahead) or what nothing is known of. */
type Part =
	| {readonly kind: 'one'; readonly of: ReadonlySet<string> | null}
	| {readonly kind: 'row' | 'choice'; readonly parts: readonly Part[]}
	| {readonly kind: 'repeat'; readonly part: Part; readonly least: number; readonly most: number}
	| {readonly kind: 'empty'; readonly known: boolean};

const PLACE: Part = {kind: 'empty', known: true};
const UNKNOWN: Part = {kind: 'empty', known: false};
const ANY: Part = {kind: 'one', of: null};
const DIGITS = [...'0123456789'];
const WORD = [...DIGITS, ...'abcdefghijklmnopqrstuvwxyz_'];
/** Of more characters a set is taken for any. */
const MOST_MEMBERS = 64;

/** As a pattern without regard to case, but with no regard to Unicode, compares characters (ECMAScript, Canonicalize): its lower case, as far as that has the same capital alone. */
export const folded = (character: string): string => {
	const upper = character.toUpperCase();
	const capital = upper.length !== 1 || (character >= '\u0080' && upper < '\u0080') ? character : upper;
	return capital < '\u0080' ? capital.toLowerCase() : capital;
};

/** Reads a pattern's source by itself; whatever it does not know is taken for unknown, so that nothing false follows. */
class Source {
	private at = 0;
	private readonly text: string;

	constructor(text: string) {
		this.text = text;
	}

	choice(): Part {
		const parts = [this.row()];
		while (this.text[this.at] === '|') {
			this.at++;
			parts.push(this.row());
		}

		return parts.length === 1 ? parts[0] as Part : {kind: 'choice', parts};
	}

	private row(): Part {
		const parts: Part[] = [];
		while (this.at < this.text.length && this.text[this.at] !== '|' && this.text[this.at] !== ')') parts.push(this.repeated(this.single()));
		return {kind: 'row', parts};
	}

	private single(): Part {
		const symbol = this.text[this.at++] ?? '';
		if (symbol === '(') return this.group();
		if (symbol === '[') return this.set();
		if (symbol === '\\') return this.escape();
		if (symbol === '^' || symbol === '$') return PLACE;
		return symbol === '.' ? ANY : {kind: 'one', of: new Set([folded(symbol)])};
	}

	private group(): Part {
		const [opening = '', looks] = /^\?(?:([=!]|<[=!])|:|<\w+>)|/.exec(this.text.slice(this.at)) ?? [];
		this.at += opening.length;
		const inside = this.choice();
		this.at++;
		return looks === undefined ? inside : PLACE;
	}

	private escape(): Part {
		const symbol = this.text[this.at++] ?? '';
		if (symbol === 'b' || symbol === 'B') return PLACE;
		if (symbol === 'd') return {kind: 'one', of: new Set(DIGITS)};
		if (symbol === 'w') return {kind: 'one', of: new Set(WORD)};
		// A space has too many forms, an escape by number or property too many meanings: any character. A reference may be empty.
		if (/[sSDWfnrtv]/.test(symbol)) return ANY;
		return /[\w]/.test(symbol) ? this.beyond() : {kind: 'one', of: new Set([folded(symbol)])};
	}

	/** Nothing is known of the rest of the pattern. */
	private beyond(): Part {
		this.at = this.text.length;
		return UNKNOWN;
	}

	private set(): Part {
		const members = /^(?:[^\]\\]|\\[^])*/.exec(this.text.slice(this.at))?.[0] ?? '';
		this.at += members.length + 1;
		if (members.startsWith('^') || /\\[^dw\]\[\\/.()|*+?^$-]|[^\\]-(?!$)/.test(` ${members}`.replace(/^ -/, ' '))) return ANY;
		const of = [...members.matchAll(/\\([^])|[^]/g)].flatMap(([symbol, escaped]) => escaped === 'd' ? DIGITS : escaped === 'w' ? WORD : [folded(escaped ?? symbol)]);
		return {kind: 'one', of: new Set(of)};
	}

	private repeated(part: Part): Part {
		const match = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/.exec(this.text.slice(this.at));
		if (match === null) return part;
		this.at += match[0].length;
		const least = match[1] === undefined ? Number(match[2]) : match[1] === '+' ? 1 : 0;
		const most = match[1] === '?' ? 1 : match[1] !== undefined || (match[3] === ',' && match[4] === '') ? Infinity : match[3] === ',' ? Number(match[4]) : least;
		return {kind: 'repeat', part, least, most};
	}
}

const partsOf = (source: string): Part => new Source(source).choice();

/** `empty`: it may match nothing, so that what follows may come first. */
type Firsts = {readonly of: ReadonlySet<string> | null; readonly empty: boolean};

const firsts = (part: Part): Firsts => {
	switch (part.kind) {
		case 'one': return {of: part.of, empty: false};
		case 'empty': return part.known ? {of: new Set(), empty: true} : {of: null, empty: true};
		case 'repeat': return {of: firsts(part.part).of, empty: part.least === 0 || firsts(part.part).empty};
		case 'choice': {
			const all = part.parts.map(firsts);
			return {of: all.some(({of}) => of === null) ? null : new Set(all.flatMap(({of}) => [...of ?? []])), empty: all.some(({empty}) => empty)};
		}

		case 'row': {
			const found = new Set<string>();
			for (const one of part.parts) {
				const {of, empty} = firsts(one);
				if (of === null) return {of: null, empty};
				for (const character of of) found.add(character);
				if (!empty) return {of: found, empty: false};
			}

			return {of: found, empty: true};
		}
	}
};

/** The characters, as `folded`, that a text can begin with which the pattern (flag "i" or none) matches from its start; null: any, or too many to tell. */
export const firstsOf = (source: string): ReadonlySet<string> | null => {
	const {of, empty} = firsts(partsOf(source));
	return of === null || empty || of.size > MOST_MEMBERS ? null : of;
};

/** So many wordings of one part are told apart. */
const MOST_WORDINGS = 24;
const isAscii = (text: string): boolean => /^[\0-\x7F]*$/.test(text);

/** All texts that a part can match, where they are few; null otherwise. */
const wordings = (part: Part): readonly string[] | null => {
	switch (part.kind) {
		case 'one': return part.of === null || part.of.size > DIGITS.length || ![...part.of].every(isAscii) ? null : [...part.of];
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

/** Words in small ASCII letters, one of which stands in any text that the pattern (flag "i" or none) matches; null where there are none. */
export const needlesOf = (source: string): readonly string[] | null => {
	const found = needed(partsOf(source));
	if (found === null) return null;
	const common = commonTo(found);
	if (common !== null) return [common];
	// A word that holds another is found with it.
	return [...new Set(found)].filter(text => !found.some(other => other !== text && text.includes(other)));
};

const SPAN = 128;
const CAPITAL_A = 0x41;
const CAPITAL_Z = 0x5A;
const TO_SMALL = 0x20;

/** The ASCII character there, as a small one; NUL for what is beyond, which no word holds. */
const smallAt = (text: string, at: number): number => {
	const unit = text.charCodeAt(at);
	return unit >= CAPITAL_A && unit <= CAPITAL_Z ? unit | TO_SMALL : unit < SPAN ? unit : 0;
};

const standsAt = (text: string, start: number, word: string): boolean => {
	if (start < 0 || start + word.length > text.length) return false;
	for (let at = 0; at < word.length; at++) if (smallAt(text, start + at) !== word.charCodeAt(at)) return false;
	return true;
};

/** From the commonest letters to the rarest, as they stand in English; marks are rarer. */
const COMMON = ' etaoinsrhldcumfpgwybvkxjqz';
const rarity = (character: string): number => COMMON.includes(character) ? COMMON.indexOf(character) : COMMON.length;
/** The place of a word's rarest pair of letters: where it is looked for. */
const rarestPair = (word: string): number => {
	const places = [...word].slice(1).map((letter, at) => ({at, rarity: rarity(letter) + rarity(word.charAt(at))}));
	return places.reduce((best, place) => place.rarity > best.rarity ? place : best).at;
};

type Needle = {readonly word: string; readonly from: number};

/** Words that are looked for all at once, by two letters of each: in one pass over the text. No closures in it: they would cost more than the pass. */
class Needles {
	/** For every pair of ASCII characters, the number of its list. */
	private readonly pairs = new Uint16Array(SPAN * SPAN);
	private readonly single = new Uint8Array(SPAN);
	private readonly lists: Needle[][] = [[]];

	constructor(words: readonly string[]) {
		for (const word of words) {
			if (word.length === 1) this.single[word.charCodeAt(0)] = 1;
			else this.add({word, from: rarestPair(word)});
		}
	}

	private add(needle: Needle): void {
		const pair = needle.word.charCodeAt(needle.from) * SPAN + needle.word.charCodeAt(needle.from + 1);
		if (this.pairs[pair] === 0) this.pairs[pair] = this.lists.push([]) - 1;
		this.lists[this.pairs[pair] ?? 0]?.push(needle);
	}

	standIn(text: string): boolean {
		const {pairs, single, lists} = this;
		let before = 0;
		for (let at = 0; at < text.length; at++) {
			const small = smallAt(text, at);
			if (single[small] === 1) return true;
			const list = pairs[before * SPAN + small] ?? 0;
			if (list !== 0) for (const {word, from} of lists[list] ?? []) if (standsAt(text, at - 1 - from, word)) return true;
			before = small;
		}

		return false;
	}
}

/** Whether a text holds what at least one of the patterns (flag "i" or none) needs: where it does not, none of them matches. One pass over the text, in a fraction of the time of the patterns. */
export const mayHold = (sources: readonly string[]): ((text: string) => boolean) => {
	// Worked out when the first text is looked at.
	let needles: Needles | null | undefined;
	return text => {
		if (needles === undefined) {
			const all = sources.map(needlesOf);
			needles = all.some(some => some === null) ? null : new Needles(all.flatMap(some => some ?? []));
		}

		return needles?.standIn(text) !== false;
	};
};
