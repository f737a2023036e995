/** Numbers from 0 to 1 that look like chance and come again with the same seed (mulberry32). */
const seeded = (seed: number): (() => number) => {
	let state = Math.trunc(seed) >>> 0;
	return () => {
		state = (state + 0x6D_2B_79_F5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
};

/** A random sample without replacement, in the order of the population: every set of `size` is as likely (Fisher and Yates, as far as needed). */
export const sampleOf = <Item>(population: readonly Item[], size: number, seed: number): Item[] => {
	const chance = seeded(seed);
	const places = population.map((_, index) => index);
	const drawn: number[] = [];
	for (let i = 0; i < Math.min(size, places.length); i++) {
		const other = i + Math.floor(chance() * (places.length - i));
		const [here = i, there = other] = [places[i], places[other]];
		places[i] = there;
		places[other] = here;
		drawn.push(there);
	}

	return drawn.toSorted((a, b) => a - b).flatMap(index => population[index] ?? []);
};

export type Interval = {readonly share: number; readonly low: number; readonly high: number};

/** 97.5 % of a normal distribution lie below this: two-sided 95 %. */
const Z = 1.959963984540054;

/** A share with its 95 % interval after Wilson (1927), which stays within 0 and 1 and holds for small samples too. Null where nothing was counted. */
export const wilson = (hits: number, of: number): Interval | null => {
	if (of === 0) return null;
	const share = hits / of;
	const middle = share + Z * Z / (2 * of);
	const reach = Z * Math.sqrt(share * (1 - share) / of + Z * Z / (4 * of * of));
	const whole = 1 + Z * Z / of;
	return {share, low: Math.max(0, (middle - reach) / whole), high: Math.min(1, (middle + reach) / whole)};
};
