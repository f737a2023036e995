import type {Comparison, ComparisonView} from '../model/comparison.ts';
import type {KeyAction} from './keymap.ts';
import {figuresInOrder, scrollTo} from './reader-layout.ts';
import {moved, readerOf} from './reduce-deck.ts';
import {atFigure} from './reduce-reader.ts';
import {pushView, withMessage, withView, type CompareViewState, type State} from './state.ts';
import {say} from './words.ts';
import {openView, type CompareMetrics} from './views/compare-view.ts';
import {viewOpenedBy, viewsBesides} from './views/tabs.ts';
import type {World} from './world.ts';

const shown = (view: CompareViewState, cursor: number, metrics: CompareMetrics): CompareViewState => {
	const from = metrics.offsets[cursor] ?? 0;
	const to = (metrics.offsets[cursor + 1] ?? metrics.total) - 1;
	// The whole row where it fits, its head where it does not.
	const low = scrollTo(view.scroll, Math.min(to, from + metrics.room - 1), metrics.room, metrics.total);
	return {...view, cursor, scroll: scrollTo(low, from, metrics.room, metrics.total)};
};

const move = (view: CompareViewState, action: KeyAction, metrics: CompareMetrics, byLines: boolean): CompareViewState | null => {
	if (byLines) {
		const most = Math.max(0, metrics.total - metrics.room);
		const scroll = moved(action, Math.min(view.scroll, most), most + 1, metrics.room - 1);
		return scroll === null ? null : {...view, scroll};
	}

	const cursor = moved(action, view.cursor, metrics.offsets.length, 4);
	return cursor === null ? null : {...shown(view, cursor, metrics), figure: 0};
};

const stepDifference = (state: State, view: CompareViewState, step: number, metrics: CompareMetrics): State => {
	const {differences} = metrics;
	const next = step > 0 ? differences.find(row => row > view.cursor) : differences.findLast(row => row < view.cursor);
	// The first press goes to the first difference, also where that is the row under the cursor.
	const target = next ?? (differences.includes(view.cursor) ? view.cursor : undefined);
	return target === undefined ? withMessage(state, 'no further difference') : withView(state, {...shown(view, target, metrics), figure: 0});
};

/** The article behind the cursor, at its figure or paragraph. */
const openHere = (state: State, view: CompareViewState, comparison: Comparison, world: World): State => {
	const target = openView(world.tools.views, view).target(comparison, view);
	const column = target && comparison.columns[target.column];
	if (!target || !column) return state;
	const reader = readerOf(view.ids, target.column, view.title);
	const index = target.figure === null ? -1 : figuresInOrder(column.figures).findIndex(item => item.id === target.figure?.id);
	return pushView(state, index >= 0 ? atFigure(reader, index, world) : {...reader, paragraph: target.segment ?? -1});
};

/** Another view of the same comparison; views behind one key take turns. */
const turnTo = (view: CompareViewState, wanted: ComparisonView): CompareViewState => {
	const views = viewsBesides(wanted);
	const next = views.includes(view.view) ? views[(views.indexOf(view.view) + 1) % views.length] : wanted;
	return next === undefined || next === view.view ? view : {...view, view: next, cursor: 0, figure: 0, scroll: 0};
};

const rebase = (view: CompareViewState): CompareViewState => {
	const base = view.ids[view.column];
	return base === undefined ? view : {...view, ids: [base, ...view.ids.filter(id => id !== base)], column: 0, cursor: 0, scroll: 0};
};

/** What keys do in the compare views. */
export const reduceCompare = (state: State, view: CompareViewState, action: KeyAction, world: World): State => {
	const comparison = world.comparison(view.ids, view.title);
	if (!comparison) return state;
	const open = openView(world.tools.views, view);
	const metrics = open.measure(comparison, view, world.size);
	const going = move(view, action, metrics, open.moves === 'lines');
	if (going) return withView(state, going);
	const column = (step: number): State => withView(state, {...view, column: Math.max(0, Math.min(view.column + step, view.ids.length - 1)), figure: 0});
	switch (action) {
		case 'next-difference': return stepDifference(state, view, 1, metrics);
		case 'previous-difference': return stepDifference(state, view, -1, metrics);
		case 'right':
		case 'next-article': return column(1);
		case 'left':
		case 'previous-article': return column(-1);
		case 'base': return withView(state, rebase(view));
		case 'drop': return view.ids.length <= 2 ? withMessage(state, say.lastColumns)
			: withView(state, {...view, ids: view.ids.filter((_, index) => index !== view.column), column: Math.max(0, view.column - 1), cursor: 0, scroll: 0});
		case 'shared': return withView(state, {...view, sharedDim: !view.sharedDim});
		case 'open': return openHere(state, view, comparison, world);
		default: {
			const opened = viewOpenedBy(action);
			return opened === null ? state : withView(state, turnTo(view, opened));
		}
	}
};
