import type {Comparison, ComparisonView, MatrixCell, MatrixRow} from '../../model/comparison.ts';
import type {Figure} from '../../model/figure.ts';
import type {CompareViewState} from '../state.ts';
import {measureWords, sourceRuns} from '../words/words.ts';
import {keptFor} from './kept.ts';
import {outletWords} from './names.ts';

/** Views that show figures alone: nothing they say is about all of them, so some may be left out. */
const filterable: ReadonlySet<ComparisonView> = new Set(['figures', 'ledger', 'timeline']);

/** Everything a filter may ask of a figure, as the screen shows it. */
const wordsOf = (comparison: Comparison, figure: Figure): string => [
	measureWords(figure), figure.measureText, figure.subject, figure.scope, figure.unit, figure.text, outletWords(comparison, figure.article), ...sourceRuns(figure).map(run => run.text),
].filter(Boolean).join(' ').toLowerCase();

const sifted = (row: MatrixRow, has: (figure: Figure) => boolean): MatrixRow[] => {
	const cells = row.cells.map((cell): MatrixCell => {
		const figures = cell.figures.filter(has);
		return {figures, derived: figures.length > 0 ? cell.derived : [], repeats: cell.repeats.filter(has)};
	});
	if (cells.every(({figures}) => figures.length === 0)) return [];
	return [{...row, cells, notComparable: row.notComparable.filter(({left, right}) => has(left) && has(right))}];
};

const sift = (comparison: Comparison, filter: string): Comparison => {
	const wanted = filter.toLowerCase().split(/\s+/).filter(Boolean);
	const has = (figure: Figure): boolean => wanted.every(word => wordsOf(comparison, figure).includes(word));
	return {
		...comparison, matrix: comparison.matrix.flatMap(row => sifted(row, has)),
		questions: comparison.questions.map(group => ({...group, figures: group.figures.filter(has)})).filter(({figures}) => figures.length > 0),
	};
};

const kept = keptFor(() => new Map<string, Comparison>());

/** The comparison with the figures that its filter lets through, rows and labels as they are without it; the same object as long as both are. */
export const shaped = (comparison: Comparison, {view, filter}: Pick<CompareViewState, 'view' | 'filter'>): Comparison => {
	if (filter === '' || !filterable.has(view)) return comparison;
	const known = kept(comparison);
	const found = known.get(filter) ?? sift(comparison, filter);
	known.set(filter, found);
	return found;
};
