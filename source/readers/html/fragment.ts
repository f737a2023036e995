import type {RecordParagraph} from '../../model/document.ts';
import {oneLine, singleSpaced} from '../record.ts';
import {type Block, blocksOf} from './blocks.ts';
import {plainText} from './dom.ts';
import {prune} from './furniture.ts';
import {keepParagraphs} from './paragraphs.ts';
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

/** Without markup there is one block, and no page to build: many feeds call plain text HTML. */
const blocksIn = async (html: string, line: number): Promise<Block[]> => {
	if (!MARKUP.test(html)) {
		const text = oneLine(html);
		return text === null ? [] : [{kind: 'paragraph', text, line, links: 0}];
	}

	return simpleBlocks(html, line) ?? parsedBlocks(html);
};

/** Paragraphs of a piece of HTML that came without its page (the content of a feed entry), without captions, share buttons and the like. All of them stand on `line`. */
export const paragraphsOfHtml = async (html: string, line: number, about: {readonly title: string | null; readonly byline: string | null}): Promise<RecordParagraph[]> => {
	const blocks = await blocksIn(html, line);
	const nothing = {description: null, outlet: null, date: null, url: null, language: null, tags: [], articleBody: null};
	return keepParagraphs(blocks, {...about, ...nothing}).paragraphs.map(paragraph => ({...paragraph, line}));
};

/** The words of a headline that may hold markup ("<b>Ferry</b> burns", "Q&amp;amp;A"); null where nothing is left. */
export const wordsOfHtml = async (text: string | null | undefined): Promise<string | null> => {
	if (text == null || !MARKUP.test(text)) return oneLine(text);
	const simple = simpleWords(text);
	if (simple !== null) return oneLine(singleSpaced(simple));
	const {document} = await parsePage(text);
	return oneLine(document.body === null ? text : plainText(document.body));
};
