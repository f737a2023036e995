/** Words of a text in small letters, apostrophes straightened, without marks around them. */
export const words = (text: string): string[] =>
	text.toLowerCase().replace(/[’‘`]/g, '\'').match(/[\p{L}\p{N}]+(?:'[\p{L}]+)*/gu) ?? [];

/** The same line apart from case, quotation marks and spaces has the same key. */
export const sameness = (text: string): string => words(text).join(' ');

/** Dice's coefficient of the two sets of words, 0 to 1. */
export const dice = (left: readonly string[], right: readonly string[]): number => {
	const one = new Set(left);
	const other = new Set(right);
	if (one.size === 0 || other.size === 0) return 0;
	return 2 * one.intersection(other).size / (one.size + other.size);
};

/** How much of the smaller set of words is in the larger one, 0 to 1. */
export const containment = (left: readonly string[], right: readonly string[]): number => {
	const one = new Set(left);
	const other = new Set(right);
	const smaller = Math.min(one.size, other.size);
	return smaller === 0 ? 0 : one.intersection(other).size / smaller;
};

/** Damerau's distance: letters put in, left out, replaced or swapped. Both words are cut at 64 characters. */
export const editDistance = (left: string, right: string): number => {
	const one = left.slice(0, 64);
	const other = right.slice(0, 64);
	let before: number[] = [];
	let row = Array.from({length: other.length + 1}, (_, index) => index);
	for (let i = 1; i <= one.length; i++) {
		const next = [i];
		for (let j = 1; j <= other.length; j++) {
			const same = one[i - 1] === other[j - 1];
			let best = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
			if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) best = Math.min(best, (before[j - 2] ?? 0) + 1);
			next.push(best);
		}

		before = row;
		row = next;
	}

	return row[other.length] ?? 0;
};

/** The candidate a person most likely meant, or null where none is near (a third of the letters). */
export const didYouMean = (word: string, candidates: readonly string[]): string | null => {
	let best: string | null = null;
	let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
	for (const candidate of candidates) {
		const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
		if (distance < bestDistance) {
			best = candidate;
			bestDistance = distance;
		}
	}

	return best;
};
