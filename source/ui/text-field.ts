import {graphemes} from '../text/width.ts';
import type {KeyAction} from './keys/keymap.ts';

/** Fuse takes its time on long queries, and nobody types them. */
export const LONGEST_QUERY = 64;
/** A note is a sentence or two; longer ones are written in an editor. */
export const LONGEST_LINE = 400;

/** What an editing key makes of a line of text, its cursor at the end; null where the key edits nothing. */
export const edited = (text: string, action: KeyAction): string | null => {
	switch (action) {
		case 'erase': return graphemes(text).slice(0, -1).map(item => item.text).join('');
		case 'erase-word': return text.replace(/\S+\s*$/, '');
		case 'erase-all': return '';
		default: return null;
	}
};

/** The line with a typed key at its end; null where the key is no character, or the line is full. */
export const typedInto = (text: string, key: string, most: number): string | null => {
	const character = key === 'space' ? ' ' : key;
	return graphemes(character).length === 1 && graphemes(text).length < most ? text + character : null;
};
