import type {Piece, Segment, SegmentKind} from '../model/article.ts';
import type {RawLine} from '../model/document.ts';
import {countCapitals, inCapitals} from '../text/letters.ts';
import {rawOffset} from '../text/sanitise.ts';
import {tokens} from '../text/tokens.ts';
import type {Tables} from './tables.ts';

/** A stretch of one cleaned raw line: offsets in its `text`. */
type Stretch = {readonly raw: RawLine; readonly from: number; readonly to: number};

/**
 * A line of a page that is not blank, without inline junk; where the page is hard-wrapped, a paragraph of several raw
 * lines. `number` to `lastNumber` are raw lines, 1-based.
 */
export type Line = {
	readonly number: number;
	readonly lastNumber: number;
	readonly text: string;
	/** Its words and numbers as they are compared: cut once, since one rule after the other asks for them. */
	readonly tokens: readonly string[];
	/** The same as one text: lines with one key are equal apart from case, marks and spaces. */
	readonly key: string;
	/** How many words and numbers it has; of scripts without spaces, pairs of characters. */
	readonly words: number;
	readonly stretches: readonly Stretch[];
	readonly shape: Shape;
	/** The tables the page is read by. */
	readonly tables: Tables;
	/** An ISO date that stood before the text and was cut off. */
	readonly datePrefix: string | null;
	/** What one rule and the other found out about the line: see `once`. */
	readonly known: unknown[];
};

let rules = 0;
/** The same, worked out once for each line: rule after rule asks it of the same line, which does not change. A look-up by the line alone would take longer than most rules. */
export const once = <T extends {} | null>(of: (line: Line) => T): ((line: Line) => T) => {
	const place = rules++;
	return line => {
		// Only this function writes to its place.
		const before = line.known[place] as T | undefined;
		return before === undefined ? (line.known[place] = of(line)) as T : before;
	};
};

/**
 * What a line looks like, without its neighbours. prose: a closed sentence or more. title: could be a headline, open at
 * its end. question: a short one, either of the two. teaser: open, but too long for a headline. list: behind a bullet.
 */
export type Shape = 'prose' | 'title' | 'question' | 'teaser' | 'list';

const CLOSED = /[.!?…:;,。！？：；、」』।۔؟][”’"')\]」』）】]*$/;
/** Scripts without spaces are counted by pairs of characters that overlap: two make a word, or nearly so. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const countOf = (found: readonly string[]): number => found.length - Math.floor(found.filter(token => token > '\u0DFF' && UNSPACED.test(token)).length / 2);

const BULLET = /^(?:[•‣▪●◦·*]|[-–—](?=\s))\s*/;
/** Longer headlines exist, but nobody prints them: the longest we have seen had 23 words. */
const LONGEST_TITLE = 24;
const LONGEST_QUESTION = 22;

const STOP = /[.!?]/;
const QUOTE = /[‘“']/;
/** Two sentences or more: a full stop, then a capital. Initials, "No. 10" and the inside of a short quotation do not count. */
const hasInnerStop = (text: string): boolean => STOP.test(text) && /[\p{Ll}\d”’)][.!?][”’"']? ?["“‘]?\p{Lu}\p{L}/u.test((QUOTE.test(text) ? text.replace(/[‘“][^‘’“”]{1,90}[’”]|(?<=^|\s)'[^']{1,90}'(?!\p{L})/gu, '') : text).replace(/\b(?:No|Mr|Mrs|Ms|Dr|St|Gens?|Sens?|Reps?|Govs?|vs|Prof|Jr|Sr|Lt|Col|Sgt|Ft|Mt|Ariz|Calif|Colo|Conn|Fla|Ill|Ind|Mass|Mich|Minn|Miss|Neb|Okla|Ore|Tenn|Tex|Va|Wash|Wis)\. ?/g, ''));

/** Of the words of four letters and more, the share that begins with a capital. */
export const capitalShare = (text: string): number => {
	const {words, capitals} = countCapitals(text, 4);
	return words === 0 ? 0 : capitals / words;
};

/** Whether a line is printed in capitals. */
export const isInCapitals = once(({text}) => inCapitals(text));

/** The end of a line: what it closes with, its quotation marks and brackets. */
const LONGEST_END = 24;
export const endOfText = (text: string): string => text.slice(-LONGEST_END);

/** From this share on a line is in title case. */
export const TITLE_CASE = .9;

/** The shape of a line's text of `count` words. */
const shapeOf = (text: string, count: number): Shape => {
	if (BULLET.test(text)) return 'list';
	const end = endOfText(text);
	if (/\?[”’"']?$/.test(end) && count <= LONGEST_QUESTION && !hasInnerStop(text) && !/^["“]/.test(text)) return 'question';
	// "... From the I.R.S." is closed by its initials only: the capitals tell the headline.
	const initials = (): boolean => count <= LONGEST_TITLE && text.slice(-2).includes('.') && /(?:\p{Lu}\.){2,}[”’"']?$/u.test(text) && capitalShare(text) >= TITLE_CASE;
	if (CLOSED.test(end) && !initials()) return 'prose';
	if (count > LONGEST_TITLE || hasInnerStop(text)) return /["”]$/.test(end) ? 'prose' : 'teaser';
	// A headline begins with a capital, a figure, a quotation mark; a line that begins small goes on from somewhere.
	return /^\p{Ll}{2}/u.test(text) && !/^(?:iP|eB|eU)/.test(text) ? 'prose' : 'title';
};

/** Could be a headline as far as its looks go. */
export const isTitleLike = (line: Line | undefined): line is Line => line?.shape === 'title' || line?.shape === 'question';

/** A line from what is kept of its raw lines; null where nothing is. */
export const lineOf = (stretches: readonly Stretch[], tables: Tables, datePrefix: string | null = null): Line | null => {
	const first = stretches[0];
	const last = stretches.at(-1);
	if (first === undefined || last === undefined) return null;
	let text = '';
	let before: Stretch | undefined;
	for (const stretch of stretches) {
		if (before !== undefined && before.raw !== stretch.raw) text += ' ';
		text += stretch.raw.text.slice(stretch.from, stretch.to);
		before = stretch;
	}

	const found = tokens(text);
	const words = countOf(found);
	return {number: first.raw.number, lastNumber: last.raw.number, text, tokens: found, key: found.join(' '), words, stretches, shape: shapeOf(text, words), tables, datePrefix, known: []};
};

/** The pieces of one stretch: unbroken in the raw line, so parted wherever the cleaner took something out. */
const piecesOf = ({raw, from, to}: Stretch, at: number): Piece[] => {
	const inside = raw.cuts.map(cut => cut.at).filter(place => place > from && place < to);
	const edges = [from, ...new Set(inside), to];
	return edges.slice(0, -1).map((start, index) => ({
		at: at + start - from,
		line: raw.number,
		column: rawOffset(raw.cuts, start),
		length: (edges[index + 1] ?? to) - start,
	}));
};

/** A segment of the article, with its way back to the raw page. */
export const segmentOf = (line: Line, kind: SegmentKind): Segment => {
	const pieces: Piece[] = [];
	const skipped = kind === 'list' ? BULLET.exec(line.text)?.[0].length ?? 0 : 0;
	let at = 0;
	let before: Stretch | undefined;
	for (const stretch of line.stretches) {
		const from = before === undefined ? stretch.from + skipped : stretch.from;
		if (before !== undefined && before.raw !== stretch.raw) at++;
		pieces.push(...piecesOf({...stretch, from}, at));
		at += stretch.to - from;
		before = stretch;
	}

	return {kind, text: line.text.slice(skipped), startLine: line.number, endLine: line.lastNumber, pieces};
};
