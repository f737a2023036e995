import type {Effects} from '../model/effects.ts';
import type {Library} from '../model/library.ts';
import type {Keymap} from './keys/bindings.ts';
import {splitKeys} from './keys/keys.ts';
import type {SessionOptions} from './session/session-options.ts';
import {createSession} from './session/session.ts';
import {announced, spokenFrame, SPOKEN_SIZE} from './paint/spoken.ts';
import {tools} from './tools.ts';

/** What one frame is made from; `keys` as a terminal would send them: "/word\r". */
export type SnapshotOptions = {
	readonly library: Library; readonly effects: Effects; readonly columns: number; readonly rows: number; readonly keys?: string;
	readonly ascii?: boolean; readonly screenReader?: boolean; readonly keymap?: Keymap; readonly rawLines?: SessionOptions['rawLines'];
};

/** One frame as plain text, after the keys: the same rows that the screen shows, or the lines that are said of it. Loads neither Ink nor React. */
export const snapshot = async ({library, effects, columns, rows, keys = '', ascii = false, screenReader = false, keymap, rawLines}: SnapshotOptions): Promise<string> => {
	const session = await createSession({library, effects, size: screenReader ? SPOKEN_SIZE : {columns, rows}, tools, ascii: ascii && !screenReader, spoken: screenReader, ...(keymap && {keymap}), ...(rawLines && {rawLines})});
	await session.press(splitKeys(keys));
	await session.settled();
	return screenReader ? announced([], spokenFrame(session.frame(), ascii)).join('\n') : session.text();
};
