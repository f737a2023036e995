import type {Effects} from '../model/effects.ts';
import type {Library} from '../model/library.ts';
import {splitKeys} from './keys.ts';
import {createSession} from './session.ts';
import {tools} from './tools.ts';

/** What one frame is made from; `keys` as a terminal would send them: "/word\r". */
export type SnapshotOptions = {readonly library: Library; readonly effects: Effects; readonly columns: number; readonly rows: number; readonly keys?: string};

/** One frame as plain text, after the keys: the same rows that the screen shows. Loads neither Ink nor React. */
export const snapshot = async ({library, effects, columns, rows, keys = ''}: SnapshotOptions): Promise<string> => {
	const session = await createSession({library, effects, size: {columns, rows}, tools});
	await session.press(splitKeys(keys));
	return session.text();
};
