import {basename, resolve} from 'node:path';
import {Low} from 'lowdb';
import type {Library} from '../model/library.ts';
import {BrokenCache, cachePath} from './cache-file.ts';
import {keepCache, openCached} from './caching.ts';
import {planChanges} from './changes.ts';
import {bodiesFor, commit, type Session} from './committing.ts';
import {emptyData, type LibraryData} from './data.ts';
import {libraryFile} from './library-file.ts';
import {currentVersion} from './migrations.ts';
import {verifyPacks} from './packs.ts';
import {queriesOf, type Queries} from './queries.ts';
import {requireFolder} from './require-folder.ts';
import {wholeSource, withLog, type Source, type WholeSource} from './source.ts';

/** `readOnly`: nothing in the folder is touched. `create`: a missing folder is an empty library, made at the first commit under `name`. */
export type OpenOptions = {
	/** A folder for caches, outside the library; what lies in it may be deleted at any time. Null: none is kept. */
	readonly cache?: string | null;
	readonly readOnly?: boolean; readonly create?: boolean; readonly name?: string; readonly now: () => Date;
};

/** library.json as it was read, without the journal. */
type Base = {readonly hash: string; readonly whole: WholeSource | null; readonly source: Source};
/** One generation, and how to ask it. */
type Loaded = {readonly state: string; readonly counts: Source['counts']; readonly queries: Queries};

const asWhole = (whole: WholeSource): Pick<Base, 'whole' | 'source'> => ({whole, source: whole});

const turns = (): Session['inTurn'] => {
	let last: Promise<unknown> = Promise.resolve();
	return async work => {
		const next = last.then(work, work);
		last = next;
		return next;
	};
};

/** Opens a library kept in a folder: library.json through lowdb, bodies and bytes beside it. Throws a Problem (exit "library") for what is missing, damaged or newer. */
export const openLibrary = async (folder: string, {readOnly = false, create = false, name, now, cache = null}: OpenOptions): Promise<Library> => {
	await requireFolder(folder, create);
	const file = await libraryFile(folder, readOnly);
	let base: Base | null = null;
	const session: Session = {
		file, readOnly, now, inTurn: turns(), base: () => base?.hash === file.known().hash ? base.source : null,
		db: new Low<LibraryData>(file, emptyData(name ?? basename(resolve(folder)))),
	};
	let packs: ReadonlySet<string> = new Set();
	const cachePlace = cache === null ? null : cachePath(cache, file.layout.file);
	let distrusted = false;
	let loaded: Loaded | null = null;
	let loading: Promise<Loaded> | null = null;

	/** From the cache if it is of this very library.json; else from library.json itself. */
	const readBase = async (): Promise<Base> => {
		// Whoever holds it all, because they wrote, need not ask a cache.
		const cached = cachePlace === null || distrusted || file.held() !== null ? null : await openCached(file, cachePlace);
		if (cached === null) await session.db.read();
		const made = cached === null ? asWhole(wholeSource(file.held() ?? session.db.data)) : {whole: null, source: cached};
		packs = await verifyPacks(file.layout, made.source.packs, packs);
		return {...made, hash: file.known().hash};
	};
	/** Where only the journal is another one, only that is read. */
	const load = async (): Promise<Loaded> => session.inTurn(async () => {
		loaded = null;
		const moved = await file.moved();
		const stays = base !== null && base.hash === file.known().hash && (moved === null || (moved === 'journal' && await file.follow()));
		const read = stays && base !== null ? base : await readBase();
		base = read;
		const source = file.added() === 0 ? read.source : withLog(read.source, file.log());
		loaded = {state: file.state(), counts: source.counts, queries: queriesOf(source, file.layout)};
		return loaded;
	});
	/** The newest generation: another process may have written since the last call. */
	const current = async (): Promise<Loaded> => {
		if (loading) return loading;
		// Held on to: whoever closes the library while one looks takes it away.
		const known = loaded;
		if (known && known.state === file.state() && await file.moved() === null) return known;
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
			base = null;
			loaded = null;
			return question((await current()).queries);
		}
	};
	await current();

	return {
		...(!readOnly && {place: {folder: resolve(folder), cache}}),
		summary: async () => ({...(await current()).counts, generation: file.generation(), readOnly: readOnly || file.known().version > currentVersion}),
		documents: async () => ask(queries => queries.documents()),
		document: async id => ask(queries => queries.document(id)),
		raw: async id => ask(queries => queries.raw(id)),
		articles: async options => ask(queries => queries.articles(options)),
		cards: async ids => ask(queries => queries.cards(ids)),
		read: async (ids, options) => ask(queries => queries.read(ids, options)),
		state: async () => (await current()).state,
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
		searches: async () => ask(queries => queries.searches()),
		plan: async changes => {
			await current();
			return session.inTurn(async () => {
				await session.db.read();
				return planChanges(session.db.data, changes, await bodiesFor(session, session.db.data, changes));
			});
		},
		commit: async (changes, expected) => commit(session, changes, expected),
		close: async () => {
			if (cachePlace !== null && base !== null) await keepCache(file, cachePlace, base);
			base = null;
			loaded = null;
		},
	};
};
