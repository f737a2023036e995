import {createHash, type Hash} from 'node:crypto';
import {readFile, readdir} from 'node:fs/promises';
import {Low} from 'lowdb';
import type {Adapter} from 'lowdb';
import type {LogEntry} from '../model/override.ts';
import {Problem} from '../model/problem.ts';
import {sha256} from '../text/hash.ts';
import type {LibraryData} from './data.ts';
import {replaceDurably} from './durable.ts';
import {unwrap, wrap} from './envelope.ts';
import type {Opened} from './envelope.ts';
import {addedBy, type Journal} from './journal.ts';
import {journalFile, journalRemedy} from './journal-file.ts';
import {layoutOf} from './layout.ts';
import type {Layout} from './layout.ts';
import {currentVersion} from './migrations.ts';
import {hashOfFile} from './parts.ts';
import {damaged, isMissing, newer, readingFailed} from './problems.ts';
import {stampOf} from './stamp.ts';

/** What library.json was when it was last read: its generation (0: not there yet), its layout version, and how to tell that it has changed since. The journal is not in it. */
export type Known = {readonly generation: number; readonly version: number; readonly stamp: string; readonly hash: string};

/** lowdb's adapter for library.json and the journal beside it. It trusts nothing it reads and loses nothing it replaces. `write` and `append` want the caller to hold the lock. */
export type LibraryFile = Adapter<LibraryData> & {
	readonly layout: Layout;
	known(): Known;
	/** Of the library, with what the journal adds. */
	generation(): number;
	/** The same as long as nothing has been written. */
	state(): string;
	/** Which file on the disk is another one than was read; library.json before the journal. Cheap: no content is read. */
	moved(): Promise<'library' | 'journal' | null>;
	/** Takes what a cache tells of library.json and its log for known, without reading it: whoever writes all of it reads it first. False as in `follow`. */
	adopt(from: Known, log: readonly LogEntry[]): Promise<boolean>;
	/** Reads the journal again. False where library.json is another one by now: that has to be read first. */
	follow(): Promise<boolean>;
	/** library.json as last read or written; null where only a cache was. */
	held(): LibraryData | null;
	/** The whole log. */
	log(): readonly LogEntry[];
	/** How many entries of it the journal adds. */
	added(): number;
	/** Writes entries that follow into the journal. False, and nothing is written, where library.json has to take them in. */
	append(entries: readonly LogEntry[]): Promise<boolean>;
	/** Writes the first library.json, of a given generation; the caller holds the lock and knows that there is none. */
	found(data: LibraryData, generation: number): Promise<void>;
};

/** A journal with more than that goes into library.json: entries, and bytes. */
const MOST_ENTRIES = 1000;
const MOST_BYTES = 512 * 1024;

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

/** Chunks as they come, hashed on the way. */
function* passing(chunks: Iterable<Uint8Array>, hash: Hash): Generator<Uint8Array> {
	for (const chunk of chunks) {
		hash.update(chunk);
		yield chunk;
	}
}

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
	const remains = names.filter(name => name === 'bodies' || /^library\.json\.(?:bak|log|log\.bak|v\d+)$/u.test(name));
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
	/** The log as library.json has it, and what the journal adds. */
	let logged: readonly LogEntry[] = [];
	let added: readonly LogEntry[] = [];
	const journalAdapter = journalFile(() => layout);
	const journal = new Low<Journal | null>(journalAdapter, null);

	const generation = (): number => journal.data?.library === known.hash ? journal.data.generation : known.generation;
	const log = (): readonly LogEntry[] => added.length === 0 ? logged : [...logged, ...added];

	const writeJournal = async (next: Journal): Promise<void> => {
		const before = journal.data;
		try {
			journal.data = next;
			await journal.write();
		} catch (error) {
			journal.data = before;
			throw error;
		}
	};

	/** lowdb keeps what it had where there is nothing any more. */
	const readJournal = async (): Promise<Journal | null> => {
		journal.data = null;
		await journal.read();
		return journal.data;
	};

	const follow = async (): Promise<boolean> => {
		const found = await readJournal();
		const read = found === null ? {added: []} : addedBy(found, known.hash, logged);
		// One that names this library.json was written beside it; none at all, or another, may be what came after a later one.
		if (found?.library !== known.hash && await stampOf(layout.file) !== known.stamp) {
			journalAdapter.forget();
			return false;
		}

		if ('wrong' in read) {
			journalAdapter.forget();
			throw damaged(layout.journal, read.wrong, journalRemedy);
		}

		({added} = read);
		return true;
	};

	const store = async (next: LibraryData, to: number): Promise<void> => {
		const hash = createHash('sha256');
		const older = known.version < currentVersion ? [`${layout.file}.v${known.version}`] : [];
		// An empty library is nothing to go back to.
		await replaceDurably(layout.file, passing(wrap(next, to), hash), known.generation === 0 ? [] : [...older, layout.backup]);
		data = next;
		logged = next.entries;
		added = [];
		known = {generation: to, version: currentVersion, stamp: await stampOf(layout.file), hash: hash.digest('hex')};
	};

	/** What library.json.bak, with a log as long as `before`, does not have stays in the journal. One that is left as it was adds nothing to library.json, and costs nothing. */
	const settle = async (before: number): Promise<void> => {
		if (journal.data === null) return;
		if (logged.length > before) return writeJournal({library: known.hash, generation: known.generation, entries: logged.slice(Math.max(0, before - 1))});
		await journalAdapter.remove();
		journal.data = null;
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

	const readWhole = async (): Promise<void> => {
		// The stamp first: who writes in between makes it stale, and the next look finds that out.
		const stamp = await stampOf(layout.file);
		if (data !== null && await hashOfFile(layout.file).catch(() => null) === known.hash) {
			known = {...known, stamp};
			return;
		}

		const bytes = await readFile(layout.file).catch((error: unknown) => {
			throw isMissing(error) ? damaged(layout.file, 'it is a link to nothing', 'Mend the link.') : readingFailed(layout.file, error);
		});
		const hash = sha256(bytes);
		const found = unwrap(bytes, hash);
		if (found.kind === 'damaged') throw damaged(layout.file, found.reason, await remedyFor(layout));
		if (found.data === null || (found.kind === 'newer' && !readOnly)) throw newer(layout.file, found.version);
		known = {generation: found.generation, version: found.version, stamp, hash};
		data = found.data;
		logged = data.entries;
	};

	return {
		get layout() {
			return layout;
		},
		known: () => known,
		generation,
		// Of what was said, not of how much: another library may have as many generations.
		state: () => journal.data?.library === known.hash ? `${known.hash} ${journalAdapter.hash()}` : known.hash,
		moved: async () => await stampOf(layout.file) !== known.stamp ? 'library' : await journalAdapter.hasMoved() ? 'journal' : null,
		adopt: async (from, entries) => {
			known = from;
			data = null;
			logged = entries;
			return follow();
		},
		follow,
		held: () => data,
		log,
		added: () => added.length,
		append: async entries => {
			const more = [...added, ...entries];
			// An older library.json is brought up to date first: programs that know it know no journal.
			if (known.generation === 0 || known.version !== currentVersion || more.length > MOST_ENTRIES || Buffer.byteLength(JSON.stringify(more)) > MOST_BYTES) return false;
			const first = journal.data?.entries[0]?.sequence ?? Math.max(1, logged.length);
			await writeJournal({library: known.hash, generation: generation() + 1, entries: [...logged.slice(first - 1), ...more]});
			added = more;
			return true;
		},
		read: async () => {
			do {
				layout = await layoutOf(folder);
				if (!layout.fileExists && await isEmpty()) return null;
				layout = await layoutOf(folder);
				await readWhole();
			} while (!await follow());
			return data === null ? null : {...data, entries: log()};
		},
		write: async next => {
			const before = logged.length;
			await store(next, generation() + 1);
			await settle(before).catch(() => undefined);
		},
		found: store,
	};
};
