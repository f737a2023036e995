/*
 * What a character is, by its UTF-16 unit: told once for each unit that ever comes. A pattern for any letter takes several times as long, most of all on texts with
 * typographic marks. Letters beyond the first plane are none here.
 */

export const OTHER = 1;
/** a to z. */
export const SMALL = 2;
/** A capital of any script. */
export const CAPITAL = 3;
/** Any other letter. */
export const LETTER = 4;
/** A mark on a letter, where it is a character of its own. */
export const MARK = 5;
/** A decimal digit of any script. */
export const DIGIT = 6;

const kindOf = (unit: number): number => {
	const character = String.fromCharCode(unit);
	if (/[a-z]/.test(character)) return SMALL;
	if (/\p{Nd}/u.test(character)) return DIGIT;
	if (/\p{M}/u.test(character)) return MARK;
	if (!/\p{L}/u.test(character)) return OTHER;
	return /\p{Lu}/u.test(character) ? CAPITAL : LETTER;
};

const kinds = new Uint8Array(0x1_00_00);

/** The kind of the character there; OTHER beyond the end. */
export const kindAt = (text: string, at: number): number => {
	if (at >= text.length) return OTHER;
	const unit = text.charCodeAt(at);
	return kinds[unit] || (kinds[unit] = kindOf(unit));
};

/** Whether it is of a letter, without its marks. */
export const isLetter = (kind: number): boolean => kind >= SMALL && kind <= LETTER;

const BLANK = 0x20;

/** The words of a text, parted by blanks: how many begin with a capital (marks before it apart), of those with at least so many letters on end there. */
export const countCapitals = (text: string, least: number): {readonly words: number; readonly capitals: number} => {
	let words = 0;
	let capitals = 0;
	for (let at = 0; at < text.length; at++) {
		while (at < text.length && text.charCodeAt(at) !== BLANK && !isLetter(kindAt(text, at))) at++;
		const first = kindAt(text, at);
		const start = at;
		while (isLetter(kindAt(text, at))) at++;
		if (at - start >= least) {
			words++;
			if (first === CAPITAL) capitals++;
		}

		while (at < text.length && text.charCodeAt(at) !== BLANK) at++;
	}

	return {words, capitals};
};

/** How many digits 0 to 9 a text has. */
export const countDigits = (text: string): number => {
	let digits = 0;
	for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) >= 0x30 && text.charCodeAt(at) <= 0x39) digits++;
	return digits;
};

/** Whether a text has a capital, and no small letter. */
export const inCapitals = (text: string): boolean => {
	for (let at = 0; at < text.length; at++) if (kindAt(text, at) === SMALL) return false;
	return /\p{Lu}/u.test(text) && text === text.toUpperCase();
};
