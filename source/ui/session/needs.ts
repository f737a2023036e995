import type {ArticleId} from '../../model/article.ts';
import type {SearchAnswer} from '../../search/search.ts';
import {graphemes} from '../../text/width.ts';
import {listingOf} from '../listings.ts';
import {MOST_COLUMNS, PREVIEWED, previewIds, type DeckData} from './load.ts';
import {entryAt} from '../reduce/deck.ts';
import {viewOf, type SearchState, type State, type View} from '../state.ts';

const MOVING = new Set(['j', 'k', 'up', 'down', 'pageup', 'pagedown', 'ctrl+d', 'ctrl+u']);

/** Whether the next key leaves this frame before anybody has looked at it: a list runs by, a word is still being typed. */
export const passesBy = (next: string | undefined, kind: View['kind']): boolean => next !== undefined && (kind === 'search' ? next === 'space' || next === 'backspace' || graphemes(next).length === 1 : MOVING.has(next));

/** What the view on top cannot be drawn without, and what is only good to have. */
export const needs = (state: State, data: DeckData, answer: (view: SearchState) => SearchAnswer): {readonly must: boolean; readonly ids: readonly ArticleId[]} => {
	const view = viewOf(state);
	if (view.kind === 'reader') return {must: true, ids: view.list.slice(view.index, view.index + 1)};
	if (view.kind === 'compare' || view.kind === 'relay' || view.kind === 'export') return {must: true, ids: view.ids};
	if (view.kind === 'search') return {must: false, ids: answer(view).hits.slice(view.cursor, view.cursor + 1).map(hit => hit.article)};
	// What is pressed in the review is said of the words under the cursor.
	if (view.kind === 'listing' && view.of.kind === 'review') return {must: true, ids: listingOf(data, view).at(view.cursor)?.articles ?? []};
	if (view.kind === 'listing' && view.of.kind === 'questions') return {must: false, ids: (listingOf(data, view).at(view.cursor)?.articles ?? []).slice(0, PREVIEWED)};
	if (view.kind === 'listing') return {must: false, ids: (listingOf(data, view).at(view.cursor)?.articles ?? []).slice(0, MOST_COLUMNS)};
	const entry = entryAt(data, state.deck);
	return {must: false, ids: entry ? previewIds(entry.articles) : []};
};
