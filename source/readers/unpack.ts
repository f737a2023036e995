import {gunzipSync} from 'node:zlib';
import type {Bytes} from '../model/document.ts';
import {Problem} from '../model/problem.ts';
import {cleanForDisplay} from '../text/sanitise.ts';
import {headBytes} from './content.ts';

/** As large as an input may be that is not compressed, and as much as a page shrinks at most: what shrinks more is a trap. */
const LARGEST = 256 * 1024 * 1024;
const LARGEST_RATIO = 200;
/** Small files of one letter shrink well and harm nobody. */
const HARMLESS = 10 * 1024 * 1024;

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1F && bytes[1] === 0x8B;

/** Whether it has to be unpacked before it is read. */
export const isPacked = (content: Bytes): boolean => isGzip(headBytes(content, 2));

/** The bytes within gzip, or the bytes as they are. Throws a Problem, exit "unreadable", for damaged gzip and for what would fill the memory. */
export const unpack = (path: string, bytes: Uint8Array): Uint8Array => {
	if (!isGzip(bytes)) return bytes;
	const most = Math.min(LARGEST, Math.max(HARMLESS, bytes.length * LARGEST_RATIO));
	const refuse = (why: string, remedy: string) => new Problem({exit: 'unreadable', what: `${cleanForDisplay(path)} was not imported.`, why, remedy});
	try {
		return gunzipSync(bytes, {maxOutputLength: most});
	} catch (error) {
		const large = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
		throw large
			? refuse(`Uncompressed it would be larger than ${Math.floor(most / 1024 / 1024)} MiB, ${LARGEST_RATIO} times its size or more.`, 'If it is no trap, uncompress it first.')
			: refuse('Its gzip data is damaged.', 'Save it again, or uncompress it first.');
	}
};
