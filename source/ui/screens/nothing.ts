import {wrap} from '../../text/wrap.ts';
import type {Canvas} from '../paint/canvas.ts';
import type {Context, KeyAction} from '../keys/keymap.ts';
import {kicker, type Hint} from '../paint/layout.ts';
import type {World} from '../world.ts';
import type {Pane} from './pane.ts';

/** A way out of an empty view: what it does, the key where there is one, the command where there is one; `hint`: what the footer calls it. */
export type Way = {readonly action: KeyAction | null; readonly what: string; readonly command?: string; readonly hint?: string};
/** What a view says that has nothing to show; without a title where the view has said it itself. */
export type Nothing = {readonly title?: string; readonly why: readonly string[]; readonly ways: readonly Way[]; readonly label?: string};

const KEYS = 6;
const MEASURE = 76;

/** The keys of these ways for the footer, then those that always lead on. */
export const waysOut = ({ways}: Nothing, context: Context, {keymap}: World): readonly Hint[] => {
	const hints = [...ways.flatMap(({action, hint}) => action === null || hint === undefined ? [] : [[action, hint] as const]), ['palette', 'command'] as const, ['close', 'close'] as const];
	return [...hints.flatMap(([action, label]): readonly Hint[] => {
		const keys = keymap.keyFor(action, context);
		return keys === null ? [] : [{keys, label}];
	}), ...keymap.footerHints(context).slice(-1)];
};

/** What is missing, why, and the keys and commands that help; a key is the one in force in `context`. Returns the row after it. */
export const nothingHere = (canvas: Canvas, {title, why, ways, label = 'Start'}: Nothing, context: Context, {keymap}: World, {x, y: top, right, bottom}: Pane): number => {
	const cells = Math.min(MEASURE, right - x);
	let y = top;
	if (title !== undefined) {
		canvas.text(x, top, title, {bold: true, width: right - x});
		y += 2;
	}

	for (const line of why.flatMap(text => wrap(text, cells))) canvas.text(x, y++, line);
	if (ways.length === 0 || y + 2 > bottom) return y;
	kicker(canvas, x, y + 1, label, right);
	y += 3;
	const step = bottom - y >= ways.length * 2 ? 2 : 1;
	for (const {action, what, command = ''} of ways) {
		const key = action === null ? null : keymap.keyFor(action, context);
		// Without a key of its own a way is only its command.
		if (y > bottom || (key === null && command === '')) continue;
		canvas.text(x, y, key ?? '', {bold: true});
		canvas.text(x + KEYS, y, what, {width: Math.max(0, right - x - KEYS - (command === '' ? 0 : command.length + 2))});
		canvas.text(right, y, command, {role: 'dim', align: 'right'});
		y += step;
	}

	return y;
};
