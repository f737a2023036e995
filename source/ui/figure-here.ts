import type {Figure} from '../model/figure.ts';
import type {Quote} from '../model/quote.ts';
import {figuresInOrder, inOrder} from './reader-layout.ts';
import type {ArticleId} from '../model/article.ts';
import {listingOf} from './listings.ts';
import {entryAt} from './reduce/deck.ts';
import {listedHere} from './reduce/listing.ts';
import {relayHere} from './screens/relay.ts';
import {viewOf, type CompareViewState, type State, type View} from './state.ts';
import {openView, type Target} from './views/compare-view.ts';
import {shaped} from './views/shape.ts';
import type {World} from './world.ts';

const targetHere = (view: CompareViewState, world: World): (Target & {readonly article: ArticleId}) | null => {
	const whole = world.comparison(view.ids, view.title);
	const comparison = whole && shaped(whole, view);
	const target = comparison && openView(world.tools.views, view).target(comparison, view);
	const article = target && comparison.columns[target.column]?.article.id;
	return target && article !== undefined && article !== null ? {...target, article} : null;
};

/** The article under the cursor; null where there is none. */
export const articleHere = (state: State, world: World): ArticleId | null => {
	const view = viewOf(state);
	switch (view.kind) {
		case 'reader': return view.list[view.index] ?? null;
		case 'compare': return targetHere(view, world)?.article ?? view.ids[view.column] ?? null;
		case 'relay': return relayHere(view, world)?.carriers[view.column]?.article ?? null;
		case 'listing': return listedHere(view, world)[0] ?? null;
		case 'deck': return state.deck.pane === 'articles' ? entryAt(world.data, state.deck)?.articles[state.deck.article]?.id ?? null : null;
		default: return null;
	}
};

/** The passage of an audit under the cursor of a list. */
const passageHere = (view: View, world: World): number | null => {
	const watched = view.kind === 'listing' ? listingOf(world.data, view).at(view.cursor)?.watched : undefined;
	return watched?.kind === 'audit' && watched.item.kind === 'passage' ? watched.item.segment : null;
};

/** The body segment under the cursor; null where there is none. */
export const segmentHere = (view: View, world: World): number | null =>
	view.kind === 'listing' ? passageHere(view, world) : view.kind === 'reader' ? view.paragraph : view.kind === 'compare' ? targetHere(view, world)?.segment ?? null : null;

/** The figure under the cursor of a view; null where there is none. */
export const figureHere = (view: View, world: World): Figure | null => {
	if (view.kind === 'reader' && view.quote !== null) return null;
	if (view.kind === 'reader' && view.figure !== null) return figuresInOrder(world.derivation(view.list[view.index] ?? '')?.figures ?? [])[view.figure] ?? null;
	if (view.kind === 'relay') return relayHere(view, world)?.carriers[view.column]?.figure ?? null;
	if (view.kind === 'listing') return listingOf(world.data, view).at(view.cursor)?.figure ?? null;
	return view.kind === 'compare' ? targetHere(view, world)?.figure ?? null : null;
};

/** The quote under the cursor of a view; null where there is none. */
const quoteHere = (view: View, world: World): Quote | null => {
	if (view.kind === 'reader') return view.quote === null ? null : inOrder(world.derivation(view.list[view.index] ?? '')?.quotes ?? [])[view.quote] ?? null;
	return view.kind === 'compare' ? targetHere(view, world)?.quote ?? null : null;
};

/** A figure or a quote, told apart. */
export type FactHere = {readonly kind: 'figure'; readonly fact: Figure} | {readonly kind: 'quote'; readonly fact: Quote};

/** What the cursor of a view stands on and a person can say something of; null where there is none. */
export const factHere = (view: View, world: World): FactHere | null => {
	const figure = figureHere(view, world);
	if (figure !== null) return {kind: 'figure', fact: figure};
	const quote = quoteHere(view, world);
	return quote === null ? null : {kind: 'quote', fact: quote};
};
