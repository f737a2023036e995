import type {ArticleId} from '../../model/article.ts';
import type {Comparison} from '../../model/comparison.ts';
import {choices} from '../choose.ts';
import type {KeyAction} from '../keys/keymap.ts';
import {viewOf, withMessage, withView, type CompareViewState, type State} from '../state.ts';
import type {CompareView} from '../views/compare-view.ts';
import {outletWords} from '../views/names.ts';
import {outletRuns, say} from '../words/words.ts';
import type {World} from '../world.ts';

type Of = {readonly comparison: Comparison; readonly open: CompareView; readonly world: World};

/** The article that `b` and `x` mean: the focused column, or the article of the cursor's row where the page has no columns. */
const articleMeant = (view: CompareViewState, {comparison, open}: Of): ArticleId | undefined => {
	if (open.columns !== undefined) return view.ids[view.column];
	return comparison.columns[open.target(comparison, view)?.column ?? -1]?.article.id;
};

const toHead = {cursor: 0, figure: 0, scroll: 0, free: null} as const;

const rebase = (view: CompareViewState, base: ArticleId): CompareViewState => ({...view, ...toHead, ids: [base, ...view.ids.filter(id => id !== base)], column: 0, chosen: null});

const nameOf = (card: Parameters<typeof outletRuns>[0]): string => outletRuns(card).map(run => run.text).join('');

const drop = (state: State, view: CompareViewState, dropped: ArticleId, world: World): State => view.ids.length <= 2 ? withMessage(state, say.lastColumns)
	: withMessage(withView(state, {...view, ...toHead, ids: view.ids.filter(id => id !== dropped), column: Math.max(0, Math.min(view.column, view.ids.length - 2)), chosen: null}), say.dropped(nameOf(world.card(dropped) ?? {outlet: null, outletBasis: null})));

/** The base stays first; pressed again, the columns stand as they were chosen. */
const sorted = (view: CompareViewState, comparison: Comparison): CompareViewState => {
	if (view.chosen !== null) return {...view, ...toHead, ids: view.chosen, chosen: null, column: 0};
	const [base, ...rest] = view.ids;
	if (base === undefined) return view;
	return {...view, ...toHead, ids: [base, ...rest.toSorted((a, b) => outletWords(comparison, a).localeCompare(outletWords(comparison, b), 'en'))], chosen: view.ids, column: 0};
};

/** Which articles stand in columns, in what order, as what. Null: the key does something else. */
export const arrange = (state: State, view: CompareViewState, action: KeyAction, of: Of): State | null => {
	if (view.byOrigin && (action === 'base' || action === 'drop' || action === 'sort')) return withMessage(state, say.originColumns);
	switch (action) {
		case 'base':
		case 'drop': {
			const meant = articleMeant(view, of);
			if (meant === undefined) return withMessage(state, say.nothingToOpen);
			if (action === 'drop') return drop(state, view, meant, of.world);
			return meant === view.ids[0] ? withMessage(state, say.baseAlready) : withView(state, rebase(view, meant));
		}

		case 'add': return choices(state, '', of.world).length === 0 ? withMessage(state, say.noMoreToAdd) : {...state, overlay: {kind: 'choose', query: '', cursor: 0}};
		case 'sort': return withMessage(withView(state, sorted(view, of.comparison)), say.sortedColumns(view.chosen === null));
		case 'by-origin': return withView(state, {...view, ...toHead, byOrigin: !view.byOrigin, column: 0});
		case 'link': return withMessage(withView(state, {...view, free: view.free === null ? view.ids.map(() => view.scroll) : null}), say.linked(view.free !== null));
		default: return null;
	}
};

/** The chosen article as the last column. */
export const addColumn = (state: State, query: string, cursor: number, world: World): State => {
	const view = viewOf(state);
	const chosen = choices(state, query, world)[cursor];
	if (view.kind !== 'compare' || chosen === undefined) return state;
	const ids = [...view.ids, chosen.card.id];
	return withMessage(withView({...state, overlay: null}, {...view, ...toHead, ids, column: ids.length - 1, byOrigin: false, chosen: null}), say.added(nameOf(chosen.card)));
};
