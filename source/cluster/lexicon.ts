import {newStem} from '../text/stems.ts';
import {growing, letGo} from './growing.ts';

/** Gives terms their numbers, from 0, in the order in which they are asked for. A pair of neighbouring words is a term too. */
export type Lexicon = {
	/** The term of a word as it is compared ("suffering" and "suffered" are one, by their Porter stem). */
	readonly word: (token: string) => number;
	/** The same of the word at a place of a text, as it stands there. */
	readonly wordIn: (text: string, start: number, end: number) => number;
	/** The term of a word that is a stem already. */
	readonly stemmed: (stem: string) => number;
	readonly pair: (left: number, right: number) => number;
	/** The two terms of a pair; null for a word. */
	readonly wordsOf: (term: number) => readonly [number, number] | null;
	/** The words of a term, "left right" for a pair. */
	readonly nameOf: (term: number) => string;
	readonly isPair: (term: number) => boolean;
	readonly size: () => number;
	/** No further text is read: what only finds words and pairs again is given up. `stemmed` still answers for the words there are. */
	readonly close: () => void;
};

/** A word's place in `lefts`: its text stands under the number in `rights`. */
const WORD = -1;

/**
 * Finds the number of a form by its letters where they stand in a text: cutting out each of some millions of words to look it up would take longer
 * than the looking up. `make` gives a form that is new its number.
 */
const formTable = (): ((text: string, start: number, end: number, make: (form: string) => number) => number) => {
	const forms: string[] = [];
	const numbers = growing(size => new Int32Array(size));
	const hashes = growing(size => new Int32Array(size));
	let slots = new Int32Array(1 << 12);
	const free = (hash: number): number => {
		let slot = hash & (slots.length - 1);
		while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
		return slot;
	};

	const add = (form: string, hash: number, number: number): void => {
		if (forms.length * 2 > slots.length) {
			slots = new Int32Array(slots.length * 2);
			for (let index = 0; index < forms.length; index += 1) slots[free(hashes.at(index))] = index + 1;
		}

		forms.push(form);
		numbers.push(number);
		hashes.push(hash);
		slots[free(hash)] = forms.length;
	};

	const isAt = (form: string, text: string, start: number): boolean => {
		for (let index = 0; index < form.length; index += 1) if (form.charCodeAt(index) !== text.charCodeAt(start + index)) return false;
		return true;
	};

	return (text, start, end, make) => {
		// Fowler, Noll and Vo; the upper half is mixed in, for the table is as large as a power of two.
		let hash = 0x81_1c_9d_c5;
		for (let index = start; index < end; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01_00_01_93);
		hash ^= hash >>> 15;
		for (let slot = hash & (slots.length - 1); slots[slot] !== 0; slot = (slot + 1) & (slots.length - 1)) {
			const index = (slots[slot] ?? 0) - 1;
			const form = forms[index] ?? '';
			if (hashes.at(index) === hash && form.length === end - start && isAt(form, text, start)) return numbers.at(index);
		}

		const form = text.slice(start, end);
		const number = make(form);
		add(form, hash, number);
		return number;
	};
};

/**
 * An empty lexicon. Pairs are kept by the numbers of their words in an open-addressed table: a hundred thousand articles have
 * millions of them, too many for strings.
 */
export const lexicon = (): Lexicon => {
	const stems = new Map<string, number>();
	// Each form is stemmed once: stemming takes longer than all the rest of reading.
	const tokens = new Map<string, number>();
	let forms = formTable();
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
		letGo(old);
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

	const word = (token: string): number => {
		let term = tokens.get(token);
		if (term === undefined) {
			term = stemmed(newStem(token));
			tokens.set(token, term);
		}

		return term;
	};

	return {
		stemmed,
		word,
		wordIn: (text, start, end) => forms(text, start, end, word),
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
		close() {
			tokens.clear();
			forms = formTable();
			letGo(slots);
			slots = new Int32Array(0);
		},
	};
};
