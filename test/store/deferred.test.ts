import {describe, expect, it} from 'vitest';
import {mendable} from '../../source/commands/mend/mendable.ts';
import {parseBackground} from '../../source/cluster/background.ts';
import {commitLatest, type MendableLibrary} from '../../source/model/library.ts';
import type {Correction} from '../../source/model/override.ts';
import {deferred} from '../../source/store/deferred.ts';
import {openLibrary} from '../../source/store/lowdb-library.ts';
import {fire, importOf, now, withFolder} from './samples.ts';

const page = importOf('harbour.txt', [fire]);
const id = page.derivations[0]?.article.id ?? '';
const note = (text: string): Correction => ({kind: 'note', article: id, text});
const tag = (name: string): Correction => ({kind: 'tag', article: id, tag: name, on: true});
const star: Correction = {kind: 'mark', article: id, mark: 'starred', on: true};

const open = async (folder: string): Promise<MendableLibrary> => mendable(await openLibrary(folder, {create: true, now}), async () => parseBackground(''));
/** A library with one article, and a screen over it from which something was put right before; nothing is written by itself within a day. */
const begin = async (folder: string) => {
	const library = await open(folder);
	await library.commit({imports: [page]}, 0);
	const told: unknown[] = [];
	const screen = deferred(library, {delay: 86_400_000, failed: error => told.push(error)});
	await say(screen, star);
	return {library, screen, told};
};
const say = async (library: MendableLibrary, ...corrections: readonly Correction[]): Promise<number> =>
	commitLatest(library, async () => ({corrections: corrections.map(correction => ({correction, who: 'ada', when: now().toISOString(), why: null}))}));
const undo = async (library: MendableLibrary): Promise<number> => commitLatest(library, async () => ({undo: {who: 'ada', when: now().toISOString(), redo: false}}));
const notes = async (library: MendableLibrary) => (await library.log()).flatMap(({act}) => act.kind === 'correct' && act.correction.kind === 'note' ? [act.correction.text] : []);

describe('what is put right on a screen', () => {
	it('is read there at once, written later with what came meanwhile, and each is an act of its own', async () => withFolder(async folder => {
		const {library, screen} = await begin(folder);
		await say(screen, note('one'));
		await say(screen, tag('harbour'), tag('fire'));
		expect((await library.summary()).generation).toBe(2);
		const [card] = (await screen.articles()).items;
		const [read] = await screen.read([id]);
		for (const each of [card, read?.article]) expect(each).toMatchObject({starred: true, note: 'one', tags: ['harbour', 'fire']});
		expect((await library.articles()).items[0]).toMatchObject({starred: true, note: null});
		await screen.close();
		expect((await library.summary()).generation).toBe(3);
		expect((await library.articles()).items).toEqual([card]);
		expect((await library.log()).map(({sequence, begun}) => begun ?? sequence)).toEqual([1, 2, 3, 3]);
	}));

	it('is written at once the first time, and a library that cannot be written says so to the key', async () => withFolder(async folder => {
		const {library} = await begin(folder);
		expect((await library.summary()).generation).toBe(2);
		const screen = deferred({...library, commit: async () => Promise.reject(new Error('disk full'))}, {failed: () => undefined});
		await expect(say(screen, note('lost?'))).rejects.toThrow('disk full');
	}));

	it('is written by itself after a while', async () => withFolder(async folder => {
		const {library} = await begin(folder);
		const written = Promise.withResolvers<void>();
		const screen = deferred({...library, commit: async (changes, expected) => library.commit(changes, expected).finally(() => {
			if (changes.corrections?.some(({correction}) => correction.kind === 'note') === true) written.resolve();
		})}, {delay: 1, failed: () => undefined});
		await say(screen, star);
		await say(screen, note('by itself'));
		await written.promise;
		expect(await notes(library)).toEqual(['by itself']);
	}));

	it('waits on when it cannot be written, is told, and goes with the next; none twice', async () => withFolder(async folder => {
		const {library} = await begin(folder);
		let broken = false;
		const failing = Promise.withResolvers<unknown>();
		const screen = deferred({...library, commit: async (changes, expected) => {
			if (broken) throw new Error('disk full');
			return library.commit(changes, expected);
		}}, {delay: 1, failed: failing.resolve});
		await say(screen, star);
		broken = true;
		await say(screen, note('kept'));
		expect(await failing.promise).toEqual(new Error('disk full'));
		expect((await screen.articles()).items[0]?.note).toBe('kept');
		await expect(screen.close()).rejects.toThrow('disk full');
		broken = false;
		await say(screen, note('later'));
		await Promise.all([screen.close(), screen.close()]);
		expect(await notes(library)).toEqual(['kept', 'later']);
	}));

	it('is seen by a search that remembers what it was asked before', async () => withFolder(async folder => {
		const {screen} = await begin(folder);
		const [state, prints] = [await screen.state(), await screen.prints()];
		await say(screen, note('new'));
		expect(await screen.state()).not.toBe(state);
		expect(await screen.prints()).not.toEqual(prints);
	}));

	it('is seen by undo, which takes back the last key alone', async () => withFolder(async folder => {
		const {library, screen} = await begin(folder);
		await say(screen, note('one'));
		await say(screen, note('two'));
		await undo(screen);
		expect((await library.articles()).items[0]?.note).toBe('one');
	}));

	it('is written before what others depend on, and not where it could never be replayed', async () => withFolder(async folder => {
		const {library, screen} = await begin(folder);
		await say(screen, note('first'));
		await say(screen, {kind: 'delete', article: id, on: true});
		expect((await library.log()).map(({act}) => act.kind === 'correct' && act.correction.kind)).toEqual(['mark', 'note', 'delete']);
		await expect(say(screen, {kind: 'tag', article: '', tag: '', on: true})).rejects.toMatchObject({exit: 'usage'});
	}));

	it('gets in nobody\'s way: two screens on one library lose nothing, and each sees what the other has written', async () => withFolder(async folder => {
		const {library} = await begin(folder);
		const screens = [deferred(library, {failed: () => undefined}), deferred(await open(folder), {failed: () => undefined})];
		await Promise.all(screens.map(async (screen, number) => {
			for (let index = 0; index < 8; index++) {
				await say(screen, note(`${number} ${index}`));
				if (index % 3 === number) await screen.close();
			}
			await screen.close();
		}));
		const all = await notes(library);
		expect(all).toHaveLength(16);
		for (const number of [0, 1]) expect(all.filter(text => text.startsWith(`${number} `))).toEqual(Array.from({length: 8}, (_, index) => `${number} ${index}`));
		await screens[0]?.commit({corrections: [{correction: note('seen'), who: 'ada', when: now().toISOString(), why: null}]}, 0);
		await screens[0]?.close();
		expect((await screens[1]?.articles())?.items[0]?.note).toBe('seen');
	}));
});
