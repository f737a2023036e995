import type {Cut} from '../model/document.ts';

/** Cleaned text, and what was taken out of it: `cuts` map every offset back to the raw text. */
export type Cleaned = {readonly text: string; readonly cuts: readonly Cut[]};

/** Anything the state machine might have to touch. Lines without any of it (nearly all) are returned as they are. */
const SUSPECT = /[\0-\x1F\x7F-\x9F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u2028-\u202E\u2060-\u206F\u3164\uD800-\uDFFF\uFEFF\uFFA0\uFFF0-\uFFFB\uFFFE\uFFFF]/;
const SUSPECT_MARK = /\p{M}/u;
/** Letters and typographic marks among which nothing is suspect and nothing a mark on another: most texts hold no others, and one look tells. */
const OTHER = /[^\x20-\x7E\xA0-\xAC\xAE-\u02FF\u0370-\u0482\u048A-\u0590\u2010-\u2027\u2030-\u205F\u20A0-\u20CF\u2100-\u2CEE]/;
const INVISIBLE = /^[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF0-\uFFFB\uFFFE\uFFFF\u{E0000}-\u{E0FFF}\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}]$/u;
const PICTOGRAPH = /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]$/u;
/** Scripts whose spelling needs the joiners: without them Persian and Indic words change. */
const JOINING = /^[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gujarati}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Sinhala}]$/u;
const MARK = /^\p{M}$/u;
const LETTER = /^[A-Za-z]$/;
const MARKS_A_CELL = 4;
/** Longer runs of parameters are no escape sequence anybody sends, but could swallow text. */
const LONGEST_PARAMETERS = 48;

const character = (raw: string, at: number): string => {
	const code = raw.codePointAt(at);
	return code === undefined ? '' : String.fromCodePoint(code);
};

/** "ESC [ 3 1 m": the offset after it, or after the introducer alone where no final byte comes. */
const afterControlSequence = (raw: string, introducerEnd: number, fallback: number): number => {
	let at = introducerEnd;
	while (at < introducerEnd + LONGEST_PARAMETERS && /^[0-?]$/.test(raw[at] ?? '')) at++;
	// A space may stand before the final byte only in sequences nobody needs; in text it is a word's end.
	while (/^[!-/]$/.test(raw[at] ?? '')) at++;
	return /^[@-~]$/.test(raw[at] ?? '') ? at + 1 : fallback;
};

/** Longer payloads are no title and no link: whoever sends them wants to hide the text in them. */
const LONGEST_PAYLOAD = 4096;

/** OSC, DCS, APC, PM, SOS: up to BEL or ST. Any other control character ends the search, so that no text is swallowed and the time stays linear. */
const afterString = (raw: string, payload: number, fallback: number): number => {
	for (let at = payload; at < Math.min(raw.length, payload + LONGEST_PAYLOAD); at++) {
		const code = raw.charCodeAt(at);
		if (code === 0x07 || code === 0x9C) return at + 1;
		if (code === 0x1B) return raw[at + 1] === '\\' ? at + 2 : fallback;
		if (code < 0x20 || (code >= 0x7F && code < 0xA0)) return fallback;
	}

	return fallback;
};

const afterEscape = (raw: string, at: number): number => {
	const next = raw[at + 1] ?? '';
	if (next === '[') return afterControlSequence(raw, at + 2, at + 1);
	if (/^[\]PX^_]$/.test(next)) return afterString(raw, at + 2, at + 1);
	if (/^[()*+\-./]$/.test(next) && /^[A-Z0-9]$/.test(raw[at + 2] ?? '')) return at + 3;
	if (/^[78=>\\]$/.test(next)) return at + 2;
	// "ESC c" resets the terminal; in "ESC council" the letter belongs to a word.
	return LETTER.test(next) && !/^\p{L}$/u.test(raw[at + 2] ?? '') ? at + 2 : at + 1;
};

/** Where the thing that must go ends, or `at` where it may stay. */
const afterUnwanted = (raw: string, at: number, symbol: string, marks: number): number => {
	const code = symbol.codePointAt(0) ?? 0;
	if (code === 0x1B) return afterEscape(raw, at);
	if (code === 0x9B) return afterControlSequence(raw, at + 1, at + 1);
	if (code === 0x9D || code === 0x90 || code === 0x98 || code === 0x9E || code === 0x9F) return afterString(raw, at + 1, at + 1);
	if (code < 0x20 || (code >= 0x7F && code < 0xA0)) return at + 1;
	if (MARK.test(symbol) && !INVISIBLE.test(symbol)) return marks >= MARKS_A_CELL ? at + symbol.length : at;
	if (!INVISIBLE.test(symbol)) return at;
	if (code === 0x200D || code === 0x200C) {
		const before = at > 0 ? character(raw, raw.charCodeAt(at - 1) >= 0xDC00 && raw.charCodeAt(at - 1) < 0xE000 ? at - 2 : at - 1) : '';
		const after = character(raw, at + 1);
		if (code === 0x200D && PICTOGRAPH.test(before) && PICTOGRAPH.test(after)) return at;
		if ((JOINING.test(before) || MARK.test(before)) && JOINING.test(after)) return at;
	}

	return at + symbol.length;
};

/** "100" and "999" with backspaces between must not become one number; nor do digits that an override turned round stand for themselves. */
const wouldForge = (before: string, removed: string, after: string): boolean => {
	const [digitBefore, digitAfter] = [/\p{Nd}[.,'’]?$/u.test(before), /^[.,'’]?\p{Nd}/u.test(after)];
	return (digitBefore && digitAfter) || ((digitBefore || digitAfter) && /[\u202D\u202E\u202C]/.test(removed));
};

/** Tab and everything that ends a line becomes a space, but for those that a terminal or a browser does not take for one, between digits: U+FFFD, as for half a surrogate pair. The length stays. */
const replaced = (symbol: string, raw: string, at: number): string => {
	if (/^[\r\v\f\u0085\u2028\u2029]$/.test(symbol) && wouldForge(raw.slice(Math.max(0, at - 4), at), symbol, raw.slice(at + 1, at + 5))) return '\uFFFD';
	if (/^[\t\n\r\v\f\u0085\u2028\u2029]$/.test(symbol)) return ' ';
	return symbol.length === 1 && symbol >= '\uD800' && symbol <= '\uDFFF' ? '\uFFFD' : symbol;
};

/**
 * Takes out of one line or paragraph what a terminal would obey or hide: control and escape sequences, direction marks,
 * tag characters, zero-width characters (joiners stay inside emoji and in scripts that spell with them), more than four
 * marks on a cell. Text after an unfinished escape sequence stays. Where something went from between two digits, U+FFFD
 * stands in its place. One pass, linear.
 */
export const clean = (raw: string): Cleaned => {
	if (!OTHER.test(raw) || (!SUSPECT.test(raw) && !SUSPECT_MARK.test(raw))) return {text: raw, cuts: []};
	const out: string[] = [];
	const cuts: Cut[] = [];
	let length = 0;
	let marks = 0;
	let last = '';
	let recent = '';
	let cutFrom = -1;
	const close = (end: number, next: string): void => {
		if (cutFrom < 0) return;
		let size = end - cutFrom;
		if (wouldForge(last + recent, raw.slice(cutFrom, end), next)) {
			out.push('\uFFFD');
			length++;
			size--;
		}

		if (size > 0) cuts.push({at: length, length: size});
		cutFrom = -1;
	};

	for (let at = 0; at < raw.length;) {
		const symbol = character(raw, at);
		const kept = replaced(symbol, raw, at);
		const end = kept === symbol ? afterUnwanted(raw, at, symbol, marks) : at;
		if (end > at) {
			if (cutFrom < 0) cutFrom = at;
			at = end;
			continue;
		}

		close(at, kept + raw.slice(at + symbol.length, at + symbol.length + 2));
		marks = MARK.test(kept) ? marks + 1 : 0;
		out.push(kept);
		length += kept.length;
		last = recent;
		recent = kept;
		at += symbol.length;
	}

	close(raw.length, '');
	return {text: out.join(''), cuts};
};

/** For names, paths, errors and queries that go to the screen: the cleaned words on one line. */
export const cleanForDisplay = (text: string): string => clean(text).text;

/** The offset in the raw text of the character at `at` of the cleaned one. */
export const rawOffset = (cuts: readonly Cut[], at: number): number => {
	let offset = at;
	for (const cut of cuts) {
		if (cut.at > at) break;
		offset += cut.length;
	}

	return offset;
};
