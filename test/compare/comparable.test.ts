import {describe, expect, test} from 'vitest';
import {whyNotComparable} from '../../source/compare/comparable.ts';
import {figure, number} from '../helpers/build.ts';

const miners = {subject: 'miners', measure: 'killed'} as const;

describe('two figures may be set against each other only where they answer one question', () => {
	test('two totals of one subject may', () => {
		expect(whyNotComparable(number(12, miners), number(15, miners))).toBeNull();
	});

	test('a share and a count may not', () => {
		expect(whyNotComparable(figure('a quarter', {...miners, unit: 'share', low: 0.25, high: 0.25}), number(15, miners))).toBe('a share of a total, and a count without a date');
		expect(whyNotComparable(number(15, {...miners, asOf: '2024-02'}), figure('8%', {...miners, unit: 'percent', low: 8, high: 8}))).toBe('a count, and a percentage');
	});

	test('another subject may not, and a mixed one may not be set against one of its parts', () => {
		expect(whyNotComparable(number(12, miners), number(3, {...miners, subject: 'rescuers'}))).toBe('miners, and rescuers');
		const mixed = whyNotComparable(number(12, {subject: 'Chilean miners'}), number(20, {subject: 'Chilean and Peruvian miners'}));
		expect(mixed).toBe('Chilean miners, and Chilean and Peruvian miners');
	});

	test('a subject that nobody told keeps nothing apart, nor does a word for people', () => {
		expect(whyNotComparable(number(12, miners), number(3, {...miners, subject: null}))).toBeNull();
		expect(whyNotComparable(number(12, {subject: 'Chilean soldiers'}), number(9, {subject: 'the Chilean army'}))).toBeNull();
	});

	test('a total and what happened in one week may not', () => {
		expect(whyNotComparable(number(90, miners), number(7, {...miners, flow: 'period', periodText: 'in the past week'}))).toBe('a total to date, and one week');
	});

	test('a week and a month may not; the same week in other words may', () => {
		const week = number(7, {...miners, flow: 'period', periodText: 'in the past week'});
		expect(whyNotComparable(week, number(9, {...miners, flow: 'period', periodText: 'last month'}))).toBe('one week, and one month');
		expect(whyNotComparable(week, number(9, {...miners, flow: 'period', periodText: 'over one week alone'}))).toBeNull();
	});

	test('what is there at a time has no period: sent last winter and deployed are one stock', () => {
		const sent = number(800, {measure: 'deployed', flow: 'period', periodText: 'last winter'});
		expect(whyNotComparable(sent, number(900, {measure: 'deployed'}))).toBeNull();
	});

	test('two currencies may not', () => {
		const cost = {measure: 'cost', flow: null} as const;
		expect(whyNotComparable(number(2, {...cost, unit: 'eur'}), number(2, {...cost, unit: 'usd'}))).toBe('EUR, and USD');
	});

	test('a refusal has no value that could be set against any', () => {
		expect(whyNotComparable(figure('would not say', {refusal: true}), number(2, {subject: 'others'}))).toBeNull();
	});
});
