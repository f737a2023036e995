import type {Figure} from '../model/figure.ts';
import {figuresInOrder} from './reader-layout.ts';
import type {View} from './state.ts';
import type {World} from './world.ts';

/** The figure under the cursor of a view; null where there is none. */
export const figureHere = (view: View, world: World): Figure | null => {
	if (view.kind === 'reader' && view.figure !== null) return figuresInOrder(world.derivation(view.list[view.index] ?? '')?.figures ?? [])[view.figure] ?? null;
	if (view.kind !== 'compare' || view.view !== 'figures') return null;
	return world.comparison(view.ids, view.title)?.matrix[view.cursor]?.cells[view.column]?.figures[view.figure] ?? null;
};
