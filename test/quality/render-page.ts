import {parseHTML} from 'linkedom';

/** Starts and ends a line of its own, as a browser lays it out without the page's style sheets. */
const BLOCKS = new Set('address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody tfoot thead tr ul video'.split(' '));
/** Nobody gets these by selecting all and copying. */
const UNSEEN = new Set('area audio base canvas embed head iframe link map math meta noscript object option param picture script select source style svg template textarea title track'.split(' '));
/** Blank lines around them, as browsers copy them. */
const SPACED = new Set('blockquote dl figure h1 h2 h3 h4 h5 h6 ol p pre table ul'.split(' '));
const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

/** What is needed of the parsed page; the project has no types of a browser. */
type PageNode = {readonly nodeType: number; readonly localName?: string; readonly textContent: string | null; readonly childNodes: Iterable<PageNode>; getAttribute?: (name: string) => string | null};
type PageDocument = {readonly body: PageNode | null; readonly documentElement: PageNode; querySelectorAll: (selector: string) => Iterable<PageNode>};

const isHidden = (element: PageNode): boolean =>
	element.getAttribute?.('hidden') !== null || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute?.('style') ?? '');

/** What the walk has written so far: `gap` counts the line ends still owed before the next words. */
type Pen = {readonly out: string[]; gap: number; space: boolean};

const write = (pen: Pen, text: string): void => {
	const words = text.replace(/[\s\u00A0]+/g, ' ');
	if (words === ' ' || words === '') {
		pen.space ||= words === ' ';
		return;
	}

	if (pen.gap > 0 && pen.out.length > 0) pen.out.push('\n'.repeat(pen.gap));
	else if (pen.gap === 0 && (pen.space || words.startsWith(' '))) pen.out.push(' ');
	pen.out.push(words.trim());
	pen.gap = 0;
	pen.space = words.endsWith(' ');
};

const owe = (pen: Pen, lines: number): void => {
	pen.gap = Math.max(pen.gap, lines);
	pen.space = false;
};

const walk = (pen: Pen, node: PageNode, pre: boolean): void => {
	if (node.nodeType === TEXT_NODE) {
		const lines = pre ? (node.textContent ?? '').split('\n') : [node.textContent ?? ''];
		for (const [index, line] of lines.entries()) {
			if (index > 0) owe(pen, pen.gap + 1);
			write(pen, line);
		}

		return;
	}

	const name = node.localName ?? '';
	if (node.nodeType !== ELEMENT_NODE || UNSEEN.has(name) || isHidden(node)) return;
	if (name === 'br') return owe(pen, Math.min(2, pen.gap + 1));
	const gap = SPACED.has(name) ? 2 : BLOCKS.has(name) ? 1 : 0;
	if (gap > 0) owe(pen, gap);
	// The cells of a row stand side by side.
	if (name === 'td' || name === 'th') pen.space = true;
	for (const child of node.childNodes) walk(pen, child, pre || name === 'pre');
	if (gap > 0) owe(pen, gap);
};

/** What the page's own labels for machines say: the truth that the text is measured against. */
export type PageLabels = {readonly titles: readonly string[]; readonly outlets: readonly string[]; readonly published: readonly string[]; readonly modified: readonly string[]};
export type RenderedPage = {readonly text: string; readonly labels: PageLabels};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** Every object in the page's JSON-LD, at any depth. */
const objectsIn = (value: unknown): ReadonlyArray<Readonly<Record<string, unknown>>> =>
	Array.isArray(value) ? value.flatMap(objectsIn) : isRecord(value) ? [value, ...Object.values(value).flatMap(objectsIn)] : [];

const parsed = (json: string): unknown => {
	try {
		return JSON.parse(json);
	} catch {
		return null;
	}
};

/**
 * A saved page as plain text with all its furniture: what a person gets who selects all and copies. Block elements,
 * `<br>` and rows begin lines; scripts, styles and what is hidden by its own attribute are left out.
 */
export const renderPage = (html: string): RenderedPage => {
	const {document}: {readonly document: PageDocument} = parseHTML(html);
	const pen: Pen = {out: [], gap: 0, space: false};
	walk(pen, document.body ?? document.documentElement, false);
	const elements = (selector: string): PageNode[] => [...document.querySelectorAll(selector)];
	const contents = (...names: readonly string[]): string[] => names.flatMap(name => elements(`meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`).map(element => element.getAttribute?.('content') ?? ''));
	const linked = elements('script[type="application/ld+json"]').flatMap(element => objectsIn(parsed(element.textContent ?? '')));
	const values = (key: string): string[] => linked.flatMap(object => typeof object[key] === 'string' ? [object[key]] : []);
	const publishers = linked.flatMap(({publisher}) => isRecord(publisher) && typeof publisher['name'] === 'string' ? [publisher['name']] : []);
	const times = (name: string): string[] => elements(`time[itemprop="${name}"]`).map(element => element.getAttribute?.('datetime') ?? '');
	const filled = (texts: readonly string[]): string[] => [...new Set(texts.map(text => text.replace(/\s+/g, ' ').trim()).filter(text => text !== ''))];
	return {
		text: pen.out.join(''),
		labels: {
			titles: filled([...contents('og:title', 'twitter:title', 'title'), ...elements('h1').map(element => element.textContent ?? ''), ...values('headline'), ...elements('title').map(element => element.textContent ?? '')]),
			outlets: filled([...contents('og:site_name', 'application-name', 'twitter:site'), ...publishers]),
			published: filled([...contents('article:published_time', 'datePublished', 'article.published', 'date', 'pubdate', 'publish-date', 'dcterms.created', 'DC.date.issued', 'parsely-pub-date', 'sailthru.date', 'article:published', 'og:published_time', 'cXenseParse:recs:publishtime'), ...values('datePublished'), ...values('dateCreated'), ...times('datePublished')]),
			modified: filled([...contents('article:modified_time', 'dateModified', 'og:updated_time', 'last-modified', 'lastmod'), ...values('dateModified'), ...times('dateModified')]),
		},
	};
};
