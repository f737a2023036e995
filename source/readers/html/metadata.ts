import {statedDate} from '../dates.ts';
import {oneLine, webAddress} from '../record.ts';
import {bylinesIn, printedDatesIn, signedOn} from './bylines.ts';
import {type HtmlDocument, type HtmlElement, plainText} from './dom.ts';
import {isArticle, namesOf, textOf, type Thing} from './linked-data.ts';

/** What a page says of itself, in words meant for machines. Null where it says nothing: nothing is concluded. */
export type Metadata = {
	readonly title: string | null;
	readonly description: string | null;
	readonly byline: string | null;
	readonly outlet: string | null;
	/** Published, ISO, with the offset as stated. */
	readonly date: string | null;
	readonly url: string | null;
	readonly language: string | null;
	readonly tags: readonly string[];
	/** The article's text as the JSON-LD has it. */
	readonly articleBody: string | null;
};

const metaTags = (document: HtmlDocument): Map<string, string> => {
	const found = new Map<string, string>();
	for (const tag of document.querySelectorAll('meta')) {
		const name = (tag.getAttribute('property') ?? tag.getAttribute('name') ?? tag.getAttribute('itemprop') ?? '').toLowerCase();
		const content = oneLine(tag.getAttribute('content'));
		if (name !== '' && content !== null && !found.has(name)) found.set(name, content);
	}

	return found;
};

const first = <T>(values: ReadonlyArray<T | null | undefined>): T | null => values.find(value => value !== null && value !== undefined) ?? null;
const LANGUAGE = /^[a-z]{2,3}(?=$|[-_])/i;
/** Names that are no person's: an address of the profile, the outlet's staff account. */
const NO_NAME = /^(?:https?:|@)|^(?:admin|administrator|editor|staff|webmaster)$/i;

/** "Ferry burns - Harbour Post": the outlet behind the headline goes, if the page names it elsewhere or the headline stands on the page. */
const withoutOutlet = (title: string, outlet: string | null, headings: readonly string[]): string => {
	const heading = headings.find(text => text.length >= 10 && title.startsWith(text) && /^\s*(?:$|[-–—|·»:])/.test(title.slice(text.length)));
	if (heading !== undefined) return heading;
	const parts = title.split(/\s+[-–—|·»:]+\s+/);
	return parts.length > 1 && outlet !== null && parts.at(-1)?.toLowerCase() === outlet.toLowerCase() ? title.slice(0, title.lastIndexOf(parts.at(-1) ?? '')).replace(/\s+[-–—|·»:]+\s*$/, '') : title;
};

const itemprop = (document: HtmlDocument, name: string): HtmlElement | null => document.querySelector(`[itemprop~="${name}"]`);
const stated = (element: HtmlElement | null): string | null => element === null ? null : statedDate(element.getAttribute('datetime') ?? element.getAttribute('content') ?? plainText(element));

/** The first `<time>` with a machine's date on the page; of the others (teasers beside it) nothing is known. */
const timeOf = (document: HtmlDocument): string | null => {
	// Of several articles, each has its own: none is the page's.
	const single = document.querySelectorAll('article').length === 1 ? ',article time[datetime]' : '';
	const marked = document.querySelector(`time[pubdate],time[itemprop~="datePublished"],header time[datetime]${single}`);
	return statedDate(marked?.getAttribute('datetime'));
};

/** Reads JSON-LD, OpenGraph, meta tags, microdata and `<time>`, in this order of trust; `address`: where the page was fetched, if it was. */
export const metadataOf = (document: HtmlDocument, things: readonly Thing[], address: string | null = null): Metadata => {
	const article = things.find(isArticle) ?? {};
	const meta = metaTags(document);
	const named = (...names: readonly string[]) => first(names.map(name => meta.get(name)));
	const outlet = oneLine(first([textOf(article['publisher']), named('og:site_name', 'application-name', 'dc.publisher', 'dcterms.publisher', 'publisher')]));
	const headings = [...document.querySelectorAll('h1')].map(plainText).filter(text => text !== '');
	const given = oneLine(first([textOf(article['headline']), named('og:title', 'twitter:title', 'dc.title', 'headline'), headings.length === 1 ? headings[0] : null, textOf(article['name'])]));
	const title = given ?? oneLine(document.querySelector('title')?.textContent);
	const names = namesOf(article['author']).filter(name => !NO_NAME.test(name.trim()));
	const author = names.length > 0 ? names.join(', ') : first([named('author', 'article:author', 'dc.creator', 'byl', 'parsely-author', 'sailthru.author')].filter(name => name === null || !NO_NAME.test(name)));
	// Where several are printed, some are those of other articles: nothing tells which is this one's.
	const printed = [...new Set(document.body === null || author !== null ? [] : bylinesIn(document.body))];
	const signed = printed.length === 1 && /^\p{Lu}\S* \p{L}/u.test(printed[0] ?? '') ? signedOn(printed[0] ?? '') : null;
	// Printed dates that disagree are those of teasers, too.
	const printedDates = document.body === null ? [] : printedDatesIn(document.body);
	const lang = LANGUAGE.exec(document.documentElement?.getAttribute('lang') ?? textOf(article['inLanguage']) ?? named('og:locale', 'content-language', 'dc.language') ?? '')?.[0] ?? null;
	const keywords = [article['keywords']].flat().flatMap(word => typeof word === 'string' ? word.split(',') : []);
	return {
		title: title === null ? null : withoutOutlet(title, outlet, headings.map(text => oneLine(text) ?? '')),
		description: oneLine(first([textOf(article['description']), named('og:description', 'description', 'twitter:description', 'dc.description')])),
		byline: oneLine(author?.replace(/^by\s+/i, '')) ?? signed?.name ?? null,
		outlet,
		date: first([
			statedDate(textOf(article['datePublished'])),
			...['article:published_time', 'og:published_time', 'datepublished', 'date', 'dc.date', 'dc.date.issued', 'dcterms.created', 'pubdate', 'publishdate', 'publish-date', 'parsely-pub-date', 'sailthru.date', 'article.published', 'cxenseparse:recs:publishtime'].map(name => statedDate(meta.get(name))),
			stated(itemprop(document, 'datePublished')), timeOf(document), signed?.date, printedDates.length === 1 ? printedDates[0] : null,
		]),
		url: webAddress(first([document.querySelector('link[rel="canonical"]')?.getAttribute('href'), named('og:url'), textOf(article['url'])]), address) ?? address,
		language: lang?.toLowerCase() ?? null,
		tags: [...new Set((keywords.length > 0 ? keywords : (named('news_keywords') ?? '').split(',')).flatMap(tag => oneLine(tag) ?? []))],
		articleBody: textOf(article['articleBody']),
	};
};
