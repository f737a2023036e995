import {mkdtempSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, afterEach, beforeAll, expect, test, vi} from 'vitest';
import {madeUpNews} from '../../bench/news.ts';
import {indexInThread} from '../../source/commands/intake/index-work.ts';
import {hostEffects} from '../../source/host/effects.ts';
import type {Effects} from '../../source/model/effects.ts';
import type {Library} from '../../source/model/library.ts';
import {Problem} from '../../source/model/problem.ts';
import type {Watched} from '../../source/model/watched.ts';
import {createLibrarySearch} from '../../source/search/library-search.ts';
import {openLibrary} from '../../source/store/lowdb-library.ts';
import {createSession} from '../../source/ui/session/session.ts';
import {tools} from '../../source/ui/tools.ts';
import {memoryEffects} from '../helpers/memory-library.ts';

const home = mkdtempSync(path.join(os.tmpdir(), 'newsdeck-index-'));
const folder = path.join(home, 'library');
const now = (): Date => new Date('2026-01-02T09:00:00Z');
let library: Library;
beforeAll(async () => {
	library = await openLibrary(folder, {create: true, now});
	const {imports, grouping} = madeUpNews(2100, 3);
	await library.commit({imports, grouping}, 0);
});
afterEach(() => {
	vi.unstubAllEnvs();
});
afterAll(async () => {
	await library.close();
	rmSync(home, {recursive: true, force: true});
});

/** Keeps files in memory. */
const memoryCache = (): NonNullable<Effects['cache']> => {
	const files = new Map<string, Uint8Array>();
	return {
		read: async name => files.get(name) ?? null,
		async write(name, bytes) {
			files.set(name, bytes);
		},
		async keepOnly(names) {
			for (const name of files.keys()) if (!names.includes(name)) files.delete(name);
		},
	};
};

/** A screen over the library, and how the index of it comes to its end. */
const sitDown = async (cache = memoryCache()) => {
	const {promise, resolve: made, reject: failed} = Promise.withResolvers<void>();
	const asked: Watched[] = [];
	const session = await createSession({
		library, effects: {...memoryEffects(), cache}, size: {columns: 120, rows: 36}, tools,
		async index(_, watched) {
			asked.push(watched);
			await promise;
			await createLibrarySearch({library, cache}).search('');
		},
	});
	return {session, asked, made, failed, cache};
};

const NOTE = 'headlines alone so far: the texts are being read';

test('while the index of a large library is made its headlines answer, keys go on, and the screen says so; then the texts answer', async () => {
	const {session, asked, made} = await sitDown();
	await session.press(['/', ...'ferry cor']);
	const headlines = Number(/\b1 of (\d+)/.exec(session.text())?.[1]);
	expect(session.text()).toContain(NOTE);
	expect(session.text()).toMatch(/at the ferry of Cork/);
	await session.press(['ctrl+u', ...'evening']);
	expect(session.text()).toContain(NOTE);
	expect(session.text()).not.toMatch(/1 of \d/);
	expect(asked).toHaveLength(1);
	made();
	await session.settled();
	expect(session.text()).toContain('1 of 2,100');
	expect(session.text()).not.toContain(NOTE);
	await session.press(['ctrl+u', ...'ferry cor']);
	expect(Number(/\b1 of (\d+)/.exec(session.text())?.[1])).toBeGreaterThanOrEqual(headlines);
});

test('a query for more than words finds nothing yet, and says why', async () => {
	const {session, made} = await sitDown();
	await session.press(['/', ...'ferry has:figures']);
	expect(session.text()).toContain(`${NOTE}, and this asks for more`);
	made();
	await session.settled();
	expect(session.text()).toMatch(/1 of \d/);
});

test('an index that is kept already is asked at once', async () => {
	const {session: first, made, cache} = await sitDown();
	await first.press(['/', ...'ferry']);
	made();
	await first.settled();
	expect(first.text()).not.toContain(NOTE);
	const {session, asked} = await sitDown(cache);
	await session.press(['/', ...'evening']);
	expect(session.text()).toContain('1 of 2,100');
	expect(asked).toEqual([]);
});

test('where it cannot be made beside the keys that is told, and the next search makes it', async () => {
	const {session, failed} = await sitDown();
	await session.press(['/', ...'evening']);
	failed(new Problem({exit: 'unreadable', what: 'The search index was not made beside the keys.', why: ''}));
	await session.settled();
	expect(session.text()).toMatch(/said that about/);
	expect(session.text()).toContain('The search index was not made beside the keys.');
});

test('whoever leaves breaks it off', async () => {
	const {session, asked} = await sitDown();
	await session.press(['/', 'f']);
	await session.finish();
	expect(asked.map(({signal}) => signal.aborted)).toEqual([true]);
});

test('what a thread has made is what searches take up, without reading a text themselves', async () => {
	vi.stubEnv('XDG_CACHE_HOME', path.join(home, 'cache'));
	await indexInThread(folder, 2100, {progress() {}, signal: new AbortController().signal});
	let read = 0;
	const watched: Library = {...library, async read(ids, options) {
		read += ids.length;
		return library.read(ids, options);
	}};
	const search = createLibrarySearch({library: watched, cache: hostEffects(null, folder).cache ?? null});
	expect(await search.isKept()).toBe(true);
	expect((await search.search('evening', {snippets: 0})).total).toBe(2100);
	expect(read).toBe(0);
});
