import type {ArticleId} from '../../model/article.ts';
import type {EventAct} from '../../model/ties.ts';
import {articleHere} from '../figure-here.ts';
import type {KeyAction} from '../keys/keymap.ts';
import type {Entry} from '../session/load.ts';
import {entryAt, moved} from './deck.ts';
import {withMessage, type Overlay, type State} from '../state.ts';
import {count, say} from '../words/words.ts';
import type {World} from '../world.ts';

type MendEvents = Extract<Overlay, {kind: 'mend-events'}>;
type WhyHere = Extract<Overlay, {kind: 'why'}>;

/** The events that hold these articles, in the order of the articles. */
const eventsOf = (articles: readonly ArticleId[], {data}: World): readonly Entry[] => {
	const events = data.entries.filter(entry => entry.kind === 'event');
	return [...new Set(articles.flatMap(id => events.find(event => event.articles.some(card => card.id === id)) ?? []))];
};

const ask = (state: State, act: EventAct): State => ({...state, overlay: {kind: 'mend-events', act, planned: null, scroll: 0}});

const merge = (state: State, world: World): State => {
	const events = eventsOf(state.deck.marked, world);
	return events.length < 2 ? withMessage(state, say.mergeNeedsTwo, true) : ask(state, {kind: 'merge', events: events.map(({id}) => id)});
};

const split = (state: State, world: World): State => {
	const here = articleHere(state, world);
	const articles = state.deck.marked.length > 0 ? state.deck.marked : here === null ? [] : [here];
	const [event, another] = eventsOf(articles, world);
	if (event === undefined) return withMessage(state, say.splitNeedsArticles, true);
	if (another !== undefined) return withMessage(state, say.splitOfOne, true);
	return articles.length === event.articles.length ? withMessage(state, say.nothingLeft, true) : ask(state, {kind: 'split', event: event.id, articles});
};

const why = (state: State, world: World): State => {
	const entry = entryAt(world.data, state.deck);
	const here = articleHere(state, world);
	const event = entry?.kind === 'event' ? entry : here === null ? undefined : eventsOf([here], world)[0];
	return event === undefined ? withMessage(state, say.whyOfEvents) : {...state, overlay: {kind: 'why', event: event.id, label: event.label, reasons: null, scroll: 0}};
};

/** Merging, splitting and asking why; null where the action is another. */
export const reduceEvents = (state: State, action: KeyAction, world: World): State | null => {
	switch (action) {
		case 'merge': return merge(state, world);
		case 'split-off': return split(state, world);
		case 'why': return why(state, world);
		default: return null;
	}
};

/** Lines such an overlay can have; the drawing stops at its end. */
const linesOf = (overlay: MendEvents | WhyHere): number =>
	overlay.kind === 'why' ? (overlay.reasons?.length ?? 0) * 4 : (overlay.planned?.changes ?? []).reduce((sum, {was, now}) => sum + 3 + was.length + now.length, 0);

/** What keys do while somebody looks at what would change, or at why. */
export const reduceEventOverlay = (state: State, overlay: MendEvents | WhyHere, action: KeyAction, {size}: World): State => {
	const scroll = moved(action, overlay.scroll, linesOf(overlay), Math.max(1, size.rows - 12));
	if (scroll !== null) return {...state, overlay: {...overlay, scroll}};
	if (action !== 'open' || overlay.kind === 'why' || overlay.planned === null) return state;
	const told = overlay.act.kind === 'merge' ? say.merged(count(overlay.act.events.length, 'event')) : say.splitOff(count(overlay.act.articles.length, 'article'));
	return {...state, overlay: null, deck: {...state.deck, marked: []}, request: {kind: 'correct', corrections: overlay.planned.corrections, told}};
};
