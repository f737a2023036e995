import {namersOf} from '../../search/saved.ts';
import type {KeyAction} from '../keys/keymap.ts';
import {listingOf} from '../listings.ts';
import {popView, pushView, searchFor, viewOf, withMessage, withView, type State} from '../state.ts';
import {saySearch} from '../words/search-words.ts';
import {say} from '../words/words.ts';
import type {World} from '../world.ts';

/** The search under the cursor: in the search that the list was opened from, else in a new one. */
const open = (state: State, name: string | null, query: string): State => {
	const below = state.stack.at(-2);
	return below?.kind === 'search' ? withView(popView(state), {...below, query, name, cursor: 0, top: 0, recalled: null}) : pushView(state, searchFor(query, name));
};

/** What keys do in the list of searches; null where the action or the view is another. */
export const reduceSearches = (state: State, action: KeyAction, world: World): State | null => {
	const view = viewOf(state);
	if (view.kind !== 'listing' || view.of.kind !== 'searches') return null;
	if (action !== 'open' && action !== 'rename' && action !== 'drop-search') return null;
	const watched = listingOf(world.data, view).at(view.cursor)?.watched;
	if (watched?.kind !== 'search') return withMessage(state, say.nothingToOpen);
	const {name, query} = watched;
	const saved = world.data.searches;
	if (action === 'open') return open(state, name, query);
	if (action === 'rename') return {...state, overlay: {kind: 'ask', about: name === null ? {kind: 'save-search', query, saved} : {kind: 'rename-search', name, saved}, text: name ?? '', offered: name !== null}};
	if (name === null) return withMessage(state, saySearch.onlySaved);
	const others = namersOf(saved, name);
	if (others.length > 0) return withMessage(state, saySearch.namedBy(name, others), true);
	return {...state, request: {kind: 'correct', corrections: [{kind: 'search', name, query: null}], told: saySearch.dropped(name)}};
};
