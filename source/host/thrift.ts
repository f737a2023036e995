import {setFlagsFromString} from 'node:v8';

/**
 * By how much the space for what has just been made grows each time it is full (V8's own: 2, up to 16 MB a thread and twice that), and by how many per cent
 * what is left after a collection may grow before the next (V8's own, 0: it chooses, up to four times as much).
 */
const collect = (growth: {readonly young: 1 | 2; readonly old: 0 | 20 | 60}): void => {
	setFlagsFromString(`--semi-space-growth-factor=${growth.young}`);
	setFlagsFromString(`--heap-growing-percent=${growth.old}`);
};

/**
 * Does something large in little memory, in all threads. What an import makes is dead as soon as it is written: room for it to lie about in takes a hundred
 * megabytes, and saves little time (measured: bench/import-memory.ts).
 */
export const thriftily = async <T>(work: () => Promise<T>): Promise<T> => {
	collect({young: 1, old: 60});
	try {
		return await work();
	} finally {
		collect({young: 2, old: 0});
	}
};

/** So much outside the heap at once has everything collected that nobody needs. */
const ALARMING = 256 * 1024 * 1024;

/**
 * Within `thriftily`: has what nobody needs any more collected now, and sooner from here on, before a thread takes its share of the memory while this one waits and would not look by itself. There is no
 * plainer way to ask for it: a buffer that is never touched takes no memory, but counts as if it did.
 */
export const tidyUp = (): void => {
	collect({young: 1, old: 20});
	try {
		// The first has it begun, some other time; the second has it done.
		for (let times = 0; times < 2; times += 1) new ArrayBuffer(ALARMING).transfer(0);
	} catch (error) {
		// Where not even the addresses are to be had, it goes on as it was.
		if (!(error instanceof RangeError)) throw error;
	}
};
