import {CAPITAL, DIGIT, kindAt, MARK, OTHER, SMALL} from './letters.ts';

/*
 * Words for comparing texts: folded, and marks are gone. Two other cuts exist for a reason: extract/tokens.ts keeps the marks
 * and every offset, since a figure is read from its neighbours; search/words.ts folds accents and cuts unspaced scripts by
 * the character, since what a person types must meet what an article says.
 */

/** A word longer than this is no word (a hash, a pasted address): it is cut, so that nothing later pays for its length. */
const LONGEST = 40;

/*
 * A text is read unit by unit, by what each stands for: one pattern over all scripts takes five times as long, and every stage
 * waits for words.
 */

/** Scripts that put no space between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const isOfWord = (kind: number): boolean => kind >= SMALL && kind <= MARK;
const isApostrophe = (unit: number): boolean => unit === 0x27 || unit === 0x20_19;
const SMALL_A = 0x61;
const SMALL_Z = 0x7A;
const STOP = 0x2E;
const COMMA = 0x2C;

/** The same as a pattern, for texts with rare characters, which have two units: initials; a run of letters, apostrophes inside; a number, points and commas inside. */
const RARE = /[\uD800-\uDFFF]/;
const TOKEN = /(?:\p{Lu}\.){2,}|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*|\p{Nd}+(?:[.,]\p{Nd}+)*/gu;

/** Neighbouring pairs of characters: what stands in for words where a script has no spaces. */
const pairs = (run: string): string[] => {
	const characters = [...run];
	return characters.length < 3 ? [run] : characters.slice(1).map((character, index) => `${characters[index]}${character}`);
};

const asNumber = (token: string): string => token.includes(',') ? token.replace(/,(?=\p{Nd}{3}(?!\p{Nd}))/gu, '') : token;

const asWord = (token: string): string => {
	// "US" is a country and "us" is not: lower case alone would make the country a pronoun.
	if (token === 'US' || token === 'U.S.') return 'usa';
	// Most words are letters alone.
	if (!/['’.]/.test(token)) return token.toLowerCase().slice(0, LONGEST);
	return token.replaceAll('.', '').replace(/['’]s?$/iu, '').replaceAll('’', '\'').toLowerCase().slice(0, LONGEST);
};

/** A word or number of a text: `token` as it is compared, `text` as it is printed, at `start`. */
export type Token = {readonly token: string; readonly text: string; readonly start: number};

/** What a text is read into: words of small a to z by where they stand, all others as they are compared. */
export type Reader = {readonly plain: (start: number, end: number, printedEnd: number) => void; readonly other: (token: string, printed: string, start: number) => void};

/** Only letters beyond these are of scripts without spaces. */
const LAST_SPACED = 0x0D_FF;
const isUnspaced = (run: string): boolean => {
	for (let at = 0; at < run.length; at++) if (run.charCodeAt(at) > LAST_SPACED) return UNSPACED.test(run);
	return false;
};

const takeRun = (run: string, start: number, into: Reader): void => {
	if (kindAt(run, 0) === DIGIT || (run.charCodeAt(0) > LAST_SPACED && /^\p{Nd}/u.test(run))) into.other(asNumber(run).slice(0, LONGEST), run, start);
	else if (isUnspaced(run)) for (const pair of pairs(run)) into.other(pair, pair, start);
	else into.other(asWord(run), run, start);
};

/** Where initials that begin at `start` end ("U.K."); `start` itself where there are not two. */
const initialsEnd = (text: string, start: number): number => {
	let end = start;
	while (kindAt(text, end) === CAPITAL && text.charCodeAt(end + 1) === STOP) end += 2;
	return end - start >= 4 ? end : start;
};

const numberEnd = (text: string, start: number): number => {
	let end = start;
	while (kindAt(text, end) === DIGIT || (end > start && (text.charCodeAt(end) === STOP || text.charCodeAt(end) === COMMA) && kindAt(text, end + 1) === DIGIT)) end++;
	return end;
};

/** Where a run of letters ends, apostrophes inside; the negative end where it is of small a to z alone. */
const wordEnd = (text: string, start: number): number => {
	let end = start;
	let small = true;
	for (;;) {
		const unit = text.charCodeAt(end);
		if (unit >= SMALL_A && unit <= SMALL_Z) {
			end++;
			continue;
		}

		const kind = kindAt(text, end);
		if (!isOfWord(kind) && !(isApostrophe(unit) && isOfWord(kindAt(text, end + 1)))) break;
		small = false;
		end++;
	}

	return small ? -end : end;
};

/** Hands over every word and number of a text, in order; most words are plain and nothing need be cut out for them. A word too long to be one ends earlier than it is printed. */
export const readTokens = (text: string, into: Reader): void => {
	if (RARE.test(text)) {
		for (const match of text.matchAll(TOKEN)) takeRun(match[0], match.index, into);
		return;
	}

	for (let at = 0; at < text.length;) {
		const kind = kindAt(text, at);
		if (kind === OTHER) {
			at++;
			continue;
		}

		const initials = kind === CAPITAL ? initialsEnd(text, at) : at;
		const end = initials > at ? initials : kind === DIGIT ? numberEnd(text, at) : wordEnd(text, at);
		if (end < 0) into.plain(at, Math.min(-end, at + LONGEST), -end);
		else takeRun(text.slice(at, end), at, into);
		at = Math.abs(end);
	}
};

/**
 * The words and numbers of a text with their places, in order. The token is in lower case, without a possessive ending,
 * thousands without commas ("5,000" is "5000"), initials without points ("U.K." is "uk"). Linear in the length of the text.
 */
export const printedTokens = (text: string): Token[] => {
	const found: Token[] = [];
	readTokens(text, {
		plain: (start, end, printedEnd) => void found.push({token: text.slice(start, end), text: text.slice(start, printedEnd), start}),
		other: (token, printed, start) => void found.push({token, text: printed, start}),
	});
	return found;
};

/** Collects them as they are compared. Functions made anew for each of many short texts would cost more than reading it. */
class Compared implements Reader {
	readonly found: string[] = [];
	private readonly text: string;

	constructor(text: string) {
		this.text = text;
	}

	plain(start: number, end: number): void {
		this.found.push(this.text.slice(start, end));
	}

	other(token: string): void {
		this.found.push(token);
	}
}

/** The words and numbers of a text as they are compared, in order: what `printedTokens` finds, without the places. */
export const tokens = (text: string): string[] => {
	const compared = new Compared(text);
	readTokens(text, compared);
	return compared.found;
};
