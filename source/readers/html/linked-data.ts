/** One thing that schema.org data in a page describes. */
export type Thing = {readonly [name: string]: unknown};

const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null && !Array.isArray(value);
/** Data may be nested as deep as it likes; what tells of an article stands near the top. */
const DEEPEST = 6;

const thingsIn = (value: unknown, depth: number): Thing[] => {
	if (depth > DEEPEST) return [];
	if (Array.isArray(value)) return value.flatMap(one => thingsIn(one, depth + 1));
	if (!isThing(value)) return [];
	return [value, ...['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement', 'item'].flatMap(name => thingsIn(value[name], depth + 1))];
};

/** Publishers write line ends into strings and semicolons behind the data; both are mended, all else that is no JSON is passed over. */
const parse = (text: string): unknown => {
	const plain = text.replace(/^\s*(?:<!--|\/\*?<!\[CDATA\[\*?\/?)|(?:-->|\/\*?\]\]>\*?\/?|;)\s*$/g, '').replaceAll(/[\u0000-\u001F]/g, ' ');
	try {
		return JSON.parse(plain, (name: string, value: unknown) => name === '__proto__' ? undefined : value);
	} catch {
		return null;
	}
};

/** All things that the page's JSON-LD describes, outermost first. */
export const thingsOf = (texts: readonly string[]): Thing[] => texts.flatMap(text => thingsIn(parse(text), 0));

const typeOf = (thing: Thing): string[] => [thing['@type']].flat().filter(type => typeof type === 'string').map(type => type.replace(/^.*[/#:]/, ''));

const ARTICLE = /(?:Article|Posting|Report|Review)$/;
export const isArticle = (thing: Thing): boolean => typeOf(thing).some(type => ARTICLE.test(type));
export const isLiveBlog = (thing: Thing): boolean => typeOf(thing).includes('LiveBlogPosting');

/** A text, or the name of the thing that stands for it; the first where there are several. */
export const textOf = (value: unknown): string | null => {
	if (typeof value === 'string') return value;
	if (Array.isArray(value)) return value.map(textOf).find(text => text !== null) ?? null;
	return isThing(value) ? textOf(value['name'] ?? value['@value']) : null;
};

/** All names of persons or organisations. */
export const namesOf = (value: unknown): string[] => [value].flat().flatMap(one => textOf(one) ?? []);
export const partsOf = (value: unknown): Thing[] => [value].flat().filter(isThing);
