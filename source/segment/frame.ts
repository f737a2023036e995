import {biographyOf, reportingOf} from './byline.ts';
import type {Entry} from './entries.ts';
import type {Line} from './line.ts';
import {type Look, lookOf, removedAs, textsIn, titleAbove} from './look.ts';
import {type Meta, metaOf} from './meta.ts';

/** Paragraphs of a text stand close together: so many lines lie between them at most. */
const WINDOW = 6;
const FURNITURE = 6;
const UNKNOWN_AT_END = 4;

const tellsOfAuthor = ({text}: Line): boolean => biographyOf(text) !== null || reportingOf(text) !== null;
const removable = (entry: Entry, look: Look | undefined): boolean => entry.verdict === null && look !== 'row' && !tellsOfAuthor(entry.line);

/** A last paragraph may be short: the sentences that follow, with nothing but furniture between, are the text's. */
export const endOf = (entries: readonly Entry[], last: number): number => {
	let end = last;
	for (let at = last + 1; at < Math.min(entries.length, end + 4); at++) {
		const entry = entries[at];
		if (entry?.verdict === null && entry.line.shape === 'prose' && entry.line.words >= 3 && /[.!?”"]$/.test(entry.line.text)) end = at;
		else if (entry?.verdict === null) break;
	}

	return end;
};

/** Under the last two paragraphs that stand together: lists of other articles, boxes, footers, with a sentence here and there. */
const withoutTail = (entries: readonly Entry[], looks: readonly Look[]): Entry[] => {
	let last = looks.length - 1;
	while (last >= 0 && !(looks[last] === 'text' && (textsIn(looks, last - WINDOW, last + 1) >= 2 || titleAbove(entries, looks, last) >= 0))) last--;
	if (last < 0) last = looks.lastIndexOf('text');
	if (last < 0) return [...entries];
	last = endOf(entries, last);
	const tail = looks.slice(last + 1);
	const unknown = tail.filter(look => look !== 'gone' && look !== 'row').length;
	if (tail.length < FURNITURE || unknown < UNKNOWN_AT_END) return [...entries];
	return entries.map((entry, index) => index > last && removable(entry, looks[index]) ? removedAs(entry, 'page furniture') : entry);
};

/** A paragraph that stands alone above the text, with furniture around and no headline above it: a notice of the site. */
const withoutNotices = (entries: readonly Entry[], looks: readonly Look[]): Entry[] => {
	const lead = looks.findIndex((look, index) => look === 'text' && textsIn(looks, index, index + WINDOW) >= 2);
	return entries.map((entry, index) => index >= lead || looks[index] !== 'text' || titleAbove(entries, looks, index) >= 0 || textsIn(looks, index + 1, index + 1 + FURNITURE) > 0
		? entry : removedAs(entry, 'page furniture'));
};

/** Takes out of one page what stands around its text: notices above it, lists and boxes under it. */
export const withoutSurroundings = (page: readonly Entry[]): Entry[] => {
	const above = withoutNotices(page, page.map(lookOf));
	return withoutTail(above, above.map(lookOf));
};

const MENU = 6;
const KINDS = 3;
const KINDS_OF_FURNITURE: ReadonlySet<string> = new Set(['menu', 'logo', 'login notice', 'legal', 'newsletter sign-up', 'cookie note', 'comments', 'related heading', 'advertisement']);

/** Saved as it stood in a browser, with a menu or furniture of many kinds: a page of one article, or a list of them. */
export const isSaved = (page: readonly Entry[]): boolean => {
	const rules = page.flatMap(({verdict}) => verdict === null ? [] : [verdict.rule]);
	return rules.filter(rule => rule === 'menu').length >= MENU || new Set(rules.filter(rule => KINDS_OF_FURNITURE.has(rule))).size >= KINDS;
};

/** Paragraphs between which little else lies, from the first to the last, and their words. */
type Block = {readonly from: number; readonly to: number; readonly texts: number; readonly words: number};
/** What may lie between two paragraphs of a block: ten lines of furniture, or twice as many of headings and lists. */
const GAP = 10;
const gapOf = (looks: readonly Look[], from: number, to: number): number => looks.slice(from + 1, to).reduce((sum, look) => sum + (look === 'gone' || look === 'row' ? 1 : .5), 0);

const blocksOf = (entries: readonly Entry[], looks: readonly Look[]): Block[] => {
	const blocks: Block[] = [];
	for (const [index, look] of looks.entries()) {
		if (look !== 'text') continue;
		const words = entries[index]?.line.words ?? 0;
		const last = blocks.at(-1);
		if (last !== undefined && gapOf(looks, last.to, index) < GAP) blocks[blocks.length - 1] = {from: last.from, to: index, texts: last.texts + 1, words: last.words + words};
		else blocks.push({from: index, to: index, texts: 1, words});
	}

	return blocks;
};

const DOMINANT = .6;
const TEXTS = 3;
const OWN_WORDS = 80;
const ROWS_NEAR = 3;

const rowsAt = (entries: readonly Entry[], looks: readonly Look[], from: number, to: number): ReadonlyArray<Meta | null> =>
	entries.slice(Math.max(0, from), to).flatMap(({line}, at) => looks[Math.max(0, from) + at] === 'row' ? [metaOf(line, true)] : []);

/** A block that is an article of its own: a headline that tells of it, with its outlet, or with rows and paragraphs enough. */
const standsAlone = (entries: readonly Entry[], looks: readonly Look[], {from, texts, words}: Block): boolean => {
	const title = titleAbove(entries, looks, from);
	if (title < 0) return false;
	const rows = rowsAt(entries, looks, title - 1, title + 1 + ROWS_NEAR);
	return rows.some(row => row?.outlet !== undefined) || (texts >= TEXTS && words >= OWN_WORDS && rows.length > 0);
};

/** Lines above the text in which something speaks for it: a headline that tells of it, a byline, a date. */
const HEAD = 10;
const isHeaded = (entries: readonly Entry[], looks: readonly Look[], {from}: Block): boolean =>
	titleAbove(entries, looks, from) >= 0 || rowsAt(entries, looks, from - HEAD, from).length > 0;

/** The text of a page: the longest block, and the first that is headed and not much shorter. */
const SHORTER = .4;

/**
 * A file that is one saved page: above its text nothing ends or begins a page, and nothing is a list under an article.
 * Where the text is by far the longest on it, what stands below is not the article's. Files of several pages, each with
 * its own headline and date, are left as they are.
 */
export const withoutFrame = (entries: readonly Entry[]): Entry[] => {
	if (!isSaved(entries)) return [...entries];
	const looks = entries.map(lookOf);
	const blocks = blocksOf(entries, looks);
	const most = blocks.reduce((longest, {words}) => Math.max(longest, words), 0);
	const all = blocks.reduce((sum, {words}) => sum + words, 0);
	const core = blocks.find(block => block.texts >= TEXTS && (block.words >= most * DOMINANT || (block.words >= most * SHORTER && isHeaded(entries, looks, block))));
	if (core === undefined) return [...entries];
	const alone = blocks.some(block => block !== core && standsAlone(entries, looks, block));
	// An article above the text: then what stands over it may part the two.
	const earlier = looks.slice(0, core.from).some((look, index) => look === 'text' && titleAbove(entries, looks, index) >= 0);
	const single = !alone && core.words >= all * DOMINANT;
	const end = endOf(entries, core.to);
	return entries.map((entry, index) => {
		if ((index >= core.from && index <= end) || (alone && earlier)) return entry;
		if (index > end) return !single ? entry : entry.verdict !== null ? removedAs(entry, entry.verdict.rule) : removable(entry, looks[index]) ? removedAs(entry, 'page furniture') : entry;
		if (entry.verdict !== null) return removedAs(entry, entry.verdict.rule);
		return looks[index] === 'text' && titleAbove(entries, looks, index) < 0 && blocks.some(({from, to, texts}) => texts < TEXTS && from <= index && index <= to) ? removedAs(entry, 'page furniture') : entry;
	});
};
