import {heaviestPlaces} from './heaviest-places.ts';
import type {Rarity} from './rarity.ts';
import type {Terms} from './terms.ts';

/** Share of each part in the likeness: headlines are compared with headlines once more. */
const WHOLE = 0.8;
const HEADLINE = 0.2;
/** Heaviest terms kept of a part. */
const KEPT = 200;
/** So many terms an article has at most in both parts together. */
export const MOST_TERMS = 2 * KEPT;

/** Terms with their weights; a term that stands in both parts is there twice, `inHeadline` the second time. Good until the next article is weighed. */
export type Weighed = {readonly length: number; readonly terms: Int32Array; readonly inHeadline: Uint8Array; readonly weights: Float64Array};

/** Weighs articles, one after the other: the heaviest terms of each; the squares of the weights add up to 1, where it has any words at all. */
export const weigher = (): ((article: Terms, rarity: Rarity) => Weighed) => {
	const weighed = {terms: new Int32Array(MOST_TERMS), inHeadline: new Uint8Array(MOST_TERMS), weights: new Float64Array(MOST_TERMS)};
	let [places, weights] = [new Int32Array(1024), new Float64Array(1024)];
	let length = 0;

	/** Adds the terms of one part; returns the sum of the squares of their weights. */
	const addPart = ({terms}: Terms, counts: Terms['weights'] | Uint8Array, rarity: Rarity, inHeadline: 0 | 1): number => {
		if (terms.length > places.length) [places, weights] = [new Int32Array(terms.length), new Float64Array(terms.length)];
		let found = 0;
		for (let place = 0; place < terms.length; place += 1) {
			const count = counts[place] ?? 0;
			const weight = count > 0 ? (1 + Math.log(count)) * rarity(terms[place] ?? 0) : 0;
			if (weight <= 0) continue;
			places[found] = place;
			weights[found] = weight;
			found += 1;
		}

		let squares = 0;
		for (const index of heaviestPlaces(weights.subarray(0, found), KEPT)) {
			const weight = weights[index] ?? 0;
			weighed.terms[length] = terms[places[index] ?? 0] ?? 0;
			weighed.inHeadline[length] = inHeadline;
			weighed.weights[length] = weight;
			squares += weight * weight;
			length += 1;
		}

		return squares;
	};

	return (article, rarity) => {
		length = 0;
		const whole = addPart(article, article.weights, rarity, 0);
		const text = length;
		const headline = addPart(article, article.inHeadline, rarity, 1);
		// An article without a headline is not less like others for it: the text takes over its share.
		const scales = [Math.sqrt((length > text ? WHOLE : 1) / (whole || 1)), Math.sqrt(HEADLINE / (headline || 1))] as const;
		for (let index = 0; index < length; index += 1) weighed.weights[index] = (weighed.weights[index] ?? 0) * scales[index < text ? 0 : 1];
		return {length, ...weighed};
	};
};
