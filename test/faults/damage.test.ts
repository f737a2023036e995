import {copyFile, link, readFile, readdir, rm, symlink, truncate, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {Problem} from '../../source/model/problem.ts';
import {openLibrary} from '../../source/store/lowdb-library.ts';
import {sha256} from '../../source/text/hash.ts';
import {fire, groupingOf, importOf, inquiry, now, undated, withFolder} from '../store/samples.ts';

const page = importOf('harbour.txt', [fire, inquiry]);
const ids = page.derivations.map(each => each.article.id);

/** A library of two generations, so that there is a generation before. */
const build = async (folder: string): Promise<string> => {
	const library = await openLibrary(folder, {now});
	await library.commit({imports: [page], grouping: groupingOf([page])}, 0);
	await library.commit({corrections: [{correction: {kind: 'label', event: 'e-harbour', label: 'Fire'}, who: 'ada', when: now().toISOString(), why: null}]}, 1);
	return join(folder, 'library.json');
};

/** Gives a changed library.json the checksum that fits it: what then is refused is refused for what it says. */
const sealed = (text: string): string => {
	const zeros = text.replace(/"sha256":"[0-9a-f]*"/u, `"sha256":"${'0'.repeat(64)}"`);
	return zeros.replace('0'.repeat(64), sha256(zeros));
};
const change = (from: string | RegExp, to: string) => (text: string): string => {
	const after = text.replace(from, to);
	expect(after).not.toBe(text);
	return sealed(after);
};
const whole = (text: string) => (): string => text;

const damages: Readonly<Record<string, (text: string) => string | Uint8Array>> = {
	'nothing in it': whole(''), 'only spaces': whole(' \n'), 'null': whole('null'), '0': whole('0'), '""': whole('""'), '[]': whole('[]'), '{}': whole('{}'), 'true': whole('true'),
	'the first half': text => text.slice(0, text.length / 2), 'all but the last byte': text => text.slice(0, -2), 'something after the end': text => `${text}{}`,
	'zeros, as after a power cut': text => new Uint8Array(text.length), 'zeros at the end': text => `${text.slice(0, -64)}${'\0'.repeat(64)}`,
	'a byte order mark': text => `\uFEFF${text}`, 'bad UTF-8': text => Buffer.concat([Buffer.from(text.slice(0, 300)), Buffer.from([0xC3, 0x28]), Buffer.from(text.slice(300))]),
	'UTF-16': text => Buffer.from(text, 'utf16le'), 'somebody else\'s JSON': whole('{"posts": []}'),
	'another word, checksum kept': text => text.replace('Tidal', 'Total'), 'another generation, checksum kept': text => text.replace('"generation":2', '"generation":3'),
	'laid out anew': text => JSON.stringify(JSON.parse(text), null, 2),
	'no data': change('"data":', '"datum":'), 'another format': change('newsdeck/library', 'newsdesk/library'), 'version as text': change('"version":3', '"version":"3"'),
	'version 0.5': change('"version":3', '"version":0.5'), 'a negative generation': change('"generation":2', '"generation":-2'), 'a version to come': change('"version":3', '"version":4'),
	'a __proto__ key': change('{"document":', '{"__proto__":{"readOnly":false},"document":'), 'a __proto__ key in disguise': change('{"document":', '{"\\u005f_proto__":{},"document":'),
	'articles an object': change('"articles":[', '"articles":{},"other":['), 'a headline a number': change(/"headline":"[^"]*"/u, '"headline":7'), 'a kind nobody knows': change('"kind":"article"', '"kind":"song"'),
	'a count below zero': change('"segmentCount":3', '"segmentCount":-3'), 'an offset as text': change('"offset":0', '"offset":"0"'), 'a pack that is a path': change(/"pack":"[0-9a-f]*"/u, '"pack":"../../etc/passwd"'),
	'the same article twice': text => sealed(text.replace(/("articles":\[\n)(.*?)(,\n)/u, '$1$2$3$2$3')), 'an event with a stranger': change(/"articles":\["a-/u, '"articles":["b-'),
	'a log with a gap': change('"sequence":1', '"sequence":2'), 'a log entry of no kind': change('"kind":"correct"', '"kind":"erase"'), 'a document not listed': text => sealed(text.replaceAll(`"document":"${page.document.id}"`, `"document":"${'a'.repeat(64)}"`)),
};

describe('a damaged library.json', () => {
	for (const [name, damage] of Object.entries(damages)) {
		it(`is neither opened nor overwritten: ${name}`, async () => withFolder(async folder => {
			const file = await build(folder);
			const open = await openLibrary(folder, {now});
			await writeFile(file, damage(await readFile(file, 'utf8')));
			const before = await readFile(file);
			const backup = await readFile(`${file}.bak`);
			await expect(openLibrary(folder, {now, create: true})).rejects.toMatchObject({exit: 'library', what: expect.stringContaining(file), why: expect.stringMatching(/\.$/u), remedy: expect.stringMatching(/\.$/u)});
			await expect(open.commit({imports: [importOf('x', [undated])]}, 2)).rejects.toMatchObject({exit: 'library'});
			await expect(open.articles()).rejects.toBeInstanceOf(Problem);
			expect(await readFile(file)).toEqual(before);
			expect(await readFile(`${file}.bak`)).toEqual(backup);
		}));
	}

	it('shows in any one bit', async () => withFolder(async folder => {
		const file = await build(folder);
		const good = await readFile(file);
		// Every 37th byte, another bit each time.
		for (let at = 0; at < good.length; at += 37) {
			const bad = Buffer.from(good);
			bad.writeUInt8(bad.readUInt8(at) ^ (1 << (at % 8)), at);
			await writeFile(file, bad);
			await expect(openLibrary(folder, {now}), `byte ${at}`).rejects.toMatchObject({exit: 'library'});
		}
	}));

	it('is told with the way out: the generation before it, when that is whole', async () => withFolder(async folder => {
		const file = await build(folder);
		await truncate(file, 100);
		await expect(openLibrary(folder, {now})).rejects.toMatchObject({remedy: expect.stringContaining(`${file}.bak is whole`)});
		await truncate(`${file}.bak`, 100);
		await expect(openLibrary(folder, {now})).rejects.toMatchObject({remedy: expect.stringContaining('back from a backup')});
	}));

	it('is damage too when it is gone, or a link to nothing', async () => withFolder(async folder => {
		const file = await build(folder);
		await rm(file);
		await expect(openLibrary(folder, {now, create: true})).rejects.toMatchObject({exit: 'library', why: expect.stringContaining('it is gone')});
		await symlink(join(folder, 'nowhere.json'), file);
		await expect(openLibrary(folder, {now, create: true})).rejects.toMatchObject({exit: 'library', why: expect.stringContaining('link to nothing')});
	}));

	it('of a version to come can be looked at where its layout is still known, never written', async () => withFolder(async folder => {
		const file = await build(folder);
		await writeFile(file, change('"version":3', '"version":4')(await readFile(file, 'utf8')));
		const library = await openLibrary(folder, {now, readOnly: true});
		expect(await library.summary()).toMatchObject({readOnly: true, articles: 2});
		await expect(library.commit({imports: []}, 2)).rejects.toMatchObject({exit: 'library', why: expect.stringContaining('newer')});
	}));
});

const packOf = async (folder: string): Promise<string> => join(folder, 'bodies', (await readdir(join(folder, 'bodies')))[0] ?? '');

describe('a damaged part', () => {
	it('is found when the library opens, where a pack is missing or cut short', async () => withFolder(async folder => {
		await build(folder);
		const pack = await packOf(folder);
		await copyFile(pack, join(folder, 'kept'));
		await truncate(pack, 200);
		await expect(openLibrary(folder, {now})).rejects.toMatchObject({exit: 'library', what: expect.stringContaining(pack), why: expect.stringContaining('shorter')});
		await rm(pack);
		await expect(openLibrary(folder, {now})).rejects.toMatchObject({exit: 'library', what: expect.stringContaining(pack), why: expect.stringContaining('not there')});
		await link(join(folder, 'kept'), pack);
		expect(await (await openLibrary(folder, {now})).read(ids)).toHaveLength(2);
	}));

	it('is found when it is read, where a bit of a pack or of a document has flipped', async () => withFolder(async folder => {
		await build(folder);
		const pack = await packOf(folder);
		const text = await readFile(pack, 'utf8');
		await writeFile(pack, text.replace('killed 12', 'killed 72'));
		const library = await openLibrary(folder, {now});
		await expect(library.read([ids[0] ?? ''])).rejects.toMatchObject({exit: 'library', what: expect.stringContaining(pack)});
		expect(await library.read([ids[1] ?? ''])).toHaveLength(1);
		await writeFile(join(folder, 'documents', page.document.id), 'other bytes');
		await expect(library.raw(page.document.id)).rejects.toMatchObject({exit: 'library'});
		await rm(join(folder, 'documents', page.document.id));
		await expect(library.raw(page.document.id)).rejects.toMatchObject({exit: 'library', why: expect.stringContaining('not there')});
	}));
});
