import {appendFile, readFile, readdir, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import type {Library} from '../../source/model/library.ts';
import {openLibrary} from '../../source/store/lowdb-library.ts';
import {fire, importOf, now, withFolder, type Story} from './samples.ts';

/** Enough articles for a cache to be kept; every tenth is undated. */
const many: readonly Story[] = Array.from({length: 2300}, (_, index) => ({headline: `Story ${index}`, body: [`Told ${index} times.`], outlet: 'Quay Daily', published: index % 10 === 0 ? null : `2025-0${1 + index % 9}-1${index % 7}`}));
const page = importOf('many.txt', [fire, ...many]);
const events = page.derivations.map(({article}, index) => ({id: `e-${index}`, label: `Event ${index}`, storylines: [], articles: [article.id], why: []}));
const id = page.derivations[0]?.article.id ?? '';

const everything = async (library: Library) => ({
	summary: await library.summary(), cards: (await library.articles()).items, events: await library.events(), log: await library.log(), documents: await library.documents(), review: await library.review(),
	byId: await library.cards(['unknown', ...page.derivations.map(({article}) => article.id).reverse()]),
	pages: [await library.articles({limit: 7}), await library.eventPage({limit: 7}), await library.articles({limit: 3, after: (await library.articles({limit: 500})).next ?? ''})],
	read: await library.read([id, page.derivations[2000]?.article.id ?? '', 'unknown']), gone: await library.tombstones(), places: await library.places(id),
});

/** A library that was closed with a cache beside it, and a correction in it. */
const closed = async (folder: string): Promise<{readonly open: (cached?: boolean) => Promise<Library>; readonly cache: () => Promise<string>; readonly file: string}> => {
	const [place, cache] = [join(folder, 'library'), join(folder, 'cache')];
	const library = await openLibrary(place, {create: true, now, cache});
	await library.commit({imports: [page], grouping: {events, storylines: []}}, 0);
	const corrections = [{kind: 'article', article: id, fields: {published: '2025-12-24'}}, {kind: 'note', article: id, text: 'Mine.'}, {kind: 'label', event: 'e-0', label: 'The fire'}, {kind: 'delete', article: page.derivations[5]?.article.id ?? '', on: true}] as const;
	await library.commit({corrections: corrections.map(correction => ({correction, who: 'ada', when: now().toISOString(), why: null}))}, 1);
	await library.close();
	return {
		open: async (cached = true) => openLibrary(place, {now, cache: cached ? cache : null}), file: join(place, 'library.json'),
		cache: async () => join(cache, (await readdir(cache)).find(name => name.endsWith('.cache')) ?? ''),
	};
};

describe('the cache of a large library', () => {
	it('answers everything as library.json itself does', async () => withFolder(async folder => {
		const {open, file} = await closed(folder);
		const expected = await everything(await open(false));
		// Read for as long as nothing has to be written: a library.json that is read for each question would fail here.
		const library = await open();
		expect(await everything(library)).toEqual(expected);
		expect(expected.cards[0]).toMatchObject({id, published: '2025-12-24', note: 'Mine.'});
		expect(expected.pages[1]?.items[0]).toMatchObject({label: 'The fire'});
		expect(await library.commit({corrections: [{correction: {kind: 'note', article: id, text: 'Later.'}, who: 'ada', when: now().toISOString(), why: null}]}, 2)).toBe(3);
		expect((await library.articles({limit: 1})).items[0]?.note).toBe('Later.');
		expect(JSON.parse(await readFile(file, 'utf8')).data.articles).toHaveLength(2301);
	}));

	it('is what is read: a library opened by it has not parsed library.json', async () => withFolder(async folder => {
		const {open, cache} = await closed(folder);
		// The cache tells another name than library.json does, under checks that fit: so it shows which of the two was read.
		const {openCache, writeCache} = await import('../../source/store/cache.ts');
		const {wholeSource} = await import('../../source/store/source.ts');
		const known = await openCache(await cache());
		const {data} = JSON.parse(await readFile(join(folder, 'library', 'library.json'), 'utf8'));
		await writeCache(await cache(), wholeSource({...data, name: 'from the cache'}), {hash: known?.hash ?? '', generation: known?.generation ?? 0});
		expect((await (await open()).summary()).name).toBe('from the cache');
		expect((await (await open(false)).summary()).name).toBe('library');
	}));

	it('is never trusted when library.json is another one: changed, damaged, or of an earlier generation', async () => withFolder(async folder => {
		const {open, file} = await closed(folder);
		const good = await readFile(file);
		const backup = await readFile(`${file}.bak`);
		await writeFile(file, good.toString().replace('Told 7 times', 'Told 8 times').replace('"headline":"Story 7"', '"headline":"Story 8"'));
		await expect(open()).rejects.toMatchObject({exit: 'library', why: expect.stringContaining('checksum')});
		await writeFile(file, backup);
		expect((await (await open()).summary()).generation).toBe(1);
		await writeFile(file, good);
		expect((await (await open()).summary()).generation).toBe(2);
	}));

	it('costs nothing but time when it is damaged, cut short, or gone: any byte of it may flip', async () => withFolder(async folder => {
		const {open, cache} = await closed(folder);
		const path = await cache();
		const expected = await everything(await open(false));
		const good = await readFile(path);
		for (let at = 3; at < good.length; at += Math.ceil(good.length / 12)) {
			const bad = Buffer.from(good);
			bad.writeUInt8(bad.readUInt8(at) ^ (1 << (at % 8)), at);
			await writeFile(path, bad);
			expect(await everything(await open()), `byte ${at}`).toEqual(expected);
		}
		await writeFile(path, good.subarray(0, good.length / 2));
		expect(await everything(await open())).toEqual(expected);
		await writeFile(path, '');
		expect((await (await open()).summary()).articles).toBe(2300);
		await rm(path);
		const library = await open();
		expect(await everything(library)).toEqual(expected);
		await library.close();
		expect((await readFile(path)).equals(good)).toBe(true);
	}));

	it('does not hide that a pack is cut short', async () => withFolder(async folder => {
		const {open} = await closed(folder);
		const bodies = join(folder, 'library', 'bodies');
		const pack = join(bodies, (await readdir(bodies))[0] ?? '');
		const good = await readFile(pack);
		await writeFile(pack, good.subarray(0, 1000));
		await expect(open()).rejects.toMatchObject({exit: 'library', why: expect.stringContaining('shorter')});
		await writeFile(pack, good);
		await appendFile(join(bodies, 'stranger'), 'x');
		expect((await (await open()).summary()).articles).toBe(2300);
	}));
});

describe('a library that is moved', () => {
	it('opens in its new place, with a cache left behind in the old one', async () => withFolder(async folder => {
		const {open, file} = await closed(folder);
		const expected = await everything(await open());
		const {cp, rename} = await import('node:fs/promises');
		const moved = join(folder, 'elsewhere', 'library');
		await cp(join(file, '..'), moved, {recursive: true});
		await rename(join(file, '..'), join(folder, 'library-old'));
		const library = await openLibrary(moved, {now, cache: join(folder, 'cache')});
		expect(await everything(library)).toEqual(expected);
		expect(await library.commit({imports: [importOf('new.txt', [{body: ['New.']}])]}, 2)).toBe(3);
	}));
});
