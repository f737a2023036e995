import type {Comparison, ComparisonView} from '../../model/comparison.ts';
import type {Figure} from '../../model/figure.ts';
import type {Quote} from '../../model/quote.ts';
import type {Size} from '../paint/layout.ts';
import type {Row} from '../paint/row.ts';
import type {CompareViewState} from '../state.ts';
import type {Theme} from '../paint/theme.ts';

/** Where the rows of a compare view begin, counted in lines of its body; `room` lines are seen at once. */
export type CompareMetrics = {readonly offsets: readonly number[]; readonly total: number; readonly room: number; readonly differences: readonly number[]};

/** What the cursor stands on: an article of the comparison, and the figure, the quote or the body segment in it that enter opens. */
export type Target = {readonly column: number; readonly figure: Figure | null; readonly segment: number | null; readonly quote?: Quote};

/**
 * One way of looking at a comparison: pure functions from the comparison to rows, so that the screen and a script print the same.
 * A new one is a file, a line in index.ts and its tab in tabs.ts.
 */
export type CompareView = {
	readonly name: ComparisonView;
	/** j and k move from line to line of the page, or from row to row. */
	readonly moves: 'lines' | 'rows';
	/** Exactly `size.rows` rows of `size.columns` cells. */
	draw(comparison: Comparison, view: CompareViewState, size: Size, theme: Theme): Row[];
	measure(comparison: Comparison, view: CompareViewState, size: Size): CompareMetrics;
	/** All of it as text, as wide as `width` allows. */
	plain(comparison: Comparison, width: number): string[];
	target(comparison: Comparison, view: CompareViewState): Target | null;
	/** Places within the cursor's row that `figure` counts through: the figures of a cell, the carriers of a quotation. */
	places(comparison: Comparison, view: CompareViewState): number;
	/** Columns that the focus goes through; left out where the page has none. */
	columns?(comparison: Comparison, view: CompareViewState): number;
	/** The relay that the cursor stands on, and that enter opens instead of a sentence. */
	relay?(comparison: Comparison, view: CompareViewState): number | null;
};

/** The view that is open, of those there are. */
export const openView = (views: readonly CompareView[], {view}: Pick<CompareViewState, 'view'>): CompareView => {
	const found = views.find(({name}) => name === view);
	if (found === undefined) throw new Error(`There is no view ${view}.`);
	return found;
};
