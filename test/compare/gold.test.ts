import {describe, expect, test} from 'vitest';
import {chooseColumns, compare} from '../../source/compare/compare.ts';
import type {Comparison, MatrixRow} from '../../source/model/comparison.ts';
import type {Column} from '../../source/model/comparison.ts';
import {hasGold, readGold} from '../helpers/gold-articles.ts';
import {goldColumns} from '../helpers/gold-columns.ts';

const CORE = ['000#10', '003#0', '001#1'];
/** With them: workers, troops asked for, tariffs and polls, and an army counted with another. */
const ALL = [...CORE, '002#1', '004#0', '004#7', '000#4', '000#1', '003#2'];

const columns = (ids: readonly string[]): Column[] => hasGold ? goldColumns(readGold(), ids) : [];
const row = (comparison: Comparison, label: string): MatrixRow | undefined => comparison.matrix.find(one => one.label === label);
const cells = (of: MatrixRow | undefined): string[] => (of?.cells ?? []).map(cell => cell.figures.map(figure => figure.refusal ? 'none given' : figure.text).join(', '));
const texts = (of: readonly MatrixRow[]): string[] => of.flatMap(one => cells(one)).filter(text => text !== '');

// The stage alone: the labels stand in for a perfect reading, so that what fails here is no fault of the extractor's.
describe.skipIf(!hasGold)('the labelled claims side by side (needs ../shared)', () => {
	test('casualties: a total, one week and a refusal; the headline\'s repeat is folded into the ministry\'s own words', () => {
		const casualties = row(compare(columns(CORE)), 'casualties');
		expect(cells(casualties)).toEqual(['over 5,000', 'thousands', 'none given']);
		expect(casualties?.note).toBe('of North Korean troops');
		expect(casualties?.cells[0]?.repeats.map(figure => figure.text)).toEqual(['More Than 5,000', 'more than 5,000']);
		expect(casualties?.notComparable.map(tie => [tie.leftColumn, tie.rightColumn, tie.reason])).toEqual([[0, 1, 'a total to date, and one week']]);
	});

	test('killed is part of casualties; a share and a count are not set against each other; what follows is rough', () => {
		const killed = row(compare(columns(CORE)), 'killed');
		expect(killed?.note).toBe('part of casualties');
		expect(cells(killed)).toEqual(['approximately a third', '', 'more than 100']);
		expect(killed?.cells[0]?.derived).toEqual([{text: 'at least roughly 1,700', from: 'a third of over 5,000', low: 1700, high: null}]);
		expect(killed?.notComparable.map(tie => [tie.leftColumn, tie.rightColumn])).toEqual([[0, 2]]);
	});

	test('deployed holds about 11,000, each with its scope and without a bracket; money of two givers has one', () => {
		const comparison = compare(columns(CORE));
		expect(cells(row(comparison, 'deployed'))).toEqual(['around 11,000', 'thousands', 'Some 11,000']);
		expect(row(comparison, 'deployed')).toMatchObject({note: 'each with its scope', notComparable: []});
		expect(row(comparison, 'aid')?.notComparable).toHaveLength(1);
	});

	test('nothing conflicts', () => {
		expect(compare(columns(ALL)).tensions).toEqual([]);
	});

	test('workers, troops asked for, tariffs, polls and a count of two armies stand in no row of theirs', () => {
		const comparison = compare(columns(ALL));
		const losses = comparison.matrix.filter(one => ['casualties', 'killed', 'deployed'].includes(one.label));
		const figures = losses.flatMap(one => one.cells.flatMap(cell => [...cell.figures, ...cell.repeats]));
		expect(figures.filter(figure => figure.measure !== null && !['casualties', 'killed', 'deployed'].includes(figure.measure))).toEqual([]);
		for (const text of ['at least 200,000', '10%', '25%', 'Some 46%']) expect(texts(losses)).not.toContain(text);
		const killed = comparison.matrix.filter(one => one.label === 'killed');
		expect(killed.map(one => texts([one]))).toEqual([['approximately a third', 'more than 100'], ['hundreds', 'hundreds']]);
	});

	test('of all these articles the three with the losses are chosen, one of a page', () => {
		const chosen = chooseColumns(columns(ALL), 4).map(({article}) => article.id);
		expect(chosen.toSorted()).toEqual([...CORE, '002#1'].toSorted());
	});
});
