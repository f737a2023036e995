import type {Vector} from './likeness.ts';

/** For each term, the vectors that have it: the items of term t stand from `starts[t]` up to `starts[t + 1]`. */
type Postings = {readonly starts: Int32Array; readonly items: Int32Array; readonly weights: Float64Array};

const postingsOf = (vectors: readonly Vector[]): Postings => {
	let highest = -1;
	let total = 0;
	for (const {terms} of vectors) {
		highest = Math.max(highest, terms.at(-1) ?? -1);
		total += terms.length;
	}

	const starts = new Int32Array(highest + 2);
	for (const {terms} of vectors) for (const term of terms) starts[term + 1] = (starts[term + 1] ?? 0) + 1;
	for (let term = 0; term <= highest; term += 1) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
	const next = starts.slice();
	const items = new Int32Array(total);
	const weights = new Float64Array(total);
	for (const [item, vector] of vectors.entries()) {
		for (const [index, term] of vector.terms.entries()) {
			const place = next[term] ?? 0;
			next[term] = place + 1;
			items[place] = item;
			weights[place] = vector.weights[index] ?? 0;
		}
	}

	return {starts, items, weights};
};

/** Above so many vectors, terms that more than `COMMON` of them have are left out: their lists cost most and tell least. */
const MANY = 6000;
const COMMON = 600;

/**
 * Calls `visit` for each vector with the cosines to all vectors before it. The row is used again for the next call.
 * With more than 6,000 vectors the cosines leave out common terms: they are lower bounds, good enough to find candidates.
 */
export const forEachRow = (vectors: readonly Vector[], visit: (item: number, row: Float64Array) => void): void => {
	const {starts, items, weights} = postingsOf(vectors);
	const row = new Float64Array(vectors.length);
	for (const [item, vector] of vectors.entries()) {
		row.fill(0, 0, item);
		for (const [index, term] of vector.terms.entries()) {
			const from = starts[term] ?? 0;
			const to = starts[term + 1] ?? 0;
			if (vectors.length > MANY && to - from > COMMON) continue;
			const weight = vector.weights[index] ?? 0;
			for (let place = from; place < to; place += 1) {
				const other = items[place] ?? 0;
				if (other >= item) break;
				row[other] = (row[other] ?? 0) + weight * (weights[place] ?? 0);
			}
		}

		visit(item, row);
	}
};

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
