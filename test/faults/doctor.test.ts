import {cp, mkdir, readFile, readdir, rm, truncate, writeFile} from 'node:fs/promises';
import {hostname} from 'node:os';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import type {Rereading} from '../../source/model/library.ts';
import {backUp, restoreLibrary} from '../../source/store/backup.ts';
import {examine} from '../../source/store/check.ts';
import {openLibrary} from '../../source/store/lowdb-library.ts';
import {repairLibrary} from '../../source/store/repair.ts';
import {fire, groupingOf, importOf, inquiry, now, undated, withFolder} from '../store/samples.ts';

const [page, other] = [importOf('harbour.txt', [fire, inquiry]), importOf('undated.txt', [undated])];
const ids = [...page.derivations, ...other.derivations].map(each => each.article.id);
const reread = ({document}: {readonly document: {readonly id: string}}): Rereading | null =>
	[page, other].filter(each => each.document.id === document.id).map(({document: {id}, removed, derivations, versions}) => ({document: id, removed, derivations, versions}))[0] ?? null;
const entry = (text: string) => ({correction: {kind: 'note', article: ids[0] ?? '', text} as const, who: 'ada', when: now().toISOString(), why: null});

/** Three generations: two imports, each a pack of its own, then a note. */
const build = async (folder: string): Promise<string> => {
	const library = await openLibrary(folder, {create: true, now});
	await library.commit({imports: [page], grouping: groupingOf([page])}, 0);
	await library.commit({imports: [other]}, 1);
	await library.commit({corrections: [entry('First.'), entry('Second.')]}, 2);
	return join(folder, 'library.json');
};
const findings = async (folder: string) => (await examine(folder)).findings.map(({kind, harm}) => `${harm ? 'damage' : 'note'} ${kind}`);
const repair = async (folder: string) => repairLibrary(folder, {cache: null, now, reread: async stored => reread(stored)});
const read = async (folder: string) => (await openLibrary(folder, {now})).read(ids, {uncorrected: true});
const packOf = async (folder: string, words: string): Promise<string> => {
	for (const name of await readdir(join(folder, 'bodies'))) {
		if ((await readFile(join(folder, 'bodies', name), 'utf8')).includes(words)) return join(folder, 'bodies', name);
	}
	throw new Error('no such pack');
};
const everyFile = async (folder: string): Promise<readonly string[]> => (await readdir(folder, {recursive: true, withFileTypes: true})).filter(each => each.isFile()).map(each => join(each.parentPath, each.name));

describe('doctor', () => {
	it('has nothing to say of a whole library, of an empty folder, and of one newly begun', async () => withFolder(async folder => {
		expect(await findings(folder)).toEqual([]);
		await build(join(folder, 'library'));
		expect(await findings(join(folder, 'library'))).toEqual([]);
	}));

	it('puts the generation before in the place of a damaged library.json, with the corrections that can still be read', async () => withFolder(async folder => {
		const file = await build(folder);
		const text = await readFile(file, 'utf8');
		await writeFile(file, text.replace('Tidal', 'T!dal'));
		expect(await findings(folder)).toEqual(['damage library']);
		const {orphans} = await repair(folder);
		expect(orphans).toEqual([]);
		expect(await findings(folder)).toEqual([]);
		const library = await openLibrary(folder, {now});
		expect((await library.log()).map(each => each.sequence)).toEqual([1, 2]);
		expect((await library.read([ids[0] ?? '']))[0]?.article.note).toBe('Second.');
		expect(await readFile(join(folder, 'quarantine', 'library.json'), 'utf8')).toContain('T!dal');
	}));

	it('without a generation before hands back every document to be read in again, and saves the log', async () => withFolder(async folder => {
		const file = await build(folder);
		await truncate(`${file}.bak`, 50);
		const text = await readFile(file, 'utf8');
		await writeFile(file, text.replace('{"id":"e-harbour"', '{"id":"e-h'));
		expect(await findings(folder)).toEqual(['damage library', 'damage backup']);
		const {orphans} = await repair(folder);
		expect(orphans.map(each => [each.id, each.known?.document.path])).toEqual(expect.arrayContaining([[page.document.id, 'harbour.txt'], [other.document.id, 'undated.txt']]));
		const library = await openLibrary(folder, {now});
		const {generation} = await library.summary();
		await library.commit({imports: [page, other]}, generation);
		expect((await library.read([ids[0] ?? '']))[0]?.article.note).toBe('Second.');
		expect(await findings(folder)).toEqual([]);
	}));

	it('keeps what can be read of a damaged pack and reads the rest anew from the page', async () => withFolder(async folder => {
		await build(folder);
		const expected = await read(folder);
		const pack = await packOf(folder, 'killed 12');
		await writeFile(pack, (await readFile(pack, 'utf8')).replace('killed 12', 'killed 72'));
		expect(await findings(folder)).toEqual(['damage bodies']);
		const {done} = await repair(folder);
		expect(done.join(' ')).toContain('saved from damaged packs: 1; lost: 1');
		expect(await read(folder)).toEqual(expected);
		expect(await findings(folder)).toEqual([]);
		expect(await readdir(join(folder, 'quarantine'))).toHaveLength(2);
	}));

	it('says which articles are lost when their page is damaged too, and opens with the others', async () => withFolder(async folder => {
		await build(folder);
		await rm(await packOf(folder, 'What we know'));
		await rm(join(folder, 'documents', other.document.id));
		const {done} = await repair(folder);
		expect(done.join(' ')).toContain(ids[2]);
		expect((await read(folder)).map(each => each.article.id)).toEqual(ids.slice(0, 2));
		expect(await findings(folder)).toEqual(['damage document']);
	}));

	it('takes a damaged document from where it was imported from', async () => withFolder(async folder => {
		const origin = join(folder, 'page.txt');
		const own = {...page, document: {...page.document, path: origin}};
		await writeFile(origin, page.bytes);
		const place = join(folder, 'library');
		await (await openLibrary(place, {create: true, now})).commit({imports: [own]}, 0);
		await writeFile(join(place, 'documents', page.document.id), 'other bytes');
		expect(await findings(place)).toEqual(['damage document']);
		await repair(place);
		expect(await findings(place)).toEqual([]);
		expect(Buffer.from(await (await openLibrary(place, {now})).raw(page.document.id))).toEqual(page.bytes);
		expect(await readFile(join(place, 'quarantine', page.document.id), 'utf8')).toBe('other bytes');
	}));

	it('clears what killed processes left, and moves strangers away; nothing else is touched', async () => withFolder(async folder => {
		const file = await build(folder);
		const before = await everyFile(folder);
		await writeFile(`${file}.tmp`, 'half');
		await writeFile(join(folder, 'bodies', 'notes.txt'), 'mine');
		await writeFile(`${file}.lock`, JSON.stringify({pid: 2 ** 22 - 3, started: null, host: hostname()}));
		expect(await findings(folder)).toEqual(expect.arrayContaining(['note litter', 'note stray', 'note lock']));
		await repair(folder);
		expect([...await everyFile(folder)].sort()).toEqual([...before, join(folder, 'quarantine', 'notes.txt')].sort());
	}));
});

describe('a backup', () => {
	it('as a file or a folder brings everything back, earlier readings too', async () => withFolder(async folder => {
		const place = join(folder, 'library');
		await build(place);
		const expected = await read(place);
		for (const name of ['news.tar.gz', 'news.tar', 'copy']) {
			const target = join(folder, name);
			await backUp(place, target, {force: false, now});
			await expect(backUp(place, target, {force: false, now}), name).rejects.toMatchObject({exit: 'output'});
			const back = join(folder, `${name}-back`);
			expect(await restoreLibrary(target, back, {force: false, now})).toBeNull();
			expect(await read(back)).toEqual(expected);
			expect(await (await openLibrary(back, {now})).summary()).toEqual(await (await openLibrary(place, {now})).summary());
			expect(await findings(back)).toEqual([]);
		}
		expect((await readdir(folder)).filter(name => name.startsWith('.'))).toEqual([]);
	}));

	it('is checked before it takes a library\'s place; that one is kept aside', async () => withFolder(async folder => {
		const place = join(folder, 'library');
		await build(place);
		const good = join(folder, 'good.tgz');
		await backUp(place, good, {force: false, now});
		await (await openLibrary(place, {now})).commit({corrections: [entry('Third.')]}, 3);
		await expect(restoreLibrary(good, place, {force: false, now})).rejects.toMatchObject({exit: 'output', why: 'There is a library already.'});
		const bytes = await readFile(good);
		for (const [name, bad] of [['cut.tgz', bytes.subarray(0, bytes.length / 2)], ['text.tar', Buffer.from('no archive')], ['empty.tgz', Buffer.alloc(0)]] as const) {
			await writeFile(join(folder, name), bad);
			await expect(restoreLibrary(join(folder, name), place, {force: true, now}), name).rejects.toMatchObject({exit: 'library'});
		}
		const copy = join(folder, 'copy');
		await cp(place, copy, {recursive: true});
		await writeFile(join(copy, 'documents', page.document.id), 'x');
		await expect(restoreLibrary(copy, place, {force: true, now})).rejects.toMatchObject({exit: 'library'});
		expect(await (await openLibrary(place, {now})).summary()).toMatchObject({generation: 4});

		const aside = await restoreLibrary(good, place, {force: true, now});
		expect(await (await openLibrary(place, {now})).summary()).toMatchObject({generation: 3});
		expect(await (await openLibrary(aside ?? '', {now})).summary()).toMatchObject({generation: 4});
		expect(await findings(aside ?? '')).toEqual([]);
	}));

	it('that was tampered with brings nothing but a library\'s files', async () => withFolder(async folder => {
		const place = join(folder, 'library');
		await build(place);
		await mkdir(join(place, 'extra'));
		await writeFile(join(place, 'extra', 'run.sh'), 'echo');
		await writeFile(join(folder, 'outside.txt'), 'before');
		const {create} = await import('tar');
		await create({file: join(folder, 'bad.tar'), cwd: place, preservePaths: true}, ['library.json', 'documents', 'bodies', 'extra', '../outside.txt']);
		await writeFile(join(folder, 'outside.txt'), 'after');
		const back = join(folder, 'back');
		await restoreLibrary(join(folder, 'bad.tar'), back, {force: false, now});
		expect((await readdir(back)).sort()).toEqual(['bodies', 'documents', 'library.json']);
		expect(await readFile(join(folder, 'outside.txt'), 'utf8')).toBe('after');
	}));
});
