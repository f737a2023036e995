import type {Keymap} from './bindings.ts';
import {draw} from '../draw.ts';
import {CLICKED} from './keys.ts';
import {printed, type Context, type KeyAction} from './keymap.ts';
import {MODULE} from '../paint/layout.ts';
import {contextOf} from './context.ts';
import {reduce} from '../reduce/reduce.ts';
import {SIDE_BY_SIDE} from '../reduce/deck.ts';
import {plain, type Row} from '../paint/row.ts';
import {viewOf, type State} from '../state.ts';
import {symbols} from '../paint/theme.ts';
import type {World} from '../world.ts';

const keyOf = (keymap: Keymap, context: Context, action: KeyAction): string | null => keymap.bindingsFor(context).find(binding => binding.action === action)?.keys[0] ?? null;

/** Whether the cursor stands on a row, left of a cell: the bar of the pane that has the keys. */
const isAt = (rows: readonly Row[], x: number, y: number): boolean => {
	let at = 0;
	for (const run of rows[y] ?? []) {
		if (run.role === 'focus' && run.text.startsWith(symbols.bar) && at <= x) return true;
		at += run.text.length;
	}

	return false;
};

/** The words about a cell, parted by two blanks or more. */
const wordsAt = (row: Row | undefined, x: number): string => {
	for (const found of plain(row ?? []).matchAll(/\S+(?: \S+)*/g)) if (found.index <= x && x < found.index + found[0].length) return found[0];
	return '';
};

/** The key that a hint of the footer names, or a tab of the first row. */
const named = (words: string, context: Context, keymap: Keymap): string | null => {
	const [first = ''] = words.split(' ');
	return keymap.bindingsFor(context).flatMap(({keys}): readonly string[] => keys).find(key => printed(key) === first) ?? null;
};

/** Cursor keys from here until the bar stands on the row; null where it never does. */
const walk = (state: State, world: World, [x, y]: readonly [number, number], key: string): readonly string[] | null => {
	let at = state;
	for (let steps = 1; steps <= world.size.rows; steps++) {
		const next = reduce(at, {kind: 'key', key}, world);
		if (JSON.stringify([next.stack, next.deck, next.overlay]) === JSON.stringify([at.stack, at.deck, at.overlay])) return null;
		at = next;
		if (isAt(draw(at, world), x, y)) return Array.from({length: steps}, () => key);
	}

	return null;
};

/**
 * The keys that do what a click means: on the line under the cursor enter, on another line the way there, on a tab or a hint its key. Found by
 * trying on the drawn screen, so that no view has to tell where its lines stand.
 */
export const keysForClick = (click: string, state: State, given: World): readonly string[] => {
	const [x = 0, y = 0] = click.slice(CLICKED.length).split(' ').map(Number);
	const world: World = {...given, ascii: false};
	const context = contextOf(state);
	const {keymap, size} = world;
	const rows = draw(state, world);
	const open = keyOf(keymap, context, 'open');
	if (y === size.rows - 1 || (y === 0 && viewOf(state).kind === 'compare')) {
		const key = named(wordsAt(rows[y], x), context, keymap);
		return key === null ? [] : [key];
	}

	const pane = keyOf(keymap, context, 'next-pane');
	const other = (context === 'deck' && x >= MODULE) || (context === 'list' && x < MODULE);
	if (size.columns >= SIDE_BY_SIDE && other && pane !== null) return [pane];
	if (isAt(rows, x, y)) return open === null ? [] : [open];
	for (const action of ['down', 'up'] as const) {
		const key = keyOf(keymap, context, action);
		const way = key === null ? null : walk(state, world, [x, y], key);
		if (way !== null) return way;
	}

	return [];
};
