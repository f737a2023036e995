import {readFile, readdir} from 'node:fs/promises';
import type {Adapter} from 'lowdb';
import {Problem} from '../model/problem.ts';
import {sha256} from '../text/hash.ts';
import type {LibraryData} from './data.ts';
import {replaceDurably} from './durable.ts';
import {unwrap, wrap} from './envelope.ts';
import type {Opened} from './envelope.ts';
import {layoutOf} from './layout.ts';
import type {Layout} from './layout.ts';
import {currentVersion} from './migrations.ts';
import {damaged, isMissing, newer, readingFailed} from './problems.ts';
import {stampOf} from './stamp.ts';

/** What the file was when it was last read: its generation (0: not there yet), its layout version, and how to tell that it has changed since. */
export type Known = {readonly generation: number; readonly version: number; readonly stamp: string; readonly hash: string};

/** lowdb's adapter for library.json. It trusts nothing it reads and loses nothing it replaces. `write` wants the caller to hold the lock. */
export type LibraryFile = Adapter<LibraryData> & {
	readonly layout: Layout;
	known(): Known;
	/** Whether the file on the disk is another one than was read. Cheap: no content is read. */
	hasMoved(): Promise<boolean>;
	/** Takes what a cache tells of the file for known, without reading it: whoever writes reads it first. */
	adopt(from: Known): void;
	/** The data as last read or written; null where only a cache was. */
	held(): LibraryData | null;
	/** Writes the first library.json, of a given generation; the caller holds the lock and knows that there is none. */
	found(data: LibraryData, generation: number): Promise<void>;
};

const absent: Known = {generation: 0, version: currentVersion, stamp: 'absent', hash: ''};

/** A library.json, or its backup, as it turns out; null where there is none. Throws a Problem where it cannot be read at all. */
export const openedFile = async (path: string): Promise<Opened | null> => {
	try {
		return unwrap(await readFile(path));
	} catch (error) {
		if (isMissing(error)) return null;
		throw readingFailed(path, error);
	}
};

/** What to do about a damaged library.json: the generation before it may be whole. */
const remedyFor = async ({backup, file}: Layout): Promise<string> => {
	const before = await openedFile(backup).catch(() => null);
	return before?.kind === 'whole'
		? `${backup} is whole and holds the state before the last change (generation ${before.generation}): newsdeck doctor --repair puts it in the place of ${file}.`
		: `Put ${file} back from a backup; or newsdeck doctor --repair builds it anew from the documents.`;
};

/** A folder is an empty library only when nothing in it could be a library's remains, or somebody's other files. */
const refuseRemains = async (layout: Layout): Promise<void> => {
	const found = await readdir(layout.folder).catch((error: unknown) => {
		throw readingFailed(layout.folder, error);
	});
	const names = found.filter(name => !name.startsWith('.'));
	// library.json is written before the first part, so no killed import leaves parts without it.
	const remains = names.filter(name => name === 'bodies' || /^library\.json\.(?:bak|v\d+)$/u.test(name));
	if (remains.length > 0) throw damaged(layout.file, 'it is gone, but what belongs to it is there', await remedyFor(layout));
	const others = names.filter(name => !name.startsWith('library.json.'));
	if (others.length === 0) return;
	throw new Problem({
		exit: 'library', what: `${layout.folder} is not a newsdeck library.`, why: `It holds other files (${others[0]}) and no library.json.`,
		remedy: 'Name an empty or a new folder.',
	});
};

/** The adapter of one folder. A missing library.json reads as null. Throws a Problem for a damaged one, and for a newer one unless `readOnly`. */
export const libraryFile = async (folder: string, readOnly: boolean): Promise<LibraryFile> => {
	let layout = await layoutOf(folder);
	let known = absent;
	let data: LibraryData | null = null;

	const store = async (next: LibraryData, generation: number): Promise<void> => {
		const bytes = wrap(next, generation);
		const older = known.version < currentVersion ? [`${layout.file}.v${known.version}`] : [];
		// An empty library is nothing to go back to.
		await replaceDurably(layout.file, [bytes], known.generation === 0 ? [] : [...older, layout.backup]);
		data = next;
		known = {generation, version: currentVersion, stamp: await stampOf(layout.file), hash: sha256(bytes)};
	};

	/** No library.json: an empty library, unless what lies there says otherwise. False where one has come in between. */
	const isEmpty = async (): Promise<boolean> => {
		if (known.stamp !== 'absent') throw damaged(layout.file, 'it is gone', await remedyFor(layout));
		try {
			if (layout.folderExists) await refuseRemains(layout);
			return true;
		} catch (error) {
			if ((await layoutOf(folder)).fileExists) return false;
			throw error;
		}
	};

	return {
		get layout() {
			return layout;
		},
		known: () => known,
		adopt: from => {
			known = from;
			data = null;
		},
		held: () => data,
		hasMoved: async () => await stampOf(layout.file) !== known.stamp,
		read: async () => {
			layout = await layoutOf(folder);
			if (!layout.fileExists && await isEmpty()) return null;
			layout = await layoutOf(folder);
			// The stamp first: who writes in between makes it stale, and the next look finds that out.
			const stamp = await stampOf(layout.file);
			const bytes = await readFile(layout.file).catch((error: unknown) => {
				throw isMissing(error) ? damaged(layout.file, 'it is a link to nothing', 'Mend the link.') : readingFailed(layout.file, error);
			});
			const hash = sha256(bytes);
			if (hash === known.hash && data !== null) {
				known = {...known, stamp};
				return data;
			}
			const found = unwrap(bytes);
			if (found.kind === 'damaged') throw damaged(layout.file, found.reason, await remedyFor(layout));
			if (found.data === null || (found.kind === 'newer' && !readOnly)) throw newer(layout.file, found.version);
			known = {generation: found.generation, version: found.version, stamp, hash};
			data = found.data;
			return data;
		},
		write: async next => store(next, known.generation + 1),
		found: store,
	};
};
