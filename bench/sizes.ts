import {median, reading, type Reading} from './harness.ts';

/** How many articles growth is measured over. */
export const SIZES = [1000, 10_000, 100_000] as const;
/** The same without what takes minutes, unless it is asked for: `npm run bench -- growth-stages --long`. */
export const SHORTER: readonly number[] = process.argv.includes('--long') ? SIZES : SIZES.slice(0, 2);

/** CPU time of a task at each size; runs by turns where it is short enough to be run more than once. */
export const grown = async (runs: number, task: (size: number) => Promise<number> | number, sizes: readonly number[] = SIZES): Promise<number[][]> => {
	const costs: number[][] = sizes.map(() => []);
	for (let run = 0; run < runs; run++) for (const [at, size] of sizes.entries()) costs[at]?.push(await task(size));
	return costs;
};

/** A reading of how much the last ten times as many articles cost; reached where that is no more than n log n. */
export const growthOf = (what: string, costs: readonly number[][]): Reading => {
	const [most, fewer] = [SIZES[costs.length - 1] ?? SIZES[0], SIZES[costs.length - 2] ?? SIZES[0]];
	const [large = [], small = []] = costs.toReversed();
	const linearithmic = most * Math.log(most) / (fewer * Math.log(fewer));
	const before = costs.slice(0, -2).map((runs, at) => `${median(runs).toPrecision(3)} ms with ${SIZES[at]?.toLocaleString('en-GB')}`);
	return reading(`growth of ${what}, ${most.toLocaleString('en-GB')} articles`, large, {name: `with ${fewer.toLocaleString('en-GB')}`, runs: small}, Number(linearithmic.toPrecision(3)), {note: [...before, ...(large.length === 1 ? ['one run'] : [])].join('; ')});
};
