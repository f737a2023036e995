import {mkdir, readFile, rename, stat, writeFile} from 'node:fs/promises';
import {dirname} from 'node:path';
import process from 'node:process';
import {isRecord, parseJson} from './json.ts';
import {isMissing, readingFailed} from './problems.ts';

/** What the system tells of a file: every write is a rename, so another inode; size and times catch those who write in place. */
export const stampOf = async (path: string): Promise<string> => {
	try {
		const {ino, size, mtimeNs, ctimeNs} = await stat(path, {bigint: true});
		return [ino, size, mtimeNs, ctimeNs].join(' ');
	} catch (error) {
		if (isMissing(error)) return 'absent';
		throw readingFailed(path, error);
	}
};

/** The system's clock for files may stand still this long, in milliseconds: a file younger than that may be written again under the same stamp. */
const settling = 2000;

/** The hash that a file with this stamp was found to have; null where nobody looked, or looked too soon after it was written. */
export const hashByStamp = async (path: string, stamp: string): Promise<string | null> => {
	const bytes = await readFile(path).catch(() => null);
	const parsed = bytes === null ? null : parseJson(bytes);
	if (parsed === null || 'wrong' in parsed || !isRecord(parsed.value)) return null;
	const {stamp: known, hash} = parsed.value;
	return known === stamp && typeof hash === 'string' ? hash : null;
};

/** Keeps what a file with this stamp hashes to, once the stamp can be trusted. A failure only costs time later. */
export const keepStamp = async (path: string, stamp: string, hash: string): Promise<void> => {
	const changed = Number(stamp.split(' ').at(-1)) / 1e6;
	if (!(Date.now() - changed > settling)) return;
	const temporary = `${path}.${process.pid}.tmp`;
	try {
		await mkdir(dirname(path), {recursive: true, mode: 0o700});
		await writeFile(temporary, JSON.stringify({stamp, hash}), {mode: 0o600});
		await rename(temporary, path);
	} catch {
		// The next one hashes the file again.
	}
};
