import {execFile} from 'node:child_process';
import {mkdtempSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';

export const root = path.join(import.meta.dirname, '../..');
export const built = path.join(root, 'dist/newsdeck.js');

export type Run = {readonly code: number; readonly out: string; readonly err: string};

/** A new empty folder, and an environment in which no library of the tester's own is in reach. */
export const emptyPlace = (): {folder: string; env: NodeJS.ProcessEnv} => {
	const folder = mkdtempSync(path.join(tmpdir(), 'newsdeck-'));
	const {NEWSDECK_LIBRARY: _, ...rest} = process.env;
	return {folder, env: {...rest, XDG_DATA_HOME: path.join(folder, 'xdg'), XDG_CACHE_HOME: path.join(folder, 'cache'), XDG_CONFIG_HOME: path.join(folder, 'config'), HOME: folder, TZ: 'UTC'}};
};

/** Runs the built program as a script would: no terminal, stdout and stderr kept apart. */
export const run = async (words: readonly string[], {cwd, env, input = ''}: {cwd?: string; env?: NodeJS.ProcessEnv; input?: string | Uint8Array} = {}): Promise<Run> =>
	new Promise(resolve => {
		const child = execFile(process.execPath, [built, ...words], {cwd: cwd ?? root, env: env ?? process.env, maxBuffer: 64 * 1024 * 1024}, (error, out, err) => {
			resolve({code: error === null ? 0 : typeof error.code === 'number' ? error.code : 128, out, err});
		});
		child.stdin?.on('error', () => {});
		child.stdin?.end(input);
	});

/** The objects of a JSON Lines text. */
export const objects = (text: string): Array<Record<string, unknown>> => text.split('\n').filter(Boolean).map(line => {
	const value: unknown = JSON.parse(line);
	if (typeof value !== 'object' || value === null) throw new TypeError(`not an object: ${line}`);
	return {...value};
});
