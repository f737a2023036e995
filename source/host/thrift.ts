import {setFlagsFromString} from 'node:v8';

/** By how much the space for what has just been made grows each time it is full; V8's own is 2, up to 16 MB a thread and twice that. */
const growBy = (factor: 1 | 2): void => setFlagsFromString(`--semi-space-growth-factor=${factor}`);

/**
 * Does something large in little memory. What an import makes is dead as soon as it is written: a larger space for it takes tens of megabytes
 * in every thread, and saves no time (measured: bench/import-memory.ts).
 */
export const thriftily = async <T>(work: () => Promise<T>): Promise<T> => {
	growBy(1);
	try {
		return await work();
	} finally {
		growBy(2);
	}
};
