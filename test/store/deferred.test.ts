import {spawn} from 'node:child_process';
import {once} from 'node:events';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {describe, expect, it} from 'vitest';
import type {Library} from '../../source/model/library.ts';
import type {Correction} from '../../source/model/override.ts';
import {deferred} from '../../source/store/deferred.ts';
import {openLibrary} from '../../source/store/lowdb-library.ts';
import {fire, importOf, now, withFolder} from './samples.ts';

const page = importOf('harbour.txt', [fire]);
const id = page.derivations[0]?.article.id ?? '';
const note = (text: string): Correction => ({kind: 'note', article: id, text});
const begin = async (folder: string): Promise<Library> => {
	const library = await openLibrary(folder, {now});
	await library.commit({imports: [page]}, 0);
	return library;
};
const notes = async (library: Library) => (await library.log()).flatMap(({act}) => act.kind === 'correct' && act.correction.kind === 'note' ? [act.correction.text] : []);
const options = {who: 'ada', now, delay: 86_400_000, failed: () => undefined};

describe('corrections that are written off the key', () => {
	it('go into the library together, in their order, as one generation', async () => withFolder(async folder => {
		const library = await begin(folder);
		const corrections = deferred(library, options);
		for (const text of ['one', 'two', 'three']) corrections.add(note(text));
		expect([await notes(library), corrections.waiting()]).toEqual([[], 3]);
		await corrections.flush();
		expect([await notes(library), corrections.waiting(), (await library.summary()).generation]).toEqual([['one', 'two', 'three'], 0, 2]);
		await corrections.flush();
		expect((await library.summary()).generation).toBe(2);
	}));

	it('are written by themselves after a while', async () => withFolder(async folder => {
		const library = await begin(folder);
		const written = Promise.withResolvers<void>();
		const corrections = deferred({...library, commit: async (changes, expected) => library.commit(changes, expected).finally(() => written.resolve())}, {...options, delay: 1});
		corrections.add(note('by itself'));
		await written.promise;
		expect(await notes(library)).toEqual(['by itself']);
	}));

	it('wait on when the library cannot be written, are told, and go with the next; none twice', async () => withFolder(async folder => {
		const library = await begin(folder);
		let broken = true;
		const told: unknown[] = [];
		const failing = Promise.withResolvers<void>();
		const corrections = deferred({...library, commit: async (changes, expected) => {
			if (broken) throw new Error('disk full');
			return library.commit(changes, expected);
		}}, {...options, delay: 1, failed: error => {
			told.push(error);
			failing.resolve();
		}});
		corrections.add(note('kept'));
		await failing.promise;
		expect([told, corrections.waiting()]).toEqual([[new Error('disk full')], 1]);
		broken = false;
		corrections.add(note('later'));
		await Promise.all([corrections.flush(), corrections.flush()]);
		expect(await notes(library)).toEqual(['kept', 'later']);
	}));

	it('do not get in each other\'s way: two screens on one library lose none', async () => withFolder(async folder => {
		const first = await begin(folder);
		const screens = [first, await openLibrary(folder, {now})].map(library => deferred(library, options));
		await Promise.all(screens.flatMap((screen, number) => Array.from({length: 8}, async (_, index) => {
			screen.add(note(`${number} ${index}`));
			await screen.flush();
		})));
		const all = await notes(first);
		expect(all).toHaveLength(16);
		for (const number of [0, 1]) expect(all.filter(text => text.startsWith(`${number} `))).toEqual(Array.from({length: 8}, (_, index) => `${number} ${index}`));
	}));

	for (const [signal, code] of [['SIGTERM', 143], ['SIGINT', 130], ['SIGHUP', 129]] as const) {
		it.skipIf(process.platform === 'win32')(`are written on ${signal}`, async () => withFolder(async folder => {
			const library = await begin(folder);
			const child = spawn(process.execPath, [fileURLToPath(new URL('../faults/correcting-writer.ts', import.meta.url)), folder, '3'], {stdio: ['ignore', 'pipe', 'inherit']});
			await once(child.stdout, 'data');
			child.kill(signal);
			expect(await once(child, 'exit')).toEqual([code, null]);
			expect(await notes(library)).toEqual(['note 0', 'note 1', 'note 2']);
		}));
	}
});
