import type {MatrixRow, Question, QuestionGroup} from '../model/comparison.ts';
import type {Figure} from '../model/figure.ts';
import {periodWords} from './comparable.ts';
import {isMoney, isOpen, isShare, isStock} from './measures.ts';

/** Stocks have no flow, and a figure without one counts as a total: nobody said otherwise. "40 deaths were reported on Friday" are that day's or all. */
const flowOf = (figure: Figure): 'total' | string => isStock(figure.measure) ? 'total' : figure.flow === 'period' ? periodWords(figure.periodText) : isOpen(figure) ? `counted ${figure.asOfText}` : 'total';

const labelOf = (row: MatrixRow, figure: Figure): string => {
	const flow = flowOf(figure);
	if (isShare(figure)) return `${row.label}, a share`;
	if (isMoney(figure) || isStock(figure.measure)) return flow === 'total' ? row.label : `${row.label}, ${flow}`;
	return `${row.label}, ${flow === 'total' ? 'a total' : flow}`;
};

const questionOf = (figure: Figure): Question => ({measure: figure.measure, subject: figure.subject, scope: figure.scope, flow: figure.flow, unit: figure.unit});

/** The figures under the question they answer: measure and subject (the matrix row), unit, total or period. In the order of the matrix. */
export const questionsOf = (matrix: readonly MatrixRow[]): QuestionGroup[] => matrix.flatMap(row => {
	const groups = new Map<string, Figure[]>();
	for (const figure of row.cells.flatMap(cell => cell.figures)) {
		if (figure.refusal) continue;
		const label = labelOf(row, figure);
		groups.set(label, [...groups.get(label) ?? [], figure]);
	}

	return [...groups].flatMap(([label, figures]) => {
		const [first] = figures;
		return first === undefined ? [] : [{
			label,
			note: row.note,
			question: questionOf(first),
			figures,
			derived: isShare(first) ? row.cells.flatMap(cell => cell.derived) : [],
		}];
	});
});
