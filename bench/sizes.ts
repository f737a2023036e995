import {median, reading, type Reading} from './harness.ts';

/** How many articles growth is measured over. */
export const SIZES = [1000, 10_000, 100_000] as const;
/** Ten times as many articles cost so many times as much where the cost is n log n. */
const LINEARITHMIC = 10 * Math.log(100_000) / Math.log(10_000);

/** CPU time of a task at each size; runs by turns where it is short enough to be run more than once. */
export const grown = async (runs: number, task: (size: number) => Promise<number> | number): Promise<number[][]> => {
	const costs: number[][] = SIZES.map(() => []);
	for (let run = 0; run < runs; run++) for (const [at, size] of SIZES.entries()) costs[at]?.push(await task(size));
	return costs;
};

/** A reading of how much ten times as many articles cost. */
export const growthOf = (what: string, [small = [], middle = [], large = []]: readonly number[][]): Reading =>
	reading(`growth of ${what}, 100,000 articles`, large, {name: 'with 10,000', runs: middle}, Number(LINEARITHMIC.toPrecision(3)), {note: `${median(small).toPrecision(3)} ms with 1,000${large.length === 1 ? '; one run' : ''}`});
