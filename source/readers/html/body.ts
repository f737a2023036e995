import {type Block, blocksOf} from './blocks.ts';
import {type HtmlDocument, type HtmlElement, isElement, walk} from './dom.ts';
import {isBodyByName} from './furniture.ts';
import {placed} from './page-lines.ts';

/** Text that is no link, in characters: what the candidates are weighed by. */
export const proseOf = (blocks: readonly Block[]): number => blocks.reduce((sum, {text, links}) => sum + text.length * (1 - links), 0);

/** The parts that the page names as an article's text, the innermost ones where they are nested. */
const namedBodies = (root: HtmlElement): HtmlElement[] => {
	const named: HtmlElement[] = [];
	walk(root, node => {
		if (isElement(node) && isBodyByName(node)) named.push(node);
	});
	// In document order the one within comes after the one around it.
	return named.filter((element, index) => {
		const next = named[index + 1];
		return next === undefined || !element.contains(next);
	});
};

/** Mozilla's Readability on what was not pruned. It changes the document: nothing may be read from it afterwards. */
const byReadability = async (document: HtmlDocument): Promise<Block[]> => {
	const {Readability} = await import('./readability.ts');
	// Its types ask for a browser's document; linkedom's is one as far as it is used.
	const reader: {parse(): {readonly content: HtmlElement | null} | null} = Reflect.construct(Readability, [document, {serializer: (element: HtmlElement) => element, disableJSONLD: true, charThreshold: 140}]);
	const content = reader.parse()?.content ?? null;
	return content === null ? [] : blocksOf(content);
};

/** The part the page names is the article where it has this much of what Readability found. */
const AGREES = .6;
const LEAST = 140;
const MOST_ELEMENTS = 15_000;

/**
 * The paragraphs of the page's article, best of three: the part that the page itself names so, what Readability finds,
 * and, where both find next to nothing, all that pruning left.
 */
export const bodyOf = async (document: HtmlDocument, root: HtmlElement, elements: number): Promise<Block[]> => {
	const everything = blocksOf(root);
	const named = namedBodies(root).flatMap(blocksOf);
	// Where the named part is most of the page, there is nothing left to find.
	if (proseOf(named) >= Math.max(LEAST, proseOf(everything) * AGREES)) return named;
	// Readability looks back and forth: a page of more elements is a list of something.
	const found = elements > MOST_ELEMENTS ? [] : placed(await byReadability(document), everything);
	if (proseOf(named) >= Math.max(LEAST, proseOf(found) * AGREES)) return named;
	if (proseOf(found) >= Math.min(LEAST, proseOf(everything) / 2)) return found;
	return everything;
};
