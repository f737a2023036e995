import {stem} from '../text/stems.ts';
import {growing} from './growing.ts';

/** Gives terms their numbers, from 0, in the order in which they are asked for. A pair of neighbouring words is a term too. */
export type Lexicon = {
	/** The term of a word as it is compared ("suffering" and "suffered" are one, by their Porter stem). */
	readonly word: (token: string) => number;
	/** The term of a word that is a stem already. */
	readonly stemmed: (stem: string) => number;
	readonly pair: (left: number, right: number) => number;
	/** The two terms of a pair; null for a word. */
	readonly wordsOf: (term: number) => readonly [number, number] | null;
	/** The words of a term, "left right" for a pair. */
	readonly nameOf: (term: number) => string;
	readonly isPair: (term: number) => boolean;
	readonly size: () => number;
};

/** A word's place in `lefts`: its text stands under the number in `rights`. */
const WORD = -1;

/**
 * An empty lexicon. Pairs are kept by the numbers of their words in an open-addressed table: a hundred thousand articles have
 * millions of them, too many for strings.
 */
export const lexicon = (): Lexicon => {
	const stems = new Map<string, number>();
	// Each form is stemmed once: stemming takes longer than all the rest of reading.
	const tokens = new Map<string, number>();
	const texts: string[] = [];
	const lefts = growing(size => new Int32Array(size));
	const rights = growing(size => new Int32Array(size));
	let slots = new Int32Array(1 << 12);
	let pairs = 0;

	const slotOf = (left: number, right: number): number => {
		const mask = slots.length - 1;
		let slot = (Math.imul(Math.imul(left, 0x9e_37_79_b1) ^ right, 0x85_eb_ca_6b) >>> 7) & mask;
		for (;;) {
			const term = (slots[slot] ?? 0) - 1;
			if (term < 0 || (lefts.at(term) === left && rights.at(term) === right)) return slot;
			slot = (slot + 1) & mask;
		}
	};

	const widen = (): void => {
		const old = slots;
		slots = new Int32Array(old.length * 2);
		for (const entry of old) if (entry > 0) slots[slotOf(lefts.at(entry - 1), rights.at(entry - 1))] = entry;
	};

	const stemmed = (text: string): number => {
		let term = stems.get(text);
		if (term === undefined) {
			term = lefts.length();
			stems.set(text, term);
			lefts.push(WORD);
			rights.push(texts.length);
			texts.push(text);
		}

		return term;
	};

	return {
		stemmed,
		word(token) {
			let term = tokens.get(token);
			if (term === undefined) {
				term = stemmed(stem(token));
				tokens.set(token, term);
			}

			return term;
		},
		pair(left, right) {
			const slot = slotOf(left, right);
			const known = (slots[slot] ?? 0) - 1;
			if (known >= 0) return known;
			const term = lefts.length();
			lefts.push(left);
			rights.push(right);
			slots[slot] = term + 1;
			pairs += 1;
			if (pairs * 2 > slots.length) widen();
			return term;
		},
		nameOf: term => lefts.at(term) === WORD ? texts[rights.at(term)] ?? '' : `${texts[rights.at(lefts.at(term))] ?? ''} ${texts[rights.at(rights.at(term))] ?? ''}`,
		wordsOf: term => lefts.at(term) === WORD ? null : [lefts.at(term), rights.at(term)],
		isPair: term => lefts.at(term) !== WORD,
		size: () => lefts.length(),
	};
};
