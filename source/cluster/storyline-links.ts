import {agglomerate} from './agglomerate.ts';
import type {Vector} from './likeness.ts';
import {bothWays, neighboursOf, PARTS, type Neighbours} from './neighbours.ts';
import type {Step} from './step.ts';

/** An event as its storyline sees it: the mean of its articles, the questions its figures answer, the values they have. */
export type Node = {readonly vector: Vector; readonly questions: ReadonlySet<string>; readonly values: ReadonlySet<string>};

/** Events of one storyline are on average at least so alike; time does not count, for a story goes on for months. */
const THRESHOLD = 0.13;
/** What figures add to the likeness of two events: of one measure and subject, or of one measure and value. */
const SAME_QUESTION = 0.15;
const SAME_VALUE = 0.05;
/** An event belongs to a second storyline where it is this much alike to all of its events on average. */
const ALSO = 0.2;
/** Smaller likenesses are chance. */
const FLOOR = 0.02;
/** What so many events count (dollars for aid) tells nothing of any two of them. */
const TOO_MANY = 100;

/** Pairs of numbers whose sets have a key in common, as `left * count + right` with the smaller number left. `worth`: of a key, 0 to 1. */
const sharing = (sets: ReadonlyArray<ReadonlySet<string>>, worth: (key: string) => number): ReadonlyMap<number, number> => {
	const carriers = new Map<string, number[]>();
	for (const [index, keys] of sets.entries()) {
		for (const key of keys) {
			const list = carriers.get(key);
			if (list === undefined) carriers.set(key, [index]);
			else list.push(index);
		}
	}

	const pairs = new Map<number, number>();
	for (const [key, list] of carriers) {
		const told = list.length > TOO_MANY ? 0 : worth(key);
		if (told <= 0) continue;
		for (const [at, right] of list.entries()) for (const left of list.slice(0, at)) pairs.set(left * sets.length + right, Math.max(told, pairs.get(left * sets.length + right) ?? 0));
	}

	return pairs;
};

/** The neighbours with what their figures add; events whose figures answer one question are neighbours whatever their words. */
const withFigures = (nodes: readonly Node[], {starts, items, likeness}: Neighbours, worth: (question: string) => number, step: Step): Neighbours => {
	const added = new Map<number, number>();
	for (const [pair, told] of sharing(nodes.map(node => node.values), () => 1)) added.set(pair, SAME_VALUE * told);
	for (const [pair, told] of sharing(nodes.map(node => node.questions), worth)) added.set(pair, Math.max(added.get(pair) ?? 0, SAME_QUESTION * told));
	const [from, to, values]: [number[], number[], number[]] = [[], [], []];
	const put = (left: number, right: number, value: number): void => {
		from.push(left);
		to.push(right);
		values.push(value);
	};

	for (let left = 0; left < nodes.length; left += 1) {
		step(left);
		for (let place = starts[left] ?? 0; place < (starts[left + 1] ?? 0); place += 1) {
			const right = items[place] ?? 0;
			if (right < left) continue;
			const pair = left * nodes.length + right;
			put(left, right, (likeness[place] ?? 0) + Math.round((added.get(pair) ?? 0) * PARTS));
			added.delete(pair);
		}
	}

	for (const [pair, more] of added) put(Math.floor(pair / nodes.length), pair % nodes.length, Math.round(more * PARTS));
	return bothWays(nodes.length, Int32Array.from(from), Int32Array.from(to), Int32Array.from(values), step);
};

/** Adds to each group the events of other groups that are alike to all of it: a summit can belong to a war and to a trade dispute. */
const withGuests = (groups: ReadonlyArray<readonly number[]>, {starts, items, likeness}: Neighbours): number[][] => {
	const home = new Map(groups.flatMap((group, index) => group.map(node => [node, index] as const)));
	const found = groups.map(group => [...group]);
	for (const [node, own] of home) {
		const sums = new Map<number, number>();
		for (let place = starts[node] ?? 0; place < (starts[node + 1] ?? 0); place += 1) {
			const other = home.get(items[place] ?? 0);
			if (other !== undefined && other !== own) sums.set(other, (sums.get(other) ?? 0) + (likeness[place] ?? 0));
		}

		for (const [group, sum] of sums) if (sum >= ALSO * PARTS * (groups[group]?.length ?? 1)) found[group]?.push(node);
	}

	return found.map(group => group.sort((a, b) => a - b));
};

/** The events of each storyline, by number: at least two; an event can be in several. `worth`: how much a question tells, 0 to 1. */
export const storylineGroups = (nodes: readonly Node[], features: number, worth: (question: string) => number, step: Step): number[][] => {
	const neighbours = neighboursOf({vectors: nodes.map(node => node.vector), features, worth: (_left, _right, cosine) => cosine, floor: FLOOR, step});
	const groups = agglomerate({groups: nodes.map((_, index) => [index]), neighbours: withFigures(nodes, neighbours, worth, step), threshold: THRESHOLD, step});
	return withGuests(groups.filter(group => group.length > 1), neighbours);
};
