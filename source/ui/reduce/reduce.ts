import type {PlannedAlike} from '../../model/alike.ts';
import type {ArticleId} from '../../model/article.ts';
import type {Ran} from '../../model/desk.ts';
import type {Explanation} from '../../model/event.ts';
import type {Derivation, PlannedAct, PlannedFact} from '../../model/library.ts';
import {contextBelow, contextOf} from '../keys/context.ts';
import type {KeyAction} from '../keys/keymap.ts';
import {articleHere, factHere, segmentHere} from '../figure-here.ts';
import {atCaret, atEnd, erasing, moveCaret} from './caret.ts';
import {reduceCompare} from './compare.ts';
import {chosenHere, entryAt, moved, reduceDeck} from './deck.ts';
import {listingOf} from '../listings.ts';
import {mending} from '../words/mend-words.ts';
import {reduceEvents} from './events.ts';
import {listedHere, onTheList, openListing, reduceListing} from './listing.ts';
import {reduceErrands} from './errands.ts';
import {reduceMarks} from './marks.ts';
import {reduceOverlay, typedOver} from './overlay.ts';
import {reducePage} from './page.ts';
import {confirmHere, openPutRight} from './put-right.ts';
import {reduceReader} from './reader.ts';
import {beginSelection, reduceSelect} from './select.ts';
import {openPipe} from './pipe.ts';
import {openVersions} from './versions.ts';
import {openSearch, reduceSearch, typedInSearch} from './search.ts';
import {reduceSearches} from './searches.ts';
import {reduceRelay} from './relay.ts';
import {reduceWatch} from './watch.ts';
import {initialState, popView, pushView, viewOf, withMessage, withView, type ExportState, type ListingState, type State} from '../state.ts';
import {LONGEST_LINE} from '../text-field.ts';
import {graphemes} from '../../text/width.ts';
import {say} from '../words/words.ts';
import {takesText, whyNothing} from '../keys/why-nothing.ts';
import {PASTED} from '../keys/keys.ts';
import {exportRoom} from '../screens/export-target.ts';
import type {World} from '../world.ts';

export type Action =
	| {readonly kind: 'key'; readonly key: string}
	| {readonly kind: 'there'; readonly there: boolean}
	| {readonly kind: 'sure'; readonly name: string}
	| {readonly kind: 'written'; readonly name: string}
	| {readonly kind: 'planned'; readonly planned: PlannedAct}
	| {readonly kind: 'drafted'; readonly planned: PlannedFact}
	| {readonly kind: 'planned-alike'; readonly planned: PlannedAlike}
	| {readonly kind: 'versions'; readonly versions: readonly Derivation[]}
	| {readonly kind: 'reasons'; readonly reasons: readonly Explanation[]}
	| {readonly kind: 'mended'; readonly message: string}
	| {readonly kind: 'progress'; readonly text: string}
	| {readonly kind: 'edited'; readonly text: string}
	| {readonly kind: 'found'; readonly articles: readonly ArticleId[]; readonly query: string}
	| {readonly kind: 'runs'; readonly command: string}
	| {readonly kind: 'ran'; readonly command: string; readonly ran: Ran}
	| {readonly kind: 'home'; readonly message: string}
	| {readonly kind: 'failed'; readonly message: string};

const reduceExport = (state: State, view: ExportState, action: KeyAction, world: World): State => {
	const room = exportRoom(world.size);
	const scroll = ({'page-down': view.scroll + room, 'page-up': view.scroll - room, 'half-down': view.scroll + Math.floor(room / 2), 'half-up': view.scroll - Math.floor(room / 2)} as Partial<Record<KeyAction, number>>)[action];
	if (scroll !== undefined) {
		const comparison = world.comparison(view.ids, view.title);
		const format = world.tools.formats[view.format];
		const lines = comparison && format ? world.written(format, comparison).split('\n').length : 0;
		return withView(state, {...view, scroll: Math.max(0, Math.min(scroll, lines - room))});
	}

	const format = moved(action, view.format, world.tools.formats.length, 1);
	if (format !== null) return withView(state, {...view, format, scroll: 0, sure: false, there: null});
	return action === 'escape' ? popView(state) : state;
};

/** The articles an export started here would hold. */
const exportable = (state: State, world: World): {readonly ids: readonly ArticleId[]; readonly title: string} => {
	const view = viewOf(state);
	if (view.kind === 'compare' || view.kind === 'relay') return {ids: view.ids, title: view.title};
	if (view.kind === 'reader') return {ids: view.list.slice(view.index, view.index + 1), title: world.card(view.list[view.index] ?? '')?.headline ?? view.of};
	if (view.kind === 'listing' && state.deck.marked.length === 0) return {ids: listedHere(view, world), title: listingOf(world.data, view).at(view.cursor)?.title ?? ''};
	return chosenHere(state, world);
};

const openExport = (state: State, world: World): State => {
	const {ids, title} = exportable(state, world);
	if (ids.length === 0) return withMessage(state, say.nothingToExport);
	return pushView(state, {kind: 'export', ids, title, format: 0, scroll: 0, sure: false, there: null});
};

/** A listing; one of the same kind that is open already is not opened over itself. */
const goTo = (state: State, of: ListingState['of']): State => {
	const view = viewOf(state);
	return view.kind === 'listing' && view.of.kind === of.kind ? state : pushView(state, openListing(of));
};

const escape = (state: State, world: World): State => {
	if (state.range !== null) return {...state, range: null};
	const view = viewOf(state);
	if (view.kind === 'compare' && view.filter !== '') return withView(state, {...view, filter: '', cursor: 0, figure: 0, scroll: 0});
	if (view.kind !== 'deck') return popView(state);
	if (state.deck.pane === 'articles') return {...state, deck: {...state.deck, pane: 'entries'}};
	return state.deck.marked.length > 0 && entryAt(world.data, state.deck) ? {...state, deck: {...state.deck, marked: []}} : state;
};

/** The event or storyline under the deck's cursor gets another name. */
const rename = (state: State, world: World): State => {
	const entry = entryAt(world.data, state.deck);
	return entry?.kind === 'event' ? {...state, overlay: {kind: 'ask', about: {kind: 'label', event: entry.id}, text: entry.label, offered: true}} : withMessage(state, say.onlyEvents);
};

/** The raw page at the figure, the paragraph or the head of the article under the cursor. */
const openPage = (state: State, world: World): State => {
	const view = viewOf(state);
	const fact = factHere(view, world)?.fact;
	const id = fact?.article ?? articleHere(state, world);
	const card = id === null ? undefined : world.card(id);
	if (card === undefined) return withMessage(state, mending.nothing);
	const segment = segmentHere(view, world);
	const paragraph = segment === null || segment < 0 ? undefined : world.derivation(card.id)?.article.segments[segment]?.startLine;
	const line = (fact?.line ?? paragraph ?? card.startLine) - 1;
	return pushView(state, {kind: 'page', document: card.document, path: card.path, cursor: line, top: Math.max(0, line - 3), from: null});
};

/** What was put right may have left fewer entries: the cursor stays on one. */
const onTheDeck = (state: State, {data}: World): State => {
	const cursor = Math.max(0, Math.min(state.deck.cursor, data.entries.length - 1));
	return cursor === state.deck.cursor ? state : {...state, deck: {...state.deck, cursor, top: Math.min(state.deck.top, cursor), article: 0}};
};

/** So do the lines of a listing. */
const onItsLine = (state: State, world: World): State => {
	const view = viewOf(state);
	return view.kind === 'listing' ? withView(state, onTheList(view, world)) : state;
};

/** What an action does in the view on top. */
const act = (state: State, action: KeyAction, world: World): State => {
	if (action === 'quit') return {...state, quit: true};
	if (state.overlay !== null) return reduceOverlay(state, state.overlay, action, {context: contextBelow(state), world, run: (closed, chosen) => act(closed, chosen, world)});
	const view = viewOf(state);
	if (action === 'redraw') return {...state, request: {kind: 'redraw'}};
	if (action === 'help') return {...state, overlay: {kind: 'help', scroll: 0, query: '', typing: false}};
	if (view.kind === 'search') return reduceSearch(state, view, action, world);
	if (action === 'palette') return {...state, overlay: {kind: 'palette', query: '', cursor: 0}};
	if (view.kind === 'reader' && view.select !== null) return reduceSelect(state, view, view.select, action, world);
	if (view.kind === 'export' && action !== 'close') return reduceExport(state, view, action, world);
	const done = reduceMarks(state, action, world) ?? reduceEvents(state, action, world) ?? reduceErrands(state, action, world) ?? reduceWatch(state, action, world) ?? reduceSearches(state, action, world);
	if (done) return done;
	switch (action) {
		case 'rename': return rename(state, world);
		case 'undo':
		case 'redo': return {...state, request: {kind: action}};
		case 'confirm': return confirmHere(state, world);
		case 'put-right': return openPutRight(state, world);
		case 'add-fact': return beginSelection(state, world);
		case 'versions': return openVersions(state, world);
		case 'raw-page': return openPage(state, world);
		case 'search': return openSearch(state, world);
		case 'export': return openExport(state, world);
		case 'pipe': return openPipe(state, world);
		case 'go-articles': return goTo(state, {kind: 'articles'});
		case 'go-outlets': return goTo(state, {kind: 'outlets'});
		case 'go-starred': return goTo(state, {kind: 'starred'});
		case 'go-saved': return goTo(state, {kind: 'saved'});
		case 'go-review': return goTo(state, {kind: 'review'});
		case 'go-searches': return goTo(state, {kind: 'searches'});
		case 'go-questions': return goTo(state, {kind: 'questions'});
		case 'go-events': return {...state, stack: state.stack.slice(0, 1)};
		case 'close': return popView(state);
		case 'escape': return escape(state, world);
		default:
			if (view.kind === 'page') return reducePage(state, view, action, world);
			if (view.kind === 'listing') return reduceListing(state, view, action, world);
			if (view.kind === 'relay') return reduceRelay(state, view, action, world);
			if (view.kind === 'reader') return reduceReader(state, view, action, world);
			return view.kind === 'compare' ? reduceCompare(state, view, action, world) : reduceDeck(state, action, world);
	}
};

/** What was pasted goes where letters are text, a line's end as a blank; elsewhere it does nothing: pasted words are no keys. */
const paste = (state: State, text: string): State => {
	if (!takesText(contextOf(state))) return withMessage(state, say.pasteNeedsField);
	return atCaret({...state, message: null, pending: ''}, here => graphemes(text.replaceAll(/\s+/g, ' ')).slice(0, LONGEST_LINE).reduce<State>((so, {text: character}) => typed(so, character === ' ' ? 'space' : character), here));
};

const typed = (state: State, key: string): State => {
	if (state.overlay !== null) return typedOver(state, state.overlay, key);
	const view = viewOf(state);
	return view.kind === 'search' ? typedInSearch(state, view, key) : state;
};

/** What came back from the editor, in the line it was written for. */
const withText = (overlay: State['overlay'], text: string): State['overlay'] => {
	if (overlay?.kind === 'ask') return {...overlay, text, offered: false};
	return overlay?.kind === 'put-right' && overlay.text !== null ? {...overlay, text: text.trim().replaceAll(/\s+/g, ' ')} : overlay;
};

/** Keys that do nothing at an end say nothing: one holds them down. */
const quiet = new Set<KeyAction>(['down', 'up', 'page-down', 'page-up', 'half-down', 'half-up', 'first', 'last', 'escape']);

/** An action that changed nothing says so, instead of silence. */
const said = (before: State, after: State, action: KeyAction): State => after === before && !quiet.has(action) && before.overlay === null ? withMessage(after, say.nothingMore) : after;

const press = (before: State, key: string, world: World): State => {
	if (key.startsWith(PASTED)) return paste(before, key.slice(PASTED.length));
	const state: State = {...before, message: before.busy, pending: ''};
	const chord = before.pending ? `${before.pending} ${key}` : key;
	const {action, pending} = world.keymap.resolve(contextOf(state), chord);
	if (action && erasing.has(action)) return atCaret(state, here => act(here, action, world));
	if (action) return moveCaret(state, action) ?? atEnd(said(state, act(state, action, world), action));
	if (pending) return {...state, pending: chord};
	if (before.pending && key === 'esc') return state;
	return takesText(contextOf(state)) ? atCaret(state, here => typed(here, key)) : withMessage(state, whyNothing(chord, contextOf(state), world.keymap));
};

/** The state after an action. Pure: everything it knows beside the state is in `world`. */
export const reduce = (state: State, action: Action, world: World): State => {
	const view = viewOf(state);
	switch (action.kind) {
		case 'key': return press(state, action.key, world);
		case 'there': return view.kind === 'export' ? withView(state, {...view, there: action.there}) : state;
		case 'sure': return view.kind === 'export' ? withMessage(withView(state, {...view, sure: true}), say.thereAlready, true) : state;
		case 'written': return withMessage(view.kind === 'export' ? popView(state) : state, say.written(action.name));
		case 'planned': return state.overlay?.kind === 'mend-events' ? {...state, overlay: {...state.overlay, planned: action.planned}} : state;
		case 'drafted': return state.overlay?.kind === 'put-right' && state.overlay.draft ? {...state, overlay: {...state.overlay, draft: {...state.overlay.draft, planned: action.planned}}} : state;
		case 'planned-alike': return state.overlay?.kind === 'alike' ? {...state, overlay: {...state.overlay, planned: action.planned}} : state;
		case 'versions': return state.overlay?.kind === 'versions' ? {...state, overlay: {...state.overlay, versions: action.versions, at: action.versions.length - 1}} : state;
		case 'reasons': return state.overlay?.kind === 'why' ? {...state, overlay: {...state.overlay, reasons: action.reasons}} : state;
		case 'mended': return action.message === '' ? {...state, request: null} : withMessage(onItsLine(onTheDeck({...state, request: null}, world), world), action.message);
		case 'failed': {
			const {overlay} = state;
			const waits = overlay?.kind === 'mend-events' || overlay?.kind === 'why' || overlay?.kind === 'alike' || (overlay?.kind === 'output' && overlay.ran === null) || (overlay?.kind === 'put-right' && overlay.draft?.planned === null);
			return withMessage({...state, request: null, overlay: waits ? null : overlay}, action.message, true);
		}

		case 'progress': {
			const busy = action.text === '' ? null : {text: action.text, failed: false};
			// What a key has just said is read first.
			return {...state, busy, message: state.message === null || state.message === state.busy ? busy : state.message};
		}

		case 'edited': return {...state, request: null, caret: 0, overlay: withText(state.overlay, action.text)};
		case 'found': {
			const marked = [...new Set([...state.deck.marked, ...action.articles])];
			return withMessage({...state, request: null, deck: {...state.deck, marked}}, say.markedFound(action.articles.length, action.query));
		}

		case 'runs': return {...state, request: null, overlay: {kind: 'output', command: action.command, ran: null, scroll: 0}};
		case 'ran': return {...state, request: null, overlay: {kind: 'output', command: action.command, ran: action.ran, scroll: 0}};
		case 'home': return withMessage(initialState, action.message);
	}
};
