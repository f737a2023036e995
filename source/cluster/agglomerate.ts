import {PARTS, type NeighbourRows} from './neighbours.ts';
import type {Step} from './step.ts';

/** What is to be put into groups, by number. */
export type Task = {
	/** Groups that begin as one and are never taken apart; every number is in exactly one. */
	readonly groups: ReadonlyArray<readonly number[]>;
	/** Who is how alike; two that are not neighbours are not alike at all. */
	readonly neighbours: NeighbourRows;
	/** What is taken off every likeness of an item, half of it for each of the two; in `PARTS`, whole. None: nothing. */
	readonly burden?: Int32Array;
	/** How alike the members of a group are on average, at least; above 0. */
	readonly threshold: number;
	/** Pairs of items that must not come into one group. */
	readonly apart?: ReadonlyArray<readonly [number, number]>;
	/** Groups (by place in `groups`) no two of which are joined. */
	readonly standing?: ReadonlySet<number>;
	readonly step?: Step;
};

/** Other clusters, and the sum of the likenesses over all pairs with them. The numbers may be of clusters long absorbed. */
type Links = {readonly to: Int32Array; readonly sums: Float64Array};

/** Clusters while they merge; `leader` of an absorbed one is the one that has it. */
type State = {
	readonly neighbours: NeighbourRows;
	/** The group that each item began in. */
	readonly own: Int32Array;
	readonly leader: Int32Array;
	readonly sizes: Float64Array;
	readonly burdens: Float64Array;
	/** Of clusters that took in others: those of the rest stand among the neighbours. */
	readonly links: Map<number, Links>;
	readonly members: number[][];
	readonly standing: Uint8Array;
	readonly foes: Map<number, Set<number>>;
	/** One place for each cluster, for adding up; all zero between uses. */
	readonly sums: Float64Array;
	/** And one for those that were added to. */
	readonly reached: Int32Array;
};

const find = (leader: Int32Array, cluster: number): number => {
	let at = cluster;
	while (leader[at] !== at) {
		const up = leader[at] ?? at;
		leader[at] = leader[up] ?? up;
		at = leader[at] ?? at;
	}

	return at;
};

/** Adds up the links of some clusters, as `cluster` has them, by the clusters there are now: those it is linked to, ascending, each once, without itself. Their `sums` are the caller's to clear. */
const gather = ({neighbours, own, leader, links, members, sums, reached}: State, cluster: number, of: readonly number[]): Int32Array => {
	let count = 0;
	const add = (to: number, value: number): void => {
		const other = find(leader, to);
		if (other === cluster) return;
		if (sums[other] === 0) {
			reached[count] = other;
			count += 1;
		}

		sums[other] = (sums[other] ?? 0) + value;
	};

	for (const each of of) {
		const known = links.get(each);
		if (known !== undefined) {
			for (let index = 0; index < known.to.length; index += 1) add(known.to[index] ?? 0, known.sums[index] ?? 0);
			continue;
		}

		for (const item of members[each] ?? []) {
			const {items, likeness} = neighbours.at(item);
			for (let place = 0; place < items.length; place += 1) add(own[items[place] ?? 0] ?? 0, likeness[place] ?? 0);
		}
	}

	return reached.subarray(0, count).sort();
};

const startOf = ({groups, neighbours, burden, apart = [], standing = new Set()}: Task): State => {
	const own = new Int32Array(neighbours.size);
	for (const [cluster, group] of groups.entries()) for (const item of group) own[item] = cluster;
	const foes = new Map<number, Set<number>>();
	for (const [left, right] of apart) {
		const [a, b] = [own[left] ?? 0, own[right] ?? 0];
		foes.set(a, (foes.get(a) ?? new Set()).add(b));
		foes.set(b, (foes.get(b) ?? new Set()).add(a));
	}

	return {
		neighbours, own, foes,
		leader: Int32Array.from(groups, (_, cluster) => cluster),
		sizes: Float64Array.from(groups, group => group.length),
		burdens: Float64Array.from(groups, group => group.reduce((sum, item) => sum + (burden?.[item] ?? 0), 0)),
		links: new Map(),
		members: groups.map(group => [...group]),
		standing: Uint8Array.from(groups, (_, cluster) => standing.has(cluster) ? 1 : 0),
		sums: new Float64Array(groups.length),
		reached: new Int32Array(groups.length),
	};
};

const mayJoin = ({standing, foes, leader}: State, left: number, right: number): boolean => {
	if (standing[left] === 1 && standing[right] === 1) return false;
	for (const foe of foes.get(left) ?? []) if (find(leader, foe) === right) return false;
	return true;
};

/** The most alike of a cluster's neighbours; where two are equally near, the one before in the chain, or it would walk in circles. */
const nearest = (state: State, cluster: number, before: number): {readonly to: number; readonly likeness: number} => {
	const {sizes, burdens, sums} = state;
	const size = sizes[cluster] ?? 1;
	let to = -1;
	let best = -Infinity;
	for (const other of gather(state, cluster, [cluster])) {
		const likeness = ((sums[other] ?? 0) / (size * (sizes[other] ?? 1)) - ((burdens[cluster] ?? 0) / size + (burdens[other] ?? 0) / (sizes[other] ?? 1)) / 2) / PARTS;
		sums[other] = 0;
		if ((likeness > best || (likeness === best && other === before)) && mayJoin(state, cluster, other)) {
			to = other;
			best = likeness;
		}
	}

	return {to, likeness: best};
};

/** Puts `from` into `into`: the average over all pairs follows from the sums (Lance and Williams 1967). */
const absorb = (state: State, into: number, from: number): void => {
	const {leader, sizes, burdens, links, members, standing, foes, sums} = state;
	leader[from] = into;
	sizes[into] = (sizes[into] ?? 0) + (sizes[from] ?? 0);
	burdens[into] = (burdens[into] ?? 0) + (burdens[from] ?? 0);
	const to = gather(state, into, [into, from]).slice();
	links.set(into, {to, sums: Float64Array.from(to, other => sums[other] ?? 0)});
	links.delete(from);
	for (const other of to) sums[other] = 0;
	for (const member of members[from] ?? []) members[into]?.push(member);
	members[from] = [];
	if (standing[from] === 1) standing[into] = 1;
	const others = foes.get(from);
	if (others !== undefined) foes.set(into, new Set([...foes.get(into) ?? [], ...others]));
};

/**
 * Average-link clustering by the nearest-neighbour chain (Murtagh 1983) over lists of neighbours: groups whose members are on
 * average at least `threshold` alike become one. Time grows with the lists, not with the square of the groups. The result is
 * sorted and depends on the numbering only.
 */
export const agglomerate = (task: Task): number[][] => {
	const state = startOf(task);
	const done = new Uint8Array(task.groups.length);
	for (let start = 0; start < task.groups.length; start += 1) {
		task.step?.(start);
		const chain: number[] = state.leader[start] === start && done[start] === 0 ? [start] : [];
		while (chain.length > 0) {
			task.step?.(start);
			const from = chain.at(-1) ?? start;
			const before = chain.at(-2) ?? -1;
			const {to, likeness} = nearest(state, from, before);
			if (to < 0 || likeness < task.threshold) {
				// An average of too little is too little: what has no near neighbour now never gets one.
				done[from] = 1;
				chain.pop();
			} else if (to === before) {
				chain.length -= 2;
				const [into, gone] = from < to ? [from, to] : [to, from];
				absorb(state, into, gone);
				if (chain.length === 0) chain.push(into);
			} else chain.push(to);
		}
	}

	return state.members.filter(list => list.length > 0).map(list => list.sort((a, b) => a - b)).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
};
