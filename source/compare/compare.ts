import type {Answered, Column, Comparison} from '../model/comparison.ts';
import {align} from './align.ts';
import {matrixOf} from './figures.ts';
import {countOrigins} from './origins.ts';
import {questionsOf} from './questions.ts';
import {reasonsOf} from './reasons.ts';
import {statementsOf, withStatements} from './statements.ts';
import {tensionsOf} from './tensions.ts';
import {publishedDays} from './times.ts';

export {chooseColumns} from './choose.ts';

/** What the figures of some articles say together, however many articles there are; paragraphs are not looked at. */
export const answers = (articles: readonly Column[]): Answered => {
	const columns = withStatements(articles);
	const matrix = matrixOf(columns);
	const questions = questionsOf(matrix);
	return {
		columns,
		origins: countOrigins(columns.flatMap(column => column.figures)),
		matrix,
		questions,
		reasons: reasonsOf(matrix, questions, publishedDays(columns)),
		tensions: tensionsOf(matrix, columns),
		statements: statementsOf(columns),
	};
};

/** What a comparison is called that nobody gave a name. */
export const titleOf = (articles: readonly Column[]): string => articles[0]?.article.headline ?? 'Comparison';

/**
 * Sets articles side by side; the first is the base. Nothing is ranked or subtracted: values stand beside each other with what
 * tells them apart, and what logic alone says cannot both be true.
 */
export const compare = (articles: readonly Column[], {title}: {readonly title?: string} = {}): Comparison => ({
	schema: 'newsdeck/comparison@1',
	title: title ?? titleOf(articles),
	...answers(articles),
	rows: align(articles),
});

/** How many articles stand side by side, where nobody chose them. */
export const COLUMNS = 4;

/** Of more articles than stand side by side, paragraphs are not set against each other: their figures are. */
export const compareAll = (columns: readonly Column[], title: string): Comparison =>
	columns.length <= COLUMNS ? compare(columns, {title}) : {schema: 'newsdeck/comparison@1', title, ...answers(columns), rows: []};
