import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {compare} from '../../source/compare/compare.ts';
import {takesPart} from '../../source/compare/measures.ts';
import type {Column, MatrixRow} from '../../source/model/comparison.ts';
import type {Figure} from '../../source/model/figure.ts';
import {column, figure, number} from '../helpers/build.ts';

const rowOf = (columns: readonly Column[], label: string): MatrixRow | undefined => compare(columns).matrix.find(row => row.label === label);
const valuesIn = (row: MatrixRow | undefined): string[][] => (row?.cells ?? []).map(cell => cell.figures.map(one => one.refusal ? 'none given' : one.text));

describe('a row a measure, a cell a column', () => {
	test('what one article tells twice stands once, as it tells most; the other is kept as a repeat', () => {
		const bare = number(40, {segment: -1});
		const told = number(40, {source: 'the coast guard', directness: 'direct', asOf: '2024-06-02'});
		const row = rowOf([column('a', ['The coast guard counts 40.'], [bare, told]), column('b', ['None here.'])], 'casualties');
		expect(row?.cells[0]?.figures.map(one => one.source)).toEqual(['the coast guard']);
		expect(row?.cells[0]?.repeats).toHaveLength(1);
	});

	test('a total and a week of the same value are two figures', () => {
		const row = rowOf([column('a', ['40 and 40'], [number(40), number(40, {flow: 'period', periodText: 'last week'})]), column('b', [''])], 'casualties');
		expect(row?.cells[0]?.figures).toHaveLength(2);
	});

	test('a refusal stands in its cell as none given, and ties no bracket', () => {
		const row = rowOf([column('a', ['It counts 40.'], [number(40)]), column('b', ['The owner would not say.'], [figure('would not say', {refusal: true, unit: null, flow: null})])], 'casualties');
		expect(valuesIn(row)).toEqual([['40'], ['none given']]);
		expect(row?.notComparable).toEqual([]);
	});

	test('other people are another row, also under the same measure', () => {
		const rows = compare([column('a', ['12 miners died.'], [number(12, {measure: 'killed', subject: 'miners'})]), column('b', ['3 rescuers died.'], [number(3, {measure: 'killed', subject: 'rescuers'})])]).matrix;
		expect(rows.map(row => [row.label, row.note])).toEqual([['killed', 'of miners'], ['killed', 'of rescuers']]);
	});

	test('a side, attackers and a half of a vote take nobody in who is not told; those who file for aid do', () => {
		const notes = (measure: string, ...subjects: ReadonlyArray<string | null>) => compare(subjects.map((subject, at) => column(`p${at}`, ['12 of them.'], [number(12 + at, {measure, subject})]))).matrix.map(row => row.note);
		expect(notes('killed', 'attackers', null)).toEqual(['of attackers', 'of whom is not told']);
		expect(notes('votes', 'the larger side', 'the smaller side', null)).toEqual(['of the larger side', 'of the smaller side', 'of whom is not told']);
		expect(notes('jobless claims', 'Kenyans', null)).toEqual(['of Kenyans, where told']);
		expect(notes('killed', 'members', 'women')).toEqual(['of members', 'of women']);
		const told = [number(220, {measure: 'votes', subject: 'the larger side'}), number(211, {measure: 'votes', subject: 'the smaller side'}), number(41, {measure: 'votes'})];
		expect(compare([column('a', ['220-211, after 41.'], told)]).matrix).toHaveLength(3);
		const rough = [number(40_000_000, {measure: 'infected', subject: 'Covid cases'}), number(40_000_070, {measure: 'infected'})];
		expect(compare([column('a', ['Both.'], rough)]).matrix).toHaveLength(1);
		expect(notes('infected', 'coronavirus cases', 'confirmed COVID-19 infections', 'total cases')).toHaveLength(1);
	});

	test('workers, troops asked for and rates of duty never stand among the casualties or the deployed', () => {
		const rows = compare([
			column('a', ['9 hurt, 700 sent.'], [number(9), number(700, {measure: 'deployed'})]),
			column('b', ['5,000 workers, 30,000 more troops asked for, a 25% duty'], [number(5000, {measure: 'workers'}), number(30_000, {measure: 'requested'}), figure('25%', {measure: 'tariff rate', unit: 'percent', low: 25, high: 25, flow: null})]),
		]).matrix;
		expect(rows.map(row => row.label)).toEqual(['casualties', 'deployed', 'workers', 'requested', 'tariff rate']);
		for (const row of rows.slice(0, 2)) expect(valuesIn(row)[1], row.label).toEqual([]);
	});

	test('a bracket ties a total to a week, and the figures stay as they were said', () => {
		const row = rowOf([column('a', ['Over 900 to date.'], [figure('Over 900', {low: 900, qualifier: '>'})]), column('b', ['60 last week.'], [number(60, {flow: 'period', periodText: 'last week'})])], 'casualties');
		expect(row?.notComparable.map(({leftColumn, rightColumn, reason}) => [leftColumn, rightColumn, reason])).toEqual([[0, 1, 'a total to date, and one week']]);
	});

	test('casualties first, their parts next, then what several columns answer', () => {
		const rows = compare([
			column('a', [''], [number(7, {measure: 'boats', unit: null}), number(2, {measure: 'killed'}), number(9)]),
			column('b', [''], [number(8, {measure: 'lorries', unit: null}), number(7, {measure: 'boats', unit: null})]),
		]).matrix;
		expect(rows.map(row => row.label)).toEqual(['casualties', 'killed', 'boats', 'lorries']);
		expect(rows[1]?.note).toBe('part of casualties');
	});

	test('figures that do not say what they count are kept apart by kind, and stand last', () => {
		const untold = {measure: null, flow: null} as const;
		const rows = compare([
			column('a', [''], [figure('$5bn', {...untold, unit: 'usd'}), figure('30 feet', {...untold, unit: 'ft'}), figure('half', {...untold, unit: 'share'}), number(3, {measure: 'boats', unit: null})]),
			column('b', [''], [figure('$2bn', {...untold, unit: 'usd'})]),
		]).matrix;
		expect(rows.map(row => row.label)).toEqual(['boats', 'a sum', 'a number', 'a share']);
	});

	test('a note never repeats its label, and never names nobody', () => {
		const noted = (label: string, subject: string): string | null | undefined => rowOf([column('a', [''], [number(2, {measure: label, subject})])], label)?.note;
		expect(noted('men', 'men')).toBeNull();
		expect(noted('casualties', 'the')).toBeNull();
		expect(noted('workers', 'Nepalese workers')).toBe('Nepalese');
	});
});

const anyFigure: fc.Arbitrary<Figure> = fc.record({
	text: fc.constantFrom('12', 'over 40', 'a third', 'thousands', '£2bn', 'would not say'), low: fc.option(fc.constantFrom(12, 40, 0.33, 1000)), high: fc.option(fc.constantFrom(12, 40, 9999)),
	qualifier: fc.constantFrom('=', '>', '<=', '~', 'range', 'vague'), unit: fc.option(fc.constantFrom('people', 'share', 'percent', 'gbp', 'usd', 'days', 'drones')),
	measure: fc.option(fc.constantFrom('casualties', 'killed', 'deployed', 'aid', 'workers')), measureText: fc.option(fc.string()), subject: fc.option(fc.oneof(fc.constantFrom('Peruvian troops', 'Peruvian and Chilean troops', 'the'), fc.string())),
	scope: fc.option(fc.string()), flow: fc.option(fc.constantFrom('total', 'period')), periodText: fc.option(fc.constantFrom('last week', 'since March')), asOf: fc.option(fc.constantFrom('2024-01', '2024-03-09')),
	source: fc.option(fc.constantFrom('police', 'the police', 'Ana Ruiz')), minor: fc.boolean(), derived: fc.boolean(), refusal: fc.boolean(), review: fc.option(fc.constantFrom('rejected', 'confirmed')), segment: fc.integer({min: -2, max: 4}),
}).map(({text, ...fields}) => figure(text, fields));

const anyColumns = fc.array(fc.record({paragraphs: fc.array(fc.oneof(fc.string(), fc.constantFrom('Police counted over 40 hurt in the harbour fire.', 'A third of them died.', '港で火事。')), {maxLength: 5}), figures: fc.array(anyFigure, {maxLength: 8})}), {maxLength: 5})
	.map(parts => parts.map(({paragraphs, figures}, index) => column(`c${index}`, paragraphs, figures)));

const frozen = <T>(value: T): T => {
	if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) for (const part of Object.values(Object.freeze(value))) frozen(part);
	return value;
};

describe('whatever is compared', () => {
	test('every figure that takes part stands in exactly one cell of its own column; no input is changed; nothing throws', () => {
		fc.assert(fc.property(anyColumns, columns => {
			const {matrix} = compare(frozen(columns));
			for (const [index, {figures}] of columns.entries()) {
				const standing = matrix.flatMap(row => [...row.cells[index]?.figures ?? [], ...row.cells[index]?.repeats ?? []]).map(one => one.id);
				expect(standing.toSorted()).toEqual(figures.filter(one => takesPart(one)).map(one => one.id).toSorted());
			}
		}), {numRuns: 150});
	});

	test('every question holds figures of the matrix, and a derived value is never among them', () => {
		fc.assert(fc.property(anyColumns, columns => {
			const {matrix, questions} = compare(columns);
			const standing = matrix.flatMap(row => row.cells.flatMap(cell => cell.figures)).filter(one => !one.refusal).map(one => one.id);
			expect(questions.flatMap(group => group.figures.map(one => one.id)).toSorted()).toEqual(standing.toSorted());
		}), {numRuns: 100});
	});
});

describe('a figure that does not say of whom', () => {
	const north = number(5000, {subject: 'North Korean troops'});

	test('stands alone beside one side’s losses: it may be the other side’s', () => {
		const {matrix} = compare([column('a', ['They lost 5,000.'], [north]), column('b', ['The attack cost 3,000.'], [number(3000)])]);
		expect(matrix.map(row => row.cells.map(cell => cell.figures.length))).toEqual([[1, 0], [0, 1]]);
		expect(matrix[1]?.note).toBe('of whom is not told');
	});

	test('stands with them where its own article has told whose they are', () => {
		expect(compare([column('a', ['They lost 5,000, then 4,000.'], [north, number(4000)])]).matrix).toHaveLength(1);
	});

	test('stands with the others where no side is named', () => {
		const {matrix} = compare([column('a', ['Hurt were 12 workers.'], [number(12, {subject: 'workers'})]), column('b', ['Hurt were 9.'], [number(9)])]);
		expect(matrix).toHaveLength(1);
	});

	test('stands apart from those who are a part of another figure', () => {
		const parts = column('a', ['Of 26 dead 16 were miners.'], [number(26, {measure: 'killed', subject: 'people'}), number(16, {measure: 'killed', subject: 'miners'})]);
		const {matrix} = compare([parts, column('b', ['Killed: 28.'], [number(28, {measure: 'killed'})])]);
		expect(matrix.map(row => [row.note, ...row.cells.map(cell => cell.figures.map(one => one.low))])).toEqual([['of whom is not told', [26], [28]], ['of miners', [16], []]]);
	});
});
