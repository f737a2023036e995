import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {contradictions} from '../../source/compare/bounds.ts';
import {answers} from '../../source/compare/compare.ts';
import type {Tension} from '../../source/model/comparison.ts';
import type {Figure} from '../../source/model/figure.ts';
import {column, figure} from '../helpers/build.ts';

// A true history is made up first: so many killed and wounded a day, place and people. Then papers report bounds of it.
const PLACES = ['Lima, Peru', 'Cusco, Peru'];
const PEOPLE = ['Finnish miners', 'Chilean miners'];
const DAYS = 8;
type Hurt = {readonly killed: number; readonly wounded: number};
/** By day, place and people. */
type History = ReadonlyArray<ReadonlyArray<readonly Hurt[]>>;

/** Most days nobody is hurt, so that totals stay, parts are as large as their wholes, and every bound is tight. */
const most = (max: number) => fc.oneof({weight: 4, arbitrary: fc.constant(0)}, {weight: 1, arbitrary: fc.nat({max})});
const history: fc.Arbitrary<History> = fc.array(
	fc.array(fc.array(fc.record({killed: most(60), wounded: most(90)}), {minLength: PEOPLE.length, maxLength: PEOPLE.length}), {minLength: PLACES.length, maxLength: PLACES.length}),
	{minLength: DAYS, maxLength: DAYS},
);
const measures = ['killed', 'wounded', 'casualties'] as const;

type Wanted = {readonly measure: (typeof measures)[number]; readonly place: number | null; readonly people: number | null; readonly day: number; readonly period: boolean; readonly source: string; readonly dated: boolean;
	readonly told: '=' | '>=' | '>' | '<=' | 'range' | '~' | 'vague'; readonly slack: number};
const wanted: fc.Arbitrary<Wanted> = fc.record({
	measure: fc.constantFrom(...measures), place: fc.option(fc.nat({max: 1})), people: fc.option(fc.nat({max: 1})), day: fc.nat({max: DAYS - 1}), period: fc.boolean(),
	source: fc.constantFrom('the police', 'the army', 'Ana Ruiz'), dated: fc.boolean(), told: fc.constantFrom('=', '=', '>=', '>', '<=', 'range', '~', '~', 'vague'), slack: fc.integer({min: 0, max: 50}),
});

/** The true number: a total since the first day, or the last three days alone. */
const truth = (days: History, {measure, place, people, day, period}: Wanted): number => days.slice(period ? Math.max(0, day - 2) : 0, day + 1)
	.flatMap(places => places.filter((_, index) => place === null || index === place).flatMap(groups => groups.filter((_, index) => people === null || index === people)))
	.reduce((sum, hurt) => sum + (measure === 'casualties' ? hurt.killed + hurt.wounded : hurt[measure]), 0);

const bounds = (value: number, {told, slack}: Wanted): Pick<Figure, 'low' | 'high' | 'qualifier' | 'boundsBasis'> => {
	const stated = {boundsBasis: 'stated'} as const;
	if (told === '=') return {low: value, high: value, qualifier: '=', ...stated};
	if (told === '<=') return {low: null, high: value + slack, qualifier: '<=', ...stated};
	if (told === 'range') return {low: Math.max(0, value - slack), high: value + slack, qualifier: 'range', ...stated};
	// "About" may be well off, and "dozens" are rarely counted.
	if (told === '~') return {low: value + 2 * slack, high: value + 2 * slack, qualifier: '~', ...stated};
	if (told === 'vague') return {low: 24, high: 99, qualifier: 'vague', boundsBasis: 'convention'};
	return {low: Math.max(0, value - slack), high: null, qualifier: told, ...stated};
};

const isoDay = (day: number): string => `2024-03-0${day + 1}`;
const reported = (days: History, one: Wanted): {readonly figure: Figure; readonly published: string} => ({
	published: isoDay(one.day),
	figure: figure(`${one.told} ${truth(days, one)}`, {
		...bounds(truth(days, one), one), measure: one.measure, subject: one.people === null ? 'miners' : PEOPLE[one.people] ?? null, scope: one.place === null ? 'Peru' : PLACES[one.place] ?? null,
		source: one.source, flow: one.period ? 'period' : 'total', periodText: one.period ? 'in three days' : null, asOf: one.dated ? isoDay(one.day) : null,
	}),
});

type Report = ReturnType<typeof reported>;
/** Each figure in an article of its own, so that no two fold into one. */
const tensionsIn = (reports: readonly Report[]): readonly Tension[] =>
	answers(reports.map(({figure: one, published}, index) => column(`p${index}`, [`Paper ${index} counts ${one.text}.`], [one], {published}))).tensions;
const indexOf = (id: string): number => Number(/^p(\d+)-/.exec(id)?.[1]);

const world = fc.tuple(history, fc.array(wanted, {minLength: 1, maxLength: 14}));

describe('whatever truly happened', () => {
	test('bounds of one true history are never told to be in conflict', () => {
		fc.assert(fc.property(world, ([days, some]) => {
			expect(tensionsIn(some.map(one => reported(days, one)))).toEqual([]);
		}), {numRuns: 400});
	});

	test('such a history has values to bound: the reports are not all empty', () => {
		const [sample] = fc.sample(world, {numRuns: 1, seed: 3});
		const [days = [], some = []] = sample ?? [];
		expect(some.map(one => truth(days, one)).some(value => value > 0)).toBe(true);
	});
});

/** Reports that cannot all be true, whatever happened: by which rule, and the reports. */
const planted: fc.Arbitrary<{readonly rule: string; readonly reports: readonly Report[]}> = fc.record({
	kind: fc.constantFrom('killed within casualties', 'part within whole', 'a period within a later total', 'one origin’s totals never fall', 'killed and wounded within casualties'),
	whole: fc.integer({min: 300, max: 5000}), over: fc.integer({min: 1, max: 40}), from: fc.nat({max: 3}), to: fc.integer({min: 4, max: 7}),
}).map(({kind, whole, over, from, to}) => {
	const at = (day: number, value: number, fields: Partial<Figure>): Report => ({published: isoDay(day), figure: figure(String(value), {low: value, high: value, subject: 'miners', scope: 'Peru', source: 'the mine owner', asOf: isoDay(day), ...fields})});
	const more = {low: whole + over, high: null, qualifier: '>='} as const;
	const reports = {
		'killed within casualties': [at(from, whole + over, {...more, measure: 'killed', source: 'a union'}), at(to, whole, {})],
		'part within whole': [at(from, whole + over, {...more, scope: 'Lima, Peru', source: 'a union'}), at(to, whole, {})],
		'a period within a later total': [at(from, whole + over, {...more, flow: 'period', periodText: 'in three days', source: 'a union'}), at(to, whole, {})],
		'one origin’s totals never fall': [at(from, whole + over, more), at(to, whole, {})],
		'killed and wounded within casualties': [at(from, whole - 100, {measure: 'killed', source: 'a union'}), at(from, 100 + over, {measure: 'wounded', source: 'a union'}), at(to, whole, {low: null, qualifier: '<='})],
	};
	return {rule: kind, reports: reports[kind]};
});

describe('what cannot be', () => {
	test('is found among reports of a true history, as exactly the figures that cannot, under its rule', () => {
		fc.assert(fc.property(history, fc.array(wanted, {maxLength: 5}), planted, (days, some, {rule, reports}) => {
			const all = [...reports, ...some.map(one => reported(days, one))];
			const found = tensionsIn(all).find(({figures}) => figures.length === reports.length && figures.every(id => indexOf(id) < reports.length));
			expect(found?.rule).toBe(rule);
			expect(found?.innocent.length).toBeGreaterThan(0);
		}), {numRuns: 150});
	});

	test('no set is larger than it must be: without any one of them the others can all be true', () => {
		fc.assert(fc.property(history, fc.array(wanted, {maxLength: 5}), planted, (days, some, {reports}) => {
			const all = [...reports, ...some.map(one => reported(days, one))];
			for (const {figures} of tensionsIn(all)) {
				const members = figures.flatMap(id => all[indexOf(id)] ?? []);
				for (const left of members) expect(tensionsIn(members.filter(one => one !== left))).toEqual([]);
			}
		}), {numRuns: 100});
	});
});

describe('bounds alone', () => {
	test('a contradiction that only a chain of three shows is told with its link', () => {
		const found = contradictions([{low: 10, high: null}, {low: null, high: null}, {low: null, high: 9}], [{parts: [0], whole: 1}, {parts: [1], whole: 2}]);
		expect(found.map(set => set.toSorted())).toEqual([[0, 1, 2]]);
	});

	test('two parts that each fit, and together do not', () => {
		const parts = [{low: 6, high: 6}, {low: 5, high: null}];
		expect(contradictions([...parts, {low: null, high: 10}], [{parts: [0, 1], whole: 2}]).map(set => set.toSorted())).toEqual([[0, 1, 2]]);
		expect(contradictions([...parts, {low: null, high: 11}], [{parts: [0, 1], whole: 2}])).toEqual([]);
	});
});
