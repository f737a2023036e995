import type {Column, Comparison} from '../model/comparison.ts';
import {align} from './align.ts';
import {matrixOf} from './figures.ts';
import {countOrigins} from './origins.ts';
import {questionsOf} from './questions.ts';
import {reasonsOf} from './reasons.ts';
import {tensionsOf} from './tensions.ts';

export {chooseColumns} from './choose.ts';

/**
 * Sets articles side by side; the first is the base. Nothing is ranked or subtracted: values stand beside each other with what
 * tells them apart, and what logic alone says cannot both be true.
 */
export const compare = (columns: readonly Column[], {title}: {readonly title?: string} = {}): Comparison => {
	const matrix = matrixOf(columns);
	const questions = questionsOf(matrix);
	return {
		schema: 'newsdeck/comparison@1',
		title: title ?? columns[0]?.article.headline ?? 'Comparison',
		columns,
		origins: countOrigins(columns.flatMap(column => column.figures)),
		rows: align(columns),
		matrix,
		questions,
		reasons: reasonsOf(matrix, questions),
		tensions: tensionsOf(matrix, columns),
	};
};
