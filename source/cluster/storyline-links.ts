import {agglomerate} from './agglomerate.ts';
import type {Vector} from './likeness.ts';
import {neighboursOf, PARTS, rowsIn, type NeighbourRows, type Neighbours} from './neighbours.ts';
import type {Step} from './step.ts';

/** An event as its storyline sees it: the mean of its articles, the questions its figures answer and the values they have, each once. */
export type Node = {readonly vector: Vector; readonly questions: readonly string[]; readonly values: readonly string[]};

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

/** Who has a key, ascending, and what it tells of any two of them. */
type Carriers = {readonly list: number[]; told: number};

/** The keys that two events or more have; most have one, and are not kept. `worth`: what a key tells, 0 to 1. */
const carriersOf = (lists: ReadonlyArray<readonly string[]>, worth: (key: string) => number): ReadonlyMap<string, Carriers> => {
	const first = new Map<string, number>();
	const found = new Map<string, Carriers>();
	for (const [index, keys] of lists.entries()) {
		for (const key of keys) {
			const before = first.get(key);
			const known = found.get(key);
			if (known !== undefined) known.list.push(index);
			else if (before === undefined) first.set(key, index);
			else found.set(key, {list: [before, index], told: 0});
		}
	}

	for (const [key, carriers] of found) carriers.told = carriers.list.length > TOO_MANY ? 0 : worth(key);
	return found;
};

/** The neighbours with what their figures add, found when an event is asked for: of a whole library they would be millions. Events whose figures answer one question are neighbours whatever their words. */
const withFigures = (nodes: readonly Node[], neighbours: NeighbourRows, worth: (question: string) => number): NeighbourRows => {
	const values = carriersOf(nodes.map(node => node.values), () => SAME_VALUE);
	const questions = carriersOf(nodes.map(node => node.questions), question => SAME_QUESTION * worth(question));
	// What the figures of one event add to each other one: one place for each, all zero between two events.
	const added = new Float64Array(nodes.length);
	const [reached, items, likeness] = [new Int32Array(nodes.length), new Int32Array(nodes.length), new Int32Array(nodes.length)];
	return {size: nodes.length, at(item) {
		let count = 0;
		const add = (carriers: Carriers | undefined): void => {
			if (carriers === undefined || carriers.told <= 0) return;
			for (const other of carriers.list) {
				if (other === item) continue;
				if (added[other] === 0) {
					reached[count] = other;
					count += 1;
				}

				added[other] = Math.max(carriers.told, added[other] ?? 0);
			}
		};
		for (const key of nodes[item]?.values ?? []) add(values.get(key));
		for (const key of nodes[item]?.questions ?? []) add(questions.get(key));

		let size = 0;
		const put = (other: number, value: number): void => {
			items[size] = other;
			likeness[size] = value + Math.round((added[other] ?? 0) * PARTS);
			added[other] = 0;
			size += 1;
		};
		const near = neighbours.at(item);
		for (const [place, other] of near.items.entries()) put(other, near.likeness[place] ?? 0);
		for (const other of reached.subarray(0, count)) if (added[other] !== 0) put(other, 0);
		return {items: items.subarray(0, size), likeness: likeness.subarray(0, size)};
	}};
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
	const groups = agglomerate({groups: nodes.map((_, index) => [index]), neighbours: withFigures(nodes, rowsIn(neighbours), worth), threshold: THRESHOLD, step});
	return withGuests(groups.filter(group => group.length > 1), neighbours);
};
