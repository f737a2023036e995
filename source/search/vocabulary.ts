/** The words of a library in order, and how many articles have each. */
export type Vocabulary = {
	/** Sorted by UTF-16 code units; a word's number is its place here. */
	readonly words: readonly string[];
	/** Articles that have the word, by word number. */
	readonly counts: Int32Array;
	/** Which letters a word has: a bit each. Most words are told apart by this alone. */
	readonly letters: Int32Array;
};

/** Word numbers from `from` up to, but not including, `to`. */
export type WordRange = {readonly from: number; readonly to: number};

const LETTER_A = 97;
/** A bit each for a to z; digits share one, everything else another. */
const lettersOf = (word: string): number => {
	let mask = 0;
	for (let at = 0; at < word.length; at++) {
		const code = word.charCodeAt(at);
		const letter = code - LETTER_A;
		mask |= 1 << (letter >= 0 && letter < 26 ? letter : code >= 48 && code <= 57 ? 26 : 27);
	}

	return mask;
};

const bitCount = (mask: number): number => {
	let left = mask;
	let count = 0;
	for (; left !== 0; count++) left &= left - 1;
	return count;
};

/** `counted`: every word with the number of articles that have it. */
export const createVocabulary = (counted: ReadonlyMap<string, number>): Vocabulary => {
	const words = [...counted.keys()].toSorted();
	return {
		words,
		counts: Int32Array.from(words, word => counted.get(word) ?? 0),
		letters: Int32Array.from(words, lettersOf),
	};
};

const firstAtOrAfter = (words: readonly string[], wanted: string): number => {
	let low = 0;
	let high = words.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((words[middle] ?? '') < wanted) low = middle + 1;
		else high = middle;
	}

	return low;
};

/** The words that begin with `prefix`; the word itself, if there, comes first. */
export const withPrefix = (vocabulary: Vocabulary, prefix: string): WordRange => {
	const from = firstAtOrAfter(vocabulary.words, prefix);
	// No word holds U+FFFF: the first at or after prefix + U+FFFF is the first that does not begin with it.
	return {from, to: firstAtOrAfter(vocabulary.words, `${prefix}\uFFFF`)};
};

/** The word alone: an empty range where the library has it not. */
export const exactly = (vocabulary: Vocabulary, word: string): WordRange => {
	const from = firstAtOrAfter(vocabulary.words, word);
	return {from, to: vocabulary.words[from] === word ? from + 1 : from};
};

/** How many slips a typed word may hold. A number with a slip is another number. */
const slipsAllowed = (typed: string): number => (/\p{Nd}/u.test(typed) || typed.length < 4 ? 0 : typed.length < 7 ? 1 : 2);

/**
 * Slips between what was typed and a word (insertion, deletion, substitution, swap of neighbours: Damerau 1964,
 * Levenshtein 1966, as optimal string alignment), or its best beginning, which costs half a slip more: people search
 * while they type (`closest` in text/ knows whole words only, for names of formats and flags). More than `limit` comes back as infinity. One column of work per typed letter.
 */
const slips = (typed: string, word: string, limit: number): number => {
	const reach = Math.min(word.length, typed.length + limit);
	let beforeLast: number[] = [];
	let last = Array.from({length: reach + 1}, (_, at) => at);
	for (let i = 1; i <= typed.length; i++) {
		const row = [i];
		let least = i;
		for (let j = 1; j <= reach; j++) {
			let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (typed[i - 1] === word[j - 1] ? 0 : 1));
			if (i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1]) best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
			row.push(best);
			least = Math.min(least, best);
		}

		if (least > limit) return Number.POSITIVE_INFINITY;
		beforeLast = last;
		last = row;
	}

	const whole = reach === word.length ? last[reach] ?? Number.POSITIVE_INFINITY : Number.POSITIVE_INFINITY;
	const beginning = Math.min(...last) + 0.5;
	const fewest = Math.min(whole, beginning);
	return fewest <= limit + 0.5 ? fewest : Number.POSITIVE_INFINITY;
};

/**
 * The word of the library that was most likely meant: fewest slips, then the one more articles have, then the
 * alphabet. Null where none is near enough: four letters may hold one slip, seven two.
 */
export const nearest = (vocabulary: Vocabulary, typed: string): string | null => {
	const limit = slipsAllowed(typed);
	if (limit === 0) return null;
	const typedLetters = lettersOf(typed);
	let best: {at: number; cost: number} | null = null;
	for (let at = 0; at < vocabulary.words.length; at++) {
		// Each typed letter that the word lacks altogether costs a slip at least.
		if (bitCount(typedLetters & ~(vocabulary.letters[at] ?? 0)) > limit) continue;
		const word = vocabulary.words[at] ?? '';
		if (word.length < typed.length - limit) continue;
		const cost = slips(typed, word, limit);
		if (cost === Number.POSITIVE_INFINITY) continue;
		if (best === null || cost < best.cost || (cost === best.cost && (vocabulary.counts[at] ?? 0) > (vocabulary.counts[best.at] ?? 0))) best = {at, cost};
	}

	return best === null ? null : vocabulary.words[best.at] ?? null;
};
