import type {ArticleId} from '../../model/article.ts';
import {choicesHere} from '../copies.ts';
import {articleHere} from '../figure-here.ts';
import type {KeyAction} from '../keys/keymap.ts';
import {listingOf} from '../listings.ts';
import {chooseColumns, entryAt} from './deck.ts';
import {viewOf, withMessage, type State} from '../state.ts';
import {count, say} from '../words/words.ts';
import type {World} from '../world.ts';

/** Where the cursor of a list stands; null in a view that is none. */
const placeIn = (state: State): number | null => {
	const view = viewOf(state);
	if (view.kind === 'listing') return view.cursor;
	return view.kind !== 'deck' ? null : state.deck.pane === 'articles' ? state.deck.article : state.deck.cursor;
};

/** The articles behind a line of the list on top: of an event those that would be compared. */
const articlesAt = (state: State, index: number, world: World): readonly ArticleId[] => {
	const view = viewOf(state);
	if (view.kind === 'listing') return listingOf(world.data, view).at(index)?.articles ?? [];
	if (state.deck.pane === 'articles') return entryAt(world.data, state.deck)?.articles.slice(index, index + 1).map(card => card.id) ?? [];
	const entry = entryAt(world.data, {...state.deck, cursor: index});
	return entry ? chooseColumns(entry.articles, world) : [];
};

/** Begins a range of marks, or marks all lines from its beginning to the cursor. */
const range = (state: State, world: World): State | null => {
	const here = placeIn(state);
	if (here === null) return null;
	if (state.range === null) return withMessage({...state, range: here}, say.rangeBegun);
	const [from, to] = [Math.min(state.range, here), Math.max(state.range, here)];
	const added = Array.from({length: to - from + 1}, (_, step) => articlesAt(state, from + step, world)).flat();
	const marked = [...new Set([...state.deck.marked, ...added])];
	return withMessage({...state, range: null, deck: {...state.deck, marked}}, say.rangeMarked(count(marked.length, 'article marked', 'articles marked')));
};

/** Only pages of the web are opened, and nothing that a program could take for a flag. */
const isWebAddress = (url: string): boolean => /^https?:\/\/[^\s-]/i.test(url) && URL.canParse(url);

/** What reaches beyond the library: copying, addresses, pager, import, the demo; ranges and marks by a query. Null where the action is another. */
export const reduceErrands = (state: State, action: KeyAction, world: World): State | null => {
	switch (action) {
		case 'range': return range(state, world);
		case 'copy': {
			const choices = choicesHere(state, world);
			return choices.length === 0 ? withMessage(state, say.nothingToCopy) : {...state, overlay: {kind: 'copy', choices, cursor: 0}};
		}

		case 'open-address': {
			const url = world.card(articleHere(state, world) ?? '')?.url ?? null;
			return url === null || !isWebAddress(url) ? withMessage(state, say.noAddress) : {...state, request: {kind: 'address', url}};
		}

		case 'pager': {
			const article = articleHere(state, world);
			return article === null ? withMessage(state, say.nothingToCopy) : {...state, request: {kind: 'pager', article}};
		}

		case 'mark-found': return {...state, overlay: {kind: 'ask', about: {kind: 'find'}, text: ''}};
		case 'import-files': return {...state, overlay: {kind: 'ask', about: {kind: 'import-files'}, text: ''}};
		case 'regroup': return {...state, request: {kind: 'regroup'}};
		case 'go-demo': return {...state, request: {kind: 'demo'}};
		default: return null;
	}
};
