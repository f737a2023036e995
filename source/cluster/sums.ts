import type {Vector} from './likeness.ts';

/** The sum of some vectors: features, ascending, and their weights. */
export type Sum = {readonly terms: Int32Array; readonly weights: Float64Array};

const add = (left: Sum | Vector, right: Sum | Vector): Sum => {
	const terms = new Int32Array(left.terms.length + right.terms.length);
	const weights = new Float64Array(terms.length);
	let count = 0;
	for (let i = 0, j = 0; i < left.terms.length || j < right.terms.length; count += 1) {
		// Features are 31 bits: none is as large as what stands for the end.
		const a = i < left.terms.length ? left.terms[i] ?? 0 : 0x7f_ff_ff_ff;
		const b = j < right.terms.length ? right.terms[j] ?? 0 : 0x7f_ff_ff_ff;
		terms[count] = a < b ? a : b;
		weights[count] = (a <= b ? left.weights[i] ?? 0 : 0) + (b <= a ? right.weights[j] ?? 0 : 0);
		if (a <= b) i += 1;
		if (b <= a) j += 1;
	}

	return {terms: terms.subarray(0, count), weights: weights.subarray(0, count)};
};

/** Adds vectors up, two by two: each feature is moved as often as the number of vectors can be halved. */
export const sumOf = (vectors: readonly Vector[]): Sum => {
	let sums: ReadonlyArray<Sum | Vector> = vectors;
	while (sums.length > 1) {
		const pairs: Sum[] = [];
		for (let at = 0; at < sums.length; at += 2) {
			const [left, right] = [sums[at], sums[at + 1]];
			if (left !== undefined) pairs.push(add(left, right ?? {terms: new Int32Array(), weights: new Float64Array()}));
		}

		sums = pairs;
	}

	const [only] = sums;
	return {terms: only?.terms ?? new Int32Array(), weights: new Float64Array(only?.weights ?? [])};
};

/** The product of a vector with a sum. */
export const productOf = (vector: Vector, sum: Sum): number => {
	let product = 0;
	for (let index = 0, at = 0; index < vector.terms.length; index += 1) {
		const feature = vector.terms[index] ?? 0;
		while (at < sum.terms.length && (sum.terms[at] ?? 0) < feature) at += 1;
		if (sum.terms[at] === feature) product += (vector.weights[index] ?? 0) * (sum.weights[at] ?? 0);
	}

	return product;
};
