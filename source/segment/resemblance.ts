import {type Line, once} from './line.ts';

const SMALL = new Set('a an and are as at be been but by can could do for from had has have he her his how if in into is it its more most mr mrs ms new no not of off on one or our out over say said says she so some than that the their them then there they this to two up us was we were what when where which who why will with would you your after before about against amid just now two first last also all any other his'.split(' '));

/** A word without its commonest endings: "mapped" and "map", "making" and "made" come near each other. For comparing lines only. */
const trunk = (word: string): string => {
	const bare = word.replace(/'s?$/, '').replace(/(?:ians?|ings?|ed|es|s|e)$/, ending => word.length - ending.length >= 3 ? '' : ending);
	return bare.replace(/([b-df-hj-np-tv-z])\1$/, '$1');
};

/** Words come again and again: what is left of each is kept, until there are too many of them. */
const MOST = 20_000;
const trunks = new Map<string, string | null>();

/** The trunk of a word that carries meaning, null of any other. */
const meaningOf = (word: string): string | null => {
	const known = trunks.get(word);
	if (known !== undefined) return known;
	const cut = SMALL.has(word) ? '' : trunk(word);
	const meaning = cut.length > 1 && !SMALL.has(cut) ? cut : null;
	if (trunks.size >= MOST) trunks.clear();
	trunks.set(word, meaning);
	return meaning;
};

/** The words of a text that carry meaning, shortened to their trunks. */
export const contentWords = (words: readonly string[]): string[] => words.map(meaningOf).filter(word => word !== null);

/** The words of meaning of a line, once each. */
export const subjectOf: (line: Line) => ReadonlySet<string> = once(line => new Set(contentWords(line.tokens)));

/** Equal apart from case, quotation marks and spaces. */
export const isSame = (left: Line, right: Line): boolean => left.key !== '' && left.key === right.key;

/** How many words of the one are among the other. */
export const sharedBy = (left: ReadonlySet<string>, right: ReadonlySet<string>): number => {
	let shared = 0;
	for (const word of left) if (right.has(word)) shared++;
	return shared;
};

/** How many words of meaning two lines share. */
export const sharedWords = (left: Line, right: Line): number => sharedBy(subjectOf(left), subjectOf(right));

/** Of the smaller line's words of meaning, the share that the other has too; 0 where fewer than `least` are shared. */
export const likeness = (left: Line, right: Line, least = 3): number => {
	const shared = sharedWords(left, right);
	return shared < least ? 0 : shared / Math.min(subjectOf(left).size, subjectOf(right).size);
};
