/**
 * A quantity of which only bounds are known: null where none was told. "More than 40" beside "40" leaves both true at 40, since
 * papers write "more than" for "at least": every bound counts as one that may be met.
 */
export type Bounds = {readonly low: number | null; readonly high: number | null};
/** The parts together (by number) are at most the whole, whatever the true values are. All quantities are 0 or more. */
export type Inequality = {readonly parts: readonly number[]; readonly whole: number};

type Least = {readonly low: number; readonly by: ReadonlySet<number>};

/**
 * The least each quantity can be: its own lower bound, or what its parts cannot fall below. Raised until nothing rises (interval
 * propagation, Davis 1987); as many rounds as there are quantities are enough where no quantity is part of itself.
 */
const leastOf = (quantities: readonly Bounds[], inequalities: readonly Inequality[]): Least[] => {
	const least: Least[] = quantities.map(({low}, index) => ({low: low ?? 0, by: new Set([index])}));
	for (let round = 0; round < quantities.length; round++) {
		let risen = false;
		for (const {parts, whole} of inequalities) {
			const known = parts.flatMap(part => least[part] ?? []);
			const low = known.reduce((sum, part) => sum + part.low, 0);
			if (low <= (least[whole]?.low ?? Infinity)) continue;
			least[whole] = {low, by: new Set([whole, ...known.flatMap(part => [...part.by])])};
			risen = true;
		}

		if (!risen) break;
	}

	return least;
};

/** Quantities that must be more than the most they can be, each as the set of those that say so. Empty: some assignment of values satisfies every bound. */
const broken = (quantities: readonly Bounds[], inequalities: readonly Inequality[]): Array<ReadonlySet<number>> =>
	leastOf(quantities, inequalities).flatMap(({low, by}, index) => low > (quantities[index]?.high ?? Infinity) ? [by] : []);

/** Leaves out one after the other whatever the contradiction does not need (a deletion filter, Chinneck and Dravnieks 1991): what stays is minimal. */
const shrunk = (set: ReadonlySet<number>, quantities: readonly Bounds[], inequalities: readonly Inequality[]): ReadonlySet<number> => {
	let kept = set;
	for (const each of set) {
		const fewer = new Set([...kept].filter(other => other !== each));
		const inside = inequalities.filter(({parts, whole}) => fewer.has(whole) && parts.every(part => fewer.has(part)));
		if (broken(quantities.map((bounds, index) => fewer.has(index) ? bounds : {low: null, high: null}), inside).length > 0) kept = fewer;
	}

	return kept;
};

const subset = (small: ReadonlySet<number>, large: ReadonlySet<number>): boolean => [...small].every(each => large.has(each));

/**
 * The smallest sets of quantities that cannot all lie within their bounds, by number, smallest first; none where they can. Every
 * set is minimal: without any one of its members the rest can. Where one inequality alone is broken, its set is among them.
 */
export const contradictions = (quantities: readonly Bounds[], inequalities: readonly Inequality[]): number[][] => {
	const direct = inequalities.filter(({parts, whole}) =>
		parts.reduce((sum, part) => sum + (quantities[part]?.low ?? 0), 0) > (quantities[whole]?.high ?? Infinity)).map(({parts, whole}) => new Set([...parts, whole]));
	const found = [...direct, ...broken(quantities, inequalities)]
		.map(set => shrunk(set, quantities, inequalities.filter(({parts, whole}) => set.has(whole) && parts.every(part => set.has(part)))))
		.toSorted((a, b) => a.size - b.size);
	const kept: Array<ReadonlySet<number>> = [];
	for (const set of found) if (!kept.some(other => subset(other, set))) kept.push(set);
	return kept.map(set => [...set]);
};
