/** One choice to learn from: the signs of what can be chosen, and which of them are right; where none is, nothing should be chosen. `weight`: how much it counts. */
export type Choice<Name extends string> = {readonly signs: ReadonlyArray<Readonly<Record<Name, number>>>; readonly right: readonly boolean[]; readonly weight: number};

/** Solves a symmetric system of equations by Gauss's elimination with pivots. */
const solved = (matrix: readonly Float64Array[], right: Float64Array): Float64Array => {
	const rows = matrix.map((row, index) => Float64Array.of(...row, right[index] ?? 0));
	const size = rows.length;
	for (let at = 0; at < size; at++) {
		let pivot = at;
		for (let row = at + 1; row < size; row++) if (Math.abs(rows[row]?.[at] ?? 0) > Math.abs(rows[pivot]?.[at] ?? 0)) pivot = row;
		const [upper, lower] = [rows[at], rows[pivot]];
		if (upper !== undefined && lower !== undefined) {
			rows[at] = lower;
			rows[pivot] = upper;
		}

		const top = rows[at] as Float64Array;
		for (let row = 0; row < size; row++) {
			const other = rows[row] as Float64Array;
			const factor = row === at ? 0 : (other[at] as number) / (top[at] as number);
			if (factor !== 0) for (let column = at; column <= size; column++) other[column] = (other[column] as number) - factor * (top[column] as number);
		}
	}

	return Float64Array.from(rows, (row, at) => (row[size] as number) / (row[at] as number));
};

const ROUNDS = 40;
const STILL = 1e-4;

/**
 * Weights of signs by a conditional logit with the choice of nothing, worth 0 (McFadden, Conditional logit analysis of qualitative
 * choice behaviour, 1974): each thing is chosen with odds of e to the sum of its weighted signs. A choice of one thing is a logistic
 * regression. `ridge` pulls every weight but the bias to 0, so that rare signs are not believed. By Newton's method.
 */
export const fitWeights = <Name extends string>(names: readonly Name[], choices: ReadonlyArray<Choice<Name>>, ridge: number): Record<Name, number> => {
	const size = names.length;
	const table = choices.map(({signs, right, weight}) => ({rows: signs.map(sign => Float64Array.from(names, name => sign[name])), right, weight}));
	const weights = new Float64Array(size);
	for (let round = 0; round < ROUNDS; round++) {
		const gradient = Float64Array.from(names, (name, at) => name === 'bias' ? 0 : -ridge * (weights[at] as number));
		const hessian = names.map((name, at) => Float64Array.from(names, (_, column) => column !== at ? 0 : name === 'bias' ? 1e-6 : ridge));
		for (const {rows, right, weight} of table) {
			const odds = rows.map(row => Math.exp(Math.max(-30, Math.min(30, row.reduce((sum, sign, at) => sum + sign * (weights[at] as number), 0)))));
			const all = odds.reduce((sum, odd) => sum + odd, 1);
			const rights = odds.reduce((sum, odd, index) => sum + (right[index] === true ? odd : 0), 0);
			const mean = new Float64Array(size);
			for (const [index, row] of rows.entries()) {
				const chance = (odds[index] as number) / all;
				const wanted = right[index] === true ? (odds[index] as number) / rights : 0;
				if (chance < 1e-9 && wanted === 0) continue;
				for (let at = 0; at < size; at++) {
					const sign = row[at] as number;
					if (sign === 0) continue;
					gradient[at] = (gradient[at] as number) + weight * (wanted - chance) * sign;
					mean[at] = (mean[at] as number) + chance * sign;
					const line = hessian[at] as Float64Array;
					const part = weight * chance * sign;
					for (let column = 0; column < size; column++) line[column] = (line[column] as number) + part * (row[column] as number);
				}
			}

			for (let at = 0; at < size; at++) {
				const line = hessian[at] as Float64Array;
				const part = weight * (mean[at] as number);
				if (part !== 0) for (let column = 0; column < size; column++) line[column] = (line[column] as number) - part * (mean[column] as number);
			}
		}

		const step = solved(hessian, gradient);
		const longest = Math.max(...step.map(Math.abs));
		const shorter = Math.min(1, 2 / Math.max(longest, 1e-9));
		for (let at = 0; at < size; at++) weights[at] = (weights[at] as number) + shorter * (step[at] as number);
		if (longest < STILL) break;
	}

	return Object.fromEntries(names.map((name, at) => [name, Math.round((weights[at] as number) * 100) / 100])) as Record<Name, number>;
};
