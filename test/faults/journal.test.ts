import {copyFile, readFile, readdir, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {Problem} from '../../source/model/problem.ts';
import {examine} from '../../source/store/check.ts';
import {openLibrary} from '../../source/store/lowdb-library.ts';
import {repairLibrary} from '../../source/store/repair.ts';
import {sha256} from '../../source/text/hash.ts';
import {fire, groupingOf, importOf, inquiry, now, undated, withFolder} from '../store/samples.ts';

const page = importOf('harbour.txt', [fire, inquiry]);
const id = page.derivations[0]?.article.id ?? '';
const note = (text: string) => ({corrections: [{correction: {kind: 'note', article: id, text} as const, who: 'ada', when: now().toISOString(), why: null}]});

const say = async (folder: string, ...texts: readonly string[]): Promise<void> => {
	const library = await openLibrary(folder, {create: true, now});
	for (const text of texts) await library.commit(note(text), (await library.summary()).generation);
};
/** A library of two generations with entries in library.json, and two commits more in the journal. */
const build = async (folder: string): Promise<string> => {
	const library = await openLibrary(folder, {create: true, now});
	await library.commit({imports: [page], grouping: groupingOf([page]), ...note('First.')}, 0);
	await library.commit({imports: [importOf('undated.txt', [undated])]}, 1);
	await say(folder, 'Second.', 'Third.');
	return join(folder, 'library.json.log');
};
const notes = async (folder: string): Promise<readonly string[]> => (await (await openLibrary(folder, {now})).log()).flatMap(({act}) => act.kind === 'correct' && act.correction.kind === 'note' ? [act.correction.text] : []);
const findings = async (folder: string) => (await examine(folder)).findings.map(({kind, harm}) => `${harm ? 'damage' : 'note'} ${kind}`);
const repair = async (folder: string) => repairLibrary(folder, {cache: null, now, reread: async () => null});

/** Gives a changed journal the checksum that fits it. */
const sealed = (text: string): string => {
	const zeros = text.replace(/"sha256":"[0-9a-f]*"/u, `"sha256":"${'0'.repeat(64)}"`);
	return zeros.replace('0'.repeat(64), sha256(zeros));
};
const change = (from: string | RegExp, to: string, seal = sealed) => (text: string): string => {
	const after = text.replace(from, to);
	expect(after).not.toBe(text);
	return seal(after);
};
const unsealed = (text: string): string => text;

const damages: Readonly<Record<string, (text: string) => string | Uint8Array>> = {
	'nothing in it': () => '', 'another JSON': () => '{"posts":[]}\n', 'zeros, as after a power cut': text => new Uint8Array(text.length), 'zeros at the end': text => `${text.slice(0, -40)}${'\0'.repeat(40)}`,
	'the first half': text => text.slice(0, text.length / 2), 'its last line gone': text => text.slice(0, text.trimEnd().lastIndexOf('\n') + 1), 'all but the last byte': text => text.slice(0, -1), 'a line more': text => `${text}{}\n`,
	'another word, checksum kept': change('Third', 'Fifth', unsealed), 'another word, under a checksum that fits': change('Third', 'Fifth'), 'another generation, checksum kept': change('"generation":4', '"generation":5', unsealed),
	'bad UTF-8': text => Buffer.concat([Buffer.from(text.slice(0, -20)), Buffer.from([0xC3, 0x28]), Buffer.from(text.slice(-20))]), 'a first line of another kind': change('newsdeck/journal', 'newsdesk/journal'),
	'a version to come': change('"version":3', '"version":4'), 'of another library.json': change(/"library":"[0-9a-f]*"/u, `"library":"${'a'.repeat(64)}"`), 'a library.json that is a path': change(/"library":"[0-9a-f]*"/u, '"library":"../x"'),
	'its first line of entries gone': text => sealed(text.replace(/\n.*\n.*\n/u, '\n')), 'a generation below zero': change('"generation":4', '"generation":-4'),
};

describe('a damaged journal', () => {
	for (const [name, damage] of Object.entries(damages)) {
		it(`is neither opened nor overwritten, and doctor says so in a line: ${name}`, async () => withFolder(async folder => {
			const file = await build(folder);
			const open = await openLibrary(folder, {now});
			const {generation} = await open.summary();
			await writeFile(file, damage(await readFile(file, 'utf8')));
			const before = await readFile(file);
			const told = {exit: 'library', what: expect.stringContaining(file), why: expect.stringMatching(/\.$/u), remedy: expect.stringMatching(/\.$/u)};
			await expect(openLibrary(folder, {now, create: true})).rejects.toMatchObject(told);
			await expect(open.commit(note('Fourth.'), generation)).rejects.toMatchObject(told);
			await expect(open.commit({imports: [importOf('x', [undated])]}, generation)).rejects.toMatchObject(told);
			await expect(open.articles()).rejects.toBeInstanceOf(Problem);
			await expect(open.commit(note('Fifth.'), generation)).rejects.toMatchObject(told);
			expect(await readFile(file)).toEqual(before);
			const found = (await examine(folder)).findings;
			expect(found).toEqual([expect.objectContaining({path: file, harm: true, why: expect.stringMatching(/^[^\n]+\.$/u), remedy: expect.stringMatching(/^[^\n]+\.$/u)})]);
		}));
	}

	it('shows in any one bit', async () => withFolder(async folder => {
		const file = await build(folder);
		const good = await readFile(file);
		for (let at = 0; at < good.length; at += 5) {
			const bad = Buffer.from(good);
			bad.writeUInt8(bad.readUInt8(at) ^ (1 << (at % 8)), at);
			await writeFile(file, bad);
			await expect(openLibrary(folder, {now}), `byte ${at}`).rejects.toMatchObject({exit: 'library'});
		}
	}));

	it('shows when it is gone, by the one before it', async () => withFolder(async folder => {
		await say(folder);
		const file = await build(folder);
		await rm(file);
		await expect(openLibrary(folder, {now})).rejects.toMatchObject({exit: 'library', what: expect.stringContaining(file), why: expect.stringContaining('it is gone')});
		expect(await findings(folder)).toEqual(['damage journal']);
	}));

	it('without a library.json is the remains of a library, not an empty folder', async () => withFolder(async folder => {
		const file = await build(folder);
		for (const name of await readdir(folder)) if (join(folder, name) !== file) await rm(join(folder, name), {recursive: true});
		await expect(openLibrary(folder, {now, create: true})).rejects.toMatchObject({exit: 'library', why: expect.stringContaining('it is gone')});
		expect(await findings(folder)).toEqual(['damage library']);
		await repair(folder);
		expect(await notes(folder)).toEqual(['First.', 'Second.', 'Third.']);
	}));
});

describe('doctor mends a journal', () => {
	it('that is damaged anywhere, and loses no entry but what was in its last commit alone', async () => withFolder(async folder => {
		for (const [name, damage] of Object.entries(damages)) {
			if (name === 'a version to come') continue;
			const place = join(folder, name.replaceAll(' ', '-'));
			const file = await build(place);
			const text = await readFile(file, 'utf8');
			await writeFile(file, damage(text));
			const bad = await readFile(file);
			const {done} = await repair(place);
			expect(await findings(place), name).toEqual([]);
			// In another library.json's journal, and where the words themselves were not touched, the last commit is whole as well.
			const lost = !bad.toString().includes('Third.') || /zeros at|bad UTF-8/u.test(name);
			expect(await notes(place), name).toEqual(lost ? ['First.', 'Second.'] : ['First.', 'Second.', 'Third.']);
			// What is gone without a trace cannot be told; what still has a line can.
			expect([name, done.some(line => line.includes('are lost') && line.includes(': 1.'))]).toEqual([name, /^another word|UTF-8|zeros at|a line more/u.test(name)]);
			expect(await readFile(join(place, 'quarantine', 'library.json.log'))).toEqual(bad);
			await say(place, 'Later.');
			expect((await notes(place)).at(-1)).toBe('Later.');
			expect((await (await openLibrary(place, {now})).summary()).generation).toBeGreaterThan(5);
		}
	}));

	it('that is gone, from the one before it', async () => withFolder(async folder => {
		const file = await build(folder);
		await rm(file);
		await repair(folder);
		expect([await notes(folder), await findings(folder)]).toEqual([['First.', 'Second.'], []]);
	}));

	it('and takes its entries into the generation before, when library.json is damaged or gone', async () => withFolder(async folder => {
		for (const harm of [async (file: string) => writeFile(file, 'x'), async (file: string) => rm(file)]) {
			const place = join(folder, String(harm).length.toString());
			await build(place);
			const library = await openLibrary(place, {now});
			await library.commit({imports: [importOf('later.txt', [{body: ['Later.']}])]}, (await library.summary()).generation);
			await say(place, 'Fourth.');
			await harm(join(place, 'library.json'));
			expect(await findings(place)).toContain('damage library');
			await repair(place);
			// library.json.bak was written before the second and third were said: they stayed in the journal as well.
			expect(await notes(place)).toEqual(['First.', 'Second.', 'Third.', 'Fourth.']);
			expect((await findings(place)).filter(each => each.startsWith('damage'))).toEqual([]);
		}
	}));

	it('that was put beside another library: nothing of it is said of this one', async () => withFolder(async folder => {
		const [mine, theirs] = [join(folder, 'mine'), join(folder, 'theirs')];
		await build(mine);
		const other = await openLibrary(theirs, {create: true, now});
		await other.commit({imports: [page], ...note('Not yours.')}, 0);
		await say(theirs, 'Nor this.', 'Nor that.', 'Nor those.');
		await copyFile(join(theirs, 'library.json.log'), join(mine, 'library.json.log'));
		await copyFile(join(theirs, 'library.json.log.bak'), join(mine, 'library.json.log.bak'));
		await expect(openLibrary(mine, {now})).rejects.toMatchObject({exit: 'library', why: expect.stringContaining('another library.json')});
		await repair(mine);
		expect([await notes(mine), await findings(mine)]).toEqual([['First.'], []]);
		expect(await readFile(join(mine, 'quarantine', 'library.json.log'), 'utf8')).toContain('Nor those.');
	}));

	it('before it, when that one is damaged, by moving it away', async () => withFolder(async folder => {
		const file = await build(folder);
		await writeFile(`${file}.bak`, 'x');
		expect([await notes(folder), await findings(folder)]).toEqual([['First.', 'Second.', 'Third.'], ['damage backup']]);
		await repair(folder);
		expect([await notes(folder), await findings(folder)]).toEqual([['First.', 'Second.', 'Third.'], []]);
	}));
});
