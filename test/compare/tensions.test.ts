import {describe, expect, test} from 'vitest';
import {compare} from '../../source/compare/compare.ts';
import type {Figure} from '../../source/model/figure.ts';
import {column, figure, number} from '../helpers/build.ts';

const rules = (...figures: readonly Figure[]): string[] =>
	compare(figures.map((one, index) => column(`p${index}`, [`Paper ${index} counts ${one.text}.`], [one]))).tensions.map(({rule}) => rule);

const crew = {subject: 'sailors'} as const;

describe('only logic says what cannot both be true', () => {
	test('more killed than casualties', () => {
		expect(rules(number(40, {...crew, measure: 'killed'}), number(30, crew))).toEqual(['killed within casualties']);
		expect(rules(number(20, {...crew, measure: 'killed'}), number(30, crew))).toEqual([]);
	});

	test('not where the killed are counted later, elsewhere, or the whole has no upper end', () => {
		expect(rules(number(40, {...crew, measure: 'killed', asOf: '2024-05'}), number(30, {...crew, asOf: '2024-03'}))).toEqual([]);
		expect(rules(number(40, {...crew, measure: 'killed', scope: 'Lima'}), number(30, {...crew, scope: 'Cusco'}))).toEqual([]);
		expect(rules(number(40, {...crew, measure: 'killed'}), figure('over 30', {...crew, low: 30, qualifier: '>'}))).toEqual([]);
	});

	test('a week within a later total', () => {
		const week = number(50, {...crew, flow: 'period', periodText: 'last week', saidOn: '2024-03-08'});
		expect(rules(week, number(45, {...crew, asOf: '2024-03-10'}))).toEqual(['a period within a later total']);
		expect(rules(week, number(45, {...crew, asOf: '2024-03-01'}))).toEqual([]);
	});

	test('a total of one origin falls; of two origins it may', () => {
		const first = number(12, {...crew, measure: 'wounded', source: 'The police', asOf: '2024-11-03'});
		const then = number(9, {...crew, measure: 'wounded', source: 'police', asOf: '2024-11-04'});
		expect(rules(first, then)).toEqual(['one origin’s totals never fall']);
		expect(rules(first, {...then, source: 'the clinic'})).toEqual([]);
	});

	test('bounds that nobody stated never conflict: thousands may be ten thousand', () => {
		expect(rules(number(20_000, {...crew, measure: 'killed'}), figure('thousands', {...crew, low: 1000, high: 9999, qualifier: 'vague', boundsBasis: 'convention'}))).toEqual([]);
	});

	test('other people, shares and refusals are no tension', () => {
		expect(rules(number(40, {subject: 'passengers', measure: 'killed'}), number(30, crew))).toEqual([]);
		expect(rules(figure('half', {...crew, measure: 'killed', unit: 'share', low: 0.5, high: 0.5}), number(0, crew))).toEqual([]);
		expect(rules(figure('would not say', {...crew, refusal: true}), number(30, crew))).toEqual([]);
	});

	test('a tension names its two figures and what may be behind it', () => {
		const [tension] = compare([column('a', ['40 died.'], [number(40, {...crew, measure: 'killed'})]), column('b', ['30 are hurt or dead.'], [number(30, crew)])]).tensions;
		expect(tension?.figures).toEqual(['a-0', 'b-0']);
		expect(tension?.innocent.length).toBeGreaterThan(0);
	});
});
