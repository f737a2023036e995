import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {deriveFrom, productOf} from '../../source/compare/derived.ts';
import type {Figure} from '../../source/model/figure.ts';
import {column, figure, number} from '../helpers/build.ts';

const over5000 = figure('over 5,000', {low: 5000, qualifier: '>'});
const third = figure('a third', {measure: 'killed', unit: 'share', low: 1 / 3, high: 1 / 3, qualifier: '~'});

/** What is derived from the last figure, in an article of these paragraphs. */
const derivedIn = (paragraphs: readonly string[], ...figures: readonly Figure[]) => {
	const made = column('a', paragraphs, figures).figures;
	const share = made.at(-1);
	return share === undefined ? null : deriveFrom(share, made);
};

describe('a share of casualties, and the casualties', () => {
	test('a third of over 5,000 is at least roughly 1,700, and says from what', () => {
		expect(derivedIn(['The army lost over 5,000 men, and a third of them died.'], over5000, third))
			.toEqual({text: 'at least roughly 1,700', from: 'a third of over 5,000', low: 1700, high: null});
	});

	test('the share may stand in the next paragraph, or name the casualties wherever they stand', () => {
		expect(derivedIn(['Losses came to over 5,000.', 'Of these, a third of them died.'], over5000, third)?.text).toBe('at least roughly 1,700');
		expect(derivedIn(['Losses came to over 5,000.', 'Winter came.', 'Snow fell.', 'Some a third of the casualties died.'], over5000, third)?.text).toBe('at least roughly 1,700');
	});

	test('both bounds count: more than half of about 300', () => {
		const half = figure('more than half', {measure: 'killed', unit: 'share', low: 0.5, qualifier: '>'});
		expect(derivedIn(['About 300 fell; more than half of them died.'], figure('About 300', {low: 300, high: 300, qualifier: '~'}), half)?.text).toBe('at least roughly 150');
	});

	test('a range gives a range', () => {
		expect(derivedIn(['It lost 400 to 600, a third of them dead.'], figure('400 to 600', {low: 400, high: 600, qualifier: 'range'}), third)?.text).toBe('roughly 130 to 200');
	});

	test('a percentage works as well', () => {
		const share = figure('40%', {measure: 'wounded', unit: 'percent', low: 40, high: 40});
		expect(derivedIn(['Of 600 casualties, 40% of them are wounded.'], number(600), share)).toMatchObject({text: 'roughly 240', low: 240, high: 240});
	});
});

describe('nothing is derived', () => {
	test('where the sentence does not say what the share is of', () => {
		expect(derivedIn(['The army lost over 5,000 men; a third died.'], over5000, third)).toBeNull();
	});

	test('where "them" are not the casualties but others counted in between', () => {
		const sent = number(900, {measure: 'deployed'});
		expect(derivedIn(['The army lost over 5,000 men.', 'It sent 900 more, and a third of them died.'], over5000, sent, third)).toBeNull();
	});

	test('from a vague base', () => {
		const text = ['The army lost thousands, and a third of them died.'];
		expect(derivedIn(text, figure('thousands', {low: 1000, high: 9999, qualifier: 'vague', boundsBasis: 'convention'}), third)).toBeNull();
	});

	test('where the two bounds point apart', () => {
		const most = figure('less than a third', {measure: 'killed', unit: 'share', high: 1 / 3, qualifier: '<'});
		expect(derivedIn(['The army lost over 5,000, and less than a third of them died.'], over5000, most)).toBeNull();
	});

	test('from the casualties of one week, or from a figure a person rejected', () => {
		const text = ['The army lost over 5,000 men, and a third of them died.'];
		expect(derivedIn(text, {...over5000, flow: 'period', periodText: 'last week'}, third)).toBeNull();
		expect(derivedIn(text, {...over5000, review: 'rejected'}, third)).toBeNull();
	});
});

describe('no product is more exact than what it was made from', () => {
	const interval = (max: number) => fc.tuple(fc.double({min: max / 1000, max, noNaN: true}), fc.double({min: 1, max: 3, noNaN: true})).map(([low, factor]) => ({low, high: low * factor}));

	test('it is as wide as the widest of the two, but for the rounding, and holds every product of values within them', () => {
		fc.assert(fc.property(interval(1), interval(100_000), fc.double({min: 0, max: 1, noNaN: true}), (share, whole, at) => {
			const product = productOf(share, whole);
			if (product === null || product.low === null || product.high === null) return;
			// Two digits: each end moves by a twentieth of itself at most.
			const [slack, width] = [1.05, Math.max(share.high / share.low, whole.high / whole.low)];
			expect(product.high / product.low * slack * slack).toBeGreaterThanOrEqual(width);
			const one = (share.low + at * (share.high - share.low)) * (whole.low + at * (whole.high - whole.low));
			expect(one * slack).toBeGreaterThanOrEqual(product.low);
			expect(one).toBeLessThanOrEqual(product.high * slack);
		}));
	});

	test('it has two digits at most, and an end that either leaves open stays open', () => {
		fc.assert(fc.property(interval(1), interval(100_000), fc.boolean(), fc.boolean(), (share, whole, openLow, openHigh) => {
			const product = productOf({...share, low: openLow ? null : share.low}, {...whole, high: openHigh ? null : whole.high});
			for (const end of [product?.low, product?.high]) if (typeof end === 'number') expect(String(end).replace(/^0\.0*|0+$|\./g, '').length).toBeLessThanOrEqual(2);
			if (openLow) expect(product?.low ?? null).toBeNull();
			if (openHigh) expect(product?.high ?? null).toBeNull();
		}));
	});
});
