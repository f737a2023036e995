import {spawn} from 'node:child_process';
import type {ChildProcess} from 'node:child_process';
import process from 'node:process';
import {fileURLToPath} from 'node:url';

const script = fileURLToPath(new URL('writer.ts', import.meta.url));

/** A writer that runs: what it has said so far, and how it ends. */
export type Writer = {readonly child: ChildProcess; readonly said: () => readonly string[]; readonly ended: Promise<number | null>};

const watch = (child: ChildProcess): Writer => {
	let output = '';
	child.stdout?.on('data', (chunk: Buffer) => {
		output += chunk.toString();
	});
	child.stderr?.on('data', (chunk: Buffer) => {
		output += chunk.toString();
	});
	// Only whole lines: a line cut off was not said.
	return {child, said: () => output.slice(0, output.lastIndexOf('\n') + 1).split('\n').filter(Boolean), ended: new Promise(resolve => child.once('close', code => resolve(code)))};
};

/** Starts a writer. `uid`: as another user, where root may choose. */
export const startWriter = (args: readonly string[], options: {readonly uid?: number} = {}): Writer =>
	watch(spawn(process.execPath, [script, ...args], {stdio: ['ignore', 'pipe', 'pipe'], ...options}));

/** Starts a writer whose files may not grow beyond so many blocks (of 512 or 1,024 bytes, as the shell has it). */
export const startLimited = (blocks: number, args: readonly string[]): Writer =>
	watch(spawn('sh', ['-c', `ulimit -f ${blocks}; exec "$@"`, 'sh', process.execPath, script, ...args], {stdio: ['ignore', 'pipe', 'pipe']}));

/** Starts a script of this folder that says "saved NAME" as a writer does. */
export const startScript = (name: string, args: readonly string[]): Writer =>
	watch(spawn(process.execPath, [fileURLToPath(new URL(name, import.meta.url)), ...args], {stdio: ['ignore', 'pipe', 'pipe']}));
