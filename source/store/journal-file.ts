import {link, readFile, rm} from 'node:fs/promises';
import type {Adapter} from 'lowdb';
import {sha256} from '../text/hash.ts';
import {replaceDurably} from './durable.ts';
import {unwrapJournal, wrapJournal, type Journal, type OpenedJournal} from './journal.ts';
import type {Layout} from './layout.ts';
import {damaged, isMissing, newer, readingFailed} from './problems.ts';
import {stampOf} from './stamp.ts';

/** lowdb's adapter for the journal: small, so read whole and replaced whole, never written to in place. `write` wants the caller to hold the lock. */
export type JournalFile = Adapter<Journal | null> & {
	/** Whether the file on the disk is another one than was read or written. */
	hasMoved(): Promise<boolean>;
	/** SHA-256 of the file as it was last read or written. */
	hash(): string;
	/** What was read is not to be gone on from: until it is read again, the file counts as another one. */
	forget(): void;
	/** All of it is in library.json now, and in the generation before. */
	remove(): Promise<void>;
};

const bytesOf = async (path: string): Promise<Buffer | null> => {
	try {
		return await readFile(path);
	} catch (error) {
		if (isMissing(error)) return null;
		throw readingFailed(path, error);
	}
};

/** A journal, or its backup, as it turns out; null where there is none. Throws a Problem where it cannot be read at all. */
export const openedJournal = async (path: string): Promise<OpenedJournal | null> => {
	const bytes = await bytesOf(path);
	return bytes === null ? null : unwrapJournal(bytes);
};

/** What to do about a damaged journal. */
export const journalRemedy = 'newsdeck doctor --repair keeps every entry of the log that can be read.';

/** The adapter of the journal beside one library.json. A missing one reads as null; throws a Problem for one that is damaged or newer. */
export const journalFile = (layout: () => Layout): JournalFile => {
	let stamp = 'absent';
	let hash = '';
	return {
		hasMoved: async () => await stampOf(layout().journal) !== stamp,
		hash: () => hash,
		forget: () => {
			stamp = 'unknown';
		},
		read: async () => {
			const {journal, journalBackup} = layout();
			stamp = 'unknown';
			const seen = await stampOf(journal);
			const bytes = await bytesOf(journal);
			const found = bytes === null ? null : unwrapJournal(bytes);
			// The first one may have been written since it was looked for: then it counts as moved, and is read at the next look.
			if (found === null && await openedJournal(journalBackup) !== null && await stampOf(journal) === 'absent') throw damaged(journal, 'it is gone, and the one before it is there', journalRemedy);
			if (found?.kind === 'damaged') throw damaged(journal, found.reason, journalRemedy);
			if (found?.kind === 'newer') throw newer(journal, found.version);
			stamp = seen;
			hash = bytes === null ? '' : sha256(bytes);
			return found?.journal ?? null;
		},
		write: async next => {
			if (next === null) return;
			const {file, journal, journalBackup} = layout();
			const bytes = wrapJournal(next);
			await replaceDurably(journal, [bytes], [journalBackup], file);
			hash = sha256(bytes);
			// The first one has none before it: by a second name it shows when it is gone. What is written stands without that.
			await link(journal, journalBackup).catch(() => undefined);
			stamp = await stampOf(journal);
		},
		remove: async () => {
			// In this order: one without the other before it is whole.
			await rm(layout().journalBackup, {force: true});
			await rm(layout().journal, {force: true});
			stamp = 'absent';
		},
	};
};
