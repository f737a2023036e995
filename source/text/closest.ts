/** Optimal string alignment distance (Damerau-Levenshtein with adjacent swaps), given up beyond `limit` (then limit + 1). */
const editDistance = (a: string, b: string, limit: number): number => {
	if (Math.abs(a.length - b.length) > limit) return limit + 1;
	let beforeLast: number[] = [];
	let last = Array.from({length: b.length + 1}, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const cost = a[i - 1] === b[j - 1] ? 0 : 1;
			let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
			row.push(best);
		}

		if (Math.min(...row) > limit) return limit + 1;
		beforeLast = last;
		last = row;
	}

	return last[b.length] ?? 0;
};

/** The word of `known` that `typed` most likely meant; undefined where none is near (a third of its letters, at most 3). */
export const closest = (typed: string, known: readonly string[]): string | undefined => {
	const limit = Math.min(3, Math.max(1, Math.floor(typed.length / 3)));
	let best: {word: string; distance: number} | undefined;
	for (const word of known) {
		const distance = editDistance(typed.toLowerCase(), word.toLowerCase(), limit);
		if (distance <= limit && (best === undefined || distance < best.distance)) best = {word, distance};
	}

	return best?.word;
};
