import {readFile, readdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {examine} from '../../source/store/check.ts';
import {openLibrary} from '../../source/store/lowdb-library.ts';
import {repairLibrary} from '../../source/store/repair.ts';
import {sha256} from '../../source/text/hash.ts';
import {fire, groupingOf, importOf, inquiry, now, withFolder} from './samples.ts';

const first = importOf('harbour.txt', [fire, inquiry]);
const ids = first.derivations.map(each => each.article.id);

/** library.json as the first layout had it, with the checksum that fits. */
const asFirstLayout = (text: string): string => {
	const {data} = JSON.parse(text);
	const {places: _places, tombstones: _tombstones, entries, ...older} = data;
	const without = (value: object, ...keys: readonly string[]): object => Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
	const zeros = `{"format":"newsdeck/library","version":1,"generation":2,"sha256":"${'0'.repeat(64)}",\n"data":${JSON.stringify({
		...older, log: entries,
		documents: data.documents.map((each: object) => without(each, 'given', 'pack', 'unplaced')),
		revisions: data.revisions.map((each: object) => without(each, 'card')),
	})}}\n`;
	return zeros.replace('0'.repeat(64), sha256(zeros));
};

describe('a library of the first layout', () => {
	it('opens as it is, and the first change keeps the old file; earlier readings are told by their words', async () => withFolder(async folder => {
		const file = join(folder, 'library.json');
		const library = await openLibrary(folder, {now});
		await library.commit({imports: [first], grouping: groupingOf([first])}, 0);
		const second = importOf('harbour.txt', [{...fire, outlet: 'The Ebb', body: ['All new.'], figures: [], quotes: []}], first.document.id);
		await library.commit({imports: [second]}, 1);
		const expected = await library.read(ids);
		const old = asFirstLayout(await readFile(file, 'utf8'));
		await writeFile(file, old);

		const opened = await openLibrary(folder, {now});
		expect(await opened.read(ids)).toEqual(expected);
		expect(await opened.document(first.document.id)).toMatchObject({given: null, versions: first.versions});
		const [earlier] = await opened.revisions(ids[0] ?? '');
		expect(earlier).toMatchObject({document: first.document.id, derivation: {article: {headline: fire.headline, segmentCount: 3, segments: [{text: fire.body[0]}, {}, {}]}, figures: [{}, {}]}});
		expect(await readFile(file, 'utf8')).toBe(old);
		await opened.commit({corrections: [{correction: {kind: 'note', article: ids[0] ?? '', text: 'Mine.'}, who: 'ada', when: now().toISOString(), why: null}]}, 2);
		expect(await readFile(`${file}.v1`, 'utf8')).toBe(old);
		expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({version: 3, generation: 3, data: {places: [], tombstones: [], entries: [{sequence: 1}]}});
	}));
});

describe('many documents of one commit', () => {
	const many = Array.from({length: 20}, (_, index) => importOf(`${index}.txt`, [{headline: `Story ${index}`, body: [`Told ${index} times.`]}]));

	it('are one file, each found in it by its hash', async () => withFolder(async folder => {
		const library = await openLibrary(folder, {now});
		await library.commit({imports: many}, 0);
		await library.commit({imports: [first]}, 1);
		const [pack, single, ...none] = (await readdir(join(folder, 'documents'))).sort((left, right) => right.length - left.length);
		expect([pack, single, none]).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.pack$/u), first.document.id, []]);
		expect(sha256(await readFile(join(folder, 'documents', pack ?? '')))).toBe(pack?.slice(0, 64));
		const again = await openLibrary(folder, {now});
		for (const each of [...many, first]) expect(Buffer.from(await again.raw(each.document.id))).toEqual(each.bytes);
	}));

	it('fail one by one when a bit of the file flips, and the others are saved from it', async () => withFolder(async folder => {
		const library = await openLibrary(folder, {now});
		await library.commit({imports: many}, 0);
		const [name = ''] = await readdir(join(folder, 'documents'));
		const path = join(folder, 'documents', name);
		await writeFile(path, (await readFile(path, 'utf8')).replace('Told 7 times', 'Told 8 times'));
		const failing = async () => {
			const opened = await openLibrary(folder, {now});
			const read = await Promise.allSettled(many.map(async each => opened.raw(each.document.id)));
			return read.flatMap((result, index) => result.status === 'rejected' ? [index] : []);
		};
		expect(await failing()).toEqual([7]);
		expect((await examine(folder)).findings.map(each => each.kind)).toEqual(['documents']);
		await repairLibrary(folder, {cache: null, now, reread: async () => null});
		expect(await failing()).toEqual([7]);
		expect(await readdir(join(folder, 'documents'))).toHaveLength(20);
	}));
});
