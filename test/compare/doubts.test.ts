import {describe, expect, it} from 'vitest';
import {doubtsOf} from '../../source/compare/doubts.ts';
import {column, figure, number} from '../helpers/build.ts';

const why = (...columns: Parameters<typeof doubtsOf>[0]) => doubtsOf(columns).map(doubt => [doubt.figure.text, doubt.why]);
const told = {source: 'the coast guard', subject: 'passengers', measureText: 'hurt'} as const;

describe('a reading is worth a second look', () => {
	it('where somebody is reported and nobody was found who said it', () => {
		expect(why(column('a', ['The ship sank and 14 were hurt, it was said.'], [number(14, {...told, source: null, directness: 'indirect'})]))).toEqual([['14', 'nobody named']]);
	});

	it('where a pronoun stands for whoever said it, not where the name does', () => {
		const paragraphs = ['She added that 30 had been treated.', 'Ines Calder said 212 were saved.'];
		const figures = [number(30, {...told, source: 'Ines Calder', sourceText: 'She'}), number(212, {...told, source: 'Ines Calder', sourceText: 'Ines Calder'})];
		expect(why(column('a', paragraphs, figures))).toEqual([['30', 'a pronoun']]);
	});

	it('where people are hurt and nobody says whose they are', () => {
		expect(why(column('a', ['The coast guard counted 12 missing.'], [number(12, {...told, measure: 'missing', subject: null})]))).toEqual([['12', 'of whom']]);
	});

	it('where the page is misspelt, and where no word says what is counted', () => {
		const figures = [figure('more then 40', {...told, low: 40, qualifier: '>'}), figure('234 miles', {...told, unit: 'mi', measure: null, measureText: null, low: 234, high: 234})];
		expect(why(column('a', ['They lost more then 40 of them.', 'It buys 234 miles.'], figures))).toEqual([['more then 40', 'misspelt'], ['234 miles', 'of what']]);
	});

	it('where figures cannot all be true together; each with those beside it, and before all others', () => {
		const total = number(9, {...told, subject: 'workers', measure: 'casualties', scope: 'Port Ellery'});
		const part = number(30, {...told, subject: 'workers', measure: 'killed', scope: 'Port Ellery'});
		const found = doubtsOf([column('a', ['Of 9 casualties among workers nothing was told.'], [total]), column('b', ['The guard: 30 workers killed.'], [part])]);
		expect(found.map(doubt => [doubt.figure.text, doubt.why, doubt.beside])).toEqual([['9', 'in tension', ['b-0']], ['30', 'in tension', ['a-0']]]);
	});
});

describe('a reading is left alone', () => {
	const open = {...told, source: null, directness: 'indirect'} as const;
	it.each(['confirmed', 'rejected', 'edited'] as const)('once a person has %s it', review => {
		expect(why(column('a', ['Some 14 were hurt.'], [number(14, {...open, review})]))).toEqual([]);
	});

	it('where newsdeck itself worked it out, or it is a conversion, or a refusal', () => {
		expect(why(column('a', ['Some 14 were hurt.'], [number(14, {...open, derived: true}), number(14, {...open, minor: true}), number(14, {...open, refusal: true})]))).toEqual([]);
	});

	it('where the outlet speaks for itself: it needs no source', () => {
		expect(why(column('a', ['Some 14 were hurt.'], [number(14, {...told, source: null, directness: 'own'})]))).toEqual([]);
	});
});
