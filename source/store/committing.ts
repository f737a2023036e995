import {mkdir, rm} from 'node:fs/promises';
import type {Low} from 'lowdb';
import type {ArticleId} from '../model/article.ts';
import type {Changes} from '../model/library.ts';
import {Problem} from '../model/problem.ts';
import {applyChanges, type Applied} from './changes.ts';
import type {Body, LibraryData} from './data.ts';
import type {Layout} from './layout.ts';
import type {LibraryFile} from './library-file.ts';
import {withLock} from './lock.ts';
import {currentVersion} from './migrations.ts';
import {extendLog} from './overrides.ts';
import {readBodies} from './packs.ts';
import {removeParts, writeParts, type Parts} from './parts.ts';
import {changed, newer, writingFailed} from './problems.ts';
import {leaveLists, type Source} from './source.ts';

/** A library that somebody has open. */
export type Session = {
	readonly db: Low<LibraryData>;
	readonly file: LibraryFile;
	readonly readOnly: boolean;
	readonly now: () => Date;
	/** What library.json was read as, without the journal; null before it was. */
	readonly base: () => Source | null;
	/** One after the other: what is read must not come in between what is written. */
	readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
};

/** The bodies that changes are set against: of the articles and tombstones of documents that were read anew. One that cannot be read is left out. */
export const bodiesFor = async ({file}: Session, data: LibraryData, {readings = []}: Pick<Changes, 'readings'>): Promise<ReadonlyMap<ArticleId, Body>> => {
	const documents = new Set(readings.map(each => each.document));
	const bodies = new Map<ArticleId, Body>();
	if (documents.size === 0) return bodies;
	const wanted = new Set(data.articles.flatMap(card => documents.has(card.document) ? [card.id] : []));
	const refs = [...data.bodies.filter(ref => wanted.has(ref.article)), ...data.tombstones.filter(({card}) => documents.has(card.document)).map(({body}) => body)];
	for (const [, ofPack] of Map.groupBy(refs, ref => ref.pack)) {
		const whole = await readBodies(file.layout, ofPack).catch(() => null);
		// One flipped bit costs one article, not all of its pack.
		const read = whole ?? new Map((await Promise.all(ofPack.map(async ref => [...await readBodies(file.layout, [ref]).catch(() => [])]))).flat());
		for (const [id, body] of read) bodies.set(id, body);
	}
	return bodies;
};

const partsOf = ({documents, documentPack, bodies}: Applied): Parts => ({documents, documentPacks: documentPack ? [documentPack] : [], bodies: bodies ? [bodies] : []});

/**
 * Under the lock: corrections that leave the lists as they are go into the journal, and library.json is neither read nor written.
 * Null, and nothing is written, where the changes are others, or library.json has to take them in.
 */
const journalled = async ({file, base}: Session, {corrections, undo, ...others}: Changes, expected: number): Promise<number | null> => {
	const source = base();
	if (source === null || Object.values(others).some(each => each !== undefined)) return null;
	const moved = await file.moved();
	if (moved === 'library' || (moved === 'journal' && !await file.follow())) return null;
	if (file.generation() !== expected) throw changed(file.layout.file);
	const log = extendLog(file.log(), {...corrections && {corrections}, ...undo && {undo}});
	const entries = log.slice(file.log().length);
	if (entries.length === 0) return expected;
	// A cache that cannot be read any more is no reason to refuse: library.json is.
	const light = await leaveLists(log, entries, source).catch(() => false);
	return light && await file.append(entries) ? file.generation() : null;
};

/** Under the lock: takes away what killed processes left half written, whichever file the next one writes. */
const sweep = async ({file, backup, journal, journalBackup}: Layout): Promise<void> => {
	for (const path of [file, backup, journal, journalBackup]) await rm(`${path}.tmp`, {force: true});
};

/** Under the lock: looks again, applies, writes the parts, then library.json. Whatever fails leaves the library as it was. */
const write = async (session: Session, changes: Changes, expected: number): Promise<number> => {
	const {db, file} = session;
	const light = await journalled(session, changes, expected);
	if (light !== null) return light;
	await db.read();
	const generation = file.generation();
	if (generation !== expected) throw changed(file.layout.file);
	const applied = applyChanges(db.data, changes, await bodiesFor(session, db.data, changes));
	if (!applied.changed) return generation;
	const before = db.data;
	if (file.known().stamp === 'absent') await file.found(before, 0);
	const written = await writeParts(file.layout, partsOf(applied));
	try {
		db.data = applied.data;
		await db.write();
	} catch (error) {
		db.data = before;
		// Where only the last fsync failed, the new library.json stands and needs its parts.
		if (await file.moved().catch(() => 'library') !== 'library') await removeParts(written);
		throw error;
	}
	return file.generation();
};

/** Commits as the only writer of all processes; returns the new generation. */
export const commit = async (session: Session, changes: Changes, expected: number): Promise<number> => {
	const {file, readOnly, now} = session;
	if (file.known().version > currentVersion) throw newer(file.layout.file, file.known().version);
	if (readOnly) throw new Problem({exit: 'library', what: `Nothing was written to ${file.layout.file}.`, why: 'It was opened only for reading.', remedy: 'Choose a library of your own.'});
	try {
		await mkdir(file.layout.folder, {recursive: true, mode: 0o700});
		return await withLock(file.layout.lock, now, async () => session.inTurn(async () => {
			await sweep(file.layout);
			return write(session, changes, expected);
		}));
	} catch (error) {
		throw writingFailed(file.layout.file, error);
	}
};

