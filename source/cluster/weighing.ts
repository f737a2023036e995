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

/** Terms with their weights; a term that stands in both parts is there twice. */
export type Weighed = {readonly terms: readonly number[]; readonly inHeadline: readonly boolean[]; readonly weights: readonly number[]};

type Part = {terms: number[]; weights: number[]};

const partOf = ({terms}: Terms, counts: Int32Array | Uint8Array, rarity: Rarity): Part => {
	const part: Part = {terms: [], weights: []};
	for (const [index, term] of terms.entries()) {
		const count = counts[index] ?? 0;
		const weight = count > 0 ? (1 + Math.log(count)) * rarity(term) : 0;
		if (weight <= 0) continue;
		part.terms.push(term);
		part.weights.push(weight);
	}

	if (part.terms.length <= KEPT) return part;
	const places = [...heaviestPlaces(part.weights, KEPT)];
	return {terms: places.map(place => part.terms[place] ?? 0), weights: places.map(place => part.weights[place] ?? 0)};
};

/** The heaviest terms of an article; the squares of the weights add up to 1, where it has any words at all. */
export const weigh = (article: Terms, rarity: Rarity): Weighed => {
	const whole = partOf(article, article.weights, rarity);
	const headline = partOf(article, article.inHeadline, rarity);
	// An article without a headline is not less like others for it: the text takes over its share.
	const scales = ([[whole, headline.terms.length > 0 ? WHOLE : 1], [headline, HEADLINE]] as const)
		.map(([part, share]) => Math.sqrt(share / (part.weights.reduce((sum, weight) => sum + weight * weight, 0) || 1)));
	return {
		terms: [...whole.terms, ...headline.terms],
		inHeadline: [...whole.terms.map(() => false), ...headline.terms.map(() => true)],
		weights: [...whole.weights.map(weight => weight * (scales[0] ?? 0)), ...headline.weights.map(weight => weight * (scales[1] ?? 0))],
	};
};
