import type {ArticleRecord, Reading, Removal} from '../model/document.ts';
import {decode} from './decode.ts';
import {type Block, blocksOf} from './html/blocks.ts';
import {bodyOf} from './html/body.ts';
import {baseOf, cardRecord, cardsOf, otherArticles} from './html/cards.ts';
import type {HtmlElement} from './html/dom.ts';
import {prune, removalOf} from './html/furniture.ts';
import {isArticle, thingsOf} from './html/linked-data.ts';
import {liveBlogRecords, postsOf, toldRecords} from './html/live-blog.ts';
import {type Metadata, metadataOf} from './html/metadata.ts';
import {keepParagraphs, type Kept} from './html/paragraphs.ts';
import {parsePage} from './html/parse.ts';
import {type Reader, unsent} from './reader.ts';
import {paragraphsOf, recordOf} from './record.ts';

/** What the page's data calls the text is better than what was found, where that is next to nothing: the page builds its text in the browser. */
const FAR_MORE = 3;
const told = (kept: Kept, {articleBody}: Metadata): Kept => {
	const found = kept.paragraphs.reduce((sum, {text}) => sum + text.length, 0);
	return articleBody === null || articleBody.length < Math.max(200, found * FAR_MORE) ? kept : {...kept, paragraphs: paragraphsOf(articleBody, 1)};
};

/** A description that the text does not begin with was written beside it. */
const standfirstOf = (kept: Kept, {description}: Metadata): string | null => {
	const opening = kept.paragraphs.slice(0, 2).map(({text}) => text).join(' ').slice(0, 1000);
	const begins = description?.replace(/\s*(?:\.\.\.|…|\[…\])$/, '').slice(0, 60) ?? '';
	return kept.standfirst ?? (description === null || opening.includes(begins) || begins.length < 20 ? null : description);
};

const linesOf = (paragraphs: Kept['paragraphs']): {readonly line: number; readonly endLine: number} => ({
	line: paragraphs.reduce((least, {line}) => Math.min(least, line), Infinity),
	endLine: paragraphs.reduce((most, {line}) => Math.max(most, line), 0),
});

const articleRecord = (blocks: readonly Block[], metadata: Metadata, removed: Removal[]): ArticleRecord[] => {
	const kept = told(keepParagraphs(blocks, metadata), metadata);
	removed.push(...kept.removed);
	if (kept.paragraphs.length === 0) return [];
	return [recordOf({
		...linesOf(kept.paragraphs), title: metadata.title, standfirst: standfirstOf(kept, metadata), byline: metadata.byline, paragraphs: kept.paragraphs,
		outlet: metadata.outlet, date: metadata.date, url: metadata.url, language: metadata.language, tags: metadata.tags, fromPage: true,
	})];
};

const takeOut = (elements: readonly HtmlElement[], rule: string): Removal[] => elements.map(element => {
	const removal = removalOf(element, rule);
	element.remove();
	return removal;
});

/** What stands on the page and came into no record. */
const leftOver = (everything: readonly Block[], records: readonly ArticleRecord[]): Removal[] => {
	const used = new Set(records.flatMap(({title, standfirst, paragraphs}) => [title, standfirst, ...paragraphs.map(({text}) => text)]));
	return everything.filter(({text}) => !used.has(text)).map(({line}) => ({startLine: line, endLine: line, rule: 'outside the article'}));
};

const ordered = (removals: readonly Removal[]): Removal[] => {
	const seen = new Set<string>();
	return removals.toSorted((a, b) => a.startLine - b.startLine || a.endLine - b.endLine).filter(({startLine, endLine, rule}) => {
		const key = `${startLine} ${endLine} ${rule}`;
		return !seen.has(key) && Boolean(seen.add(key));
	});
};

/** Cuts a page into its articles: a live blog into posts, a tag page into its stories, any other into the one it has. */
const readPage = async (html: string, address: string | null): Promise<Reading> => {
	const {document, linkedData, elements} = await parsePage(html);
	const root = document.documentElement;
	if (root === null) return {kind: 'records', records: [], problems: [], removed: []};
	const things = thingsOf(linkedData);
	const metadata = metadataOf(document, things, address);
	const base = baseOf(document, metadata) ?? address;
	const posts = postsOf(document, things, metadata);
	const ownArticle = things.some(thing => isArticle(thing)) || document.querySelector('meta[property="og:type"][content="article"]') !== null;
	// On a tag page the teasers are what it is about.
	const removed = prune(root, ownArticle ? null : 'related links');
	if (posts.length > 0) {
		const everything = blocksOf(root);
		const withPosts = new Set(posts.flatMap(({element}) => blocksOf(element).map(({text}) => text)));
		const first = everything.findIndex(({text}) => withPosts.has(text));
		const records = liveBlogRecords(posts, everything.slice(0, Math.max(0, first)).filter(({kind, links}) => kind === 'paragraph' && links < .5), metadata);
		return {kind: 'records', records, problems: [], removed: ordered([...removed, ...leftOver(everything, records)])};
	}

	const live = toldRecords(things, metadata);
	if (live.length > 0) return {kind: 'records', records: live, problems: [], removed: ordered([...removed, ...leftOver(blocksOf(root), live)])};
	const cards = cardsOf(root, ownArticle);
	if (cards.length > 0) {
		const records = cards.map(card => cardRecord(card, metadata, base)).filter(({title, paragraphs}) => title !== null || paragraphs.length > 0);
		return {kind: 'records', records, problems: [], removed: ordered([...removed, ...leftOver(blocksOf(root), records)])};
	}

	if (!ownArticle) removed.push(...prune(root));
	removed.push(...takeOut(otherArticles(root, metadata), 'another article'));
	const everything = blocksOf(root);
	const records = articleRecord(await bodyOf(document, root, elements), metadata, removed);
	return {kind: 'records', records, problems: [], removed: ordered([...removed, ...leftOver(everything, records)])};
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
};
