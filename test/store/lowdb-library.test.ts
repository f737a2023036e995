import {readFile, readdir, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import type {Library} from '../../source/model/library.ts';
import {Problem} from '../../source/model/problem.ts';
import {copyLibrary} from '../../source/store/copy.ts';
import {openLibrary} from '../../source/store/lowdb-library.ts';
import {fire, groupingOf, importOf, inquiry, now, undated, withFolder} from './samples.ts';

const page = importOf('harbour.txt', [fire, inquiry]);
const other = importOf('more/undated.txt', [undated]);

const ready = async (folder: string): Promise<Library> => {
	const library = await openLibrary(folder, {create: true, name: 'harbour', now});
	await library.commit({imports: [page, other], grouping: groupingOf([page, other])}, 0);
	return library;
};
const headlines = async (library: Library): Promise<readonly unknown[]> => (await library.articles()).items.map(card => card.headline);

describe('a library in a folder', () => {
	it('gives back everything that was put in, in a new process too', async () => withFolder(async folder => {
		await ready(folder);
		const library = await openLibrary(folder, {now});
		expect(await library.summary()).toEqual({name: 'harbour', readOnly: false, generation: 1, documents: 2, articles: 3, events: 1, storylines: 1, figures: 4, outlets: 2});
		expect(await library.documents()).toEqual([page.document, other.document]);
		expect(await library.document(page.document.id)).toEqual({document: page.document, removed: page.removed, versions: page.versions, given: {}});
		expect(await library.document('no such')).toBeNull();
		expect(Buffer.from(await library.raw(page.document.id))).toEqual(page.bytes);
		expect(await library.read(page.derivations.map(each => each.article.id))).toEqual(page.derivations);
		expect({events: await library.events(), storylines: await library.storylines()}).toEqual(groupingOf([page, other]));
		expect(await library.log()).toEqual([]);
		expect(await library.review()).toEqual([]);
	}));

	it('lists cards without bodies', async () => withFolder(async folder => {
		const {items} = await (await ready(folder)).articles();
		expect(items.some(card => 'segments' in card || 'headlineSegment' in card)).toBe(false);
	}));

	it('reads articles in the order asked for and leaves out those it does not know', async () => withFolder(async folder => {
		const [first, second] = page.derivations.map(each => each.article.id);
		const found = await (await ready(folder)).read([second ?? '', 'unknown', first ?? '', second ?? '']);
		expect(found.map(each => each.article.id)).toEqual([second, first, second]);
	}));

	it('changes nothing when the same document comes again', async () => withFolder(async folder => {
		const library = await ready(folder);
		const before = await readFile(join(folder, 'library.json'));
		const again = {...page, document: {...page.document, path: 'renamed.txt', imported: '2026-01-01T00:00:00Z'}};
		expect(await library.commit({imports: [again], grouping: groupingOf([page, other])}, 1)).toBe(1);
		expect(await readFile(join(folder, 'library.json'))).toEqual(before);
		expect(await readdir(join(folder, 'bodies'))).toHaveLength(1);
	}));

	it('writes all of a commit or nothing of it', async () => withFolder(async folder => {
		const library = await ready(folder);
		const third = importOf('third.txt', [{headline: 'A third page', body: ['It says little.']}]);
		const undo = {who: 'me', when: now().toISOString(), redo: true};
		await expect(library.commit({imports: [third], undo}, 1)).rejects.toMatchObject({exit: 'nothing'});
		await expect(library.commit({imports: [third, {...third, bytes: Buffer.from('x'), document: {...third.document, id: '0'.repeat(64)}}]}, 1)).rejects.toMatchObject({exit: 'bug'});
		const grouping = {events: [{id: 'e', label: '', storylines: [], articles: ['unknown'], why: []}], storylines: []};
		await expect(library.commit({imports: [third], grouping}, 1)).rejects.toMatchObject({exit: 'bug'});
		// JSON would write these as null, and the library would not open again.
		const [derivation] = third.derivations;
		const card = {...derivation, article: {...derivation?.article, position: Number.NaN}};
		const figure = {...derivation, figures: page.derivations[0]?.figures.map(each => ({...each, low: Number.POSITIVE_INFINITY}))};
		for (const each of [card, figure]) await expect(library.commit({imports: [{...third, derivations: [each as NonNullable<typeof derivation>]}]}, 1)).rejects.toMatchObject({exit: 'bug'});
		const unlike = groupingOf([page, other]).events.map(event => ({...event, why: event.why.map(why => ({...why, likeness: Number.NaN}))}));
		await expect(library.commit({grouping: {events: unlike, storylines: []}}, 1)).rejects.toMatchObject({exit: 'bug'});
		expect((await library.summary()).generation).toBe(1);
		expect(await readdir(join(folder, 'documents'))).toHaveLength(2);
	}));

	it('keeps files private, and a mode that somebody chose', async () => withFolder(async folder => {
		const library = await ready(folder);
		const modeOf = async (...names: string[]): Promise<number> => (await stat(join(folder, ...names))).mode & 0o777;
		const [pack] = await readdir(join(folder, 'bodies'));
		expect([await modeOf('library.json'), await modeOf('documents', page.document.id), await modeOf('bodies', pack ?? '')]).toEqual([0o600, 0o600, 0o600]);
		await (await import('node:fs/promises')).chmod(join(folder, 'library.json'), 0o640);
		await library.commit({imports: [importOf('third.txt', [{body: ['More of it.']}])]}, 1);
		expect([await modeOf('library.json'), await modeOf('library.json.bak')]).toEqual([0o640, 0o640]);
		expect((await readdir(folder)).sort()).toEqual(['bodies', 'documents', 'library.json', 'library.json.bak']);
	}));
});

describe('opening', () => {
	it('takes an empty folder for an empty library, and a missing one only to create it', async () => withFolder(async folder => {
		expect(await (await openLibrary(folder, {now})).summary()).toMatchObject({generation: 0, articles: 0});
		const missing = join(folder, 'not', 'yet');
		await expect(openLibrary(missing, {now})).rejects.toMatchObject({exit: 'library', why: 'There is no such folder.'});
		const library = await openLibrary(missing, {create: true, now});
		expect(await readdir(folder)).toEqual([]);
		await library.commit({imports: [page]}, 0);
		expect(await headlines(await openLibrary(missing, {now}))).toHaveLength(2);
	}));

	it('refuses a file, and a folder that holds somebody\'s other files', async () => withFolder(async folder => {
		await writeFile(join(folder, 'notes.txt'), 'mine');
		await expect(openLibrary(folder, {create: true, now})).rejects.toMatchObject({exit: 'library', why: expect.stringContaining('notes.txt')});
		await expect(openLibrary(join(folder, 'notes.txt'), {create: true, now})).rejects.toMatchObject({exit: 'library'});
	}));

	it('writes nothing when opened only for reading', async () => withFolder(async folder => {
		await ready(folder);
		const before = await readdir(folder);
		const library = await openLibrary(folder, {readOnly: true, now});
		expect(await library.summary()).toMatchObject({readOnly: true, articles: 3});
		await expect(library.commit({imports: [importOf('x', [undated])]}, 1)).rejects.toMatchObject({exit: 'library'});
		expect(await readdir(folder)).toEqual(before);
	}));

	it('copies a library whole, generation included, to where there is none', async () => withFolder(async folder => {
		const from = join(folder, 'demo');
		const to = join(folder, 'mine');
		const original = await ready(from);
		await copyLibrary(from, to, {name: 'mine'});
		const copy = await openLibrary(to, {now});
		expect(await copy.summary()).toEqual({...await original.summary(), name: 'mine'});
		expect(await copy.read([page.derivations[0]?.article.id ?? ''])).toEqual([page.derivations[0]]);
		expect(Buffer.from(await copy.raw(other.document.id))).toEqual(other.bytes);
		expect(await copy.commit({imports: [importOf('x', [{body: ['New.']}])]}, 1)).toBe(2);
		expect(await original.summary()).toMatchObject({generation: 1, articles: 3});
		await expect(copyLibrary(from, to)).rejects.toMatchObject({exit: 'output', why: 'There is a library already.'});
	}));
});

describe('pages of a list', () => {
	const stories = ['2025-03', '2025-03-05', null, '2025-03-05T23:30:00+14:00', '2025-03-05T01:00:00Z', '2025-03-05T01:00', 'last spring'].map((published, index) => ({headline: `Story ${index}`, body: [`Body ${index}.`], published}));

	it('go from the newest to the oldest, undated last, whatever the time zone of the computer', async () => withFolder(async folder => {
		const library = await openLibrary(folder, {now});
		await library.commit({imports: [importOf('all', stories)]}, 0);
		const dates = (await library.articles()).items.map(card => card.published);
		expect(dates.slice(0, 5)).toEqual(['2025-03-05T23:30:00+14:00', ...dates.slice(1, 3), '2025-03-05', '2025-03']);
		expect(new Set(dates.slice(1, 3))).toEqual(new Set(['2025-03-05T01:00:00Z', '2025-03-05T01:00']));
		expect(new Set(dates.slice(5))).toEqual(new Set([null, 'last spring']));
	}));

	it('hold each article once, also when others come in between', async () => withFolder(async folder => {
		const library = await openLibrary(folder, {now});
		await library.commit({imports: [importOf('all', stories)]}, 0);
		const first = await library.articles({limit: 3});
		await library.commit({imports: [importOf('late', [{body: ['Late.'], published: '2025-12-01'}])]}, 1);
		const seen = [...first.items];
		for (let after = first.next; after !== null;) {
			const next = await library.articles({after, limit: 2});
			seen.push(...next.items);
			after = next.next;
		}
		expect(new Set(seen.map(card => card.id)).size).toBe(seen.length);
		expect(seen).toHaveLength(7);
	}));

	it('refuse a cursor that is none', async () => withFolder(async folder => {
		const library = await ready(folder);
		for (const after of ['', '!', Buffer.from('null').toString('base64url'), Buffer.from('["a",1]').toString('base64url')]) {
			await expect(library.articles({after})).rejects.toBeInstanceOf(Problem);
		}
	}));
});

describe('a library that is closed', () => {
	it('gives back what was asked for before', async () => withFolder(async folder => {
		const library = await ready(folder);
		await library.summary();
		const asked = library.articles();
		await library.close();
		expect((await asked).items).toHaveLength(3);
	}));
});

describe('two who have the same library open', () => {
	it('see each other\'s commits, and who comes too late is told', async () => withFolder(async folder => {
		const mine = await ready(folder);
		const theirs = await openLibrary(folder, {now});
		await theirs.commit({imports: [importOf('theirs', [{headline: 'Theirs', body: ['News.']}])]}, 1);
		await expect(mine.commit({imports: [importOf('mine', [{body: ['Old news.']}])]}, 1)).rejects.toMatchObject({exit: 'library', why: 'It was changed by another newsdeck meanwhile.'});
		expect(await mine.summary()).toMatchObject({generation: 2});
		expect(await headlines(mine)).toContain('Theirs');
		expect(await mine.commit({imports: [importOf('mine', [{body: ['Old news.']}])]}, 2)).toBe(3);
	}));

	it('do not disturb each other when reading and writing at once', async () => withFolder(async folder => {
		const library = await ready(folder);
		const reading = Array.from({length: 20}, async () => library.articles());
		const writing = library.commit({imports: [importOf('new', [{body: ['Fresh.']}])]}, 1);
		const results = await Promise.all([...reading, writing.then(() => library.articles())]);
		expect(results.at(-1)?.items).toHaveLength(4);
		expect(await library.summary()).toMatchObject({generation: 2, articles: 4});
	}));
});
