import type {ArticleRecord, RecordParagraph, Removal, TextLine} from '../../model/document.ts';
import {statedDate} from '../dates.ts';
import {oneLine, paragraphsOf, recordOf, webAddress} from '../record.ts';
import {type Block, blocksOf} from './blocks.ts';
import {bylinesIn} from './bylines.ts';
import {countWithin, type HtmlDocument, type HtmlElement, plainText} from './dom.ts';
import {rangeOf, wordsOf} from './furniture.ts';
import {isLiveBlog, namesOf, partsOf, textOf, type Thing} from './linked-data.ts';
import type {Metadata} from './metadata.ts';
import {asLines, printedAt} from './page-lines.ts';
import {keepParagraphs} from './paragraphs.ts';

/** A post of a live blog, found before the page is pruned, because pruning takes times and bylines. */
export type Post = {readonly element: HtmlElement; readonly date: string | null; readonly byline: string | null; readonly clock: string | null};

const LIVE_TITLE = /\blive\s*[:|]|^live\s*[–—-]|\b(?:live (?:updates?|blog|coverage|reporting)|live[- ]?blog|as it happened|minute[- ]by[- ]minute|liveticker|en direct|en vivo|ao vivo|in diretta)\b|[-–—|:]\s*live(?:\s*[-–—|:].*)?$/i;
const LIVE_NAME = /(?:^| )(?:live ?blog|live (?:updates?|feed|stream|posts?|events?|reporting|ticker)|liveticker)(?= |$)/;
const POST_NAME = /(?:^| )(?:post|update|entry|block|event|item|card|article|moment)s?(?= |$)/;

/** By its data, by its title, or by what it calls a part of itself. */
const saysItIsLive = (document: HtmlDocument, things: readonly Thing[], {title}: Metadata): boolean =>
	things.some(isLiveBlog) || document.querySelector('[itemtype*="LiveBlogPosting"]') !== null || LIVE_TITLE.test(title ?? '')
	|| [...document.querySelectorAll('main,section,div,ol,ul')].some(element => LIVE_NAME.test(wordsOf(element)));

const FEWEST = 3;
const TAGS = new Set(['article', 'section', 'div', 'li']);

/** Neighbours made alike, each with a time of its own, none within another: the largest such family. */
const alike = (document: HtmlDocument): HtmlElement[] => {
	const families = new Map<HtmlElement, HtmlElement[]>();
	const counted = new Set<HtmlElement>();
	const times = countWithin(document, new Set(['time']));
	for (const time of document.querySelectorAll('time')) {
		let at: HtmlElement | null = time.parentNode;
		// The highest box that holds this time and no other.
		while (at?.parentNode != null && times.get(at.parentNode) === 1) at = at.parentNode;
		if (at?.parentNode == null || counted.has(at) || !TAGS.has(at.localName)) continue;
		counted.add(at);
		if (at.localName === 'div' && !POST_NAME.test(wordsOf(at))) continue;
		const family = families.get(at.parentNode) ?? [];
		family.push(at);
		families.set(at.parentNode, family);
	}

	return [...families.values()].sort((a, b) => b.length - a.length)[0] ?? [];
};

const marked = (document: HtmlDocument): HtmlElement[] => [...document.querySelectorAll('[itemprop~="liveBlogUpdate"]')];


/** The posts of a live blog, or none where the page is no live blog or its posts cannot be told apart. */
export const postsOf = (document: HtmlDocument, things: readonly Thing[], metadata: Metadata): Post[] => {
	if (!saysItIsLive(document, things, metadata)) return [];
	const stated = marked(document);
	const elements = stated.length > 0 ? stated : alike(document);
	if (elements.length < FEWEST) return [];
	return elements.map(element => {
		const time = element.querySelector('time[datetime],[itemprop~="datePublished"]');
		return {element, byline: bylinesIn(element)[0] ?? null, clock: time === null ? null : oneLine(plainText(time)), date: statedDate(time?.getAttribute('datetime') ?? time?.getAttribute('content'))};
	});
};

/** Where the lines of a page and what is taken out of it are told. */
type Told = {readonly lines: TextLine[]; readonly removed: Removal[]};

const parentRecord = (metadata: Metadata, lead: readonly Block[], posts: readonly ArticleRecord[], {lines, removed}: Told): ArticleRecord => {
	const {paragraphs, standfirst, removed: out} = keepParagraphs(lead, metadata);
	removed.push(...out);
	const first = posts.reduce((least, {line}) => Math.min(least, line), lines.length + 1);
	const [titleLine, standfirstLine] = [metadata.title, standfirst].map(words => printedAt(lines, words, first)) as [number | null, number | null];
	return recordOf({
		line: Math.min(first, ...[titleLine, standfirstLine, paragraphs[0]?.line].flatMap(line => line ?? [])), endLine: posts.reduce((last, {endLine}) => Math.max(last, endLine), 1),
		kind: 'live-blog', title: metadata.title, titleLine, standfirst, standfirstLine, byline: metadata.byline, paragraphs, outlet: metadata.outlet,
		date: metadata.date, url: metadata.url, language: metadata.language, tags: metadata.tags, fromPage: true,
	});
};

const postRecord = ({element, date, byline, clock}: Post, metadata: Metadata, removed: Removal[]): ArticleRecord => {
	const all = blocksOf(element);
	const [times, blocks] = [all.filter(({text}) => text === clock), all.filter(({text}) => text !== clock)];
	// The printed time is told by the date.
	removed.push(...times.map(({line}) => ({startLine: line, endLine: line, rule: 'date row'})));
	const heading = blocks[0]?.kind === 'heading' ? blocks[0] : null;
	const {paragraphs, removed: out} = keepParagraphs(heading === null ? blocks : blocks.slice(1), {...metadata, title: heading?.text ?? null, description: null, byline});
	removed.push(...out);
	const {startLine, endLine} = rangeOf(element) ?? {startLine: 1, endLine: 1};
	return recordOf({line: startLine, endLine, kind: 'post', parent: 0, title: heading?.text ?? null, titleLine: heading?.line ?? null, byline, paragraphs, date, language: metadata.language, fromPage: true});
};

/** The live blog and its posts, from the pruned page; `lead`: what of the article's own text stands before them. */
export const liveBlogRecords = (posts: readonly Post[], lead: readonly Block[], metadata: Metadata, told: Told): ArticleRecord[] => {
	const children = posts.map(post => postRecord(post, metadata, told.removed)).filter(({title, paragraphs}) => title !== null || paragraphs.length > 0);
	return [parentRecord(metadata, lead, children, told), ...children];
};

/** A live blog whose posts the page builds only in a browser, but tells in its data. Empty where it does not. */
export const toldRecords = (things: readonly Thing[], metadata: Metadata, told: Told): ArticleRecord[] => {
	const updates = partsOf(things.find(isLiveBlog)?.['liveBlogUpdate']);
	if (updates.length === 0) return [];
	const posts = updates.map(update => {
		const title = oneLine(textOf(update['headline']));
		const heading: RecordParagraph[] = title === null ? [] : asLines(told.lines, [{kind: 'heading', text: title, line: 1}]);
		const paragraphs = asLines(told.lines, paragraphsOf((textOf(update['articleBody']) ?? '').replaceAll(/<[^>]{0,500}>/g, ' '), 1));
		const own = [...heading, ...paragraphs].map(({line}) => line);
		return recordOf({
			line: own[0] ?? 1, endLine: own.at(-1) ?? 1, kind: 'post', parent: 0, title, titleLine: heading[0]?.line ?? null, byline: oneLine(namesOf(update['author']).join(', ')), paragraphs,
			date: statedDate(textOf(update['datePublished'])), url: webAddress(textOf(update['url']), metadata.url), language: metadata.language, fromPage: true,
		});
	});
	return [parentRecord(metadata, [], posts, told), ...posts];
};
