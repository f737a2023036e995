import {mkdir} from 'node:fs/promises';
import {basename, resolve} from 'node:path';
import {Low} from 'lowdb';
import type {ArticleId} from '../model/article.ts';
import type {Changes, Library} from '../model/library.ts';
import {Problem} from '../model/problem.ts';
import {BrokenCache, cachePath} from './cache-file.ts';
import {keepCache, openCached} from './caching.ts';
import {applyChanges, planChanges, type Applied} from './changes.ts';
import {emptyData} from './data.ts';
import type {Body, LibraryData} from './data.ts';
import {libraryFile} from './library-file.ts';
import type {LibraryFile} from './library-file.ts';
import {withLock} from './lock.ts';
import {currentVersion} from './migrations.ts';
import {readBodies, verifyPacks} from './packs.ts';
import {removeParts, writeParts, type Parts} from './parts.ts';
import {changed, newer, writingFailed} from './problems.ts';
import {queriesOf, type Queries} from './queries.ts';
import {requireFolder} from './require-folder.ts';
import {wholeSource, type Source, type WholeSource} from './source.ts';

/** `readOnly`: nothing in the folder is touched. `create`: a missing folder is an empty library, made at the first commit under `name`. */
export type OpenOptions = {
	/** A folder for caches, outside the library; what lies in it may be deleted at any time. Null: none is kept. */
	readonly cache?: string | null;
	readonly readOnly?: boolean; readonly create?: boolean; readonly name?: string; readonly now: () => Date;
};

type Session = {
	readonly db: Low<LibraryData>;
	readonly file: LibraryFile;
	readonly readOnly: boolean;
	readonly now: () => Date;
	/** One after the other: what is read must not come in between what is written. */
	readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
};

/** One generation as it was read, and how to ask it. */
type Loaded = {readonly hash: string; readonly whole: WholeSource | null; readonly source: Source; readonly queries: Queries};

const asWhole = (whole: WholeSource): Pick<Loaded, 'whole' | 'source'> => ({whole, source: whole});

const turns = (): Session['inTurn'] => {
	let last: Promise<unknown> = Promise.resolve();
	return async work => {
		const next = last.then(work, work);
		last = next;
		return next;
	};
};

/** The bodies that changes are set against: of the articles and tombstones of documents that were read anew. One that cannot be read is left out. */
const bodiesFor = async ({file}: Session, data: LibraryData, {readings = []}: Pick<Changes, 'readings'>): Promise<ReadonlyMap<ArticleId, Body>> => {
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

/** Under the lock: looks again, applies, writes the parts, then library.json. Whatever fails leaves the library as it was. */
const write = async (session: Session, changes: Changes, expected: number): Promise<number> => {
	const {db, file} = session;
	await db.read();
	const {generation} = file.known();
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
export const openLibrary = async (folder: string, {readOnly = false, create = false, name, now, cache = null}: OpenOptions): Promise<Library> => {
	await requireFolder(folder, create);
	const file = await libraryFile(folder, readOnly);
	const session: Session = {file, readOnly, now, inTurn: turns(), db: new Low<LibraryData>(file, emptyData(name ?? basename(resolve(folder))))};
	let packs: ReadonlySet<string> = new Set();
	const cachePlace = cache === null ? null : cachePath(cache, file.layout.file);
	let distrusted = false;
	let loaded: Loaded | null = null;
	let loading: Promise<Loaded> | null = null;

	/** From the cache if it is of this very library.json; else from library.json itself. */
	const load = async (): Promise<Loaded> => session.inTurn(async () => {
		// Whoever holds it all, because they wrote, need not ask a cache.
		const cached = cachePlace === null || distrusted || file.held() !== null ? null : await openCached(file, cachePlace);
		if (cached === null) await session.db.read();
		const made = cached === null ? asWhole(wholeSource(session.db.data)) : {whole: null, source: cached};
		packs = await verifyPacks(file.layout, made.source.packs, packs);
		loaded = {...made, hash: file.known().hash, queries: queriesOf(made.source, file.layout)};
		return loaded;
	});
	/** The newest generation: another process may have written since the last call. */
	const current = async (): Promise<Loaded> => {
		if (loading) return loading;
		if (loaded && loaded.hash === file.known().hash && !await file.hasMoved()) return loaded;
		loading ??= load().finally(() => {
			loading = null;
		});
		return loading;
	};
	const ask = async <T>(question: (queries: Queries) => Promise<T>): Promise<T> => {
		try {
			return await question((await current()).queries);
		} catch (error) {
			if (!(error instanceof BrokenCache)) throw error;
			distrusted = true;
			loaded = null;
			return question((await current()).queries);
		}
	};
	await current();

	return {
		summary: async () => ({...(await current()).source.counts, generation: file.known().generation, readOnly: readOnly || file.known().version > currentVersion}),
		documents: async () => ask(queries => queries.documents()),
		document: async id => ask(queries => queries.document(id)),
		raw: async id => ask(queries => queries.raw(id)),
		articles: async options => ask(queries => queries.articles(options)),
		read: async (ids, options) => ask(queries => queries.read(ids, options)),
		state: async () => (await current()).hash,
		prints: async () => ask(queries => queries.prints()),
		places: async id => ask(queries => queries.places(id)),
		revisions: async id => ask(queries => queries.revisions(id)),
		tombstones: async () => ask(queries => queries.tombstones()),
		events: async () => ask(queries => queries.events()),
		eventPage: async options => ask(queries => queries.eventPage(options)),
		storylines: async () => ask(queries => queries.storylines()),
		log: async () => ask(queries => queries.log()),
		review: async () => ask(queries => queries.review()),
		saved: async () => ask(queries => queries.saved()),
		tracked: async () => ask(queries => queries.tracked()),
		plan: async changes => {
			await current();
			return session.inTurn(async () => {
				await session.db.read();
				return planChanges(session.db.data, changes, await bodiesFor(session, session.db.data, changes));
			});
		},
		commit: async (changes, expected) => commit(session, changes, expected),
		close: async () => {
			if (cachePlace !== null && loaded !== null) await keepCache(file, cachePlace, loaded);
			loaded = null;
		},
	};
};
