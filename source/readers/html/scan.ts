/** HTML as the parser should get it: without scripts and styles, nested no deeper than a page can be. */
export type Scanned = {
	readonly html: string;
	/** The contents of `<script type="application/ld+json">`. */
	readonly linkedData: readonly string[];
	/** How many elements were left in. */
	readonly elements: number;
};

/** Elements whose contents nobody reads. Those of the second kind are left alone where their end is missing: they would swallow the page. */
const RAW = new Set(['script', 'style']);
const SKIPPED = new Set(['noscript', 'svg', 'template', 'iframe', 'canvas', 'math']);
const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr']);
/** Their end tags may be missing: old pages have thousands of open `<p>`, and are not deep. */
const OPEN = new Set(['p', 'li', 'dt', 'dd', 'tr', 'td', 'th', 'tbody', 'thead', 'option', 'html', 'head', 'body']);
const DEEPEST = 200;
/** No page has so many; from there on tags go and their text stays. */
const MOST_ELEMENTS = 30_000;
/** What newsdeck or Readability asks an element for. The others cost more to keep than all the text. */
const KEPT = new Set(['class', 'id', 'href', 'rel', 'role', 'style', 'hidden', 'aria-hidden', 'datetime', 'itemprop', 'itemtype', 'itemscope', 'content', 'property', 'name', 'lang', 'charset', 'http-equiv', 'type', 'data-testid', 'data-component']);
/** No tag says so much (pictures inlined in an attribute do): its attributes go. */
const LONGEST_TAG = 50_000;
const ATTRIBUTE = /([^\s=>"'/]+)(\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>][^\s>]*))?/g;

const keptAttributes = (written: string): string => {
	const kept: string[] = [];
	const names = new Set<string>();
	for (const [, name = '', value = ''] of written.matchAll(ATTRIBUTE)) {
		const lower = name.toLowerCase();
		if (!KEPT.has(lower) || names.has(lower)) continue;
		names.add(lower);
		kept.push(` ${lower}${value}`);
	}

	return kept.join('');
};

/** The offset of the ">" that ends the tag, or -1. A quotation mark counts only where a value begins. */
const tagEnd = (html: string, from: number): number => {
	for (let at = from; at < html.length; at++) {
		const code = html.charCodeAt(at);
		if (code === 0x3E) return at;
		if (code !== 0x3D) continue;
		while (/^\s$/.test(html[at + 1] ?? '')) at++;
		const quote = html[at + 1];
		if (quote !== '"' && quote !== '\'') continue;
		at = html.indexOf(quote, at + 2);
		if (at < 0) return -1;
	}

	return -1;
};

const NAME = /[a-z][^\s/>]*/iy;
const JSON_LD = /\btype\s*=\s*["']?application\/ld\+json/i;

/** References to control characters ("&#27;") become what they stand for: each would else be a node of its own. The cleaner takes them out. */
const CONTROL = /&#(?:x0*([01]?[\da-f])|0*([12]?\d|3[01]));?(?![\da-f])/gi;
const inertText = (text: string): string => text.includes('&#')
	? text.replaceAll(CONTROL, (_, hex: string | undefined, decimal: string | undefined) => String.fromCharCode(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)))
	: text;

/** One pass over the text; linear, whatever is in it. */
class Scan {
	readonly out: string[] = [];
	readonly linkedData: string[] = [];
	private readonly missing = new Set<string>();
	private elements = 0;
	private depth = 0;
	private over = 0;

	private readonly html: string;

	constructor(html: string) {
		this.html = html;
	}

	run(): Scanned {
		const {html} = this;
		let copied = 0;
		for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
			const end = html.startsWith('<!--', at) ? this.past('-->', at + 4) : this.html[at + 1] === '!' || this.html[at + 1] === '?' ? this.declaration(at) : this.tag(at);
			if (end === null) {
				at++;
				continue;
			}

			const between = inertText(html.slice(copied, at));
			// Dropped tags part words, but a hundred thousand of them are one space.
			if (between !== '' || end.instead !== ' ' || this.out.at(-1) !== ' ') this.out.push(between, end.instead);
			copied = end.next;
			at = end.next;
		}

		this.out.push(inertText(html.slice(copied)));
		return {html: this.out.join(''), linkedData: this.linkedData, elements: this.elements};
	}

	private past(end: string, from: number): {readonly next: number; readonly instead: string} {
		const found = this.html.indexOf(end, from);
		return {next: found < 0 ? this.html.length : found + end.length, instead: ''};
	}

	/** `<!doctype html>` stays; all else that begins so is a comment to a browser. */
	private declaration(at: number): {readonly next: number; readonly instead: string} {
		const {next} = this.past('>', at);
		return {next, instead: /^<!doctype/i.test(this.html.slice(at, at + 9)) ? this.html.slice(at, next) : ''};
	}

	private tag(at: number): {readonly next: number; readonly instead: string} | null {
		const closing = this.html[at + 1] === '/';
		NAME.lastIndex = at + (closing ? 2 : 1);
		const written = NAME.exec(this.html)?.[0];
		if (written === undefined) return null;
		const end = tagEnd(this.html, NAME.lastIndex);
		if (end < 0) return {next: this.html.length, instead: ''};
		const name = written.toLowerCase();
		const next = end + 1;
		if (closing) return {next, instead: this.close(name) ? `</${name}>` : ''};
		const selfClosed = this.html[end - 1] === '/';
		if (RAW.has(name) || (SKIPPED.has(name) && !selfClosed)) {
			const skipped = this.skip(name, at, next);
			if (skipped !== null) return {next: skipped, instead: ''};
		}

		if (!VOID.has(name) && !selfClosed && !this.open(name)) return {next, instead: ' '};
		if (++this.elements > MOST_ELEMENTS) return {next, instead: ' '};
		const attributesAt = at + 1 + written.length;
		const attributes = end - attributesAt > LONGEST_TAG ? '' : keptAttributes(this.html.slice(attributesAt, end));
		return {next, instead: `<${name}${attributes}>`};
	}

	/** The offset after the element, or null where it is not to be passed over. */
	private skip(name: string, at: number, contents: number): number | null {
		if (this.missing.has(name)) return null;
		const ender = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
		ender.lastIndex = contents;
		const found = ender.exec(this.html);
		if (found === null && !RAW.has(name)) {
			this.missing.add(name);
			return null;
		}

		if (name === 'script' && JSON_LD.test(this.html.slice(at, Math.min(contents, at + 500)))) this.linkedData.push(this.html.slice(contents, found?.index));
		if (found === null) return this.html.length;
		const end = this.html.indexOf('>', found.index);
		return end < 0 ? this.html.length : end + 1;
	}

	private open(name: string): boolean {
		if (OPEN.has(name)) return true;
		if (this.depth >= DEEPEST) {
			this.over++;
			return false;
		}

		this.depth++;
		return true;
	}

	private close(name: string): boolean {
		if (OPEN.has(name)) return true;
		if (this.over > 0) {
			this.over--;
			return false;
		}

		this.depth = Math.max(0, this.depth - 1);
		return true;
	}
}

/** Reads through HTML once before it is parsed. */
export const scan = (html: string): Scanned => new Scan(html).run();
