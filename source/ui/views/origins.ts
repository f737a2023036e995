import {matrixOf} from '../../compare/figures.ts';
import {takesPart} from '../../compare/measures.ts';
import {originGroups} from '../../compare/origins.ts';
import type {Column, Comparison} from '../../model/comparison.ts';
import type {Figure} from '../../model/figure.ts';
import {count} from '../words/words.ts';
import {keptFor} from './kept.ts';
import {outletWords} from './names.ts';

/** The same figures with origins as columns, and what stands under each name. */
export type OriginBoard = {readonly comparison: Comparison; readonly carried: readonly string[]};

/** A column under an origin's name. It is no article: nothing but its name and its figures is ever asked of it. */
const columnOf = (like: Column, name: string, figures: readonly Figure[], index: number): Column => ({
	article: {...like.article, id: `origin-${index}`, outlet: name, outletBasis: 'stated'}, figures, quotes: [],
});

const carriedWords = (comparison: Comparison, figures: readonly Figure[]): string => {
	const articles = [...new Set(figures.map(({article}) => article))];
	return articles.length === 1 ? `in ${outletWords(comparison, articles[0] ?? '')}` : `in ${count(articles.length, 'article')}`;
};

const NOBODY = 'nobody named';

/** Five papers that quote one ministry are one origin, and one column. What names nobody stands last: nobody knows whose it is. */
export const originBoard = keptFor((comparison): OriginBoard => {
	const [like] = comparison.columns;
	// What the matrix shows, so that a filter holds here too.
	const figures = comparison.matrix.flatMap(row => row.cells.flatMap(cell => [...cell.figures, ...cell.repeats])).filter(takesPart);
	const groups = originGroups(figures).map(group => ({name: group[0].source ?? NOBODY, figures: group as readonly Figure[]}));
	const untold = figures.filter(({source}) => source === null);
	const all = [...groups, ...(untold.length > 0 ? [{name: NOBODY, figures: untold}] : [])];
	const columns = like === undefined ? [] : all.map((origin, index) => columnOf(like, origin.name, origin.figures, index));
	return {comparison: {...comparison, columns, matrix: matrixOf(columns)}, carried: all.map(origin => carriedWords(comparison, origin.figures))};
});
