import {matchesOf} from '../text/matches.ts';

/** A word, a number or a single mark, with its place in the text (UTF-16 offsets). */
export type Token = {
	readonly text: string;
	readonly lower: string;
	readonly start: number;
	readonly end: number;
	readonly kind: 'word' | 'number' | 'mark';
};

/** Initials ("U.S."), numbers with separators, words with their apostrophes ("Russia’s"), any other mark alone. */
const TOKEN = /(?:\p{Lu}\.){2,}|\d{1,3}(?:[,\u00A0\u2009\u202F]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|\p{L}[\p{L}\p{M}]*(?:[’'‘]\p{L}+)*|--+|\S/gu;

/** Most text is ASCII, and its characters tell by their codes. */
const kindOf = (word: string): Token['kind'] => {
	const code = word.charCodeAt(0);
	if (code >= 128) return /^\p{L}/u.test(word) ? 'word' : 'mark';
	return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) ? 'word' : code >= 48 && code <= 57 ? 'number' : 'mark';
};

const lowerOf = (word: string): string => word.includes('’') ? word.toLowerCase().replaceAll('’', '\'') : word.toLowerCase();

/** Whether a word begins with a capital. */
export const beginsCapital = (word: string): boolean => {
	const code = word.charCodeAt(0);
	return code >= 128 ? /^\p{Lu}/u.test(word) : code >= 65 && code <= 90;
};

/** Cuts a text into tokens, in order. Linear. */
export const tokenise = (text: string): Token[] => {
	const tokens: Token[] = [];
	for (const match of matchesOf(TOKEN, text)) {
		const word = match[0];
		const kind = kindOf(word);
		tokens.push({text: word, lower: kind === 'word' ? lowerOf(word) : word, start: match.index, end: match.index + word.length, kind});
	}

	return tokens;
};

/** Do two neighbours stand without a space between them ("3bn", "two-car")? */
export const touches = (left: Token | undefined, right: Token | undefined): boolean => left !== undefined && right !== undefined && left.end === right.start;

/** Is it a hyphen or a dash ("--" among them)? */
export const isDash = (token: Token | undefined): boolean => token?.kind === 'mark' && /^(?:[-‐‑–—]|--+)$/.test(token.text);

/** Is it a dash that parts clauses? */
export const isLongDash = (token: Token | undefined): boolean => token?.kind === 'mark' && /^(?:[–—]|--+)$/.test(token.text);

/** Begins with a capital. */
export const isCapital = (token: Token | undefined): boolean => token !== undefined && beginsCapital(token.text);

/** A stretch in title case: nearly all its longer words begin with capitals, so that none tells a name. */
export const isTitleCase = (tokens: readonly Token[], from: number, to: number): boolean => {
	const long = tokens.slice(from, to).filter(({kind, text}) => kind === 'word' && text.length >= 4);
	return long.filter(isCapital).length >= long.length * 0.7;
};
