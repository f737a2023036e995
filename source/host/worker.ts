import {existsSync} from 'node:fs';
import {Worker} from 'node:worker_threads';

/** What a worker may use before it is ended. `megabytes`: its heap; `milliseconds`: from start to end. */
export type WorkerLimits = {readonly megabytes: number; readonly milliseconds: number};

/** Megabytes for what a worker has just made: more takes memory and, from here on, no less time. */
const YOUNG = 12;

/** Why a worker gave no answer; `Error` for anything that is a bug of its program. */
export class WorkerEnded extends Error {
	readonly how: 'memory' | 'time' | 'interrupted' | 'bug';

	constructor(how: WorkerEnded['how'], message: string) {
		super(message);
		this.name = 'WorkerEnded';
		this.how = how;
	}
}

/** Bundled, this file is a chunk beside dist/worker.js; otherwise it lies in a folder beside source/worker.ts. */
const bundled = new URL('worker.js', import.meta.url);
const entry = existsSync(bundled) ? bundled : new URL('../worker.ts', import.meta.url);

const reasonOf = (error: unknown): WorkerEnded => {
	const code = error instanceof Error && 'code' in error ? error.code : '';
	return code === 'ERR_WORKER_OUT_OF_MEMORY' ? new WorkerEnded('memory', 'out of memory') : new WorkerEnded('bug', error instanceof Error ? error.message : String(error));
};

/** Sends what comes, until nobody waits for it any more. */
const send = async (worker: Worker, parts: AsyncIterable<unknown>, over: () => boolean): Promise<void> => {
	for await (const part of parts) {
		if (over()) return;
		worker.postMessage(part, []);
	}
};

/**
 * Does one job in a thread of its own, with a heap of its own: what kills it does not kill the program. Every message of
 * the worker goes to `hear` until that says that it was the last one; after one that says "leave", nothing breaks it off and no time is up until the next. `parts`: what else it is sent after the job, as it comes. Rejects with
 * `WorkerEnded`, or with what `parts` threw.
 */
export const runWorker = async (job: unknown, transfer: readonly ArrayBuffer[], limits: WorkerLimits, signal: AbortSignal, hear: (message: unknown) => 'more' | 'leave' | 'done', parts?: AsyncIterable<unknown>): Promise<void> => {
	const worker = new Worker(entry, {resourceLimits: {maxOldGenerationSizeMb: limits.megabytes, maxYoungGenerationSizeMb: YOUNG, stackSizeMb: 4}, execArgv: [], stdout: false});
	let timer: NodeJS.Timeout | undefined;
	let stop: (() => void) | undefined;
	let ended = false;
	let left = false;
	try {
		await new Promise<void>((resolve, reject) => {
			// Once what was just heard is heard to its end: it may say "leave".
			stop = () => queueMicrotask(() => left || reject(new WorkerEnded('interrupted', 'interrupted')));
			if (signal.aborted) return stop();
			signal.addEventListener('abort', stop);
			timer = setTimeout(() => left || reject(new WorkerEnded('time', 'too slow')), limits.milliseconds);
			worker.on('message', (message: unknown) => {
				try {
					const told = hear(message);
					left = told === 'leave';
					if (told === 'done') resolve();
					else if (signal.aborted) stop?.();
				} catch (error) {
					reject(error instanceof Error ? error : new Error(String(error)));
				}
			});
			worker.once('error', error => reject(reasonOf(error)));
			worker.once('exit', () => reject(new WorkerEnded('bug', 'it ended without a word')));
			worker.postMessage(job, [...transfer]);
			if (parts !== undefined) send(worker, parts, () => ended).catch((error: unknown) => reject(error instanceof Error ? error : new Error(String(error))));
		});
	} finally {
		ended = true;
		clearTimeout(timer);
		if (stop) signal.removeEventListener('abort', stop);
		await worker.terminate();
	}
};
