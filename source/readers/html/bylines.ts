import {oneLine} from '../record.ts';
import {type HtmlElement, isElement, plainText, walk} from './dom.ts';
import {wordsOf} from './furniture.ts';

/** No row of names is longer. */
const LONGEST = 80;
const NAMED = /(?:^| )(?:byline|author(?: name)?)(?= |$)/;
const MARKED = /\b(?:author|creator)\b/;

/** The names in the parts of a page that say they are a byline, in their order, without the word before them. */
export const bylinesIn = (root: HtmlElement): string[] => {
	const found: string[] = [];
	walk(root, node => {
		if (!isElement(node) || !(MARKED.test(`${node.getAttribute('itemprop') ?? ''} ${node.getAttribute('rel') ?? ''}`) || NAMED.test(wordsOf(node)))) return;
		const text = oneLine(plainText(node));
		if (text !== null && text.length <= LONGEST) found.push(text.replace(/^(?:by|von|par|por|di|door|автор):?\s+/i, ''));
		return 'over';
	});
	return found;
};
