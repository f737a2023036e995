import {commitLatest, type Library} from '../model/library.ts';
import type {Correction} from '../model/override.ts';

/** Corrections on their way into a library. */
export type Deferred = {
	/** Takes a correction and returns at once; it is written a little later, with those that came meanwhile, in their order. */
	add(correction: Correction, why?: string | null): void;
	/** Writes what waits; resolves when all that was added before is written. Throws what the library throws; then it still waits. */
	flush(): Promise<void>;
	/** How many wait. */
	waiting(): number;
};

type Entry = {readonly correction: Correction; readonly who: string; readonly when: string; readonly why: string | null};

/**
 * Collects corrections, so that a key need not wait for the disk: one commit for all that come within `delay` milliseconds. `failed` is told of a
 * commit that did not succeed; its corrections wait on and go with the next one. Whoever makes one must `flush` it on every end that can be caught.
 */
export const deferred = (library: Library, {who, now, failed, delay = 300}: {readonly who: string; readonly now: () => Date; readonly failed: (error: unknown) => void; readonly delay?: number}): Deferred => {
	let entries: readonly Entry[] = [];
	let timer: NodeJS.Timeout | null = null;
	let writing: Promise<void> = Promise.resolve();

	const write = async (): Promise<void> => {
		if (timer !== null) clearTimeout(timer);
		timer = null;
		const batch = entries;
		if (batch.length === 0) return;
		await commitLatest(library, async () => ({corrections: batch}));
		entries = entries.slice(batch.length);
	};
	/** One after the other: a batch that is being written is not written again by the next. */
	const flush = async (): Promise<void> => {
		const next = writing.then(write, write);
		writing = next;
		return next;
	};

	return {
		add(correction, why = null) {
			entries = [...entries, {correction, who, when: now().toISOString(), why}];
			timer ??= setTimeout(() => void flush().catch(failed), delay);
		},
		flush,
		waiting: () => entries.length,
	};
};
