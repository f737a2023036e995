import {describe, expect, it} from 'vitest';
import {nearestWords} from '../../source/compare/nearest.ts';
import type {Correction} from '../../source/model/override.ts';
import {column, number} from '../helpers/build.ts';

const correction = (prefix: string, exact: string, suffix: string, kind: 'figure' | 'quote' = 'figure'): Extract<Correction, {kind: 'figure' | 'quote'}> =>
	({kind, on: {article: 'a', exact, prefix, suffix}, review: 'confirmed', fields: {}});
const now = column('a', ['The guard said late on Monday that 45 people were hurt when the wall gave way.', 'The town has 9,000 people.'], [number(45), number(9000)]);

describe('where a correction may belong in the new version of its page', () => {
	it('the figure with most of its words about it comes first, with how many are the same', () => {
		const [best, ...others] = nearestWords(now, correction('guard said on Monday that ', '40', ' people were hurt when the wall'));
		expect(best).toMatchObject({text: '45', place: {segment: 0}, shared: 11, of: 12});
		expect(others).toEqual([]);
	});

	it('the very words are a place too, where nothing was read at them', () => {
		const [best] = nearestWords(column('a', ['A dozen boats came in.']), correction('', 'A dozen', ' boats went out.'));
		expect(best).toMatchObject({text: 'A dozen', place: {segment: 0, start: 0, end: 7}});
	});

	it('nothing is near that shares too little', () => {
		expect(nearestWords(now, correction('Ticket sales rose by ', '40', ' per cent over the summer'))).toEqual([]);
	});

	it('a quote is looked for among quotes', () => {
		expect(nearestWords(now, correction('The guard said late on Monday that ', '45 souls', ' were hurt when', 'quote'))).toEqual([]);
	});
});
