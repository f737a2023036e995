import {open, rename, rm} from 'node:fs/promises';
import {Problem} from '../model/problem.ts';
import {syncFolder} from './durable.ts';
import {dirname} from 'node:path';

/** Whether a name asks for a library in one file. */
export const isArchiveName = (path: string): boolean => /\.(?:tar|tar\.gz|tgz)$/iu.test(path);

/** What a library's archive may hold; anything else in it is passed over. */
const expected = /^(?:\.\/)?(?:library\.json(?:\.log)?|documents(?:\/[0-9a-f]{64}(?:\.pack)?)?|bodies(?:\/[0-9a-f]{64}\.jsonl)?)\/?$/u;

/** A library's folder as one tar file, gzipped where the name says so: written beside its place, brought to the disk, renamed. */
export const packArchive = async (folder: string, file: string): Promise<void> => {
	const {create} = await import('tar');
	const temporary = `${file}.tmp`;
	await rm(temporary, {force: true});
	try {
		await create({file: temporary, cwd: folder, portable: true, gzip: /gz$/iu.test(file), noDirRecurse: false}, ['library.json', 'documents', 'bodies']);
		const handle = await open(temporary, 'r');
		try {
			await handle.sync();
		} finally {
			await handle.close();
		}
		await rename(temporary, file);
		await syncFolder(dirname(file));
	} catch (error) {
		await rm(temporary, {force: true});
		throw error;
	}
};

/** Unpacks an archive into an empty folder: only files that a library has, never a link, never a path that leads out. Throws a Problem for what is no archive. */
export const unpackArchive = async (file: string, folder: string): Promise<void> => {
	const {extract} = await import('tar');
	try {
		await extract({file, cwd: folder, strict: true, preserveOwner: false, filter: (path, entry) => expected.test(path) && 'type' in entry && (entry.type === 'File' || entry.type === 'Directory')});
	} catch (error) {
		throw new Problem({exit: 'library', what: `${file} was not unpacked.`, why: `The archive is damaged or none: ${error instanceof Error ? error.message : String(error)}.`, remedy: 'Take another backup.'});
	}
};
