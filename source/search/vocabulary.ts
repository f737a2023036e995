/** Words in order, packed into one string: half a million of them are a few large pieces, not half a million small ones. */
export type Vocabulary = {
	/** All words, one after the other, sorted by UTF-16 code units; a word's number is its place. */
	readonly text: string;
	/** Where each word begins in `text`; one more than there are words. */
	readonly starts: Uint32Array;
	/** Articles that have the word. */
	readonly counts: Uint32Array;
	/** Which letters a word has, and which its first eight are: a bit each. Most words are told apart by this alone. */
	readonly letters: Int32Array;
	readonly firstLetters: Int32Array;
};

/** Word numbers from `from` up to, but not including, `to`. */
export type WordRange = {readonly from: number; readonly to: number};

const LETTER_A = 97;
/** The bits of digits, and of what is neither letter nor digit. */
const DIGIT = 1 << 26;
const OTHER = 1 << 27;
/** How many letters `firstLetters` looks at. */
const BEGINNING = 8;
/** A bit each for a to z; digits share one, everything else another. */
const lettersOf = (word: string, most = word.length): number => {
	let mask = 0;
	for (let at = 0; at < Math.min(most, word.length); at++) {
		const code = word.charCodeAt(at);
		const letter = code - LETTER_A;
		mask |= letter >= 0 && letter < 26 ? 1 << letter : code >= 48 && code <= 57 ? DIGIT : OTHER;
	}

	return mask;
};

const bitCount = (mask: number): number => {
	let bits = mask - ((mask >>> 1) & 0x55555555);
	bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
	return (((bits + (bits >>> 4)) & 0x0F0F0F0F) * 0x01010101) >>> 24;
};

/** Packs words that are sorted already. `counts`: articles that have each. */
export const packWords = (sorted: readonly string[], counts: Uint32Array): Vocabulary => {
	const starts = new Uint32Array(sorted.length + 1);
	const letters = new Int32Array(sorted.length);
	const firstLetters = new Int32Array(sorted.length);
	let at = 0;
	for (const [number, word] of sorted.entries()) {
		starts[number] = at;
		letters[number] = lettersOf(word);
		firstLetters[number] = lettersOf(word, BEGINNING);
		at += word.length;
	}

	starts[sorted.length] = at;
	return {text: sorted.join(''), starts, counts, letters, firstLetters};
};

export const wordCount = ({counts}: Vocabulary): number => counts.length;

/** A word by its number. */
export const wordAt = ({text, starts}: Vocabulary, number: number): string => text.slice(starts[number], starts[number + 1]);

/** Below, at or above zero as the word, cut to `length`, stands before, at or after `wanted`. */
const compareAt = (vocabulary: Vocabulary, number: number, wanted: string, length: number): number => {
	const start = vocabulary.starts[number] ?? 0;
	const size = Math.min(length, (vocabulary.starts[number + 1] ?? start) - start);
	const shared = Math.min(size, wanted.length);
	for (let at = 0; at < shared; at++) {
		const difference = vocabulary.text.charCodeAt(start + at) - wanted.charCodeAt(at);
		if (difference !== 0) return difference;
	}

	return size - wanted.length;
};

const firstNotBelow = (vocabulary: Vocabulary, wanted: string, length: number, above: boolean): number => {
	let low = 0;
	let high = wordCount(vocabulary);
	while (low < high) {
		const middle = (low + high) >>> 1;
		const order = compareAt(vocabulary, middle, wanted, length);
		if (order < 0 || (above && order === 0)) low = middle + 1;
		else high = middle;
	}

	return low;
};

/** The words that begin with `prefix`; the word itself, if there, comes first. */
export const withPrefix = (vocabulary: Vocabulary, prefix: string): WordRange => ({
	from: firstNotBelow(vocabulary, prefix, prefix.length, false),
	to: firstNotBelow(vocabulary, prefix, prefix.length, true),
});

/** The word alone: an empty range where it is not there. */
export const exactly = (vocabulary: Vocabulary, word: string): WordRange => {
	const from = firstNotBelow(vocabulary, word, Number.POSITIVE_INFINITY, false);
	return {from, to: from < wordCount(vocabulary) && compareAt(vocabulary, from, word, Number.POSITIVE_INFINITY) === 0 ? from + 1 : from};
};

/** How many slips a typed word may hold. A number with a slip is another number. */
const slipsAllowed = (typed: string): number => (/\p{Nd}/u.test(typed) || typed.length < 4 ? 0 : typed.length < 7 ? 1 : 2);

/** So many letters of what was typed are compared: a bit each. */
const COMPARED = 31;

/** Which letters stand where in what was typed: a bit a place. */
const placesOfLetters = (typed: string): {readonly ascii: Int32Array; readonly others: ReadonlyMap<number, number>} => {
	const ascii = new Int32Array(128);
	const others = new Map<number, number>();
	for (let at = 0; at < typed.length; at++) {
		const code = typed.charCodeAt(at);
		if (code < 128) ascii[code] = (ascii[code] ?? 0) | (1 << at);
		else others.set(code, (others.get(code) ?? 0) | (1 << at));
	}

	return {ascii, others};
};

/**
 * Counts slips between what was typed and a word (insertion, deletion, substitution, swap of neighbours: Damerau 1964,
 * Levenshtein 1966, as optimal string alignment), or its best beginning, which costs half a slip more: people search
 * while they type (`closest` in text/ knows whole words only, for names of formats and flags). More than `limit` comes
 * back as infinity. All places of what was typed are worked on at once, as bits (Hyyrö 2003, after Myers 1999).
 */
const slipCounter = (typed: string, limit: number): ((text: string, start: number, length: number) => number) => {
	const {ascii, others} = placesOfLetters(typed);
	const top = 1 << (typed.length - 1);
	return (text, start, length) => {
		const reach = Math.min(length, typed.length + limit);
		let [more, less, same, before] = [-1, 0, 0, 0];
		let slips = typed.length;
		let beginning = slips;
		for (let at = 0; at < reach; at++) {
			const code = text.charCodeAt(start + at);
			const here = code < 128 ? ascii[code] ?? 0 : others.get(code) ?? 0;
			const swapped = ((~same & here) << 1) & before;
			same = (((here & more) + more) ^ more) | here | less | swapped;
			let up = less | ~(same | more);
			const down = same & more;
			if ((up & top) !== 0) slips++;
			else if ((down & top) !== 0) slips--;
			if (slips < beginning) beginning = slips;
			// Each letter that is left can take back one slip.
			else if (slips - (reach - at - 1) > limit && beginning > limit) return Number.POSITIVE_INFINITY;
			up = (up << 1) | 1;
			more = (down << 1) | ~(same | up);
			less = up & same;
			before = here;
		}

		const fewest = Math.min(reach === length ? slips : Number.POSITIVE_INFINITY, beginning + 0.5);
		return fewest <= limit + 0.5 ? fewest : Number.POSITIVE_INFINITY;
	};
};

/** A word that may have been meant: its slips, and how many articles have it. */
export type Near = {readonly word: string; readonly slips: number; readonly count: number};

/** So many of the nearest are handed on. */
const MOST_NEAR = 16;

/** Words within the limit of what was typed, by their numbers in order, and the slips of each. */
type Within = {readonly typed: string; readonly words: Uint32Array; readonly slips: Float32Array};

/** What was typed last, of each vocabulary: people type a letter more, and each key asks for all words again. */
const looked = new WeakMap<Vocabulary, readonly Within[]>();
/** The words of a query or two. */
const MOST_LOOKED = 4;

/** Words that may be within the limit by their letters alone, in order. */
const byLetters = (vocabulary: Vocabulary, typed: string, limit: number): number[] => {
	const {text, starts, letters, firstLetters} = vocabulary;
	const typedLetters = lettersOf(typed);
	// What stands at the beginning of what was typed stands at the beginning of the word, but for the slips.
	const firstTyped = lettersOf(typed, BEGINNING - limit);
	const shortest = typed.length - limit;
	const found: number[] = [];
	for (let at = 0; at < letters.length; at++) {
		// Each typed letter that the word lacks altogether costs a slip at least.
		const missing = firstTyped & ~firstLetters[at]!;
		if (missing !== 0 && (limit === 1 ? (missing & (missing - 1)) !== 0 : bitCount(missing) > limit)) continue;
		if (bitCount(typedLetters & ~letters[at]!) > limit) continue;
		const start = starts[at]!;
		if (starts[at + 1]! - start < shortest) continue;
		// So does each of the word's first letters that was not typed.
		let foreign = 0;
		for (let letter = 0; letter < shortest && foreign <= limit; letter++) {
			const code = text.charCodeAt(start + letter) - LETTER_A;
			if ((typedLetters & (code >= 0 && code < 26 ? 1 << code : DIGIT | OTHER)) === 0) foreign++;
		}

		if (foreign <= limit) found.push(at);
	}

	return found;
};

/**
 * All words within the limit. Whatever is within it of a longer text was within it of its beginning, so that a letter more is
 * looked for only among the words that were near before: an alignment of the longer text is one of the shorter, without its last letter.
 */
const wordsWithin = (vocabulary: Vocabulary, typed: string, limit: number): Within => {
	const kept = looked.get(vocabulary) ?? [];
	const shorter = kept.filter(each => typed.startsWith(each.typed) && slipsAllowed(each.typed) === limit).reduce<Within | null>((best, each) => (best === null || each.typed.length > best.typed.length ? each : best), null);
	const remembered = (within: Within): Within => {
		looked.set(vocabulary, [within, ...kept.filter(each => each !== within)].slice(0, MOST_LOOKED));
		return within;
	};
	if (shorter?.typed === typed) return remembered(shorter);
	const slips = slipCounter(typed, limit);
	const {text, starts} = vocabulary;
	const words: number[] = [];
	const costs: number[] = [];
	for (const at of shorter?.words ?? byLetters(vocabulary, typed, limit)) {
		const start = starts[at]!;
		const length = starts[at + 1]! - start;
		const cost = length < typed.length - limit ? Number.POSITIVE_INFINITY : slips(text, start, length);
		if (cost === Number.POSITIVE_INFINITY) continue;
		words.push(at);
		costs.push(cost);
	}

	const within: Within = {typed, words: Uint32Array.from(words), slips: Float32Array.from(costs)};
	return remembered(within);
};

/** The words nearest to what was typed, those that more articles have first: four letters may hold one slip, seven two. */
export const nearWords = (vocabulary: Vocabulary, whole: string): Near[] => {
	const typed = whole.slice(0, COMPARED);
	const limit = slipsAllowed(typed);
	if (limit === 0) return [];
	const {words, slips} = wordsWithin(vocabulary, typed, limit);
	const fewest = slips.reduce((least, cost) => Math.min(least, cost), Number.POSITIVE_INFINITY);
	const {counts} = vocabulary;
	return Array.from(words.filter((_, index) => slips[index] === fewest)).sort((a, b) => counts[b]! - counts[a]!).slice(0, MOST_NEAR).map(at => ({word: wordAt(vocabulary, at), slips: fewest, count: counts[at]!}));
};
