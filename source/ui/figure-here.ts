import type {Figure} from '../model/figure.ts';
import {figuresInOrder} from './reader-layout.ts';
import type {View} from './state.ts';
import {openView} from './views/compare-view.ts';
import type {World} from './world.ts';

/** The figure under the cursor of a view; null where there is none. */
export const figureHere = (view: View, world: World): Figure | null => {
	if (view.kind === 'reader' && view.figure !== null) return figuresInOrder(world.derivation(view.list[view.index] ?? '')?.figures ?? [])[view.figure] ?? null;
	const comparison = view.kind === 'compare' ? world.comparison(view.ids, view.title) : null;
	return view.kind === 'compare' && comparison ? openView(world.tools.views, view).target(comparison, view)?.figure ?? null : null;
};
