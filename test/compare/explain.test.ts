import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {answers} from '../../source/compare/compare.ts';
import {explain} from '../../source/compare/explain.ts';
import type {Explanation} from '../../source/model/views.ts';
import type {Figure} from '../../source/model/figure.ts';
import {column, figure, number} from '../helpers/build.ts';

const explained = (...figures: readonly Figure[]): Explanation => explain(answers(figures.map((one, index) => column(`p${index}`, [`Paper ${index} counts ${one.text}.`], [one]))));
const reasons = (...figures: readonly Figure[]): string[] => explained(...figures).questions.flatMap(({differences}) => differences.flatMap(({why}) => why.map(({reason}) => reason)));
const miners = {subject: 'miners', measure: 'killed'} as const;

describe('why two answers to one question differ', () => {
	test.each<[string, string[], Figure, Figure]>([
		['a later day and more', ['later as-of', 'other origin'], number(12, {...miners, asOf: '2024-05-01', source: 'police'}), number(19, {...miners, asOf: '2024-05-04', source: 'the mayor'})],
		['another origin', ['other origin'], number(12, {...miners, source: 'police'}), number(19, {...miners, source: 'the mayor'})],
		['digits that are too far', ['other origin'], number(300_000, {...miners, source: 'police'}), number(250_000, {...miners, source: 'the mayor'})],
		['fewer digits', ['rounding', 'other origin'], number(1000, {...miners, source: 'police'}), number(1012, {...miners, source: 'the mayor'})],
		['few that were counted', ['other origin'], number(10, {...miners, source: 'police'}), number(9, {...miners, source: 'the mayor'})],
		['an "about"', ['rounding'], figure('about 500', {...miners, low: 500, high: 500, qualifier: '~'}), number(487, miners)],
		['a bound that holds for both', ['looser bound'], figure('more than 40', {...miners, low: 40, qualifier: '>'}), number(52, miners)],
		['a wider count', ['wider definition'], number(40, {subject: 'miners', components: ['killed', 'wounded']}), number(55, {subject: 'miners', components: ['killed', 'wounded', 'missing']})],
		['a place within a place', ['part of'], number(12, {...miners, scope: 'Lima, Peru'}), number(30, {...miners, scope: 'Peru'})],
		['an origin that lowered its count', ['revision'], number(12, {...miners, source: 'police', asOf: '2024-05-01'}), number(9, {...miners, source: 'the police', asOf: '2024-05-04'})],
		['nothing in the texts', ['no reason found in the texts'], number(12, miners), number(19, miners)],
		['nothing in the texts, by one source', ['no reason found in the texts'], number(12, {...miners, source: 'police'}), number(19, {...miners, source: 'police'})],
	])('%s', (_, expected, a, b) => {
		expect(reasons(a, b)).toEqual(expected);
		expect(reasons(b, a)).toEqual(expected);
	});

	test('one statement, carried otherwise', () => {
		const said = {...miners, source: 'the mine owner', saidOn: '2024-05-02'};
		const [difference] = explain(answers([
			column('a', ['The mine owner said that hundreds of miners were killed in the shaft.'], [figure('hundreds', {...said, low: 100, high: 999, qualifier: 'vague', boundsBasis: 'convention'})]),
			column('b', ['More than 100 miners were killed in the shaft, the mine owner said.'], [figure('More than 100', {...said, low: 100, qualifier: '>'})]),
		])).questions.flatMap(({differences}) => differences);
		expect(difference?.why.map(({reason}) => reason)).toEqual(['looser bound', 'relay wording']);
		expect(difference?.why[1]?.fact).toBe('one statement of the mine owner: Paper b has “More than 100” for “hundreds”');
	});

	test('a headline that drops the hedge of its own article’s quotation is told beside it', () => {
		const both = [number(5000, {...miners, segment: -1}), number(5000, {...miners, source: 'the union', directness: 'direct', hedges: ['highly likely']})];
		const [difference] = explain(answers([column('a', ['It is highly likely that 5,000 died, the union said.'], both), column('b', ['5 rescuers died.'], [number(5, {measure: 'killed', subject: 'rescuers'})])])).questions.flatMap(({differences}) => differences);
		expect(difference?.why[0]).toEqual({reason: 'relay wording', fact: 'the headline leaves out “highly likely”'});
	});

	test('papers that agree differ in nothing', () => {
		expect(reasons(number(12, miners), number(12, miners))).toEqual([]);
	});
});

describe('the questions', () => {
	test('are counted with their figures, and what is near is told apart', () => {
		const told = explained(figure('over 900', {low: 900, qualifier: '>', subject: 'miners'}), number(60, {subject: 'miners', flow: 'period', periodText: 'last week'}), number(30, miners), number(4, {measure: 'lorries', unit: 'lorries'}));
		expect(told.summary).toBe('Three figures answer three questions.');
		expect(told.apart.map(({left, right, why}) => [left, right, why.map(({reason}) => reason)])).toEqual([
			['casualties, a total', 'casualties, one week', ['a week, and a total']],
			['casualties, a total', 'killed, a total', ['another question']],
		]);
		expect(told.alone.map(({label}) => label)).toEqual(['lorries, a total']);
		expect(told.conclusion).toBe('These can all be true together.');
	});

	test('a toll that does not say of whom stands apart from that of a side, and says why', () => {
		const [apart] = explained(number(40, {subject: 'Ruritanian troops'}), number(90, {subject: null})).apart;
		expect(apart?.why).toEqual([{reason: 'another question', fact: 'one does not say of whom'}]);
	});

	test('what logic says cannot be is told at the end, without a verdict', () => {
		const told = explained(number(40, miners), number(30, {subject: 'miners'}));
		expect(told.conclusion).toBe('These cannot all be true as they are read.');
		expect(told.tensions.map(({rule}) => rule)).toEqual(['killed within casualties']);
	});

	test('nothing to explain where there are no figures', () => {
		expect(explained().summary).toBe('No figures to explain.');
	});

	test('nothing to explain where figures are of different things: they are listed alone', () => {
		const told = explained(number(40, {measure: 'houses', unit: 'houses'}));
		expect(told.summary).toBe('Nothing to explain: no two figures answer the same question, or near ones.');
		expect(told.alone).toHaveLength(1);
	});
});

test('every figure of every question is in one answer, and every two answers that differ have their reasons', () => {
	const any = fc.record({value: fc.constantFrom(9, 12, 40), measure: fc.constantFrom('killed', 'wounded'), source: fc.option(fc.constantFrom('police', 'the mayor')), asOf: fc.option(fc.constantFrom('2024-05', '2024-06-02'))})
		.map(({value, ...fields}) => number(value, {subject: 'miners', ...fields}));
	fc.assert(fc.property(fc.array(any, {maxLength: 6}), figures => {
		for (const {group, answers: given, differences} of explained(...figures).questions) {
			expect(given.flatMap(answer => answer.figures.map(({id}) => id)).toSorted()).toEqual(group.figures.map(({id}) => id).toSorted());
			expect(differences).toHaveLength(given.length * (given.length - 1) / 2);
			for (const {why} of differences) expect(why.length).toBeGreaterThan(0);
		}
	}), {numRuns: 100});
});

describe('what nobody can tell is told so', () => {
	test('deaths reported on a Friday are that day’s or all, and stand apart from a total', () => {
		const {questions} = explained(number(900, miners), number(40, {...miners, flow: null, asOf: '2024-05-03', asOfText: 'on Friday'}));
		expect(questions.map(({group}) => group.label)).toEqual(['killed, a total', 'killed, counted on Friday']);
		expect(questions[1]?.apart?.why).toEqual([{reason: 'another question', fact: 'one may be a day’s count or all'}]);
	});

	test('two shares of one poll are two answers, and the rounder one is the rough one', () => {
		const share = (low: number) => figure(`${low}%`, {measure: 'poll share', unit: 'percent', low, high: low, flow: null, source: 'Acme'});
		const poll = explain(answers([column('p', ['46% and 43%'], [share(46), share(43)]), column('q', ['None.'])]));
		expect(poll.questions.flatMap(({differences}) => differences.flatMap(({why}) => why.map(({fact}) => fact)))).toEqual(['one article tells both shares: of two answers or groups']);
		const facts = explained(figure('about 188,000', {...miners, low: 188_000, high: 188_000, qualifier: '~'}), figure('some 180,000', {...miners, low: 180_000, high: 180_000, qualifier: '~'})).questions.flatMap(({differences}) => differences.flatMap(({why}) => why.map(({fact}) => fact)));
		expect(facts).toEqual(['some 180,000 is about 188,000, told roughly']);
	});

	test('two values of one article may be of two things', () => {
		const both = explain(answers([column('p', ['Acme lent 40 boats and 90 boats.'], [number(40, {measure: 'boats', unit: 'boats'}), number(90, {measure: 'boats', unit: 'boats'})]), column('q', ['None.'])]));
		expect(both.questions.flatMap(({differences}) => differences.flatMap(({why}) => why.map(({fact}) => fact)))).toEqual(['one article tells both: they may tell of two things']);
	});
});
