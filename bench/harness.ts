import {setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';

/** One number beside that of a peer, both of the same run. */
export type Reading = {
	/** "a keystroke, p50". */
	readonly what: string;
	readonly unit: 'ms CPU' | 'MB' | 'MB/s' | 'kB' | 'share';
	/** The median of the runs. */
	readonly ours: number;
	readonly peer: {readonly name: string; readonly value: number} | null;
	/** How far the runs lie apart: the middle half of ours, divided by their median. */
	readonly spread: number;
	/** What is reached for: a ratio to the peer, or where there is none the number itself. Null: it is only watched. */
	readonly reach: number | null;
	/** `most`: no more than that; `least`: no less. */
	readonly sense: 'most' | 'least';
	readonly note?: string;
};

/** One thing that is measured. `needs`: a file or folder without which it is left out. */
export type BenchFigure = {readonly name: string; readonly needs?: URL; readonly run: () => Promise<readonly Reading[]>};

/** Alternating runs of each. */
export const RUNS = 9;

/** CPU time of this process so far, all its threads, in ms. */
export const cpuNow = (): number => {
	const {user, system} = process.cpuUsage();
	return (user + system) / 1000;
};

/** CPU time that some work takes, in ms. */
export const cpuOf = (work: () => unknown): number => {
	const before = cpuNow();
	work();
	return cpuNow() - before;
};

/** The value below which this share of the numbers lies. */
export const quantile = (numbers: readonly number[], share: number): number => numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? Number.NaN;
export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);
export const spreadOf = (numbers: readonly number[]): number => (quantile(numbers, 0.75) - quantile(numbers, 0.25)) / median(numbers);

/** Runs both, one after the other, and again; what one run gives is a row of numbers, and of each the runs are kept together. */
export const alternate = async (ours: () => Promise<readonly number[]> | readonly number[], peer: (() => Promise<readonly number[]> | readonly number[]) | null, runs = RUNS): Promise<{readonly ours: readonly number[][]; readonly peer: readonly number[][]}> => {
	const [mine, others]: [number[][], number[][]] = [[], []];
	for (let run = 0; run < runs; run++) {
		for (const [at, value] of (await ours()).entries()) (mine[at] ??= []).push(value);
		for (const [at, value] of (await peer?.() ?? []).entries()) (others[at] ??= []).push(value);
	}

	return {ours: mine, peer: others};
};

/** A reading from the runs of both. */
export const reading = (what: string, ours: readonly number[], peer: {readonly name: string; readonly runs: readonly number[]} | null, reach: number | null, more: Partial<Pick<Reading, 'unit' | 'sense' | 'note'>> = {}): Reading => ({
	what, unit: 'ms CPU', ours: median(ours), spread: spreadOf(ours), reach, sense: 'most',
	peer: peer === null ? null : {name: peer.name, value: peer.runs.length === 0 ? Number.NaN : median(peer.runs)}, ...more,
});

/** What is held against the reach: the ratio to the peer, or the number itself. Null where the peer is missing. */
export const resultOf = ({ours, peer}: Reading): number | null => (peer === null ? ours : Number.isNaN(peer.value) ? null : ours / peer.value);

/** Collects garbage when it is called: what one task left behind is not to be paid for by the next. */
export const collector = (): (() => void) => {
	setFlagsFromString('--expose-gc');
	const collect: unknown = runInNewContext('gc');
	if (typeof collect !== 'function') throw new Error('the collector cannot be called');
	return () => void collect();
};
