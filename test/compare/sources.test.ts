import {describe, expect, test} from 'vitest';
import {countOrigins} from '../../source/compare/origins.ts';
import {oneOrigin, sameSource} from '../../source/compare/sources.ts';
import {figure} from '../helpers/build.ts';

describe('two sources are one', () => {
	test.each([
		['the MoD', 'the Ministry of Defence'],
		['UK Ministry of Defence', 'The MoD'],
		['Kirby', 'White House spokesperson John Kirby'],
		['Donald Trump', 'Trump'],
		['Western officials', 'a Western official'],
		['South Korea', 'South Korea'],
	])('%s, %s', (a, b) => {
		expect(sameSource(a, b)).toBe(true);
		expect(sameSource(b, a)).toBe(true);
	});
});

describe('two sources are not one', () => {
	test.each([
		['officials', 'US officials'],
		['South Korea', 'South Korea, Ukraine and the US'],
		['police', 'the mayor'],
		['Russia’s defence ministry', 'the Ministry of Defence of Velmar'],
	])('%s, %s', (a, b) => {
		expect(sameSource(a, b)).toBe(false);
		expect(sameSource(b, a)).toBe(false);
	});
});

test('origins are a range: what is named in two ways is one, people nobody names may be anybody', () => {
	const said = (source: string | null) => figure('5', {source});
	expect(countOrigins([said('the MoD'), said('UK Ministry of Defence'), said('South Korea'), said('insiders'), said(null)])).toEqual({low: 2, high: 3});
	expect(countOrigins([said('officials')])).toEqual({low: 1, high: 1});
	expect(countOrigins([said(null)])).toEqual({low: 0, high: 0});
});

test('"the ministry" is the one its own article names, and in another article nobody knows which', () => {
	const [named, short] = [figure('5', {source: 'Velmar’s defence ministry'}), figure('7', {source: 'The ministry'})];
	expect(oneOrigin(named, short)).toBe(true);
	expect(oneOrigin(named, {...short, article: 'elsewhere'})).toBe(false);
	expect(countOrigins([short, named])).toEqual({low: 1, high: 1});
	expect(oneOrigin(named, figure('9', {source: 'the police'}))).toBe(false);
});
