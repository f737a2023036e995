import {graphemes} from '../../text/width.ts';
import type {KeyAction} from '../keys/keymap.ts';
import {viewOf, withView, type State} from '../state.ts';

/** The line that letters go into, and the state with another text in it. */
type Line = {readonly text: string; readonly holding: (text: string) => State};

const lineOf = (state: State): Line | null => {
	const {overlay} = state;
	switch (overlay?.kind) {
		case 'palette':
		case 'choose': return {text: overlay.query, holding: query => ({...state, overlay: {...overlay, query}})};
		case 'help': return overlay.typing ? {text: overlay.query, holding: query => ({...state, overlay: {...overlay, query}})} : null;
		// What was offered and is edited is an offer no longer.
		case 'ask': return {text: overlay.text, holding: text => ({...state, overlay: {...overlay, text, offered: false}})};
		case 'pipe': return {text: overlay.text, holding: text => ({...state, overlay: {...overlay, text}})};
		case 'put-right': return overlay.text === null ? null : {text: overlay.text, holding: text => ({...state, overlay: {...overlay, text}})};
		case undefined: break;
		default: return null;
	}

	const view = viewOf(state);
	return view.kind === 'search' ? {text: view.query, holding: query => withView(state, {...view, query})} : null;
};

const joined = (letters: ReturnType<typeof graphemes>): string => letters.map(({text}) => text).join('');

/**
 * Edits the line where its cursor stands: `edit` sees the line up to there, as if it ended there, and what stands behind is put back. The cursor
 * is counted from the end, so that it stays before the same letters.
 */
export const atCaret = (state: State, edit: (state: State) => State): State => {
	const line = state.caret === 0 ? null : lineOf(state);
	if (line === null) return edit(state);
	const letters = graphemes(line.text);
	const at = Math.max(0, letters.length - state.caret);
	const edited = lineOf(edit(line.holding(joined(letters.slice(0, at)))));
	return edited === null ? state : edited.holding(edited.text + joined(letters.slice(at)));
};

const steps: Readonly<Partial<Record<KeyAction, (caret: number, length: number) => number>>> = {
	'caret-left': (caret, length) => Math.min(length, caret + 1), 'caret-right': caret => Math.max(0, caret - 1), 'caret-first': (_, length) => length, 'caret-last': () => 0,
};

/** The cursor of the line elsewhere; null where the key moves no cursor. */
export const moveCaret = (state: State, action: KeyAction): State | null => {
	const step = steps[action];
	const line = lineOf(state);
	return step === undefined || line === null ? null : {...line.holding(line.text), caret: step(state.caret, graphemes(line.text).length)};
};

/** What takes away letters before the cursor, and leaves it where it is. */
export const erasing: ReadonlySet<KeyAction> = new Set<KeyAction>(['erase', 'erase-word']);

/** Whatever else was done, the cursor stands at the end of the line that is typed next. */
export const atEnd = (state: State): State => state.caret === 0 ? state : {...state, caret: 0};
