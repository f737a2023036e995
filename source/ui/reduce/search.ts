import {completions} from '../../search/complete.ts';
import {whyNotSaved} from '../../search/saved.ts';
import type {KeyAction} from '../keys/keymap.ts';
import {windowTop} from '../paint/layout.ts';
import {listingOf} from '../listings.ts';
import {entryAt, moved, readerOf} from './deck.ts';
import {openListing} from './listing.ts';
import {hitHeights, searchRoom} from '../screens/search-layout.ts';
import {popView, pushView, searchFor, viewOf, withMessage, withView, type SearchState, type State, type Within} from '../state.ts';
import {edited, LONGEST_LINE, typedInto} from '../text-field.ts';
import {saySearch} from '../words/search-words.ts';
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
export const openSearch = (state: State, world: World): State => pushView(state, searchFor('', null, listHere(state, world)));

const withQuery = (state: State, view: SearchState, query: string, recalled: SearchState['recalled'] = null): State => withView(state, {...view, query, cursor: 0, top: 0, recalled});

/** The search so many before the one that is shown; before the first and after the oldest the line as it was typed. */
const recall = (state: State, view: SearchState, step: 1 | -1, {data: {earlier}}: World): State => {
	const typed = view.recalled?.typed ?? view.query;
	if (view.recalled === null && step < 0) return withMessage(state, saySearch.nothingLater);
	const at = (view.recalled?.at ?? -1) + step;
	const query = earlier[at];
	return query === undefined ? withQuery(state, view, typed) : withQuery(state, view, query, {at, typed});
};

/** A search that can be read to its end gets a name. */
const save = (state: State, {query, name}: SearchState, {data: {searches: saved}}: World): State => {
	const why = whyNotSaved(name ?? 'a name', query, saved);
	return why === null ? {...state, overlay: {kind: 'ask', about: {kind: 'save-search', query, saved}, text: name ?? '', offered: name !== null}} : withMessage(state, why, true);
};

const complete = (state: State, view: SearchState, world: World): State => {
	const [best] = world.values === null ? [] : completions(view.query, world.values);
	return best === undefined ? withMessage(state, say.nothingToComplete) : withQuery(state, view, best.query);
};

/** What keys do in the search. */
export const reduceSearch = (state: State, view: SearchState, action: KeyAction, world: World): State => {
	const {hits, sought} = world.answer(view);
	if (action === 'up' && view.cursor === 0 && (view.query === '' || view.recalled !== null)) return recall(state, view, 1, world);
	const page = searchRoom(world.size);
	const cursor = moved(action, view.cursor, hits.length, Math.max(1, Math.floor(page / 4)));
	if (cursor !== null) return withView(state, {...view, cursor, top: windowTop(hitHeights(hits, world), view.top, cursor, page)});
	const text = edited(view.query, action);
	if (text !== null) return withQuery(state, view, text);
	switch (action) {
		case 'earlier': return recall(state, view, 1, world);
		case 'later': return recall(state, view, -1, world);
		case 'save-search': return save(state, view, world);
		case 'go-searches': return pushView(state, openListing({kind: 'searches'}));
		case 'complete': return complete(state, view, world);
		case 'within': return view.list === null ? withMessage(state, say.noListHere) : withView(state, {...view, within: !view.within, cursor: 0, top: 0});
		case 'escape': return view.query === '' ? popView(state) : withQuery(state, view, '');
		case 'open': return hits.length === 0 ? withMessage(state, say.noMatches) : pushView(state, readerOf(hits.map(hit => hit.article), view.cursor, `search: ${view.query}`, sought));
		default: return state;
	}
};

/** A character typed into the query. */
export const typedInSearch = (state: State, view: SearchState, key: string): State => {
	const query = typedInto(view.query, key, LONGEST_LINE);
	return query === null ? state : withQuery(state, view, query);
};
