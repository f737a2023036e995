import type {ArticleRecord, Removal} from '../../model/document.ts';
import {statedDate} from '../dates.ts';
import {oneLine, recordOf, webAddress} from '../record.ts';
import {blocksOf} from './blocks.ts';
import {proseOf} from './body.ts';
import {countWithin, type HtmlDocument, type HtmlElement, isElement, plainText, walk} from './dom.ts';
import {rangeOf} from './furniture.ts';
import type {Metadata} from './metadata.ts';
import {keepParagraphs} from './paragraphs.ts';

const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const HEADING = [...HEADINGS].join(',');
const headingOf = (element: HtmlElement): HtmlElement | null => element.querySelector(HEADING);

/** The outermost `<article>` elements that have a heading. */
const articleElements = (root: HtmlElement): HtmlElement[] => {
	const found: HtmlElement[] = [];
	walk(root, node => {
		if (!isElement(node) || node.localName !== 'article') return;
		if (headingOf(node) !== null) found.push(node);
		return 'over';
	});
	return found;
};

/** Neighbours that are made alike (`<div class="story">`, `<li>`), each with a heading that is a link. */
const alikeElements = (root: HtmlElement): HtmlElement[] => {
	const groups = new Map<HtmlElement, Map<string, HtmlElement[]>>();
	const headings = countWithin(root, HEADINGS);
	for (const heading of root.querySelectorAll(HEADING)) {
		if (heading.querySelector('a') === null && heading.parentNode?.localName !== 'a') continue;
		let card: HtmlElement | null = heading;
		// Up to the box that holds this heading and no other.
		while (card?.parentNode != null && card.parentNode !== root && headings.get(card.parentNode) === 1) card = card.parentNode;
		const parent = card?.parentNode;
		if (card === null || parent == null || card === heading) continue;
		const alike = groups.get(parent) ?? new Map<string, HtmlElement[]>();
		const kind = `${card.localName} ${(card.getAttribute('class') ?? '').split(/\s/)[0] ?? ''}`;
		const cards = alike.get(kind) ?? [];
		cards.push(card);
		alike.set(kind, cards);
		groups.set(parent, alike);
	}

	return [...groups.values()].flatMap(alike => [...alike.values()]).sort((a, b) => b.length - a.length)[0] ?? [];
};

const FEWEST_CARDS = 3;
/** One with more of the text than this is the page's article, and the others are links to more. */
const MOST_TEXT = .6;

/** The articles or teasers of a page that has no article of its own: a tag page, a section, a search. Empty where it has one. */
export const cardsOf = (root: HtmlElement, ownArticle: boolean): HtmlElement[] => {
	if (ownArticle) return [];
	const articles = articleElements(root);
	const cards = articles.length >= 2 ? articles : alikeElements(root);
	const sizes = cards.map(card => proseOf(blocksOf(card)));
	const enough = cards.length >= FEWEST_CARDS || (articles.length === 2 && Math.min(...sizes) >= WITH_TEXT);
	const all = proseOf(blocksOf(root));
	if (!enough || sizes.reduce((most, size) => Math.max(most, size), 0) > all * MOST_TEXT) return [];
	// Teasers under a long text are links to more.
	return sizes.reduce((sum, size) => sum + size, 0) < all * (1 - MOST_TEXT) ? [] : cards;
};

const plain = (text: string | null): string => (text ?? '').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** Of several whole articles on one page, the one whose heading is the page's own headline; the others, which a reader scrolls on to, are given back. */
export const otherArticles = (root: HtmlElement, {title}: Metadata): HtmlElement[] => {
	const articles = articleElements(root);
	const own = articles.find(article => plain(plainText(headingOf(article) ?? article)) === plain(title)) ?? articles.find(article => article.querySelector('h1') !== null);
	return own === undefined ? [] : articles.filter(article => article !== own);
};

/** So many characters are a text, not a teaser. */
const WITH_TEXT = 300;

/** A card as a record: its heading, address, time and words. */
export const cardRecord = (card: HtmlElement, page: Metadata, base: string | null, removed: Removal[]): ArticleRecord => {
	const heading = headingOf(card);
	const title = oneLine(heading?.textContent);
	const link = heading?.querySelector('a[href]') ?? (heading?.parentNode?.localName === 'a' ? heading.parentNode : null) ?? card.querySelector('a[href]');
	const all = blocksOf(card);
	const blocks = all.filter(block => block.text !== title);
	const {paragraphs, removed: out} = keepParagraphs(blocks, {...page, title, description: null, byline: null});
	removed.push(...out);
	const {startLine, endLine} = rangeOf(card) ?? {startLine: 1, endLine: 1};
	return recordOf({
		line: startLine, endLine, kind: paragraphs.reduce((sum, {text}) => sum + text.length, 0) >= WITH_TEXT ? 'article' : 'blurb', title, paragraphs,
		titleLine: all.find(({text}) => text === title)?.line ?? null,
		url: webAddress(link?.getAttribute('href'), base), within: page.outlet, language: page.language, fromPage: true,
		date: statedDate(card.querySelector('time[datetime]')?.getAttribute('datetime')),
	});
};

/** The address that links of the page are relative to. */
export const baseOf = (document: HtmlDocument, {url}: Metadata): string | null => webAddress(document.querySelector('base[href]')?.getAttribute('href'), url) ?? url;
