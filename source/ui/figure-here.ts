import type {Figure} from '../model/figure.ts';
import {figuresInOrder} from './reader-layout.ts';
import type {ArticleId} from '../model/article.ts';
import {entryAt} from './reduce-deck.ts';
import {listedHere} from './reduce-listing.ts';
import {viewOf, type State, type View} from './state.ts';
import {openView} from './views/compare-view.ts';
import type {World} from './world.ts';

/** The article under the cursor; null where there is none. */
export const articleHere = (state: State, world: World): ArticleId | null => {
	const view = viewOf(state);
	switch (view.kind) {
		case 'reader': return view.list[view.index] ?? null;
		case 'compare': return view.ids[view.column] ?? null;
		case 'listing': return listedHere(view, world)[0] ?? null;
		case 'deck': return state.deck.pane === 'articles' ? entryAt(world.data, state.deck)?.articles[state.deck.article]?.id ?? null : null;
		default: return null;
	}
};

/** The figure under the cursor of a view; null where there is none. */
export const figureHere = (view: View, world: World): Figure | null => {
	if (view.kind === 'reader' && view.figure !== null) return figuresInOrder(world.derivation(view.list[view.index] ?? '')?.figures ?? [])[view.figure] ?? null;
	const comparison = view.kind === 'compare' ? world.comparison(view.ids, view.title) : null;
	return view.kind === 'compare' && comparison ? openView(world.tools.views, view).target(comparison, view)?.figure ?? null : null;
};
