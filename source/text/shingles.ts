/** Runs of `size` neighbouring words, each as one string; a text shorter than that has none. */
export const shingles = (words: readonly string[], size = 5): Set<string> => {
	const found = new Set<string>();
	for (let start = 0; start + size <= words.length; start += 1) found.add(words.slice(start, start + size).join(' '));
	return found;
};

/** How much of the smaller set is in the other: 0 to 1. A cut copy is wholly contained, which no symmetric measure sees. */
export const containment = (left: ReadonlySet<string>, right: ReadonlySet<string>): number => {
	const [small, large] = left.size <= right.size ? [left, right] : [right, left];
	if (small.size === 0) return 0;
	let shared = 0;
	for (const shingle of small) if (large.has(shingle)) shared += 1;
	return shared / small.size;
};
