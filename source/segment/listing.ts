import {type Content, contentsOf, type Draft} from './draft.ts';
import type {Entry} from './entries.ts';
import {readArticle} from './body.ts';
import {topicOf} from './cohesion.ts';
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
/** Words of a line under the last one. */
const SHORT = 4;

/** Nothing stands under the last item but a line or two ("Next page"). */
const isEnd = (below: readonly Content[]): boolean => below.every(content => !isText(content) && content.line.words <= SHORT);

/** Tells when an article appeared; the stamp of a live blog's post does not. */
const isRow = ({meta}: Content): boolean => meta !== null && meta.clock !== true && (meta.ago !== undefined || meta.date !== undefined);
const isText = ({line: {shape}, meta}: Content): boolean => meta === null && (shape === 'prose' || shape === 'teaser');
const isTitle = (content: Content | undefined): boolean => content !== undefined && content.meta === null && isTitleLike(content.line);

/** What stands around the items goes; each of them is an article. */
const listed = (entries: readonly Entry[], contents: readonly Content[], starts: readonly number[], end: number): Listing => {
	const from = starts[0] ?? 0;
	const around = new Set([...contents.slice(0, from), ...contents.slice(end)].map(({line}) => line));
	const page = entries.map(entry => around.has(entry.line) ? removedAs(entry, 'page furniture') : entry);
	const own = contents.slice(from, end).map(content => ({...content, related: false}));
	return {page, own, drafts: starts.map((start, index) => readArticle(own.slice(start - from, (starts[index + 1] ?? end) - from)))};
};

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

/** The items of a list whose time stands under each of them: "headline, a sentence, 3 hours ago", or "headline, headline, outlet, 2 hours ago" and not a sentence, again and again. */
const readTimed = (entries: readonly Entry[], contents: readonly Content[]): Listing | null => {
	const ends = endsOf(contents);
	const last = ends.at(-1);
	if (ends.length < FEWEST || last === undefined) return null;
	const lengths = ends.slice(1).map((end, index) => contents.slice(ends[index], end).filter(content => !isRow(content)).length);
	const from = firstItem(contents, contents.findIndex(isRow), lengths);
	const starts = [from, ...ends.slice(0, -1)];
	const above = contents.slice(0, from);
	const isItem = (start: number, index: number): boolean => {
		const item = contents.slice(start, ends[index]).filter(content => !isRow(content));
		return isTitle(item[0]) && (item[0]?.line.words ?? 0) > 1 && item.length <= LONGEST_ITEM && item.filter(isText).length <= MOST_TEXTS;
	};

	if (from < 0 || above.length > MOST_ABOVE || above.some(isText) || !isEnd(contents.slice(last)) || !starts.every(isItem)) return null;
	return listed(entries, contents, starts, last);
};

/** Of two items of a newsletter, words of meaning in common: "council" may be in two of them. */
const SHARED = 1;

/** The items of a newsletter: "headline, a sentence or two", again and again, and each tells of something else. An article with headings stays with its subject. */
const readBriefs = (entries: readonly Entry[], contents: readonly Content[]): Listing | null => {
	const titles = contents.flatMap((content, index) => isTitle(content) && contents[index + 1] !== undefined && isText(contents[index + 1] as Content) ? [index] : []);
	// The name of the letter stands over a greeting, and tells nothing of it.
	const [named, greeting] = [titles[0], titles[1]];
	const starts = named !== undefined && topicOf(contents.slice(named, named + 1)).isDisjointFrom(topicOf(contents.slice(named + 1, greeting))) ? titles.slice(1) : titles;
	const first = starts[0];
	const end = contents.findLastIndex(isText) + 1;
	if (first === undefined || starts.length < FEWEST || !isEnd(contents.slice(end))) return null;
	const above = contents.slice(0, first);
	const told = new Set<string>();
	// A headline may say it in other words ("without light" over "no electricity"); most do not.
	let announced = 0;
	const isItem = (start: number, index: number): boolean => {
		const [title, ...texts] = contents.slice(start, starts[index + 1] ?? end);
		if (title === undefined || texts.length > MOST_TEXTS || !texts.every(isText)) return false;
		const [headed, topic] = [topicOf([title]), topicOf(texts)];
		if (!headed.isDisjointFrom(topic)) announced++;
		const fresh = headed.isDisjointFrom(told) && topic.intersection(told).size <= SHARED;
		for (const word of [...headed, ...topic]) told.add(word);
		return fresh;
	};

	return above.length <= MOST_ABOVE && above.filter(isText).length <= 1 && starts.every(isItem) && announced * 3 >= starts.length * 2 ? listed(entries, contents, starts, end) : null;
};

/** The items of a page that is nothing but a list of articles. Null for every other page; lists with the time over the text are cut by it. */
export const readListing = (entries: readonly Entry[]): Listing | null => {
	const contents = contentsOf(entries);
	return readTimed(entries, contents) ?? readBriefs(entries, contents);
};
