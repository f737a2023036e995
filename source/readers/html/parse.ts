import type {HtmlDocument} from './dom.ts';
import {scan} from './scan.ts';

/** A parsed page. */
export type Page = {readonly document: HtmlDocument; readonly linkedData: readonly string[]; readonly elements: number};

const toDocument = async (): Promise<(html: string) => HtmlDocument> => {
	// Loaded here, because only pages need it.
	const {parseHTML} = await import('linkedom');
	return html => {
		const {document}: {document: HtmlDocument} = parseHTML(html);
		return document;
	};
};

const WHOLE = /<html\b/i;
const BODY = /<body\b/i;

/** A part of a page is made a whole one: the parser wants an html and a body element. */
const whole = (html: string): string => WHOLE.test(html.slice(0, 20_000)) && BODY.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`;

/** Parses HTML, whole or in part. Scripts do not run and nothing is fetched. */
export const parsePage = async (html: string): Promise<Page> => {
	const scanned = scan(html);
	const parse = await toDocument();
	return {document: parse(whole(scanned.html)), linkedData: scanned.linkedData, elements: scanned.elements};
};
