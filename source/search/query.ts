import {fold, wordsOf} from './words.ts';

/** How the words of a query are looked for: with prefixes and typos, as whole words only, or as one pattern. */
export type SearchMode = 'fuzzy' | 'exact' | 'regex';

/**
 * One condition. `words` has one entry for a word and several for a phrase; what the scripts without spaces write
 * together is a phrase of characters. `field` "outlet" looks at the outlet's name alone.
 */
export type Term = {
	readonly field: 'any' | 'outlet';
	readonly words: readonly string[];
	/** In quotation marks: the words as they are, next to each other. */
	readonly phrase: boolean;
	/** May still go on: its last word may be the beginning of a longer one. A closed quotation is complete. */
	readonly open: boolean;
	readonly negated: boolean;
};

/** What a person asks for: of each group one term must hold. A group is one term, or several with OR between them. */
export type Query = {readonly groups: ReadonlyArray<readonly Term[]>};

/** Fuse and the distance to the vocabulary cost time by the letter, and nobody types more. */
export const LONGEST_QUERY = 64;

/** A minus, a field and a colon, then words in quotation marks (the last one may still be open) or up to the next space. */
const PART = /(-?)(?:(outlet):)?(?:["“”]([^"“”]*)(["“”]?)|(\S+))/giu;

const toTerm = (match: RegExpMatchArray): Term | null => {
	const [, minus, field, quoted, closing, bare] = match;
	const words = wordsOf(quoted ?? bare ?? '');
	// A lone minus or an empty "outlet:" is a query in the middle of being typed.
	if (words.length === 0) return null;
	return {field: field === undefined ? 'any' : 'outlet', words, phrase: quoted !== undefined || words.length > 1, open: !closing, negated: minus === '-'};
};

/**
 * Reads a query: `casualties OR losses -opinion outlet:bbc "front line"`. OR, in capitals, ties its two neighbours
 * alone. Anything can be typed: what is not understood is looked for as words. Only the first 64 characters count.
 */
export const parseQuery = (raw: string): Query => {
	const kept = raw.slice(0, LONGEST_QUERY).toWellFormed();
	const groups: Term[][] = [];
	let either = false;
	for (const match of kept.matchAll(PART)) {
		const before = groups.at(-1);
		if (match[0] === 'OR' && before !== undefined) {
			either = true;
			continue;
		}

		const term = toTerm(match);
		if (term === null) continue;
		if (either && before !== undefined) before.push(term);
		else groups.push([term]);
		either = false;
	}

	return {groups};
};

/** The words looked for in headline and text, as one line: what the ranking compares headlines with. */
export const wantedText = (terms: readonly Term[]): string =>
	fold(terms.filter(term => !term.negated && term.field === 'any').flatMap(term => term.words).join(' '));
