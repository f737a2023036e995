import {textQuoteOf, type Correction} from '../../model/override.ts';
import type {Unplaced} from '../../model/review.ts';
import type {TrackedRow} from '../../model/tracking.ts';
import {figureHere} from '../figure-here.ts';
import type {KeyAction} from '../keys/keymap.ts';
import {listingOf, type ListingItem} from '../listings.ts';
import {mending} from '../words/mend-words.ts';
import {reviewFact} from './put-right.ts';
import {readerAt} from './reader.ts';
import {sayReview} from '../words/review-words.ts';
import {openComparison, pushView, viewOf, withMessage, withView, type ListingState, type State} from '../state.ts';
import {say} from '../words/words.ts';
import type {World} from '../world.ts';

/** A question through time holds so many articles, the ones that told it last: more strips than that no screen shows. */
const MOST_TOLD = 40;

/** What was done with a line: the cursor goes on to the next one. */
const goingOn = (state: State, view: ListingState): State => withView(state, {...view, cursor: view.cursor + 1, choice: 0});

/** Confirmed or rejected, and on to the next; a passage in which nothing was read can only be confirmed. */
const settle = (state: State, view: ListingState, {figure, watched}: ListingItem, review: 'confirmed' | 'rejected', world: World): State => {
	if (watched?.kind === 'audit' && watched.item.kind === 'passage') {
		const {on} = watched.item;
		return review === 'rejected' ? withMessage(state, sayReview.passageNotRejected) : {...state, request: {kind: 'correct', corrections: [{kind: 'passage', on, holds: 0}], told: sayReview.holdsNothing}};
	}

	if (figure === undefined) return withMessage(state, sayReview.onlyHere);
	if (figure.review === 'confirmed' && review === 'confirmed') return withMessage(state, mending.confirmedAlready);
	// A row of the audit leaves the list when it is answered: the next one comes to its place.
	const next = watched?.kind === 'audit' ? state : goingOn(state, view);
	return reviewFact(next, {kind: 'figure', fact: figure}, review, {}, mending[review](figure.text), world);
};

/** The correction leaves the queue: taken back, what its act took down beside it taken down again. */
const letGo = (state: State, {entry, beside}: Unplaced): State => ({
	...state, request: beside.length === 0 ? {kind: 'undo', sequence: entry.sequence, told: sayReview.letGo} : {kind: 'correct', corrections: beside, instead: entry.sequence, told: sayReview.letGo},
});

/** The same correction on the words that were chosen. */
const attach = (state: State, {choice}: ListingState, {entry, article, nearest, beside}: Unplaced, world: World): State => {
	const derivation = article === null ? null : world.derivation(article);
	const near = nearest[choice];
	const correction = entry.act.kind === 'correct' ? entry.act.correction : null;
	if (derivation === null || near === undefined || (correction?.kind !== 'figure' && correction?.kind !== 'quote')) return withMessage(state, sayReview.nothingToAttach);
	const moved: Correction = {...correction, on: textQuoteOf(derivation.article, near.place)};
	return {...state, request: {kind: 'correct', corrections: [moved, ...beside], instead: entry.sequence, told: sayReview.attached(near.text)}};
};

const open = (state: State, view: ListingState, item: ListingItem, world: World): State => {
	if (item.watched?.kind === 'unplaced') return attach(state, view, item.watched.unplaced, world);
	const [article] = item.articles;
	if (article === undefined) return withMessage(state, say.nothingToOpen);
	const segment = item.watched?.kind === 'audit' && item.watched.item.kind === 'passage' ? item.watched.item.segment : null;
	return pushView(state, readerAt([article], article, listingOf(world.data, view).title, {figure: item.figure ?? null, segment}, world));
};

const reduceReview = (state: State, view: ListingState, action: KeyAction, world: World): State | null => {
	const item = listingOf(world.data, view).at(view.cursor);
	if (item === undefined) return action === 'open' || action === 'confirm' || action === 'reject' ? withMessage(state, say.nothingToOpen) : null;
	const unplaced = item.watched?.kind === 'unplaced' ? item.watched.unplaced : null;
	switch (action) {
		case 'open': return open(state, view, item, world);
		case 'confirm': return settle(state, view, item, 'confirmed', world);
		case 'reject': return unplaced === null ? settle(state, view, item, 'rejected', world) : letGo(state, unplaced);
		case 'next-figure':
		case 'previous-figure': {
			const last = (unplaced?.nearest.length ?? 0) - 1;
			const choice = Math.max(0, Math.min(view.choice + (action === 'next-figure' ? 1 : -1), last));
			return choice === view.choice ? state : withView(state, {...view, choice});
		}

		default: return null;
	}
};

/** The figures of a question through time; a single article is read instead. */
const openQuestion = (state: State, row: TrackedRow, world: World): State => {
	const {name, question, newest} = row;
	const articles = row.articles.slice(0, MOST_TOLD);
	const [first] = articles;
	if (first === undefined) return withMessage(state, sayReview.noAnswer);
	if (articles.length === 1) return pushView(state, readerAt(articles, first, name, {figure: newest?.figure ?? null, segment: null}, world));
	return pushView(state, {...openComparison(articles, name, 'timeline'), filter: question.measure});
};

const reduceQuestions = (state: State, view: ListingState, action: KeyAction, world: World): State | null => {
	const item = listingOf(world.data, view).at(view.cursor);
	if (item === undefined) return action === 'open' || action === 'seen' || action === 'unfollow' ? withMessage(state, say.nothingToOpen) : null;
	const row = item.watched?.kind === 'question' ? item.watched.followed : null;
	switch (action) {
		case 'open': return row === null ? withMessage(state, say.loading) : openQuestion(state, row, world);
		case 'seen': return row?.look == null ? withMessage(state, sayReview.seenAlready) : {...state, request: {kind: 'correct', corrections: [row.look], told: sayReview.seen(row.name)}};
		case 'unfollow': return {...state, request: {kind: 'correct', corrections: [{kind: 'question', name: item.title, tracked: null}], told: sayReview.unfollowed(item.title)}};
		default: return null;
	}
};

/** The question that the figure under the cursor answers is followed under a name. */
const follow = (state: State, world: World): State => {
	const figure = figureHere(viewOf(state), world);
	if (figure === null) return withMessage(state, say.noFigureHere);
	const measure = figure.measure ?? figure.measureText;
	if (measure === null) return withMessage(state, sayReview.noMeasure);
	const {subject, scope, flow} = figure;
	const name = [measure, scope ?? subject].filter(Boolean).join(', ');
	return {...state, overlay: {kind: 'ask', about: {kind: 'follow', tracked: {measure, subject, scope, flow}}, text: name, offered: true}};
};

/** What keys do in the review and among the followed questions, and following one; null where the action or the view is another. */
export const reduceWatch = (state: State, action: KeyAction, world: World): State | null => {
	if (action === 'follow') return follow(state, world);
	const view = viewOf(state);
	if (view.kind !== 'listing') return null;
	return view.of.kind === 'review' ? reduceReview(state, view, action, world) : view.of.kind === 'questions' ? reduceQuestions(state, view, action, world) : null;
};
