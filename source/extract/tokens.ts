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

/** Cuts a text into tokens, in order. Linear. */
export const tokenise = (text: string): Token[] => {
	const tokens: Token[] = [];
	for (const match of text.matchAll(TOKEN)) {
		const word = match[0];
		const kind = /^\p{L}/u.test(word) ? 'word' : /^\d/.test(word) ? 'number' : 'mark';
		tokens.push({text: word, lower: kind === 'word' ? word.toLowerCase().replaceAll('’', '\'') : word, start: match.index, end: match.index + word.length, kind});
	}

	return tokens;
};

/** Do two neighbours stand without a space between them ("3bn", "two-car")? */
export const touches = (left: Token | undefined, right: Token | undefined): boolean => left !== undefined && right !== undefined && left.end === right.start;

/** Is it a hyphen or a dash ("--" among them)? */
export const isDash = (token: Token | undefined): boolean => token !== undefined && /^(?:[-‐‑–—]|--+)$/.test(token.text);

/** Is it a dash that parts clauses? */
export const isLongDash = (token: Token | undefined): boolean => token !== undefined && /^(?:[–—]|--+)$/.test(token.text);

/** Begins with a capital. */
export const isCapital = (token: Token | undefined): boolean => token !== undefined && /^\p{Lu}/u.test(token.text);

/** A stretch in title case: nearly all its longer words begin with capitals, so that none tells a name. */
export const isTitleCase = (tokens: readonly Token[], from: number, to: number): boolean => {
	const long = tokens.slice(from, to).filter(({kind, text}) => kind === 'word' && text.length >= 4);
	return long.filter(isCapital).length >= long.length * 0.7;
};
