import {growing, letGo, type Growing} from './growing.ts';
import type {Vector} from './likeness.ts';
import type {Step} from './step.ts';

/** For each feature, the vectors that have it: the items of feature f stand from `starts[f]` up to `starts[f + 1]`. */
type Postings = {readonly starts: Int32Array; readonly items: Int32Array; readonly weights: Float32Array};

/** Features that more vectors have than this are not looked up: their lists cost most and tell least. What they add is counted afterwards. */
const COMMON = 300;
/** Nor are features that weigh less in a vector: alone they make nobody a neighbour. */
const LIGHT = 0.03;

const postingsOf = (vectors: readonly Vector[], features: number, step: Step): Postings => {
	const counts = new Int32Array(features);
	for (const [item, {terms, weights}] of vectors.entries()) {
		step(item);
		for (let index = 0; index < terms.length; index += 1) {
			const term = terms[index] ?? 0;
			if ((weights[index] ?? 0) >= LIGHT) counts[term] = (counts[term] ?? 0) + 1;
		}
	}

	const starts = new Int32Array(features + 1);
	for (const [feature, count] of counts.entries()) starts[feature + 1] = (starts[feature] ?? 0) + (count > COMMON ? 0 : count);
	const next = starts.slice(0, features);
	const items = new Int32Array(starts[features] ?? 0);
	const weights = new Float32Array(items.length);
	for (const [item, vector] of vectors.entries()) {
		step(item);
		for (const [index, feature] of vector.terms.entries()) {
			if ((counts[feature] ?? 0) > COMMON || (vector.weights[index] ?? 0) < LIGHT) continue;
			const place = next[feature] ?? 0;
			next[feature] = place + 1;
			items[place] = item;
			weights[place] = vector.weights[index] ?? 0;
		}
	}

	letGo(counts, next);
	return {starts, items, weights};
};

/** Likenesses are kept as whole numbers of this many parts, so that their sums do not depend on the order of adding. */
export const PARTS = 2 ** 20;

/** Each item's neighbours with the likeness in `PARTS`. If i is among those of j, j is among those of i. */
export type Neighbours = {readonly starts: Int32Array; readonly items: Int32Array; readonly likeness: Int32Array};

/** Whom an item is how much alike to, in `PARTS`; what is given is written over by the next. */
export type Row = {readonly items: Int32Array; readonly likeness: Int32Array};
/** The same of `size` items, told when it is asked for. */
export type NeighbourRows = {readonly size: number; readonly at: (item: number) => Row};

/** The rows of lists that are all there. */
export const rowsIn = ({starts, items, likeness}: Neighbours): NeighbourRows => ({
	size: starts.length - 1,
	at(item) {
		const [from, to] = [starts[item] ?? 0, starts[item + 1] ?? 0];
		return {items: items.subarray(from, to), likeness: likeness.subarray(from, to)};
	},
});

export type Wanted = {
	readonly vectors: readonly Vector[];
	readonly features: number;
	/** What a cosine is worth between two: less for time. The same both ways. */
	readonly worth: (left: number, right: number, cosine: number) => number;
	/** Smaller likenesses are taken for none. */
	readonly floor: number;
	readonly step?: Step;
};

/** Neighbours kept of each: fewer of very many, so that memory grows with the number of articles and not faster. */
const kept = (items: number): number => Math.max(64, Math.min(512, Math.floor(600_000 / items)));

/** The items with the most in common by their rarer features, at most about `most` of them. */
const candidates = (touched: Int32Array, scores: Float32Array, most: number): Int32Array => {
	if (touched.length <= most) return touched.slice();
	// Counting in 256 steps finds the cut in one pass; sorting thousands for every article would take longer than all the rest.
	const steps = new Int32Array(257);
	for (const item of touched) {
		const step = Math.min(256, Math.floor((scores[item] ?? 0) * 512));
		steps[step] = (steps[step] ?? 0) + 1;
	}

	let cut = 256;
	for (let sum = steps[256] ?? 0; cut > 0 && sum + (steps[cut - 1] ?? 0) <= most; cut -= 1) sum += steps[cut - 1] ?? 0;
	return touched.filter(item => (scores[item] ?? 0) * 512 >= cut);
};

/** Another item and its cosine. */
export type Near = {readonly item: number; readonly cosine: number};

/** What finds them; `close`: nobody asks any more. */
export type Searcher = {readonly near: (vector: Vector, below?: number) => Near[]; readonly close: () => void};

/**
 * Finds what is near a vector, by an inverted index: candidates by the rarer features, then the whole cosine of each. Among some
 * hundred vectors nothing is left out; among more, only what is far from everything else can be. `below`: only items with a smaller number are looked at.
 */
export const searcher = (vectors: readonly Vector[], features: number, step: Step = () => {}): Searcher => {
	const {starts, items, weights} = postingsOf(vectors, features, step);
	const most = kept(vectors.length);
	// One place for each vector and feature, all zero between searches.
	const scores = new Float32Array(vectors.length);
	const touched = new Int32Array(vectors.length);
	const own = new Float32Array(features);
	const near: Searcher['near'] = (vector, below = vectors.length) => {
		let reached = 0;
		for (let index = 0; index < vector.terms.length; index += 1) {
			const feature = vector.terms[index] ?? 0;
			const weight = vector.weights[index] ?? 0;
			own[feature] = weight;
			if (weight < LIGHT) continue;
			const end = starts[feature + 1] ?? 0;
			for (let place = starts[feature] ?? 0; place < end; place += 1) {
				const other = items[place] ?? 0;
				// The lists are in the order of the items.
				if (other >= below) break;
				if (scores[other] === 0) {
					touched[reached] = other;
					reached += 1;
				}

				scores[other] = (scores[other] ?? 0) + weight * (weights[place] ?? 0);
			}
		}

		const found: Near[] = [];
		for (const item of candidates(touched.subarray(0, reached), scores, most)) {
			const {terms, weights: theirs} = vectors[item] ?? vector;
			let cosine = 0;
			for (let index = 0; index < terms.length; index += 1) cosine += (own[terms[index] ?? 0] ?? 0) * (theirs[index] ?? 0);
			found.push({item, cosine});
		}

		for (let index = 0; index < reached; index += 1) scores[touched[index] ?? 0] = 0;
		for (const feature of vector.terms) own[feature] = 0;
		return found;
	};
	return {near, close: () => letGo(starts, items, weights, scores, touched, own)};
};

/** Both directions of links that each item has to items before it (`ends`: where its own end), each link once: in the order in which they were found. What was found is let go. */
const mirrored = (ends: Int32Array, links: Growing<Int32Array>, likenesses: Growing<Int32Array>, step: Step): Neighbours => {
	const [to, likeness] = [links.view(), likenesses.view()];
	const starts = new Int32Array(ends.length + 1);
	for (const other of to) starts[other + 1] = (starts[other + 1] ?? 0) + 1;
	for (let item = 0; item < ends.length; item += 1) starts[item + 1] = (starts[item + 1] ?? 0) + (starts[item] ?? 0) + (ends[item] ?? 0) - (ends[item - 1] ?? 0);
	const next = starts.slice(0, ends.length);
	const [items, values] = [new Int32Array(to.length * 2), new Int32Array(to.length * 2)];
	const put = (at: number, other: number, value: number): void => {
		const place = next[at] ?? 0;
		next[at] = place + 1;
		items[place] = other;
		values[place] = value;
	};

	for (let item = 0, index = 0; item < ends.length; item += 1) {
		if (item % 1024 === 0) step(ends.length);
		for (; index < (ends[item] ?? 0); index += 1) {
			const [other, value] = [to[index] ?? 0, likeness[index] ?? 0];
			put(item, other, value);
			put(other, item, value);
		}
	}

	links.clear();
	likenesses.clear();
	letGo(next);
	return {starts, items, likeness: values};
};

/** The neighbours of each item. Each looks only at those before it: what two have in common is found once for both. */
export const neighboursOf = ({vectors, features, worth, floor, step = () => {}}: Wanted): Neighbours => {
	const {near, close} = searcher(vectors, features, step);
	const ends = new Int32Array(vectors.length);
	const [to, likeness] = [growing(size => new Int32Array(size)), growing(size => new Int32Array(size))];
	for (const [item, vector] of vectors.entries()) {
		step(item);
		for (const {item: other, cosine} of near(vector, item)) {
			const value = worth(item, other, cosine);
			if (value < floor) continue;
			to.push(other);
			likeness.push(Math.round(value * PARTS));
		}

		ends[item] = to.length();
	}

	close();
	return mirrored(ends, to, likeness, step);
};
