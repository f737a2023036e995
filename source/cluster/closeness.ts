import {PARTS, type Neighbours} from './neighbours.ts';

/** How alike an article is to the others of its group on average, and to the nearest other group; null where none is near at all. */
export type Closeness = {readonly own: number; readonly next: {readonly group: number; readonly likeness: number} | null};

/** Tells the closeness of each item of some groups; an item in a group by itself has 0. */
export const closenessOf = (groups: ReadonlyArray<readonly number[]>, {starts, items, likeness}: Neighbours): ((item: number) => Closeness) => {
	const home = new Int32Array(starts.length - 1);
	for (const [index, group] of groups.entries()) for (const item of group) home[item] = index;
	return item => {
		const sums = new Map<number, number>();
		for (let place = starts[item] ?? 0; place < (starts[item + 1] ?? 0); place += 1) {
			const group = home[items[place] ?? 0] ?? 0;
			sums.set(group, (sums.get(group) ?? 0) + (likeness[place] ?? 0));
		}

		const group = home[item] ?? 0;
		const own = (sums.get(group) ?? 0) / PARTS / Math.max(1, (groups[group]?.length ?? 1) - 1);
		let next: Closeness['next'] = null;
		for (const [other, sum] of sums) {
			const value = sum / PARTS / (groups[other]?.length ?? 1);
			if (other !== group && (next === null || value > next.likeness || (value === next.likeness && other < next.group))) next = {group: other, likeness: value};
		}

		return {own, next};
	};
};
