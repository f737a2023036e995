import type {Context} from './keymap.ts';
import {viewOf, type State} from '../state.ts';

/** Where the next key goes. */
export const contextOf = (state: State): Context => {
	const {overlay} = state;
	if (overlay !== null) return (overlay.kind === 'put-right' && overlay.text !== null) || (overlay.kind === 'help' && overlay.typing) ? 'field' : overlay.kind;
	return contextBelow(state);
};

/** The context of the view on top, whatever lies over it. */
export const contextBelow = (state: State): Context => {
	const view = viewOf(state);
	if (view.kind === 'deck') return state.deck.pane === 'articles' ? 'list' : 'deck';
	if (view.kind === 'reader' && view.select !== null) return 'select';
	if (view.kind === 'listing') return view.of.kind === 'review' || view.of.kind === 'questions' || view.of.kind === 'searches' ? view.of.kind : 'listing';
	return view.kind === 'compare' ? `compare-${view.view}` : view.kind;
};
