import {htmlText} from '../escape.ts';

/** Markup that is safe as it is: only `element` makes it. */
export type Html = {readonly html: string};
export type Child = Html | string | number | null | readonly Child[];

/** The elements and attributes a page may have: none that loads, runs or sends anything. */
type Tag = 'html' | 'head' | 'meta' | 'title' | 'style' | 'body' | 'header' | 'main' | 'nav' | 'section' | 'footer' | 'h1' | 'h2' | 'h3' | 'p' | 'a' | 'b' | 'i' | 'span' | 'div' | 'ul' | 'ol' | 'li' | 'dl' | 'dt' | 'dd' | 'del' | 'ins'
	| 'table' | 'caption' | 'thead' | 'tbody' | 'tr' | 'th' | 'td' | 'details' | 'summary' | 'blockquote' | 'mark' | 'input' | 'label' | 'svg' | 'g' | 'line' | 'circle' | 'rect' | 'text';
type Attributes = Readonly<Partial<Record<'id' | 'class' | 'lang' | 'href' | 'rel' | 'role' | 'aria-label' | 'aria-hidden' | 'aria-labelledby' | 'scope' | 'charset' | 'http-equiv' | 'content' | 'name' | 'type' | 'for' | 'viewBox' | 'text-anchor', string>
	& Record<'tabindex' | 'colspan' | 'start' | 'x' | 'y' | 'x1' | 'x2' | 'y1' | 'y2' | 'cx' | 'cy' | 'r' | 'width' | 'height', number>>>;

const EMPTY: ReadonlySet<string> = new Set(['meta', 'input']);

const inner = (child: Child): string => {
	if (child === null) return '';
	if (typeof child === 'string') return htmlText(child);
	if (typeof child === 'number') return String(child);
	return 'html' in child ? child.html : child.map(inner).join('');
};

/** An element; every text and every value in it is escaped. */
export const element = (tag: Tag, attributes: Attributes, ...children: readonly Child[]): Html => {
	const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${htmlText(String(value))}"`).join('');
	return {html: EMPTY.has(tag) ? `<${tag}${written}>` : `<${tag}${written}>${children.map(inner).join('')}</${tag}>`};
};

/** The page's own style sheet, the one text that goes in as it is; it is never made of anything that was read. */
export const styleElement = (sheet: string): Html => ({html: `<style>${sheet}</style>`});

/** A section with its heading; none where there is nothing to show. */
export const section = (id: string, heading: string, ...children: readonly Child[]): Html | null => {
	const body = children.flat().filter(child => child !== null);
	return body.length === 0 ? null : element('section', {id, 'aria-labelledby': `${id}-heading`}, element('h2', {id: `${id}-heading`}, heading), ...body);
};

/** Something wider than a phone: it scrolls by itself, also by keys. */
export const scrolling = (label: string, child: Html): Html => element('div', {class: 'scroll', role: 'region', 'aria-label': label, tabindex: 0}, child);
