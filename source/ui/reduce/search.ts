import {completions} from '../../search/complete.ts';
import {queryWords} from '../found-words.ts';
import type {KeyAction} from '../keys/keymap.ts';
import {windowTop} from '../paint/layout.ts';
import {listingOf} from '../listings.ts';
import {entryAt, moved, readerOf} from './deck.ts';
import {hitHeights, searchRoom} from '../screens/search-layout.ts';
import {popView, pushView, viewOf, withMessage, withView, type SearchState, type State, type Within} from '../state.ts';
import {edited, LONGEST_LINE, typedInto} from '../text-field.ts';
import {say} from '../words/words.ts';
import type {World} from '../world.ts';

/** The list that is open where somebody searches: they may want to look only there. */
const listHere = (state: State, world: World): Within | null => {
	const view = viewOf(state);
	switch (view.kind) {
		case 'reader': return view.list.length > 1 ? {title: view.of, articles: view.list} : null;
		case 'compare': return {title: view.title, articles: view.ids};
		case 'listing': {
			const listing = listingOf(world.data, view);
			return {title: listing.title, articles: Array.from({length: listing.length}, (_, index) => listing.at(index)?.articles ?? []).flat()};
		}

		case 'deck': {
			const entry = entryAt(world.data, state.deck);
			return entry ? {title: entry.label, articles: entry.articles.map(card => card.id)} : null;
		}

		default: return null;
	}
};

/** The search, empty, over everything; the list it was opened from is remembered. */
export const openSearch = (state: State, world: World): State => pushView(state, {kind: 'search', query: '', cursor: 0, top: 0, list: listHere(state, world), within: false, recalled: null});

const withQuery = (state: State, view: SearchState, query: string, recalled: number | null = null): State => withView(state, {...view, query, cursor: 0, top: 0, recalled});

/** The search before the one that is shown; after the oldest an empty line. */
const recall = (state: State, view: SearchState, world: World): State => {
	const at = view.recalled === null ? 0 : view.recalled + 1;
	const query = world.searches[at];
	return query === undefined ? withQuery(state, view, '') : withQuery(state, view, query, at);
};

const complete = (state: State, view: SearchState, world: World): State => {
	const [best] = world.values === null ? [] : completions(view.query, world.values);
	return best === undefined ? withMessage(state, say.nothingToComplete) : withQuery(state, view, best.query);
};

/** What keys do in the search. */
export const reduceSearch = (state: State, view: SearchState, action: KeyAction, world: World): State => {
	const {hits, readAs} = world.answer(view);
	if (action === 'up' && view.cursor === 0 && (view.query === '' || view.recalled !== null)) return recall(state, view, world);
	const page = searchRoom(world.size);
	const cursor = moved(action, view.cursor, hits.length, Math.max(1, Math.floor(page / 4)));
	if (cursor !== null) return withView(state, {...view, cursor, top: windowTop(hitHeights(hits, world), view.top, cursor, page)});
	const text = edited(view.query, action);
	if (text !== null) return withQuery(state, view, text);
	switch (action) {
		case 'complete': return complete(state, view, world);
		case 'within': return view.list === null ? withMessage(state, say.noListHere) : withView(state, {...view, within: !view.within, cursor: 0, top: 0});
		case 'escape': return view.query === '' ? popView(state) : withQuery(state, view, '');
		case 'open': return hits.length === 0 ? withMessage(state, say.noMatches) : pushView(state, readerOf(hits.map(hit => hit.article), view.cursor, `search: ${view.query}`, queryWords(view.query, readAs)));
		default: return state;
	}
};

/** A character typed into the query. */
export const typedInSearch = (state: State, view: SearchState, key: string): State => {
	const query = typedInto(view.query, key, LONGEST_LINE);
	return query === null ? state : withQuery(state, view, query);
};
