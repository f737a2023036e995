/** The number of the set each item is in, for `count` items that are joined two by two (union-find with halved paths). */
export const sets = (count: number): {join(left: number, right: number): void; find(item: number): number} => {
	const parent = Int32Array.from({length: count}, (_, item) => item);
	const find = (item: number): number => {
		let at = item;
		while (parent[at] !== at) {
			const up = parent[at] ?? at;
			parent[at] = parent[up] ?? up;
			at = parent[at] ?? at;
		}

		return at;
	};

	return {
		find,
		join(left, right) {
			const a = find(left);
			const b = find(right);
			// The smaller number leads, so that the result does not depend on the order of joining.
			parent[Math.max(a, b)] = Math.min(a, b);
		},
	};
};

/** Groups 0 to `count` - 1 by a key, in the order of their first members. */
export const groupsBy = (count: number, key: (item: number) => number): number[][] => {
	const groups = new Map<number, number[]>();
	for (let item = 0; item < count; item += 1) {
		const group = groups.get(key(item));
		if (group === undefined) groups.set(key(item), [item]);
		else group.push(item);
	}

	return [...groups.values()];
};
