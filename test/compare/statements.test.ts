import {describe, expect, test} from 'vitest';
import {answers} from '../../source/compare/compare.ts';
import {withStatements, withStatementsByEvent} from '../../source/compare/statements.ts';
import type {Column} from '../../source/model/comparison.ts';
import type {Figure} from '../../source/model/figure.ts';
import {column, figure, number} from '../helpers/build.ts';

const guard = {source: 'the coast guard', subject: 'passengers', measure: 'wounded', cue: 'said'} as const;
const paper = (id: string, sentence: string, one: Figure, published: string | null = '2024-06-03'): Column => column(id, [sentence], [one], {published});
const ids = (...columns: readonly Column[]): Array<string | null> => withStatements(columns).flatMap(({figures}) => figures.map(({statement}) => statement));

describe('what one source said on one occasion is one statement', () => {
	const first = paper('a', 'The coast guard said on Sunday that more than 40 passengers were hurt in the fire.', figure('more than 40', {...guard, low: 40, qualifier: '>', saidOn: '2024-06-02'}));

	test('in two papers, in other words, with another verb and without the hedge', () => {
		const likely = {...guard, directness: 'direct', hedges: ['highly likely'], saidOn: '2024-06-02', low: 40, qualifier: '>'} as const;
		const quoted = paper('q', 'It is highly likely that more than 40 passengers were hurt in the fire, the coast guard said.', figure('more than 40', likely));
		const retold = paper('r', 'The coast guard claimed that 40 passengers were hurt in the fire.', number(40, {...guard, cue: 'claimed'}));
		const [one, other] = ids(retold, quoted);
		expect(one).not.toBeNull();
		expect(one).toBe(other);
		const [statement] = answers([retold, quoted]).statements;
		expect(statement?.carriers.map(({article}) => article)).toEqual(['q', 'r']);
		expect(statement?.carriers[1]?.drifts).toEqual([
			{what: 'value', from: 'more than 40', to: '40'}, {what: 'hedge', from: 'highly likely', to: null}, {what: 'verb', from: 'said', to: 'claimed'},
		]);
	});

	test('the verb’s tense is no drift, and neither is its own repeat', () => {
		const retold = paper('r', 'More than 40 passengers were hurt in the fire, the coast guard says.', figure('More than 40', {...guard, cue: 'says', low: 40, qualifier: '>'}));
		expect(answers([first, retold]).statements[0]?.carriers[1]?.drifts).toEqual([]);
		expect(answers([first]).statements).toEqual([]);
	});

	test('"thousands" that becomes "more than 1,000" and loses its week', () => {
		const said = {...guard, saidOn: '2024-06-02'};
		const week = paper('w', 'The coast guard said thousands of passengers were hurt on the islands in the last week alone.', figure('thousands', {...said, low: 1000, high: 9999, qualifier: 'vague', boundsBasis: 'convention', flow: 'period', periodText: 'in the last week alone'}));
		const bare = paper('b', 'More than 1,000 passengers were hurt on the islands, the coast guard said.', figure('More than 1,000', {...said, low: 1000, qualifier: '>'}));
		const [statement] = answers([week, bare]).statements;
		expect(statement?.carriers[1]?.drifts.map(({what, to}) => [what, to])).toEqual([['value', 'More than 1,000'], ['period', null]]);
	});

	test('the same sentence carried without its source', () => {
		const words = 'more than 40 passengers of the night ferry were hurt when a fire broke out near the northern islands';
		const [one, other] = ids(paper('a', `The coast guard said ${words}.`, figure('more than 40', {...guard, low: 40})), paper('b', `Meanwhile ${words}.`, figure('more than 40', {...guard, low: 40, source: null})));
		expect(one).toBe(other);
	});

	test('a headline without a source and the body that names one', () => {
		const twice = column('a', ['The coast guard said that 40 passengers were hurt.'], [number(40, {...guard, source: null, segment: -1}), number(40, guard)]);
		const [one, other] = ids(twice);
		expect(one).toBe(other);
		expect(one).not.toBeNull();
	});
});

describe('they are not one statement', () => {
	const first = paper('a', 'The coast guard said on Sunday that 40 passengers were hurt in the fire.', number(40, {...guard, saidOn: '2024-06-02'}));
	const differ = (other: Column): boolean => {
		const [one, two] = ids(first, other);
		return one !== two;
	};

	test('said on another day, or counted to another day', () => {
		expect(differ(paper('b', 'The coast guard said that 40 passengers were hurt in the fire.', number(40, {...guard, saidOn: '2024-06-09'})))).toBe(true);
		expect(differ(paper('b', 'The coast guard said that 40 passengers were hurt in the fire.', number(40, guard), '2024-06-20'))).toBe(true);
	});

	test('by another source, or of something else', () => {
		expect(differ(paper('b', 'The clinic said that 40 were hurt in the fire on Sunday.', number(40, {...guard, source: 'the clinic'})))).toBe(true);
		expect(differ(paper('b', 'The coast guard said that 40 passengers were killed in the fire.', number(40, {...guard, measure: 'killed'})))).toBe(true);
	});

	test('with values that cannot mean one number', () => {
		expect(differ(paper('b', 'The coast guard said that 90 passengers were hurt in the fire.', number(90, guard)))).toBe(true);
	});

	test('unnamed officials and a ministry: they may be one, nobody knows', () => {
		const officials = paper('o', 'Officials said that 40 passengers were hurt in the fire.', number(40, {...guard, source: 'officials'}));
		expect(differ(officials)).toBe(true);
		expect(answers([first, officials]).origins).toEqual({low: 1, high: 2});
	});

	test('whatever nobody is named for', () => {
		expect(ids(column('x', ['40 were hurt.'], [number(40)]))).toEqual([null]);
	});
});

test('the order of the articles changes no statement', () => {
	const columns = ['a', 'b', 'c'].map(id => paper(id, 'The coast guard said that 40 passengers were hurt in the fire.', number(40, guard)));
	const byFigure = (some: readonly Column[]) => new Map(withStatements(some).flatMap(({figures}) => figures.map(({id, statement}) => [id, statement] as const)));
	expect(byFigure(columns.toReversed())).toEqual(byFigure(columns));
	expect(answers(columns).statements[0]?.figures).toHaveLength(3);
});

describe('articles from anywhere', () => {
	const words = 'The coast guard said that 40 passengers were hurt in the fire.';
	const columns = ['a', 'b', 'c', 'd'].map(id => paper(id, words, number(40, guard)));
	const told = (events: ReadonlyArray<readonly string[]>): Array<string | null> =>
		withStatementsByEvent(columns, events.map((articles, at) => ({id: `e${at}`, articles}))).flatMap(({figures}) => figures.map(({statement}) => statement));

	test('carry one statement within an event, not across events; one of no event stands alone', () => {
		const [a, b, c, d] = told([['a', 'b'], ['c']]);
		expect(a).toBe(b);
		expect(new Set([a, c, d]).size).toBe(3);
		expect([a, c, d]).not.toContain(null);
	});

	test('in one event they carry what they carry by themselves', () => {
		expect(told([['a', 'b', 'c', 'd']])).toEqual(ids(...columns));
	});

	test('twice as many events are twice the work', () => {
		const looksAt = (count: number): number => {
			let looks = 0;
			const watched = (article: string): Column => {
				const [read] = paper(article, words, number(40, guard)).figures;
				const figure = {...read!, get measure() {
					looks += 1;
					return 'wounded';
				}};
				return {...paper(article, words, number(40, guard)), figures: [figure]};
			};
			const events = Array.from({length: count}, (_, at) => ({id: `e${at}`, articles: [`${at}-x`, `${at}-y`, `${at}-z`]}));
			withStatementsByEvent(events.flatMap(({articles}) => articles.map(watched)), events);
			return looks;
		};
		expect(looksAt(20)).toBe(2 * looksAt(10));
		expect(looksAt(10)).toBeGreaterThan(0);
	});
});
