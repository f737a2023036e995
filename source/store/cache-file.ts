import {constants} from 'node:fs';
import {mkdir, open, rename, rm} from 'node:fs/promises';
import type {FileHandle} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import process from 'node:process';
import {crc32} from 'node:zlib';
import {sha256} from '../text/hash.ts';
import {parseJson} from './json.ts';

/** A stretch of a cache file, in bytes, and the CRC-32 of what has to be there. */
export type Extent = readonly [offset: number, length: number, check: number];

/** A cache that is not what was written: it is passed over, never trusted. */
export class BrokenCache extends Error {}

/** Rises whenever a cache is laid out otherwise; others are then passed over. */
const magic = 'newsdeck-cache/4';
/** The first line: magic, then offset, length and check of the header, which is written last. */
const firstLine = ([offset, length, check]: Extent): string => `${[magic, String(offset).padStart(14), String(length).padStart(10), String(check).padStart(10)].join(' ')}\n`;
const firstLineLength = firstLine([0, 0, 0]).length;

/** Where the cache of a library lies: named after where the library lies, so that there is one a library. */
export const cachePath = (folder: string, libraryFile: string): string => join(folder, `${sha256(libraryFile).slice(0, 16)}.cache`);

const readExtent = async (handle: FileHandle, [offset, length, check]: Extent): Promise<Buffer> => {
	const bytes = Buffer.allocUnsafe(length);
	for (let done = 0; done < length;) {
		const {bytesRead} = await handle.read(bytes, done, length - done, offset + done);
		if (bytesRead === 0) throw new BrokenCache('It ends too early.');
		done += bytesRead;
	}
	if (crc32(bytes) !== check) throw new BrokenCache('Its check does not fit.');
	return bytes;
};

/** A cache: its header, and stretches of it on demand. No file is kept open: one that was replaced meanwhile shows by its checks. */
export type CacheFile = {
	readonly header: unknown;
	/** Some stretches, in this order, from one opening of the file. */
	bytes(extents: readonly Extent[]): Promise<readonly Buffer[]>;
	/** A stretch of JSON. */
	json(extent: Extent): Promise<unknown>;
};

const valueOf = (bytes: Buffer): unknown => {
	const parsed = parseJson(bytes);
	if ('wrong' in parsed) throw new BrokenCache(parsed.wrong);
	return parsed.value;
};

const withFile = async <T>(path: string, work: (handle: FileHandle) => Promise<T>): Promise<T> => {
	const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW).catch(() => {
		throw new BrokenCache('It is not there.');
	});
	try {
		return await work(handle);
	} finally {
		await handle.close();
	}
};

const readHeader = async (handle: FileHandle): Promise<unknown> => {
	const line = Buffer.alloc(firstLineLength);
	await handle.read(line, 0, firstLineLength, 0);
	const [name, offset, length, check] = line.toString('latin1').trim().split(/\s+/u);
	const {size} = await handle.stat();
	// A length that a flipped bit made must not ask for all the memory.
	if (name !== magic || !(Number(offset) + Number(length) <= size)) throw new BrokenCache('It begins otherwise.');
	return valueOf(await readExtent(handle, [Number(offset), Number(length), Number(check)]));
};

/** Reads a cache's header and checks it; null where there is none, or one that cannot be used. */
export const openCacheFile = async (path: string): Promise<CacheFile | null> => {
	try {
		const header = await withFile(path, readHeader);
		const bytes = async (extents: readonly Extent[]): Promise<readonly Buffer[]> => withFile(path, async handle => {
			const stretches: Buffer[] = [];
			for (const extent of extents) stretches.push(await readExtent(handle, extent));
			return stretches;
		});
		return {header, bytes, json: async extent => {
			const [stretch = Buffer.alloc(0)] = await bytes([extent]);
			return valueOf(stretch);
		}};
	} catch {
		return null;
	}
};

/** Writes a cache whole or not at all: `fill` puts stretches down one after the other and returns the header. Not brought to the disk: a torn one shows by its checks. */
export const writeCacheFile = async (path: string, fill: (put: (bytes: Uint8Array) => Promise<Extent>) => Promise<unknown>): Promise<void> => {
	await mkdir(dirname(path), {recursive: true, mode: 0o700});
	const temporary = `${path}.${process.pid}.tmp`;
	await rm(temporary, {force: true});
	const handle = await open(temporary, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW, 0o600);
	try {
		try {
			let end = firstLineLength;
			const put = async (bytes: Uint8Array): Promise<Extent> => {
				const extent: Extent = [end, bytes.byteLength, crc32(bytes)];
				for (let done = 0; done < bytes.byteLength;) done += (await handle.write(bytes, done, bytes.byteLength - done, end + done)).bytesWritten;
				end += bytes.byteLength;
				return extent;
			};
			const header = await fill(put);
			await handle.write(firstLine(await put(Buffer.from(JSON.stringify(header)))), 0);
		} finally {
			await handle.close();
		}
		await rename(temporary, path);
	} catch (error) {
		await rm(temporary, {force: true});
		throw error;
	}
};
