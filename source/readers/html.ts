import type {ArticleRecord, Reading, Removal, TextLine} from '../model/document.ts';
import {decode} from './decode.ts';
import {type Block, blocksOf, linesOfPage} from './html/blocks.ts';
import {bodyOf} from './html/body.ts';
import {baseOf, cardRecord, cardsOf, otherArticles} from './html/cards.ts';
import type {HtmlElement} from './html/dom.ts';
import {prune, takeOut} from './html/furniture.ts';
import {isArticle, thingsOf} from './html/linked-data.ts';
import {liveBlogRecords, postsOf, toldRecords} from './html/live-blog.ts';
import {type Metadata, metadataOf} from './html/metadata.ts';
import {keepParagraphs, type Kept} from './html/paragraphs.ts';
import {accounted, asLines, printedAt} from './html/page-lines.ts';
import {type Page, parsePage} from './html/parse.ts';
import {type Reader, unsent} from './reader.ts';
import {paragraphsOf, recordOf} from './record.ts';

/** What the page's data calls the text is better than what was found, where that is next to nothing: the page builds its text in the browser. */
const FAR_MORE = 3;
const withTold = (kept: Kept, {articleBody}: Metadata, lines: TextLine[]): Kept => {
	const found = kept.paragraphs.reduce((sum, {text}) => sum + text.length, 0);
	return articleBody === null || articleBody.length < Math.max(200, found * FAR_MORE) ? kept : {...kept, paragraphs: asLines(lines, paragraphsOf(articleBody, 1))};
};

/** A description that the text does not begin with was written beside it. */
const standfirstOf = (kept: Kept, {description}: Metadata): string | null => {
	const opening = kept.paragraphs.slice(0, 2).map(({text}) => text).join(' ').slice(0, 1000);
	const begins = description?.replace(/\s*(?:\.\.\.|…|\[…\])$/, '').slice(0, 60) ?? '';
	return kept.standfirst ?? (description === null || opening.includes(begins) || begins.length < 20 ? null : description);
};

/** The page's lines, and why some of them are in no article, both growing while it is read. */
type Told = {readonly lines: TextLine[]; readonly removed: Removal[]};

const articleRecord = (blocks: readonly Block[], metadata: Metadata, {lines, removed}: Told): ArticleRecord[] => {
	const kept = withTold(keepParagraphs(blocks, metadata), metadata, lines);
	removed.push(...kept.removed);
	if (kept.paragraphs.length === 0) return [];
	const numbers = kept.paragraphs.map(({line}) => line);
	const from = numbers.reduce((least, line) => Math.min(least, line), Infinity);
	const standfirst = standfirstOf(kept, metadata);
	const [titleLine, standfirstLine] = [metadata.title, standfirst].map(words => printedAt(lines, words, from)) as [number | null, number | null];
	return [recordOf({
		line: Math.min(from, titleLine ?? from, standfirstLine ?? from), endLine: numbers.reduce((most, line) => Math.max(most, line), 0),
		title: metadata.title, titleLine, standfirst, standfirstLine, byline: metadata.byline, paragraphs: kept.paragraphs,
		outlet: metadata.outlet, date: metadata.date, url: metadata.url, language: metadata.language, tags: metadata.tags, fromPage: true,
	})];
};

/** Cuts a page into its articles: a live blog into posts, a tag page into its stories, any other into the one it has. */
const recordsOf = async ({document, linkedData, elements}: Page, root: HtmlElement, told: Told, address: string | null): Promise<ArticleRecord[]> => {
	const {removed} = told;
	const things = thingsOf(linkedData);
	const metadata = metadataOf(document, things, address);
	const base = baseOf(document, metadata) ?? address;
	const posts = postsOf(document, things, metadata);
	const ownArticle = things.some(thing => isArticle(thing)) || document.querySelector('meta[property="og:type"][content="article"]') !== null;
	// On a tag page the teasers are what it is about.
	removed.push(...prune(root, ownArticle ? null : 'related links'));
	if (posts.length > 0) {
		const everything = blocksOf(root);
		const withPosts = new Set(posts.flatMap(({element}) => blocksOf(element).map(({text}) => text)));
		const first = everything.findIndex(({text}) => withPosts.has(text));
		return liveBlogRecords(posts, everything.slice(0, Math.max(0, first)).filter(({kind, links}) => kind === 'paragraph' && links < .5), metadata, told);
	}

	const live = toldRecords(things, metadata, told);
	if (live.length > 0) return live;
	const cards = cardsOf(root, ownArticle);
	if (cards.length > 0) return cards.map(card => cardRecord(card, metadata, base, removed)).filter(({title, paragraphs}) => title !== null || paragraphs.length > 0);
	if (!ownArticle) removed.push(...prune(root));
	removed.push(...otherArticles(root, metadata).flatMap(element => takeOut(element, 'another article')));
	return articleRecord(await bodyOf(document, root, elements), metadata, told);
};

const readPage = async (html: string, address: string | null): Promise<Extract<Reading, {readonly kind: 'records'}>> => {
	const page = await parsePage(html);
	const root = page.document.documentElement;
	if (root === null) return {kind: 'records', records: [], problems: [], removed: []};
	const told: Told = {lines: linesOfPage(root), removed: []};
	const records = await recordsOf(page, root, told, address);
	return {kind: 'records', records, problems: [], removed: accounted(told.lines, records, told.removed), lines: told.lines};
};

const HEAD = /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|article|main)\b/i;
const FRAGMENT = /^\s*<(?:div|p|h1|section|span|table|script|link|style)\b[^>]*>/i;

/** A saved web page. */
export const html: Reader = {
	name: 'html',
	reads: 'a saved web page',
	sniff: ({path, head}) => {
		if (HEAD.test(head)) return .95;
		if (/\.(?:html?|xhtml)$/i.test(path.replace(/\.gz$/i, ''))) return .9;
		return FRAGMENT.test(head) ? .6 : 0;
	},
	read: async (bytes, sent = unsent) => readPage(decode(bytes, sent), sent.address),
	lines: async bytes => (await readPage(decode(bytes), null)).lines ?? [],
};
