import {key} from '../keys/key-names.ts';
import {takesBack} from './words.ts';

/** The sentences of saved and earlier searches. */
export const saySearch = {
	saved: (name: string): string => `Saved as “${name}”; ${key('go-searches')} lists the searches, saved:NAME asks it within another.`,
	renamed: (name: string): string => `It is saved as “${name}” now; ${takesBack}.`,
	dropped: (name: string): string => `“${name}” is saved no longer; ${takesBack}.`,
	taken: (name: string): string => `Another search is saved as “${name}”.`,
	namedBy: (name: string, others: readonly string[]): string => `“${name}” stays: ${others.map(other => `“${other}”`).join(', ')} names it.`,
	onlySaved: `Only a saved search is taken away: what was searched for goes by itself.`,
	nothingLater: 'This is the line as it was typed.',
} as const;
