/** A part of a pattern. `one`: one character of these, null: of any. `empty`: a place (an edge, a look ahead) or what nothing is known of. */
export type Part =
	| {readonly kind: 'one'; readonly of: ReadonlySet<string> | null}
	| {readonly kind: 'row' | 'choice'; readonly parts: readonly Part[]}
	| {readonly kind: 'repeat'; readonly part: Part; readonly least: number; readonly most: number}
	| {readonly kind: 'empty'; readonly known: boolean};

const PLACE: Part = {kind: 'empty', known: true};
const UNKNOWN: Part = {kind: 'empty', known: false};
const ANY: Part = {kind: 'one', of: null};
/** What "\d" stands for. */
export const DIGITS = [...'0123456789'];
const WORD = [...DIGITS, ...'abcdefghijklmnopqrstuvwxyz_'];

/** As a pattern without regard to case, but with no regard to Unicode, compares characters (ECMAScript, Canonicalize): its lower case, as far as that has the same capital alone. */
export const folded = (character: string): string => {
	const upper = character.toUpperCase();
	const capital = upper.length !== 1 || (character >= '\u0080' && upper < '\u0080') ? character : upper;
	return capital < '\u0080' ? capital.toLowerCase() : capital;
};

/** Reads a pattern's source by itself; whatever it does not know is taken for unknown, so that nothing false follows. */
class Source {
	private at = 0;
	private strange = false;
	private readonly text: string;

	constructor(text: string) {
		this.text = text;
	}

	read(): Part {
		const all = this.choice();
		return this.strange || this.at < this.text.length ? UNKNOWN : all;
	}

	private choice(): Part {
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
		if (opening === '' && this.text[this.at] === '?') this.strange = true;
		const inside = this.choice();
		this.at++;
		return looks === undefined ? inside : PLACE;
	}

	private escape(): Part {
		const symbol = this.text[this.at++] ?? '';
		if (symbol === 'b' || symbol === 'B') return PLACE;
		if (symbol === 'd') return {kind: 'one', of: new Set(DIGITS)};
		if (symbol === 'w') return {kind: 'one', of: new Set(WORD)};
		// A space has too many forms, and so has a property: any character. What refers back, or names a character by its number, is not read.
		if (/[sSDWfnrtv]/.test(symbol)) return ANY;
		const property = symbol === 'p' || symbol === 'P' ? /^\{\w+(?:=\w+)?\}/.exec(this.text.slice(this.at))?.[0] : undefined;
		if (property !== undefined) {
			this.at += property.length;
			return ANY;
		}

		if (/\w/.test(symbol)) this.strange = true;
		return {kind: 'one', of: new Set([folded(symbol)])};
	}

	private set(): Part {
		const members = /^(?:[^\]\\]|\\[^])*/.exec(this.text.slice(this.at))?.[0] ?? '';
		this.at += members.length + 1;
		if (members.startsWith('^') || /\\[^dw\][\\/.()|*+?^$-]|[^\\]-(?!$)/.test(` ${members}`.replace(/^ -/, ' '))) return ANY;
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

/** A pattern's source as parts. */
export const partsOf = (source: string): Part => new Source(source).read();
