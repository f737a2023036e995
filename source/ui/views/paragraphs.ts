import {HEADLINE} from '../../model/article.ts';
import type {Column} from '../../model/comparison.ts';
import {wrapLines} from '../../text/wrap.ts';
import {textWidth} from '../paint/layout.ts';
import type {Row} from '../paint/row.ts';
import {markedRuns, marksOf} from '../screens/article-text.ts';

/** A paragraph in its marks, wrapped to a column, never cut. Shared wording is dim where that was asked for; `here`: the figure the cursor is on. */
export const paragraphRows = (column: Column, segment: number, dim: boolean, here: string | null): Row[] => {
	const text = column.article.segments[segment]?.text ?? '';
	const marks = marksOf(column.article, segment, column.figures, column.quotes, here);
	return wrapLines(text, textWidth(1)).map(line => markedRuns(text, line.start, line.end, marks, dim ? {role: 'dim'} : {}));
};

/** The headline at the head of a column's text. */
export const headlineRows = (column: Column): Row[] => {
	const text = column.article.headline;
	if (text === null) return [[{text: 'without a headline', role: 'own', italic: true}]];
	const marks = marksOf(column.article, HEADLINE, column.figures, column.quotes, null);
	return wrapLines(text, textWidth(1)).map(line => markedRuns(text, line.start, line.end, marks, {bold: true}));
};
