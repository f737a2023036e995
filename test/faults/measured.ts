import {spawn} from 'node:child_process';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {built, emptyPlace} from '../helpers/program.ts';

/** How a run of the built program ended. `cpu` in seconds, `memory` in MB at most; both null where it was killed. */
export type Measured = {readonly code: number | null; readonly out: string; readonly err: string; readonly cpu: number | null; readonly memory: number | null};

/** Runs the built program, kills it after so many milliseconds, and says what it took. */
export const measured = async (words: readonly string[], cwd: string, milliseconds: number): Promise<Measured> => new Promise(resolve => {
	const place = emptyPlace();
	const file = path.join(place.folder, 'measure.json');
	const child = spawn(process.execPath, ['--import', path.join(import.meta.dirname, 'measure.mjs'), built, ...words], {cwd, env: {...place.env, NEWSDECK_TEST_MEASURE: file}, stdio: ['ignore', 'pipe', 'pipe']});
	let out = '';
	let err = '';
	child.stdout.on('data', (chunk: Buffer) => {
		out += chunk.toString();
	});
	child.stderr.on('data', (chunk: Buffer) => {
		err += chunk.toString();
	});
	const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
	child.once('close', code => {
		clearTimeout(timer);
		let took: {cpu: number; memory: number} | null = null;
		try {
			took = JSON.parse(readFileSync(file, 'utf8')) as {cpu: number; memory: number};
		} catch {
			// Killed: it had no time to write.
		}

		resolve({code, out, err, cpu: took?.cpu ?? null, memory: took?.memory ?? null});
	});
});
