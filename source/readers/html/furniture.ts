import table from '../../../data/page-furniture.json' with {type: 'json'};
import type {Removal} from '../../model/document.ts';
import {lineRules} from '../../text/line-rules.ts';
import {type HtmlElement, type HtmlNode, isElement, isText, lineOf, plainText, walk} from './dom.ts';

const byTag = new Map(table.elements.flatMap(({rule, tags}) => tags.map(tag => [tag, rule] as const)));
const byRole = new Map(table.elements.flatMap(({rule, roles}) => roles.map(role => [role, rule] as const)));
const byName = table.elements.filter(({names}) => names.length > 0).map(({rule, names}) => ({rule, pattern: new RegExp(`(?:^| )(?:${names.join('|')})(?= |$)`)}));
const BODY_NAME = new RegExp(`(?:^| )(?:${table.bodies.join('|')})(?= |$)`);
const byText = lineRules(table.texts.map(({rule, patterns}) => ({value: rule, patterns})), 'iu');

/** "c-relatedLinks__list" says "c related links list". */
export const wordsOf = (element: HtmlElement): string => `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`
	.replaceAll(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase().replaceAll(/[^a-z\d]+/g, ' ').trim();

const HIDDEN = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
/** These hold the article, whatever they are called; and a table of players has rows of class "player". */
const WHOLE_PAGE = new Set(['html', 'head', 'body', 'main', 'article', 'h1', 'tbody', 'thead', 'tr', 'td', 'th']);

/** What the page itself calls the text of an article. */
export const isBodyByName = (element: HtmlElement): boolean => /\barticleBody\b/.test(element.getAttribute('itemprop') ?? '') || BODY_NAME.test(wordsOf(element));

const nameRules = new Map<string, string | null>();
const ruleOfName = (words: string): string | null => {
	if (words === '') return null;
	const known = nameRules.get(words);
	if (known !== undefined) return known;
	const rule = byName.find(({pattern}) => pattern.test(words))?.rule ?? null;
	if (nameRules.size < 10_000) nameRules.set(words, rule);
	return rule;
};

/** Why an element is no part of an article by what the page calls it; null where it may be. */
const ruleOf = (element: HtmlElement): string | null => {
	if (WHOLE_PAGE.has(element.localName)) return null;
	if (element.getAttribute('hidden') !== null || element.getAttribute('aria-hidden') === 'true' || HIDDEN.test(element.getAttribute('style') ?? '')) return 'hidden';
	return byTag.get(element.localName) ?? byRole.get(element.getAttribute('role') ?? '') ?? ruleOfName(wordsOf(element));
};

/** Text as long as this is prose, not a label. */
const PROSE = 25;
/** A part with more of the page's prose than this is no furniture, whatever its name ("article-tools-wrapper" around everything). */
const MUCH = .3;

/** How much prose is in each element, in characters; text in links does not count. */
const proseIn = (root: HtmlNode): Map<HtmlNode, number> => {
	const sums = new Map<HtmlNode, number>();
	const open: number[] = [];
	let inLink = 0;
	walk(root, node => {
		if (isText(node)) {
			const length = inLink > 0 ? 0 : node.textContent.trim().length;
			if (length >= PROSE && open.length > 0) open[open.length - 1] = (open.at(-1) ?? 0) + length;
		} else {
			open.push(0);
			if (isElement(node) && node.localName === 'a') inLink++;
		}
	}, element => {
		const own = open.pop() ?? 0;
		sums.set(element, own);
		if (open.length > 0) open[open.length - 1] = (open.at(-1) ?? 0) + own;
		if (element.localName === 'a') inLink--;
	});
	return sums;
};

/** The lines of the page's text that an element holds, from the first to the last; null where it holds none. */
export const rangeOf = (element: HtmlElement): {readonly startLine: number; readonly endLine: number} | null => {
	let [startLine, endLine] = [0, 0];
	walk(element, node => {
		const line = isText(node) ? lineOf(node) : 0;
		if (line === 0) return;
		startLine ||= line;
		endLine = Math.max(endLine, line);
	});
	return startLine === 0 ? null : {startLine, endLine};
};

/** Takes an element out of the page; tells the lines that went with it, none where it had no words. */
export const takeOut = (element: HtmlElement, rule: string): Removal[] => {
	const range = plainText(element) === '' ? null : rangeOf(element);
	element.remove();
	return range === null ? [] : [{...range, rule}];
};

/** Takes out of a page what it calls by a name no article has; tells what was taken. `spared`: a rule that is not applied. */
export const prune = (root: HtmlElement, spared: string | null = null): Removal[] => {
	const prose = proseIn(root);
	const all = prose.get(root) ?? 0;
	const found: Array<{readonly element: HtmlElement; readonly rule: string}> = [];
	walk(root, node => {
		if (!isElement(node) || node === root) return;
		const rule = ruleOf(node);
		if (rule === null || rule === spared || (prose.get(node) ?? 0) > all * MUCH) return;
		found.push({element: node, rule});
		return 'over';
	});
	return found.flatMap(({element, rule}) => takeOut(element, rule));
};

/** No label is longer. */
const LONGEST_LABEL = 420;

/** Why a paragraph is none, by its own words; null for all others. */
export const ruleOfText = (text: string): string | null => text.length > LONGEST_LABEL ? null : byText(text);
