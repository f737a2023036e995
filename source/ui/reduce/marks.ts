import type {ArticleId} from '../../model/article.ts';
import type {Correction} from '../../model/override.ts';
import type {KeyAction} from '../keys/keymap.ts';
import {mending} from '../words/mend-words.ts';
import {articleHere} from '../figure-here.ts';
import {listingOf} from '../listings.ts';
import {entryAt} from './deck.ts';
import {viewOf, withMessage, type State} from '../state.ts';
import {count, say} from '../words/words.ts';
import type {World} from '../world.ts';

/** What a mark is set on: the marked articles, else the one under the cursor; on the deck those of the event. */
const targets = (state: State, world: World): readonly ArticleId[] => {
	const {marked} = state.deck;
	if (marked.length > 0 && viewOf(state).kind !== 'reader') return marked;
	const here = articleHere(state, world);
	if (here !== null) return [here];
	return viewOf(state).kind === 'deck' ? entryAt(world.data, state.deck)?.articles.map(card => card.id) ?? [] : [];
};

/** Set where one of them has it not, else taken away from all. */
const toggled = (articles: readonly ArticleId[], mark: 'starred' | 'reviewed', world: World): readonly Correction[] => {
	const on = articles.some(id => world.card(id)?.[mark] !== true);
	return articles.filter(id => world.card(id)?.[mark] !== on).map(article => ({kind: 'mark', article, mark, on}));
};

/** Stars, reviewed marks, tags and notes; null where the action is another. */
export const reduceMarks = (state: State, action: KeyAction, world: World): State | null => {
	if (action !== 'star' && action !== 'reviewed' && action !== 'tag' && action !== 'note' && action !== 'save' && action !== 'drop-saved') return null;
	const view = viewOf(state);
	if (action === 'save') {
		return view.kind === 'compare' ? {...state, overlay: {kind: 'ask', about: {kind: 'save', articles: view.ids, view: view.view}, text: view.title, offered: true}} : withMessage(state, say.onlyComparisons);
	}

	if (action === 'drop-saved') {
		const name = view.kind === 'listing' && view.of.kind === 'saved' ? listingOf(world.data, view).at(view.cursor)?.title : undefined;
		return name === undefined ? withMessage(state, say.onlySavedDropped) : {...state, request: {kind: 'correct', corrections: [{kind: 'comparison', name, saved: null}], told: say.savedGone(name)}};
	}

	// On the list of saved comparisons the note is the comparison's own.
	if (action === 'note' && view.kind === 'listing' && view.of.kind === 'saved') {
		const name = listingOf(world.data, view).at(view.cursor)?.title ?? '';
		const saved = world.data.saved.get(name);
		return saved === undefined ? withMessage(state, mending.nothing) : {...state, overlay: {kind: 'ask', about: {kind: 'comparison-note', name, saved}, text: saved.notes}};
	}

	const articles = targets(state, world);
	const [first] = articles;
	if (first === undefined) return withMessage(state, mending.nothing);
	if (action === 'tag') return {...state, overlay: {kind: 'ask', about: {kind: 'tag', articles}, text: ''}};
	if (action === 'note') return {...state, overlay: {kind: 'ask', about: {kind: 'note', article: first}, text: world.card(first)?.note ?? ''}};
	const mark = action === 'star' ? 'starred' : 'reviewed';
	const corrections = toggled(articles, mark, world);
	const on = corrections.some(correction => correction.kind === 'mark' && correction.on);
	return {...state, request: {kind: 'correct', corrections, told: say.markedAs(count(corrections.length, 'article'), mark, on)}};
};
