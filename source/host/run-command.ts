import {spawn, type ChildProcess, type SpawnOptions} from 'node:child_process';
import {Readable} from 'node:stream';
import type {Ran} from '../model/desk.ts';
import {Problem} from '../model/problem.ts';
import {cleanForDisplay} from '../text/sanitise.ts';
import {reasonOf} from './files.ts';

/** How much of what a command prints is kept, and how long it may take. */
export type CommandLimits = {readonly bytes: number; readonly milliseconds: number};
/** 1 MiB and five minutes. */
export const usualLimits: CommandLimits = {bytes: 1024 * 1024, milliseconds: 300_000};
/** Of its complaints only the first line is told. */
const MOST_COMPLAINED = 16 * 1024;
/** How long a command that was told to end may take to do so, and one that has ended to close what it wrote to. */
const GRACE = 500;

/** Why a program could not be started, with the setting or line to look at. */
export const notStarted = (program: string, error: unknown, remedy: string): Problem => new Problem({
	exit: 'output', what: `${cleanForDisplay(program)} could not be started.`, why: error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'There is no program of that name.' : reasonOf(error), remedy,
});

/** Starts a program; no shell reads its words. Throws a Problem where the system refuses them. */
export const start = (program: string, words: readonly string[], options: SpawnOptions, remedy: string): ChildProcess => {
	try {
		return spawn(program, words, options);
	} catch (error) {
		throw notStarted(program, error, remedy);
	}
};

/** Hands a program what it reads; one that ends early does not read to the end. */
export const feed = (child: ChildProcess, input: Iterable<string>): void => {
	const {stdin} = child;
	if (stdin === null) return;
	const source = Readable.from(input);
	stdin.on('error', () => source.destroy());
	source.pipe(stdin);
};

/** What comes from a stream, up to so many bytes; `full` is called once there is more. */
const gather = (stream: Readable | null, most: number, full: () => void): (() => string) => {
	const chunks: Buffer[] = [];
	let size = 0;
	stream?.on('data', (chunk: Buffer) => {
		if (size < most) chunks.push(chunk.subarray(0, most - size));
		size += chunk.length;
		if (size > most) full();
	});
	return () => Buffer.concat(chunks).toString('utf8');
};

/** The lines of what a program printed: nothing of them acts on a terminal. */
const linesOf = (text: string): string[] => {
	const lines = text.split(/\r\n|[\n\r]/).map(line => line.split('\t').map(cleanForDisplay).join('\t'));
	return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
};

/** Ends a command with all that it started. On POSIX it leads a group of its own. */
const end = (child: ChildProcess, signal: NodeJS.Signals): void => {
	try {
		if (child.pid === undefined || process.platform === 'win32') child.kill(signal);
		else process.kill(-child.pid, signal);
	} catch {
		// It has ended by itself.
	}
};

/**
 * Runs a program over `input` and resolves to what it printed, cleaned and bounded. It leads a session of its own, without a terminal: it can neither write over
 * the screen nor take its keys. When `signal` aborts, it took too long or printed too much, it is ended with all that it started. Rejects with a Problem
 * where it cannot be started.
 */
export const runCommand = async ([program = '', ...words]: readonly string[], input: Iterable<string>, signal: AbortSignal, limits: CommandLimits = usualLimits): Promise<Ran> => new Promise((resolve, reject) => {
	const remedy = 'Nothing was handed to it.';
	const child = start(program, words, {stdio: 'pipe', detached: process.platform !== 'win32', windowsHide: true}, remedy);
	let stopped: Ran['end'] | null = null;
	const stop = (why: Ran['end']): void => {
		if (stopped !== null) return;
		stopped = why;
		end(child, 'SIGTERM');
		setTimeout(() => end(child, 'SIGKILL'), GRACE).unref();
	};

	const late = setTimeout(() => stop({how: 'too long', seconds: limits.milliseconds / 1000}), limits.milliseconds);
	const brokenOff = (): void => stop({how: 'broken off'});
	const output = gather(child.stdout, limits.bytes, () => stop({how: 'too much', bytes: limits.bytes}));
	const complained = gather(child.stderr, MOST_COMPLAINED, () => {});
	const over = (): void => {
		clearTimeout(late);
		signal.removeEventListener('abort', brokenOff);
	};

	signal.addEventListener('abort', brokenOff);
	child.once('error', error => {
		over();
		reject(notStarted(program, error, remedy));
	});
	// Something it left behind may hold on to what it wrote to: that is not waited for.
	child.once('exit', () => setTimeout(() => {
		child.stdout?.destroy();
		child.stderr?.destroy();
	}, GRACE).unref());
	child.once('close', (code, name) => {
		over();
		const complaints = linesOf(complained());
		resolve({lines: linesOf(output()), complaint: complaints.find(line => line.trim() !== '') ?? '', complaints: complaints.length, end: stopped ?? (code === null ? {how: 'signal', signal: name ?? ''} : {how: 'exit', code})});
	});
	feed(child, input);
	if (signal.aborted) brokenOff();
});
