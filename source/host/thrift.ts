import {setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';

/**
 * By how much the space for what has just been made grows each time it is full (V8's own: 2, up to 16 MB a thread and twice that), and by how many per cent
 * what is left after a collection may grow before the next (V8's own, 0: it chooses, up to four times as much).
 */
const collect = (growth: {readonly young: 1 | 2; readonly old: 0 | 20}): void => {
	setFlagsFromString(`--semi-space-growth-factor=${growth.young}`);
	setFlagsFromString(`--heap-growing-percent=${growth.old}`);
};

/**
 * Does something large in little memory, in all threads. What an import makes is dead as soon as it is written: room for it to lie about in takes a hundred
 * megabytes, and saves little time (measured: bench/import-memory.ts).
 */
export const thriftily = async <T>(work: () => Promise<T>): Promise<T> => {
	collect({young: 1, old: 20});
	try {
		return await work();
	} finally {
		collect({young: 2, old: 0});
	}
};

/** Has what nobody needs any more collected now: before a thread takes its share of the memory, while this one waits and would not look. */
export const tidyUp = (): void => {
	setFlagsFromString('--expose-gc');
	const gc: unknown = runInNewContext('gc');
	setFlagsFromString('--no-expose-gc');
	if (typeof gc === 'function') gc();
};
