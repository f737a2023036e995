/** A left and a right thing that may be paired, and what that is worth (above 0). */
export type Candidate = {readonly left: number; readonly right: number; readonly worth: number};

/** Pairings nearer than this to the best one are as good; smaller is slower. */
const STEP = 0.002;

/**
 * Pairs things one to one so that the sum of worths is (within a hair) the greatest: Bertsekas' auction (1988). Each left
 * bids for the right that is worth most to it after its price, and the one outbid bids again. What is worth nothing stays alone.
 * Greedy pairing gives one strong pair and leaves its two neighbours without any; this does not.
 */
export const pairUp = (candidates: readonly Candidate[]): Map<number, number> => {
	const wishes = new Map<number, Candidate[]>();
	for (const candidate of candidates) {
		const known = wishes.get(candidate.left);
		if (known === undefined) wishes.set(candidate.left, [candidate]);
		else known.push(candidate);
	}

	const prices = new Map<number, number>();
	const owner = new Map<number, number>();
	const bidders = [...wishes.keys()].toReversed();
	for (let left = bidders.pop(); left !== undefined; left = bidders.pop()) {
		const {best, most, second} = bestOf(wishes.get(left) ?? [], prices);
		if (best === null || most <= 0) continue;
		prices.set(best, (prices.get(best) ?? 0) + most - second + STEP);
		const outbid = owner.get(best);
		if (outbid !== undefined) bidders.push(outbid);
		owner.set(best, left);
	}

	return new Map([...owner].map(([right, left]) => [left, right]));
};

/** The right that is worth most after its price, and how much more than the next best (or than staying alone). */
const bestOf = (wishes: readonly Candidate[], prices: ReadonlyMap<number, number>): {readonly best: number | null; readonly most: number; readonly second: number} => {
	let best: number | null = null;
	let most = 0;
	let second = 0;
	for (const {right, worth} of wishes) {
		const net = worth - (prices.get(right) ?? 0);
		if (net > most) {
			second = most;
			most = net;
			best = right;
		} else if (net > second) {
			second = net;
		}
	}

	return {best, most, second};
};
