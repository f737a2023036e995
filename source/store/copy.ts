import {mkdir} from 'node:fs/promises';
import {basename, resolve} from 'node:path';
import {Problem} from '../model/problem.ts';
import {emptyData} from './data.ts';
import type {LibraryData} from './data.ts';
import type {Layout} from './layout.ts';
import {libraryFile} from './library-file.ts';
import {withLock} from './lock.ts';
import {partsIn, readPart} from './part-list.ts';
import {writeParts, type Parts} from './parts.ts';
import {writingFailed} from './problems.ts';
import {requireFolder} from './require-folder.ts';

/** Documents in files of their own that are copied at once. */
const atOnce = 64;

const copyParts = async (from: Layout, to: Layout, data: LibraryData): Promise<void> => {
	const parts = partsIn(data);
	for (let start = 0; start < parts.length; start += atOnce) {
		const read: Parts[] = [];
		for (const part of parts.slice(start, start + atOnce)) read.push(await readPart(from, part));
		await writeParts(to, {documents: read.flatMap(each => each.documents), documentPacks: read.flatMap(each => each.documentPacks), bodies: read.flatMap(each => each.bodies)});
	}
};

/**
 * Copies a library to a folder that holds none yet, with every part checked on the way; library.json comes last, so a copy cut short is an empty library.
 * The generation stays, so that a commit meant for the original can go to the copy. `name`: what the copy is called, if not the same.
 */
export const copyLibrary = async (from: string, to: string, {name, now = () => new Date()}: {readonly name?: string; readonly now?: () => Date} = {}): Promise<void> => {
	await requireFolder(from, false);
	const source = await libraryFile(from, true);
	const data = await source.read();
	const target = await libraryFile(to, false);
	await target.read();
	try {
		await mkdir(to, {recursive: true, mode: 0o700});
		await withLock(target.layout.lock, now, async () => {
			await target.read();
			if (target.known().generation > 0) throw new Problem({exit: 'output', what: `Nothing was copied to ${to}.`, why: 'There is a library already.', remedy: 'Open that one, or name another folder.'});
			if (target.known().stamp === 'absent') await target.found(emptyData(basename(resolve(to))), 0);
			const copied = data ?? emptyData(basename(resolve(to)));
			await copyParts(source.layout, target.layout, copied);
			await target.found({...copied, name: name ?? copied.name}, source.generation());
		});
	} catch (error) {
		throw writingFailed(target.layout.file, error);
	}
};
