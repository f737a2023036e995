import {stemmer} from 'stemmer';
import {tokens} from './tokens.ts';

const KEPT = 50_000;
const known = new Map<string, string>();

/** The same as `stem`, worked out anew: for whoever asks once for each word. */
export const newStem = (word: string): string => /^[a-z']{3,}$/.test(word) ? stemmer(word) : word;

/** The Porter stem of one lower-case word ("suffering" and "suffered" are both "suffer"); numbers and words of other alphabets stay as they are. */
export const stem = (word: string): string => {
	let found = known.get(word);
	if (found === undefined) {
		found = newStem(word);
		// A memory that never forgets would grow with every text read.
		if (known.size >= KEPT) known.clear();
		known.set(word, found);
	}

	return found;
};

/** The stems of a text's words and numbers, in order. */
export const stems = (text: string): string[] => tokens(text).map(stem);
