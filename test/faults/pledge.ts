/** What trying to break a promise came to: what was counted, as words, and each breach in a line of its own. */
export type Outcome = {readonly counts: string; readonly broken: readonly string[]};

/** A promise newsdeck makes, and how to try to break it: `short` so many times in `npm test`, `long` in `npm run faults`. */
export type Pledge = {
	readonly name: string;
	readonly short: number;
	readonly long: number;
	/** Tries so many times; the same number of times is the same trials. Null where this computer cannot try it, with the reason in `why`. */
	readonly keep: (times: number) => Promise<Outcome | {readonly why: string}>;
};

/** Numbers from 0 up to 1, always the same for a seed (mulberry32). */
export const dice = (seed: number): (() => number) => {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6D2B79F5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
};
