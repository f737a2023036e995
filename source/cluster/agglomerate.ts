/** Likeness of two items, 0 to 1; -Infinity where they must stay apart. */
export type Likeness = (left: number, right: number) => number;

/** A square table of likenesses between clusters, kept while they merge. */
type Table = {readonly size: number; readonly cells: Float64Array; readonly weights: Float64Array; readonly alive: Uint8Array};

const nearest = (table: Table, from: number, before: number): {readonly to: number; readonly likeness: number} => {
	// Where two are equally near, the chain goes back, or it would walk in circles.
	let to = before;
	let likeness = before < 0 ? -Infinity : table.cells[from * table.size + before] ?? -Infinity;
	for (let other = 0; other < table.size; other += 1) {
		const value = table.cells[from * table.size + other] ?? -Infinity;
		if (table.alive[other] === 1 && other !== from && value > likeness) {
			to = other;
			likeness = value;
		}
	}

	return {to, likeness};
};

/** Puts `from` into `into`: the likeness to every other cluster becomes the average over all pairs (Lance and Williams 1967). */
const absorb = (table: Table, into: number, from: number): void => {
	const {size, cells, weights, alive} = table;
	const a = weights[into] ?? 1;
	const b = weights[from] ?? 1;
	alive[from] = 0;
	weights[into] = a + b;
	for (let other = 0; other < size; other += 1) {
		if (alive[other] !== 1 || other === into) continue;
		const value = (a * (cells[into * size + other] ?? 0) + b * (cells[from * size + other] ?? 0)) / (a + b);
		cells[into * size + other] = value;
		cells[other * size + into] = value;
	}
};

const tableOf = (groups: ReadonlyArray<readonly number[]>, likeness: Likeness): Table => {
	const size = groups.length;
	const cells = new Float64Array(size * size).fill(-Infinity);
	for (let a = 0; a < size; a += 1) {
		for (let b = a + 1; b < size; b += 1) {
			let sum = 0;
			for (const left of groups[a] ?? []) for (const right of groups[b] ?? []) sum += likeness(left, right);
			const value = sum / ((groups[a]?.length ?? 1) * (groups[b]?.length ?? 1));
			cells[a * size + b] = value;
			cells[b * size + a] = value;
		}
	}

	return {size, cells, weights: Float64Array.from(groups, group => group.length), alive: new Uint8Array(size).fill(1)};
};

/**
 * Average-link clustering by the nearest-neighbour chain (Murtagh 1983): groups whose members are on average at least
 * `threshold` alike become one. Starts from `groups` and never takes them apart. Time and memory grow with the square of
 * their number. The result is sorted and depends on the numbering only.
 */
export const agglomerate = (groups: ReadonlyArray<readonly number[]>, likeness: Likeness, threshold: number): number[][] => {
	const table = tableOf(groups, likeness);
	const members = groups.map(group => [...group]);
	const done = new Uint8Array(groups.length);
	for (let start = 0; start < groups.length; start += 1) {
		const chain: number[] = table.alive[start] === 1 && done[start] === 0 ? [start] : [];
		while (chain.length > 0) {
			const from = chain.at(-1) ?? start;
			const {to, likeness: value} = nearest(table, from, chain.at(-2) ?? -1);
			if (to < 0 || value < threshold) {
				// An average of too little is too little: what has no near neighbour now never gets one.
				done[from] = 1;
				chain.pop();
			} else if (to === chain.at(-2)) {
				chain.length -= 2;
				const [into, gone] = from < to ? [from, to] : [to, from];
				absorb(table, into, gone);
				members[into]?.push(...(members[gone] ?? []));
				if (chain.length === 0) chain.push(into);
			} else chain.push(to);
		}
	}

	return members.filter((_, cluster) => table.alive[cluster] === 1).map(list => list.sort((a, b) => a - b)).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
};
