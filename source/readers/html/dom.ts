import {singleSpaced} from '../record.ts';

/** As much of the Document Object Model as newsdeck walks; linkedom's own types ask for a browser's. */
export interface HtmlNode {
	readonly nodeType: number;
	readonly textContent: string;
	readonly parentNode: HtmlElement | null;
	readonly nextSibling: HtmlNode | null;
	readonly firstChild: HtmlNode | null;
	remove(): void;
}

export interface HtmlElement extends HtmlNode {
	readonly localName: string;
	readonly attributes: Iterable<{readonly name: string; readonly value: string}>;
	getAttribute(name: string): string | null;
	setAttribute(name: string, value: string): void;
	querySelectorAll(selector: string): ArrayLike<HtmlElement> & Iterable<HtmlElement>;
	querySelector(selector: string): HtmlElement | null;
	/** 0 for a node within this one that begins later; only linkedom's order matters here. */
	contains(node: HtmlNode): boolean;
}

export interface HtmlDocument extends HtmlNode {
	readonly documentElement: HtmlElement | null;
	readonly body: HtmlElement | null;
	querySelectorAll(selector: string): ArrayLike<HtmlElement> & Iterable<HtmlElement>;
	querySelector(selector: string): HtmlElement | null;
	createElement(name: string): HtmlElement;
}

const ELEMENT = 1;
const TEXT = 3;

export const isElement = (node: HtmlNode): node is HtmlElement => node.nodeType === ELEMENT;
export const isText = (node: HtmlNode): boolean => node.nodeType === TEXT;

const lines = new WeakMap<HtmlNode, number>();

/** Takes down in which line of the page's text a text stands: once, before anything is taken out of the page. */
export const setLine = (text: HtmlNode, line: number): void => void lines.set(text, line);

/** The line of the page's text in which a text stands, 1-based; 0 where it came to the page later, or the page has no lines. */
export const lineOf = (text: HtmlNode): number => lines.get(text) ?? 0;

/** Calls `enter` for each element and text under `root`, in order; where it says "over", what is within is passed over. `leave` once all within an element was seen. No recursion: pages are nested as deep as they like. */
export const walk = (root: HtmlNode, enter: (node: HtmlNode) => 'over' | void, leave?: (element: HtmlElement) => void): void => {
	let at: HtmlNode | null = root;
	while (at !== null) {
		const over = enter(at) === 'over';
		if (!over && at.firstChild !== null) {
			at = at.firstChild;
			continue;
		}

		if (!over && isElement(at)) leave?.(at);
		while (at !== root && at.nextSibling === null) {
			at = at.parentNode ?? root;
			if (isElement(at)) leave?.(at);
		}

		if (at === root) return;
		at = at.nextSibling;
	}
};

/** How many elements of these names are within each element, itself included; in one pass, because asking each for its own takes forever on a long page. */
export const countWithin = (root: HtmlNode, names: ReadonlySet<string>): ReadonlyMap<HtmlNode, number> => {
	const counts = new Map<HtmlNode, number>();
	walk(root, () => {}, element => {
		const count = (counts.get(element) ?? 0) + (names.has(element.localName) ? 1 : 0);
		counts.set(element, count);
		const {parentNode} = element;
		if (parentNode !== null) counts.set(parentNode, (counts.get(parentNode) ?? 0) + count);
	});
	return counts;
};

/** White space as single spaces. */
export const plainText = (node: HtmlNode): string => singleSpaced(node.textContent).trim();
