import {describe, expect, test} from 'vitest';
import {compare} from '../../source/compare/compare.ts';
import {whyNotComparable} from '../../source/compare/comparable.ts';
import {compareScopes} from '../../source/compare/scopes.ts';
import {compareSubjects, subjectWithin} from '../../source/compare/subjects.ts';
import type {Figure} from '../../source/model/figure.ts';
import {column, figure, number} from '../helpers/build.ts';

const compared = (...figures: readonly Figure[]) => compare(figures.map((one, index) => column(`p${index}`, [`Paper ${index} counts ${one.text}.`], [one])));
const rules = (...figures: readonly Figure[]): string[] => compared(...figures).tensions.map(({rule}) => rule);
const reasons = (...figures: readonly Figure[]): string[] => compared(...figures).reasons.map(({reason, comparable}) => `${comparable ? '' : '≠ '}${reason}`);
const miners = {subject: 'miners'} as const;

describe('two places', () => {
	test('by their words alone: the same, one within the other, or nothing known', () => {
		expect(compareScopes('the Lima region', 'Lima')).toBe('same');
		expect(compareScopes('Lima, Peru', 'Peru')).toBe('within');
		expect(compareScopes('Peru', 'Peru’s Lima province')).toBe('around');
		expect(compareScopes('Kyiv', 'Lviv')).toBe('other');
		expect(compareScopes(null, 'Lviv')).toBe('unknown');
		expect(compareScopes('the southern border', 'the U.S.-Mexico border')).toBe('unknown');
		expect(compareScopes('the southern border', 'the northern border')).toBe('other');
	});

	test('the world is one place, whatever it is called, and every other place is in it', () => {
		expect(compareScopes('worldwide', 'around the world')).toBe('same');
		expect(compareScopes('Peru', 'global')).toBe('within');
		expect(compareScopes('Worldwide', 'Lima')).toBe('around');
		expect(compareScopes('the Global Health Centre', 'global')).toBe('within');
		expect(reasons(number(12, {...miners, scope: 'Peru'}), number(30, {...miners, scope: 'worldwide'}))).toEqual(['part of']);
		expect(reasons(number(12, miners), number(30, {...miners, scope: 'worldwide'}))).toEqual(['≠ another question']);
		expect(reasons(number(12, miners), number(15, {...miners, scope: 'worldwide'}))).toEqual(['no reason found in the texts']);
	});

	test('a country is one, however it is called; a name within a name is none', () => {
		for (const name of ['US', 'U.S.', 'the United States', 'America', 'the USA']) expect(compareScopes(name, 'the U.S.')).toBe('same');
		for (const [one, other] of [['UK', 'Britain'], ['Russia', 'the Russian Federation'], ['South Korea', 'the Republic of Korea'], ['DPRK', 'North Korea']]) expect(compareScopes(one ?? '', other ?? '')).toBe('same');
		for (const [one, other] of [['North Korea', 'South Korea'], ['Mexico City', 'Mexico'], ['Kuwait City', 'Kuwait'], ['New Mexico', 'Mexico'], ['Northern Ireland', 'Ireland'], ['West Virginia', 'Virginia'], ['South America', 'America'], ['Niger', 'Nigeria'], ['India', 'Indiana'], ['Kent', 'Kentucky'], ['Seoul', 'South Korea'], ['American Samoa', 'US']]) expect(compareScopes(one ?? '', other ?? '')).toBe('other');
	});

	test('a city is in its country, where the words say so', () => {
		expect(compareScopes('Lima, Peru', 'the Peruvian city of Lima')).toBe('same');
		expect(compareScopes('the US state of Virginia', 'America')).toBe('within');
		expect(compareScopes('the US state of Virginia', 'Virginia')).toBe('same');
		expect(compareScopes('the Lima region of Peru', 'Peru')).toBe('within');
		expect(compareScopes('southern Iraq', 'Iraq')).toBe('within');
		expect(compareScopes('southern Iraq', 'southern Ukraine')).toBe('other');
	});

	test('the hurt of two cities are two questions, not a part and its whole', () => {
		const hurt = [number(12, {...miners, measure: 'wounded', scope: 'Kyiv'}), number(30, {...miners, measure: 'wounded', scope: 'Lviv'})] as const;
		expect(whyNotComparable(...hurt)).toBe('Kyiv, and Lviv');
		expect(reasons(...hurt)).toEqual(['≠ another question']);
	});

	test('what the pages say of places is believed: one of them writes where Kursk is', () => {
		const stock = {...miners, measure: 'deployed'} as const;
		const [kursk, russia, both] = [number(40, {...stock, scope: 'Kursk'}), number(90, {...stock, scope: 'Russia'}), number(70, {...stock, scope: 'Russia’s Kursk region'})];
		expect(reasons(kursk, russia)).toEqual(['≠ another question']);
		expect(reasons(kursk, russia, both)).toContain('part of');
		expect(reasons(kursk, russia, both)).not.toContain('≠ another question');
		expect(compareScopes('the Kursk border region', 'Russia’s Kursk region')).toBe('same');
	});

	test('a city and its country are a part and its whole', () => {
		expect(reasons(number(12, {...miners, scope: 'Lima, Peru'}), number(30, {...miners, scope: 'Peru'}))).toEqual(['part of']);
	});
});

describe('two sides', () => {
	test('are one however their country is called', () => {
		for (const [one, other] of [['American troops', 'U.S. soldiers'], ['UK workers', 'British workers'], ['soldiers from North Korea', 'North Korean troops'], ['Russians', 'Russian fighters']]) expect(compareSubjects(one ?? '', other ?? '')).toBe('same');
	});

	test('where they are is not whose they are', () => {
		for (const [one, other] of [['American troops', 'troops in America'], ['aid to Ukraine', 'Ukrainian aid'], ['Indian workers', 'Indiana workers'], ['Nigerian miners', 'Nigerien miners'], ['US debt', 'American Airlines'], ['Bank of America', 'US']]) expect(compareSubjects(one ?? '', other ?? '')).toBe('other');
	});
});

describe('one measure, counted by several nouns', () => {
	test('infections in people and in cases are one question, homes and people are two', () => {
		expect(whyNotComparable(number(500, {measure: 'infected', unit: 'people'}), number(700, {measure: 'infected', unit: 'cases'}))).toBe(null);
		expect(compared(number(500, {measure: 'infected', unit: 'people'}), number(700, {measure: 'infected', unit: 'cases'})).matrix).toHaveLength(1);
		expect(whyNotComparable(number(500, {measure: 'affected', unit: 'people'}), number(700, {measure: 'affected', unit: 'homes'}))).toBe('people, and homes');
	});
});

describe('no conflict where the whole is no whole', () => {
	test('more dead in a country than casualties in its capital', () => {
		expect(rules(number(500, {...miners, measure: 'killed', scope: 'Peru'}), number(200, {...miners, scope: 'Lima, Peru'}))).toEqual([]);
		expect(rules(number(500, {...miners, measure: 'killed', scope: 'Lima, Peru'}), number(200, {...miners, scope: 'Peru'}))).toEqual(['killed within casualties']);
	});

	test('more in a city than in its country', () => {
		expect(rules(number(500, {...miners, scope: 'Lima, Peru'}), number(200, {...miners, scope: 'Peru'}))).toEqual(['part within whole']);
	});

	test('more dead miners than casualties among the Finns of them', () => {
		expect(subjectWithin('Finnish miners', 'miners')).toBe(true);
		expect(subjectWithin('miners', 'Finnish miners')).toBe(false);
		expect(rules(number(500, {...miners, measure: 'killed'}), number(200, {subject: 'Finnish miners'}))).toEqual([]);
	});

	test('a figure without a date is no older than its article: two months later more may have died', () => {
		const [first, later] = [column('a', ['50 casualties.'], [number(50, miners)], {published: '2025-01-01'}), column('b', ['100 dead.'], [number(100, {...miners, measure: 'killed'})], {published: '2025-03-01'})];
		expect(compare([first, later]).tensions).toEqual([]);
	});

	test('a day of a month may be before or after what holds to that month', () => {
		const count = {...miners, source: 'police'} as const;
		expect(rules(number(50, {...count, asOf: '2025-03'}), number(40, {...count, asOf: '2025-03-10'}))).toEqual([]);
		expect(rules(number(50, {...count, asOf: '2025-02'}), number(40, {...count, asOf: '2025-03-10'}))).toEqual(['one origin’s totals never fall']);
	});

	test('"about" on either side leaves room', () => {
		expect(rules(figure('about 31', {...miners, measure: 'killed', low: 31, high: 31, qualifier: '~'}), number(30, miners))).toEqual([]);
	});
});

describe('the reason is that of the rule that spoke', () => {
	test('aid of two givers is another question, also where one is a yearly sum', () => {
		const aid = {measure: 'aid', unit: 'gbp'} as const;
		expect(reasons(number(3, {...aid, subject: 'Norwegian aid', flow: 'period', periodText: 'a year'}), number(1, {...aid, subject: 'Danish aid', flow: null}))).toEqual(['≠ another question']);
	});

	test('last week, said in January and in February, are two weeks', () => {
		const week = {...miners, flow: 'period', periodText: 'last week'} as const;
		expect(whyNotComparable(number(100, {...week, saidOn: '2025-01-07'}), number(300, {...week, saidOn: '2025-02-07'}))).toBe('one week to 2025-01-07, and one week to 2025-02-07');
	});

	test('two figures without a source are no relay of one statement', () => {
		expect(reasons(number(12, miners), number(15, miners))).toEqual(['no reason found in the texts']);
		expect(reasons(number(12, {...miners, source: 'The police'}), number(15, {...miners, source: 'police'}))).toEqual(['no reason found in the texts']);
	});

	test('a count of one army with another among it is a mixed one', () => {
		expect(compareSubjects('Chilean troops, some of them Peruvian', 'Peruvian troops')).toBe('mixed');
		expect(compareSubjects('Chilean troops including Peruvians', 'Chilean troops')).toBe('mixed');
	});
});
