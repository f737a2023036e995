import {type Content, contentsOf, type Draft} from './draft.ts';
import type {Entry} from './entries.ts';
import {readArticle} from './body.ts';
import {isTitleLike} from './line.ts';
import {removedAs} from './look.ts';
import {isSame} from './resemblance.ts';

/** A page that is a list of articles: what is left of it, and its items. */
export type Listing = {readonly page: readonly Entry[]; readonly own: readonly Content[]; readonly drafts: readonly Draft[]};

/** So many items make a list. */
const FEWEST = 3;
/** Lines of an item without its rows: a headline, perhaps printed twice, an outlet nobody told us of, two lines of text. */
const LONGEST_ITEM = 5;
const MOST_TEXTS = 2;
/** Lines over the first item: the name of the page, its section. */
const MOST_ABOVE = 3;
/** Words of a line under the last one ("Next page"). */
const SHORT = 4;

/** Tells when an article appeared; the stamp of a live blog's post does not. */
const isRow = ({meta}: Content): boolean => meta !== null && meta.clock !== true && (meta.ago !== undefined || meta.date !== undefined);
const isText = ({line: {shape}, meta}: Content): boolean => meta === null && (shape === 'prose' || shape === 'teaser');
const isTitle = (content: Content | undefined): boolean => content !== undefined && content.meta === null && isTitleLike(content.line);

/** Indices behind each group of rows: there the next item begins. */
const endsOf = (contents: readonly Content[]): number[] => contents.flatMap((content, index) => isRow(content) && !(contents[index + 1] !== undefined && isRow(contents[index + 1] as Content)) ? [index + 1] : []);

/** Where the headline of the first item stands, which has the name of the page above it: as many lines over its row as in the others, or over its text. */
const firstItem = (contents: readonly Content[], row: number, others: readonly number[]): number => {
	const usual = others.every(length => length === others[0]) ? others[0] ?? 0 : 0;
	if (usual > 0 && row - usual >= 0 && isTitle(contents[row - usual])) return row - usual;
	let at = row - 1;
	while (at > 0 && contents[at] !== undefined && isText(contents[at] as Content)) at--;
	const above = contents[at - 1];
	return above !== undefined && contents[at] !== undefined && isSame(above.line, (contents[at] as Content).line) ? at - 1 : at;
};

/**
 * The items of a list whose time stands under each of them: "headline, a sentence, 3 hours ago", or "headline, headline, outlet, 2 hours ago"
 * and not a sentence, again and again. Null for every other page: lists with the time over the text are cut by it.
 */
export const readListing = (entries: readonly Entry[]): Listing | null => {
	const contents = contentsOf(entries);
	const ends = endsOf(contents);
	const last = ends.at(-1);
	if (ends.length < FEWEST || last === undefined) return null;
	const lengths = ends.slice(1).map((end, index) => contents.slice(ends[index], end).filter(content => !isRow(content)).length);
	const from = firstItem(contents, contents.findIndex(isRow), lengths);
	const starts = [from, ...ends.slice(0, -1)];
	const above = contents.slice(0, from);
	const below = contents.slice(last);
	const isItem = (start: number, index: number): boolean => {
		const item = contents.slice(start, ends[index]).filter(content => !isRow(content));
		return isTitle(item[0]) && (item[0]?.line.words ?? 0) > 1 && item.length <= LONGEST_ITEM && item.filter(isText).length <= MOST_TEXTS;
	};

	if (from < 0 || above.length > MOST_ABOVE || above.some(isText) || below.some(content => isText(content) || content.line.words > SHORT) || !starts.every(isItem)) return null;
	const around = new Set([...above, ...below].map(({line}) => line));
	const page = entries.map(entry => around.has(entry.line) ? removedAs(entry, 'page furniture') : entry);
	const own = contents.slice(from, last).map(content => ({...content, related: false}));
	return {page, own, drafts: starts.map((start, index) => readArticle(own.slice(start - from, (ends[index] ?? 0) - from)))};
};
