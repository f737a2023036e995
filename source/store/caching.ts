import {openCache, writeCache} from './cache.ts';
import type {LibraryFile} from './library-file.ts';
import {currentVersion} from './migrations.ts';
import {hashOfFile} from './parts.ts';
import {wholeSource, type Source, type WholeSource} from './source.ts';
import {hashByStamp, keepStamp, stampOf} from './stamp.ts';

/** A smaller library opens as fast without a cache. */
const LARGE = 2000;

const stampPath = (cache: string): string => `${cache}.stamp`;

/**
 * The library from its cache; null where that is not of the library.json there is. Which it is, the system tells (inode, size, times: nobody has
 * touched the file since its bytes were hashed), else its bytes are hashed. What the disk itself gets wrong unasked, `verify` finds, and every write.
 */
export const openCached = async (file: LibraryFile, path: string): Promise<Source | null> => {
	const found = await openCache(path);
	if (found === null) return null;
	const {hash, generation, source} = found;
	const stamp = await stampOf(file.layout.file);
	const known = await hashByStamp(stampPath(path), stamp);
	if (known === null && await hashOfFile(file.layout.file) === hash) await keepStamp(stampPath(path), stamp, hash);
	else if (known !== hash) return null;
	const log = await source.rest('log').catch(() => null);
	return log !== null && await file.adopt({generation, version: currentVersion, stamp, hash}, log) ? source : null;
};

/** Keeps a large library's cache for the next time, unless it is there. A cache that cannot be written costs time later, and nothing else. */
export const keepCache = async (file: LibraryFile, path: string, loaded: {readonly hash: string; readonly whole: WholeSource | null}): Promise<void> => {
	const {hash, generation, version, stamp} = file.known();
	const data = file.held();
	if (data === null || data.articles.length < LARGE || version !== currentVersion || (loaded.whole === null && loaded.hash === hash)) return;
	const source = loaded.hash === hash && loaded.whole !== null ? loaded.whole : wholeSource(data);
	await writeCache(path, source, {hash, generation}).catch(() => undefined);
	await keepStamp(stampPath(path), stamp, hash);
};
