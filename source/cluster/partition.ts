import {agglomerate} from './agglomerate.ts';
import type {Vector} from './likeness.ts';
import {forEachRow, groupsBy, sets} from './neighbours.ts';

/** What is to be put into groups, by number. */
export type Task = {
	readonly vectors: readonly Vector[];
	/** Groups that begin as one; every number is in exactly one. */
	readonly groups: ReadonlyArray<readonly number[]>;
	/** What a cosine is worth between two: less for time, more for shared figures, -Infinity where they must stay apart. */
	readonly worth: (left: number, right: number, cosine: number) => number;
	/** No pair with a smaller cosine is worth the threshold. */
	readonly floor: number;
	/** How alike the members of a group are on average, at least. */
	readonly threshold: number;
};

/** A square table of more groups than this costs too much; a larger knot is loosened by asking for more likeness. */
const LARGEST = 3000;
const STEP = 0.02;

const pick = (task: Task, wanted: readonly number[]): Vector[] => wanted.flatMap(item => task.vectors[item] ?? []);

/** The likenesses among some of the numbers, as a table. */
const tableOf = (task: Task, members: readonly number[]): ((left: number, right: number) => number) => {
	const size = members.length;
	const place = new Map(members.map((member, index) => [member, index]));
	const cells = new Float32Array(size * size);
	forEachRow(pick(task, members), (item, row) => {
		for (let other = 0; other < item; other += 1) {
			const value = task.worth(members[item] ?? 0, members[other] ?? 0, row[other] ?? 0);
			cells[item * size + other] = value;
			cells[other * size + item] = value;
		}
	});
	return (left, right) => cells[(place.get(left) ?? 0) * size + (place.get(right) ?? 0)] ?? 0;
};

/** Knots: groups that hang together by single links. Average link never joins two of them, so each can be clustered alone. */
const knotsOf = (task: Task): Array<ReadonlyArray<readonly number[]>> => {
	const members = task.groups.flat();
	const own = new Map<number, number>();
	for (const [index, group] of task.groups.entries()) for (const member of group) own.set(member, index);
	const joined = sets(task.groups.length);
	forEachRow(pick(task, members), (item, row) => {
		const left = members[item] ?? 0;
		for (let other = 0; other < item; other += 1) {
			const cosine = row[other] ?? 0;
			if (cosine < task.floor) continue;
			const right = members[other] ?? 0;
			if (task.worth(left, right, cosine) >= task.threshold) joined.join(own.get(left) ?? 0, own.get(right) ?? 0);
		}
	});
	return groupsBy(task.groups.length, group => joined.find(group)).map(knot => knot.flatMap(group => [task.groups[group] ?? []]));
};

const clusterKnot = (task: Task, knot: ReadonlyArray<readonly number[]>): number[][] =>
	knot.length < 2 ? knot.map(group => [...group]) : agglomerate(knot, tableOf(task, knot.flat()), task.threshold);

/** Puts each number into one group by average link, on top of the groups it begins with. In the order of their first members. */
export const partition = (task: Task): number[][] => {
	const open = [task];
	const found: number[][] = [];
	for (let work = open.pop(); work !== undefined; work = open.pop()) {
		for (const groups of knotsOf(work)) {
			if (groups.length > LARGEST && work.threshold < 1) open.push({...work, groups, floor: work.floor + STEP, threshold: work.threshold + STEP});
			else found.push(...clusterKnot({...task, threshold: work.threshold}, groups));
		}
	}

	return found.map(group => group.toSorted((a, b) => a - b)).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
};
