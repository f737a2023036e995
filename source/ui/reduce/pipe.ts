import type {ArticleId} from '../../model/article.ts';
import {commandWords} from '../../text/command-words.ts';
import {articleHere} from '../figure-here.ts';
import type {KeyAction} from '../keys/keymap.ts';
import {listingOf} from '../listings.ts';
import {outputRoom, outputRows} from '../screens/output.ts';
import {viewOf, withMessage, type Overlay, type State} from '../state.ts';
import {edited} from '../text-field.ts';
import {sayPipe} from '../words/pipe-words.ts';
import type {World} from '../world.ts';
import {entryAt, moved} from './deck.ts';

type Prompt = Extract<Overlay, {kind: 'pipe'}>;
type Output = Extract<Overlay, {kind: 'output'}>;
/** Articles that are handed on, and what they are together. */
type Handed = {readonly ids: readonly ArticleId[]; readonly title: string};

/** What would be handed to a command from here: the comparison in view, else what is marked, else what is under the cursor, of an event all of it. */
const handedHere = (state: State, world: World): Handed => {
	const view = viewOf(state);
	const titled = (ids: readonly ArticleId[]): Handed => ({ids, title: world.card(ids[0] ?? '')?.headline ?? ''});
	if (view.kind === 'compare' || view.kind === 'relay') return {ids: view.ids, title: view.title};
	if (view.kind === 'reader') return titled(view.list.slice(view.index, view.index + 1));
	if (state.deck.marked.length > 0) return titled(state.deck.marked);
	const line = view.kind === 'listing' ? listingOf(world.data, view).at(view.cursor) : undefined;
	if (line !== undefined) return {ids: line.articles, title: line.title};
	const here = articleHere(state, world);
	if (here !== null) return titled([here]);
	const entry = view.kind === 'deck' ? entryAt(world.data, state.deck) : undefined;
	return {ids: entry?.articles.map(card => card.id) ?? [], title: entry?.label ?? ''};
};

/** The line in which a command is typed, JSON Lines to begin with. */
export const openPipe = (state: State, world: World): State => {
	const {ids, title} = handedHere(state, world);
	if (ids.length === 0) return withMessage(state, sayPipe.nothingToHand);
	const format = Math.max(0, world.tools.formats.findIndex(({name}) => name === 'jsonl'));
	return {...state, overlay: {kind: 'pipe', ids, title, text: '', format, recalled: null}};
};

/** An earlier command, or a later one again; before the last one an empty line. */
const recalled = (state: State, overlay: Prompt, step: 1 | -1, {commands}: World): State => {
	const at = (overlay.recalled ?? -1) + step;
	if (at < 0) return {...state, overlay: {...overlay, text: '', recalled: null}};
	const text = commands[at];
	return text === undefined ? withMessage(state, sayPipe.noEarlier) : {...state, overlay: {...overlay, text, recalled: at}};
};

const run = (state: State, overlay: Prompt, kind: 'pipe' | 'pipe-here'): State => {
	const {ids, title, format} = overlay;
	const command = overlay.text.trim();
	const {words, problem} = commandWords(command);
	if (words.length === 0) return withMessage(state, sayPipe.noCommand);
	if (problem !== null) return withMessage(state, sayPipe.wrong(problem), true);
	return {...state, overlay: null, request: {kind, command, words, ids, title, format}};
};

/** What keys do while a command is typed. */
export const reducePipe = (state: State, overlay: Prompt, action: KeyAction, world: World): State => {
	const text = edited(overlay.text, action);
	if (text !== null) return {...state, overlay: {...overlay, text, recalled: null}};
	const turn = (step: number): State => ({...state, overlay: {...overlay, format: (overlay.format + step + world.tools.formats.length) % world.tools.formats.length}});
	switch (action) {
		case 'next-pane': return turn(1);
		case 'previous-pane': return turn(-1);
		case 'up': return recalled(state, overlay, 1, world);
		case 'down': return recalled(state, overlay, -1, world);
		case 'open': return run(state, overlay, 'pipe');
		case 'with-terminal': return run(state, overlay, 'pipe-here');
		default: return state;
	}
};

/** What keys do over what a command printed; while it runs they break it off. */
export const reduceOutput = (state: State, overlay: Output, action: KeyAction, world: World): State => {
	const closes = action === 'escape' || action === 'close';
	if (overlay.ran === null) return closes ? {...state, request: {kind: 'break-off'}} : state;
	if (closes) return {...state, overlay: null};
	if (action === 'pipe') return openPipe({...state, overlay: null}, world);
	const room = outputRoom(world.size);
	const most = Math.max(0, outputRows(overlay.ran, world.size).length - room);
	const scroll = moved(action, Math.min(overlay.scroll, most), most + 1, room - 1);
	return scroll === null ? state : {...state, overlay: {...overlay, scroll}};
};
