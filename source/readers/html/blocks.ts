import type {RecordParagraph, TextLine} from '../../model/document.ts';
import {clean} from '../../text/sanitise.ts';
import {isEven, singleSpaced} from '../record.ts';
import {type HtmlElement, isElement, isText, lineOf, setLine, walk} from './dom.ts';

/** A paragraph of a page. `links`: the share of its characters that stand in links. */
export type Block = RecordParagraph & {readonly links: number};

const BREAKING = new Set([
	'address', 'article', 'aside', 'blockquote', 'body', 'caption', 'center', 'dd', 'details', 'dialog', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form',
	'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'li', 'main', 'nav', 'ol', 'p', 'pre', 'section', 'summary', 'table', 'tbody', 'tfoot', 'thead', 'tr', 'ul',
]);
const KINDS: Readonly<Record<string, RecordParagraph['kind']>> = {h1: 'heading', h2: 'heading', h3: 'heading', h4: 'heading', h5: 'heading', h6: 'heading', li: 'list', dt: 'list', dd: 'list', blockquote: 'quote', q: 'quote', figcaption: 'caption', caption: 'caption'};
/** Not said to the reader. */
const SILENT = new Set(['script', 'style', 'noscript', 'template', 'title', 'head', 'option', 'svg']);

/** Collects blocks from words and elements in their order, wherever these come from. */
export class Collector {
	readonly blocks: Block[] = [];
	private text = '';
	private linked = 0;
	private linkDepth = 0;
	private breaks = 0;
	/** The line of the first words; null before them, 0 where it is not known. */
	private from: number | null = null;
	private readonly kinds: Array<RecordParagraph['kind']> = [];

	/** The number of the block that these words would be in, 1-based. */
	get next(): number {
		return this.blocks.length + 1;
	}

	/** `line`: of the page's text, 0 where it is not known. What was taken out from between two lines does not make them one. */
	add(words: string, line: number): void {
		if (words.trim() !== '') {
			if (line !== 0 && this.from !== null && this.from !== 0 && line !== this.from) this.flush();
			this.breaks = 0;
			this.from ||= line;
			if (this.linkDepth > 0) this.linked += words.trim().length;
		}

		this.text += words;
	}

	enter(name: string): void {
		if (BREAKING.has(name)) this.flush();
		const kind = KINDS[name];
		if (kind !== undefined) this.kinds.push(kind);
		if (name === 'a') this.linkDepth++;
		if (name === 'td' || name === 'th') this.text += ' ';
		if (name !== 'br') return;
		// One ends a line; two end a paragraph.
		this.text += ' ';
		if (++this.breaks > 1) this.flush();
	}

	leave(name: string): void {
		if (BREAKING.has(name)) this.flush();
		if (KINDS[name] !== undefined) this.kinds.pop();
		if (name === 'a') this.linkDepth--;
	}

	flush(): void {
		const even = isEven(this.text);
		const raw = (even ? this.text : singleSpaced(this.text)).trim();
		const text = even ? raw : clean(raw).text.trim();
		if (text !== '' && this.from !== null) {
			// A heading stays one, whatever is in it; else what stands next around the words counts.
			const kind = this.kinds.includes('heading') ? 'heading' : this.kinds.at(-1) ?? 'paragraph';
			this.blocks.push({kind, text, line: this.from, links: Math.min(1, this.linked / raw.length)});
		}

		this.text = '';
		this.linked = 0;
		this.breaks = 0;
		this.from = null;
	}
}

/** The paragraphs of a part of a page, cleaned, in order. */
export const blocksOf = (root: HtmlElement): Block[] => {
	const collector = new Collector();
	walk(root, node => {
		if (isText(node)) collector.add(node.textContent, lineOf(node));
		if (!isElement(node)) return;
		if (SILENT.has(node.localName)) return 'over';
		collector.enter(node.localName);
	}, element => collector.leave(element.localName));
	collector.flush();
	return collector.blocks;
};

/**
 * The text of a whole page as a browser shows it, a paragraph a line: what is hidden, too. Numbers its texts, so that each block that is
 * read later knows its line, whatever was taken out around it meanwhile.
 */
export const linesOfPage = (root: HtmlElement): TextLine[] => {
	const collector = new Collector();
	walk(root, node => {
		if (isText(node)) {
			// Words that break a line do so before they are counted.
			collector.add(node.textContent, 0);
			if (node.textContent.trim() !== '') setLine(node, collector.next);
		}

		if (!isElement(node)) return;
		if (SILENT.has(node.localName)) return 'over';
		collector.enter(node.localName);
	}, element => collector.leave(element.localName));
	collector.flush();
	return collector.blocks.map(({kind, text}, index) => ({kind, text, number: index + 1}));
};
