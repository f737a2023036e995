import {answer} from '../ask.ts';
import {choices} from '../choose.ts';
import type {Context, KeyAction} from '../keys/keymap.ts';
import {paletteEntries} from '../palette.ts';
import {moved} from './deck.ts';
import {reduceEventOverlay} from './events.ts';
import {withMessage, type Overlay, type State} from '../state.ts';
import {addColumn} from './columns.ts';
import {reduceAlike} from './alike.ts';
import {reduceOutput, reducePipe} from './pipe.ts';
import {reduceVersions} from './versions.ts';
import {reducePutRight, typedIntoField} from './put-right.ts';
import {say} from '../words/words.ts';
import type {World} from '../world.ts';
import {edited, LONGEST_LINE, LONGEST_QUERY, typedInto} from '../text-field.ts';

/** Lines of help there can be at most; the drawing stops at its end. */
const LONGEST_HELP = 60;

/** What an overlay knows of the view below it: `run` does an action there. */
export type Below = {readonly context: Context; readonly world: World; readonly run: (state: State, action: KeyAction) => State};

/** Enter leaves the words in force, escape takes them away. */
const filterHelp = (state: State, overlay: Extract<Overlay, {kind: 'help'}>, action: KeyAction): State => {
	const query = edited(overlay.query, action);
	if (query !== null) return {...state, overlay: {...overlay, scroll: 0, query}};
	return {...state, overlay: {...overlay, typing: false, query: action === 'escape' ? '' : overlay.query}};
};

/** The overlay takes the keys; what the palette runs is done in the view below it. */
export const reduceOverlay = (state: State, overlay: Overlay, action: KeyAction, below: Below): State => {
	const closed: State = {...state, overlay: null};
	if (overlay.kind === 'put-right') return reducePutRight(state, overlay, action, below.world);
	if (action === 'redraw') return {...state, request: {kind: 'redraw'}};
	if (action === 'editor') return overlay.kind === 'ask' ? {...state, request: {kind: 'edit', text: overlay.text}} : state;
	if (overlay.kind === 'output') return reduceOutput(state, overlay, action, below.world);
	if (action === 'complete' && overlay.kind === 'ask') return overlay.about.kind === 'import-files' ? {...state, request: {kind: 'complete-path', text: overlay.text}} : withMessage(state, say.onlyPathsComplete);
	if (overlay.kind === 'help' && overlay.typing) return filterHelp(state, overlay, action);
	if (action === 'escape' || action === 'close') return 'behind' in overlay ? {...state, overlay: overlay.behind ?? null} : closed;
	if (overlay.kind === 'alike') return reduceAlike(state, overlay, action, below.world);
	if (overlay.kind === 'pipe') return reducePipe(state, overlay, action, below.world);
	if (overlay.kind === 'versions') return reduceVersions(state, overlay, action, below.world);
	if (overlay.kind === 'mend-events' || overlay.kind === 'why') return reduceEventOverlay(state, overlay, action, below.world);
	switch (overlay.kind) {
		case 'copy': {
			const cursor = moved(action, overlay.cursor, overlay.choices.length, 5);
			if (cursor !== null) return {...state, overlay: {...overlay, cursor}};
			const chosen = overlay.choices[overlay.cursor];
			return action === 'open' && chosen ? {...closed, request: {kind: 'copy', ...chosen}} : state;
		}

		case 'help': {
			if (action === 'search') return {...state, overlay: {...overlay, typing: true}};
			const scroll = moved(action, overlay.scroll, LONGEST_HELP, Math.max(1, below.world.size.rows - 12));
			return scroll === null ? state : {...state, overlay: {...overlay, scroll}};
		}

		case 'palette': {
			const entries = paletteEntries(below.world.keymap, below.context, overlay.query);
			const chosen = entries[overlay.cursor];
			const query = edited(overlay.query, action);
			const cursor = moved(action, overlay.cursor, entries.length, 5);
			if (query !== null) return {...state, overlay: {...overlay, query, cursor: 0}};
			if (cursor !== null) return {...state, overlay: {...overlay, cursor}};
			if (action === 'complete') return chosen === undefined ? state : {...state, overlay: {...overlay, query: chosen.name, cursor: 0}};
			if (action !== 'open' || chosen === undefined) return state;
			return chosen.unavailable === null ? below.run(closed, chosen.action) : withMessage(state, `${chosen.name}: ${chosen.unavailable}`, true);
		}

		case 'choose': {
			const query = edited(overlay.query, action);
			if (query !== null) return {...state, overlay: {...overlay, query, cursor: 0}};
			const cursor = moved(action, overlay.cursor, choices(state, overlay.query, below.world).length, 4);
			if (cursor !== null) return {...state, overlay: {...overlay, cursor}};
			return action === 'open' ? addColumn(state, overlay.query, overlay.cursor, below.world) : state;
		}

		case 'ask': {
			const text = edited(overlay.text, action);
			if (text !== null) return {...state, overlay: {...overlay, text, offered: false}};
			if (action !== 'open') return state;
			const answered = answer(closed, overlay.about, overlay.text.trim());
			return answered.overlay?.kind === 'alike' && overlay.behind !== undefined ? {...answered, overlay: {...answered.overlay, behind: overlay.behind}} : answered;
		}
	}
};

/** A character typed into the overlay's line. */
export const typedOver = (state: State, overlay: Overlay, key: string): State => {
	switch (overlay.kind) {
		case 'palette': return {...state, overlay: {...overlay, query: typedInto(overlay.query, key, LONGEST_QUERY) ?? overlay.query, cursor: 0}};
		case 'choose': return {...state, overlay: {...overlay, query: typedInto(overlay.query, key, LONGEST_QUERY) ?? overlay.query, cursor: 0}};
		case 'ask': {
			const text = typedInto(overlay.offered === true ? '' : overlay.text, key, LONGEST_LINE);
			return text === null ? state : {...state, overlay: {...overlay, text, offered: false}};
		}
		case 'pipe': return {...state, overlay: {...overlay, text: typedInto(overlay.text, key, LONGEST_LINE) ?? overlay.text, recalled: null}};
		case 'put-right': return typedIntoField(state, overlay, key);
		case 'help': return overlay.typing ? {...state, overlay: {...overlay, scroll: 0, query: typedInto(overlay.query, key, LONGEST_QUERY) ?? overlay.query}} : state;
		default: return state;
	}
};
