import type {Keymap} from './bindings.ts';
import {printed, type Context, type KeyAction} from './keymap.ts';

/** No text of a page can hold this: the cleaner takes it out. */
const MARK = '\u0001';
const NAMED = new RegExp(`${MARK}([a-z-]+)${MARK}`, 'g');

/** Stands in a sentence for the key of an action: which key that is, only the keymap in force can say. */
export const key = (action: KeyAction): string => `${MARK}${action}${MARK}`;

/** The sentence with the keys in force: that of the place it is told in, else of another where the action works. */
export const withKeys = (text: string, keymap: Keymap, context: Context): string => text.replaceAll(NAMED, (_, action: KeyAction) =>
	keymap.keyFor(action, context) ?? printed(keymap.all.find(binding => binding.action === action)?.keys[0] ?? ''));
