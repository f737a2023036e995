import type {RecordParagraph} from '../../model/document.ts';
import {oneLine, singleSpaced} from '../record.ts';
import {type Block, blocksOf} from './blocks.ts';
import {plainText} from './dom.ts';
import {prune, ruleOfText} from './furniture.ts';
import {isListOfLinks, keepParagraphs} from './paragraphs.ts';
import {parsePage} from './parse.ts';
import {simpleBlocks, simpleWords} from './simple.ts';

const MARKUP = /<[a-z!/]|&(?:#\w+|\w+);/i;

/** The same of any HTML: a page is built of it. */
export const parsedBlocks = async (html: string): Promise<Block[]> => {
	const {document} = await parsePage(html);
	if (document.body === null) return [];
	prune(document.body);
	return blocksOf(document.body);
};

/** At hand for nearly all texts; to come where a page must be built. */
export type Ready<T> = T | Promise<T>;

/** Without markup there is one block, and no page to build: many feeds call plain text HTML. */
const blocksIn = (html: string, line: number): Ready<Block[]> => {
	if (!MARKUP.test(html)) {
		const text = oneLine(html);
		return text === null ? [] : [{kind: 'paragraph', text, line, links: 0}];
	}

	return simpleBlocks(html, line) ?? parsedBlocks(html);
};

/** Paragraphs of a piece of HTML that came without its page (the content of a feed entry), without captions, share buttons and the like. All of them stand on `line`. */
export const paragraphsOfHtml = (html: string, line: number, about: {readonly title: string | null; readonly byline: string | null}): Ready<readonly RecordParagraph[]> => {
	const kept = (blocks: readonly Block[]): readonly RecordParagraph[] => isListOfLinks(blocks) ? [] : keepParagraphs(blocks, {...about, description: null}).paragraphs;
	const blocks = blocksIn(html, line);
	return blocks instanceof Promise ? blocks.then(found => kept(found).map(paragraph => ({...paragraph, line}))) : kept(blocks);
};

const LAST_LINK = /^<a\b[^>]*>([\s\S]*?)<\/a>((?:\s|<\/(?:p|div)>|<br ?\/?>)*)$/i;
/** No link to the rest of a text is longer. */
const LONGEST_READ_ON = 1000;
/** A text in HTML without the link at its end that leads to the rest of it: "More than 40 boats … <a href="/b">Continue reading <span>Boats</span></a>". */
export const withoutReadOn = (html: string): string => {
	const at = html.lastIndexOf('<a');
	if (at < 0 || html.length - at > LONGEST_READ_ON) return html;
	const [all, label, ends = ''] = LAST_LINK.exec(html.slice(at)) ?? [];
	if (all === undefined || label === undefined) return html;
	const words = label.replaceAll(/<span\b[^>]*>[^<]*<\/span>|<[^>]*>|&[#\w]+;/gi, '').trim();
	return ruleOfText(words) === 'read on' ? html.slice(0, at) + ends : html;
};

const parsedWords = async (html: string): Promise<string | null> => {
	const {document} = await parsePage(html);
	return oneLine(document.body === null ? html : plainText(document.body));
};

/** The words of a headline that may hold markup ("<b>Ferry</b> burns", "Q&amp;amp;A"); null where nothing is left. */
export const wordsOfHtml = (text: string | null | undefined): Ready<string | null> => {
	if (text == null || !MARKUP.test(text)) return oneLine(text);
	const simple = simpleWords(text);
	return simple === null ? parsedWords(text) : oneLine(singleSpaced(simple));
};
