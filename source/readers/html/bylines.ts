import {statedDate} from '../dates.ts';
import {oneLine} from '../record.ts';
import {type HtmlElement, isElement, plainText, walk} from './dom.ts';
import {wordsOf} from './furniture.ts';

/** No row of names is longer. */
const LONGEST = 80;
const NAMED = /(?:^| )(?:byline|author(?: name)?)(?= |$)/;
const MARKED = /\b(?:author|creator)\b/;

/** The names in the parts of a page that say they are a byline, in their order, without the word before them. */
export const bylinesIn = (root: HtmlElement): string[] => {
	const found: string[] = [];
	walk(root, node => {
		if (!isElement(node) || !(MARKED.test(`${node.getAttribute('itemprop') ?? ''} ${node.getAttribute('rel') ?? ''}`) || NAMED.test(wordsOf(node)))) return;
		const text = oneLine(plainText(node));
		if (text !== null && text.length <= LONGEST) found.push(text.replace(/^(?:by|von|par|por|di|door|автор):?\s+/i, ''));
		return 'over';
	});
	return found;
};

const DATED = /^(.{3,60}?)(?:,| ?[|·•–—-])\s?(.{6,40})$/u;
/** "Ann Reed, 3 May 2024": who wrote it, and when. */
export const signedOn = (byline: string): {readonly name: string; readonly date: string | null} => {
	const [, name = byline, when = ''] = DATED.exec(byline) ?? [];
	const date = statedDate(when);
	return date === null ? {name: byline, date: null} : {name, date};
};

const DATE_NAMED = /(?:^| )(?:date|dateline|published|pub ?date|publish(?:ed)? (?:date|on)|(?:article|post|entry|story) date|timestamp)(?= |$)/;
const LABEL = /^(?:(?:first )?(?:published|posted|veröffentlicht|publié|publicado|pubblicato)(?: on| am| le| el| il)?:?|date:?)\s+/i;

/** What stands in these is about other pages. */
const BESIDE: ReadonlySet<string> = new Set(['aside', 'nav', 'footer']);

/** The dates in the parts of a page that say they are one, each once. */
export const printedDatesIn = (root: HtmlElement): string[] => {
	const found = new Set<string>();
	walk(root, node => {
		if (isElement(node) && BESIDE.has(node.localName)) return 'over';
		if (!isElement(node) || !DATE_NAMED.test(wordsOf(node))) return;
		const text = oneLine(plainText(node));
		const date = text === null || text.length > LONGEST ? null : statedDate(text.replace(LABEL, ''));
		if (date !== null) found.add(date);
	});
	return [...found];
};
