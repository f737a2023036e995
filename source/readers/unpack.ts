import {createGunzip, gunzipSync} from 'node:zlib';
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

const mostOf = (packed: number): number => Math.min(LARGEST, Math.max(HARMLESS, packed * LARGEST_RATIO));

const refusal = (path: string, why: string, remedy: string) => new Problem({exit: 'unreadable', what: `${cleanForDisplay(path)} was not imported.`, why, remedy});
const tooLarge = (path: string, most: number): Problem =>
	refusal(path, `Uncompressed it would be larger than ${Math.floor(most / 1024 / 1024)} MiB, ${LARGEST_RATIO} times its size or more.`, 'If it is no trap, uncompress it first.');
const damaged = (path: string): Problem => refusal(path, 'Its gzip data is damaged.', 'Save it again, or uncompress it first.');

/** The bytes within gzip, or the bytes as they are. Throws a Problem, exit "unreadable", for damaged gzip and for what would fill the memory. */
export const unpack = (path: string, bytes: Uint8Array): Uint8Array => {
	if (!isGzip(bytes)) return bytes;
	const most = mostOf(bytes.length);
	try {
		return gunzipSync(bytes, {maxOutputLength: most});
	} catch (error) {
		throw error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge(path, most) : damaged(path);
	}
};

/** The bytes within gzip a stretch at a time. Throws as `unpack` does. */
export async function* unpackStretches(path: string, packed: Bytes): AsyncGenerator<Uint8Array> {
	const most = mostOf(packed.byteLength);
	let size = 0;
	const unpacking = createGunzip();
	// Goes on for as long as what it gives is asked for.
	const feed = async (): Promise<void> => {
		for (const chunk of packed.chunks()) {
			if (!unpacking.write(chunk)) await new Promise(resolve => unpacking.once('drain', resolve));
		}
		unpacking.end();
	};
	void feed().catch((error: unknown) => unpacking.destroy(error instanceof Error ? error : undefined));
	try {
		for await (const stretch of unpacking) {
			const bytes: Uint8Array = stretch;
			size += bytes.length;
			if (size > most) throw tooLarge(path, most);
			yield bytes;
		}
	} catch (error) {
		throw error instanceof Problem ? error : damaged(path);
	}
}
