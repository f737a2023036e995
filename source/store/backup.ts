import {lstat, mkdir, mkdtemp, readdir, rename, rm, stat} from 'node:fs/promises';
import {dirname, join, resolve} from 'node:path';
import {Problem} from '../model/problem.ts';
import {isArchiveName, packArchive, unpackArchive} from './archive.ts';
import {copyLibrary} from './copy.ts';
import {syncFolder} from './durable.ts';
import {layoutOf} from './layout.ts';
import {withLock} from './lock.ts';
import {isMissing, writingFailed} from './problems.ts';

const isThere = async (path: string): Promise<boolean> => lstat(path).then(() => true, error => {
	if (isMissing(error)) return false;
	throw error;
});

/** Does something in a new folder beside a path, on the same disk; it is gone afterwards, unless it was moved away. */
const beside = async <T>(path: string, work: (folder: string) => Promise<T>): Promise<T> => {
	const parent = dirname(resolve(path));
	await mkdir(parent, {recursive: true});
	const folder = await mkdtemp(join(parent, '.newsdeck-'));
	try {
		return await work(folder);
	} finally {
		await rm(folder, {recursive: true, force: true});
	}
};

/**
 * Copies a library, every part checked on the way, into a folder that holds nothing yet, or into one file (.tar, .tar.gz, .tgz).
 * Throws a Problem (output) where something is there and `force` is false; a folder is never written over.
 */
export const backUp = async (library: string, target: string, {force, now}: {readonly force: boolean; readonly now: () => Date}): Promise<void> => {
	if (!isArchiveName(target)) return copyLibrary(library, target, {now});
	if (!force && await isThere(target)) throw new Problem({exit: 'output', what: `${target} was not written.`, why: 'A file of that name is there.', remedy: 'Use --force to write over it, or another name.'});
	try {
		await beside(target, async folder => {
			await copyLibrary(library, join(folder, 'library'), {now});
			await packArchive(join(folder, 'library'), resolve(target));
		});
	} catch (error) {
		throw writingFailed(target, error);
	}
};

const isEmpty = async (folder: string): Promise<boolean> => (await readdir(folder).catch((error: unknown) => {
	if (isMissing(error)) return [];
	throw error;
})).length === 0;

/** A name beside a folder that nothing has. */
const asideOf = async (folder: string): Promise<string> => {
	for (let count = 1; ; count++) {
		const name = `${folder}.before-restore${count === 1 ? '' : `-${count}`}`;
		if (!await isThere(name)) return name;
	}
};

/**
 * Puts a backup (a folder, or a file of `backUp`) in the place of a library. All of it is checked before anything moves. What was there is kept aside
 * under the name that is returned; null where there was nothing. Throws a Problem (output) where something is there and `force` is false.
 */
export const restoreLibrary = async (source: string, library: string, {force, now}: {readonly force: boolean; readonly now: () => Date}): Promise<string | null> => {
	const place = resolve(library);
	const occupied = !await isEmpty(place);
	if (occupied && !force) throw new Problem({exit: 'output', what: `Nothing was restored to ${library}.`, why: 'There is a library already.', remedy: 'With --force it is kept aside; or name another place with --library.'});
	try {
		return await beside(place, async folder => {
			const from = (await stat(source)).isDirectory() ? source : join(folder, 'unpacked');
			if (from !== source) {
				await mkdir(from, {mode: 0o700});
				await unpackArchive(source, from);
			}
			await copyLibrary(from, join(folder, 'library'), {now});
			if (!occupied) {
				await rename(join(folder, 'library'), place);
				await syncFolder(dirname(place));
				return null;
			}
			const aside = await asideOf(place);
			const {lock} = await layoutOf(place);
			// Nobody writes while the folders change places; the lock goes aside with the old one.
			await withLock(lock, now, async () => {
				await rename(place, aside);
				await rename(join(folder, 'library'), place);
			});
			await rm(join(aside, 'library.json.lock'), {force: true});
			await syncFolder(dirname(place));
			return aside;
		});
	} catch (error) {
		if (isMissing(error)) throw new Problem({exit: 'library', what: `Nothing was restored from ${source}.`, why: 'There is no such file or folder.', remedy: 'Check the path.'});
		throw writingFailed(library, error);
	}
};
