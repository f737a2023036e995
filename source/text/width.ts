import stringWidth from 'string-width';

/** One user-perceived character: `at` and `end` are its UTF-16 offsets in the text, `cells` its width in a terminal (mostly 1 or 2, more with spacing marks). */
export type Grapheme = {readonly text: string; readonly at: number; readonly end: number; readonly cells: number};

/** Letters, typographic marks, box drawing: one code unit, one cell each. Nearly every line is made of these alone. */
const PLAIN = /^[\x20-\x7E\xA1-\xAC\xAE-\u02FF\u2010-\u2026\u2030-\u205E\u20A0-\u20BF\u2500-\u2595\u2260-\u2265]*$/;
/** What acts on a terminal or on the order of its cells; the joiners that hold emoji and Indic letters together stay. */
const ACTING = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]/gu;
const known = new Map<string, number>();
let segmenter: Intl.Segmenter | null = null;

/** Made when the first text needs it: it takes as long as half of Node's own start. */
const segments = (text: string): Intl.Segments => (segmenter ??= new Intl.Segmenter('en', {granularity: 'grapheme'})).segment(text);

/** Whether every code unit is a character of one cell. */
export const isPlain = (text: string): boolean => PLAIN.test(text);

const cellsOf = (grapheme: string): number => {
	const cached = known.get(grapheme);
	if (cached !== undefined) return cached;
	const cells = stringWidth(grapheme);
	// The cache is for the few hundred characters of a script, not for what a hostile page may hold.
	if (known.size < 5000) known.set(grapheme, cells);
	return cells;
};

/**
 * Cuts a text into the characters a reader sees. Control characters, bidi overrides and tag characters are left out,
 * line and paragraph separators and tabs become a blank: nothing that acts on the terminal comes through.
 */
export const graphemes = (text: string): Grapheme[] => {
	if (isPlain(text)) return Array.from(text, (character, at) => ({text: character, at, end: at + 1, cells: 1}));
	const found: Grapheme[] = [];
	for (const {segment, index} of segments(text)) {
		const clean = /^[\s\u0085]+$/u.test(segment) ? ' ' : segment.replace(ACTING, '');
		if (clean === '') continue;
		found.push({text: clean, at: index, end: index + segment.length, cells: clean === ' ' ? 1 : cellsOf(clean)});
	}

	return found;
};

/** Cells that a text takes in a terminal. */
export const width = (text: string): number =>
	isPlain(text) ? text.length : graphemes(text).reduce((sum, grapheme) => sum + grapheme.cells, 0);

/** The text within `cells`, with `mark` at its end where something was cut off. */
export const clip = (text: string, cells: number, mark = '…'): string => {
	if (width(text) <= cells) return text;
	const room = cells - width(mark);
	let used = 0;
	let kept = '';
	for (const grapheme of graphemes(text)) {
		if (used + grapheme.cells > room) break;
		used += grapheme.cells;
		kept += grapheme.text;
	}

	return room < 0 ? '' : kept.trimEnd() + mark;
};
