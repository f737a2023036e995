import {heaviestPlaces} from './heaviest-places.ts';
import type {Neighbours} from './neighbours.ts';

/** An article's company: itself, and those at least so much alike to it as this share of its nearest, no more than so many. */
const NEARLY = 0.6;
const MOST = 12;
/** How much of a likeness the company of two articles is worth, and what share of it two of one event usually have in common. */
const WORTH = 0.3;
const USUAL = 0.4;

/** The company of each item: that of item i stands from `starts[i]` up to `starts[i + 1]`. */
const companies = ({starts, items, likeness}: Neighbours): {readonly starts: Int32Array; readonly items: Int32Array} => {
	const count = starts.length - 1;
	const company = new Int32Array(count * (MOST + 1));
	const ends = new Int32Array(count + 1);
	let end = 0;
	for (let item = 0; item < count; item += 1) {
		const from = starts[item] ?? 0;
		const values = Float64Array.from(likeness.subarray(from, starts[item + 1]));
		const least = NEARLY * values.reduce((most, value) => Math.max(most, value), 0);
		company[end++] = item;
		for (const place of heaviestPlaces(values, MOST)) if ((values[place] ?? 0) >= least) company[end++] = items[from + place] ?? 0;
		ends[item + 1] = end;
	}

	return {starts: ends, items: company};
};

/**
 * Likenesses by the company that two articles keep: raised where those nearest to the one are nearest to the other too, lowered where they are others, for two
 * events of one kind have their alike articles each for itself. Shared nearest neighbours, as in Jarvis and Patrick 1973.
 */
export const withCompany = (neighbours: Neighbours): Neighbours => {
	const {starts, items, likeness} = neighbours;
	const company = companies(neighbours);
	const sizeOf = (item: number): number => (company.starts[item + 1] ?? 0) - (company.starts[item] ?? 0);
	const marked = new Int32Array(starts.length).fill(-1);
	const raised = new Int32Array(likeness.length);
	for (let item = 0; item < starts.length - 1; item += 1) {
		for (let at = company.starts[item] ?? 0; at < (company.starts[item + 1] ?? 0); at += 1) marked[company.items[at] ?? 0] = item;
		for (let place = starts[item] ?? 0; place < (starts[item + 1] ?? 0); place += 1) {
			const other = items[place] ?? 0;
			let shared = 0;
			for (let at = company.starts[other] ?? 0; at < (company.starts[other + 1] ?? 0); at += 1) if (marked[company.items[at] ?? 0] === item) shared += 1;
			const all = sizeOf(item) + sizeOf(other) - shared;
			// Two that have nobody but each other: of any two, one is the other's nearest.
			const told = all <= 2 ? 0 : shared / all - USUAL;
			raised[place] = Math.round((likeness[place] ?? 0) * (1 + WORTH * told));
		}
	}

	return {starts, items, likeness: raised};
};
