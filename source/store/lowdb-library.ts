import {mkdir, stat} from 'node:fs/promises';
import {basename, resolve} from 'node:path';
import {Low} from 'lowdb';
import type {ArticleId} from '../model/article.ts';
import type {Changes, Derivation, Library} from '../model/library.ts';
import type {LogEntry} from '../model/override.ts';
import {Problem} from '../model/problem.ts';
import {applyChanges} from './changes.ts';
import {emptyData} from './data.ts';
import type {LibraryData} from './data.ts';
import {libraryFile} from './library-file.ts';
import type {LibraryFile} from './library-file.ts';
import {withLock} from './lock.ts';
import {currentVersion} from './migrations.ts';
import {pageOf} from './paging.ts';
import {readBodies, readDocument, readWholePack, removeParts, verifyPacks, writeParts} from './packs.ts';
import {changed, isMissing, newer, readingFailed, writingFailed} from './problems.ts';
import {correctDerivation, isAstray} from './replay.ts';
import {summaryOf, viewOf} from './view.ts';
import type {View} from './view.ts';

/** `readOnly`: nothing in the folder is touched. `create`: a missing folder is an empty library, made at the first commit under `name`. */
export type OpenOptions = {readonly readOnly?: boolean; readonly create?: boolean; readonly name?: string; readonly now: () => Date};

type Session = {
	readonly db: Low<LibraryData>;
	readonly file: LibraryFile;
	readonly readOnly: boolean;
	readonly now: () => Date;
	/** One after the other: what is read must not come in between what is written. */
	readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
};

const turns = (): Session['inTurn'] => {
	let last: Promise<unknown> = Promise.resolve();
	return async work => {
		const next = last.then(work, work);
		last = next;
		return next;
	};
};

const isFolder = async (path: string): Promise<boolean | null> => {
	try {
		return (await stat(path)).isDirectory();
	} catch (error) {
		if (isMissing(error)) return null;
		throw readingFailed(path, error);
	}
};

const requireFolder = async (folder: string, create: boolean): Promise<void> => {
	const found = await isFolder(folder);
	if (found === true || (found === null && create)) return;
	const why = found === null ? 'There is no such folder.' : 'It is a file; a library is a folder.';
	throw new Problem({exit: 'library', what: `${folder} was not opened.`, why, remedy: 'Name the folder of a library, or import something to begin one.'});
};

/** What the stages read, uncorrected, of the articles that are there. */
const derivationsOf = async ({file}: Session, view: View, ids: readonly ArticleId[]): Promise<readonly Derivation[]> => {
	const refs = [...new Set(ids)].flatMap(id => view.bodies.get(id) ?? []);
	const bodies = await readBodies(file.layout, refs);
	return ids.flatMap(id => {
		const [card, body] = [view.cards.get(id), bodies.get(id)];
		if (!card || !body) return [];
		const {article: _article, figures, quotes, ...words} = body;
		return [{article: {...card, ...words}, figures, quotes}];
	});
};

const review = async (session: Session, view: View): Promise<readonly LogEntry[]> => {
	const events = new Set(view.events.map(event => event.id));
	const articles = new Set(view.cards.keys());
	const lost = new Set<LogEntry>();
	const withFigures = new Set<ArticleId>();
	for (const entry of view.corrections) {
		if (entry.act.kind !== 'correct') continue;
		if (isAstray(entry.act.correction, articles, events)) lost.add(entry);
		else if (entry.act.correction.kind === 'figure') withFigures.add(entry.act.correction.on.article);
	}
	for (const each of await derivationsOf(session, view, [...withFigures])) {
		for (const entry of correctDerivation(each, view.ofArticle.get(each.article.id) ?? []).unplaced) lost.add(entry);
	}
	return view.corrections.filter(entry => lost.has(entry));
};

/** Under the lock: looks again, applies, writes the parts, then library.json. Whatever fails leaves the library as it was. */
const write = async ({db, file}: Session, changes: Changes, expected: number): Promise<number> => {
	await db.read();
	const {generation} = file.known();
	if (generation !== expected) throw changed(file.layout.file);
	const applied = applyChanges(db.data, changes);
	if (!applied.changed) return generation;
	const before = db.data;
	if (file.known().stamp === 'absent') await file.found(before, 0);
	const written = await writeParts(file.layout, {documents: applied.documents, packs: applied.pack ? [applied.pack] : []});
	try {
		db.data = applied.data;
		await db.write();
	} catch (error) {
		db.data = before;
		// Where only the last fsync failed, the new library.json stands and needs its parts.
		if (!await file.hasMoved().catch(() => true)) await removeParts(written);
		throw error;
	}
	return file.known().generation;
};

const commit = async (session: Session, changes: Changes, expected: number): Promise<number> => {
	const {file, readOnly, now} = session;
	if (file.known().version > currentVersion) throw newer(file.layout.file, file.known().version);
	if (readOnly) throw new Problem({exit: 'library', what: `Nothing was written to ${file.layout.file}.`, why: 'It was opened only for reading.', remedy: 'Choose a library of your own.'});
	try {
		await mkdir(file.layout.folder, {recursive: true, mode: 0o700});
		return await withLock(file.layout.lock, now, async () => session.inTurn(async () => write(session, changes, expected)));
	} catch (error) {
		throw writingFailed(file.layout.file, error);
	}
};

/** Opens a library kept in a folder: library.json through lowdb, bodies and bytes beside it. Throws a Problem (exit "library") for what is missing, damaged or newer. */
export const openLibrary = async (folder: string, {readOnly = false, create = false, name, now}: OpenOptions): Promise<Library> => {
	await requireFolder(folder, create);
	const file = await libraryFile(folder, readOnly);
	const session: Session = {file, readOnly, now, inTurn: turns(), db: new Low<LibraryData>(file, emptyData(name ?? basename(resolve(folder))))};
	let packs: ReadonlySet<string> = new Set();
	let view: View | null = null;
	let loading: Promise<View> | null = null;

	const load = async (): Promise<View> => session.inTurn(async () => {
		await session.db.read();
		packs = await verifyPacks(file.layout, session.db.data.bodies, packs);
		view = viewOf(session.db.data);
		return view;
	});
	/** The newest generation: another process may have written since the last call. */
	const current = async (): Promise<View> => {
		if (loading) return loading;
		if (view && view.data === session.db.data && !await file.hasMoved()) return view;
		loading ??= load().finally(() => {
			loading = null;
		});
		return loading;
	};
	await current();

	return {
		summary: async () => summaryOf(await current(), {generation: file.known().generation, readOnly: readOnly || file.known().version > currentVersion}),
		documents: async () => (await current()).data.documents.map(each => each.document),
		document: async id => {
			const found = (await current()).data.documents.find(each => each.document.id === id);
			return found ? {document: found.document, removed: found.removed, versions: found.versions} : null;
		},
		raw: async id => {
			if ((await current()).data.documents.some(each => each.document.id === id)) return readDocument(file.layout, id);
			throw new Problem({exit: 'nothing', what: `There is no document ${id}.`, why: 'The library does not list it.'});
		},
		articles: async (options = {}) => pageOf((await current()).ordered, options),
		read: async ids => {
			const now = await current();
			return (await derivationsOf(session, now, ids)).map(each => correctDerivation(each, now.ofArticle.get(each.article.id) ?? []).derivation);
		},
		events: async () => (await current()).events,
		storylines: async () => (await current()).data.storylines,
		log: async () => (await current()).data.log,
		review: async () => review(session, await current()),
		commit: async (changes, expected) => commit(session, changes, expected),
		close: async () => undefined,
	};
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
			const names = new Set([...data?.bodies ?? [], ...data?.revisions ?? []].map(ref => ref.pack));
			for (const {document} of data?.documents ?? []) await writeParts(target.layout, {documents: [{id: document.id, bytes: await readDocument(source.layout, document.id)}], packs: []});
			for (const pack of names) await writeParts(target.layout, {documents: [], packs: [{name: pack, bytes: await readWholePack(source.layout, pack)}]});
			const copied = data ?? emptyData(basename(resolve(to)));
			await target.found({...copied, name: name ?? copied.name}, source.known().generation);
		});
	} catch (error) {
		throw writingFailed(target.layout.file, error);
	}
};
