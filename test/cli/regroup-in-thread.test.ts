import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {parseBackground} from '../../source/cluster/background.ts';
import {regroupThere} from '../../source/commands/intake/group-work.ts';
import {allCards} from '../../source/model/library.ts';
import {group} from '../../source/pipeline.ts';
import {openLibrary} from '../../source/store/lowdb-library.ts';
import {madeUpNews} from '../../bench/news.ts';
import {emptyPlace, root} from '../helpers/program.ts';

const background = parseBackground(readFileSync(path.join(root, 'data/background/news.tsv'), 'utf8'));
const now = (): Date => new Date('2031-04-03T09:00:00Z');

describe('a library of 320 articles, grouped anew in a thread of its own', () => {
	const {folder} = emptyPlace();
	/** Grouped as nothing would group it. */
	const aLibrary = async (name: string) => {
		const library = await openLibrary(path.join(folder, name), {create: true, now});
		const {imports} = madeUpNews(320, 5);
		const events = imports.flatMap(({derivations}) => derivations).map(({article: {id}}, index) => ({id: `e-${index}`, label: 'Alone', storylines: [], articles: [id], why: []}));
		await library.commit({imports, grouping: {events, storylines: []}}, 0);
		return library;
	};

	test('comes to the groups that it comes to here, in one generation; this thread reads nothing for it, and cannot end it once it writes', async () => {
		const library = await aLibrary('same');
		const before = await library.summary();
		const read = await library.read((await allCards(library)).map(({id}) => id));
		const here = group({derivations: read, settled: [], earlier: await library.events(), storylines: await library.storylines(), corrections: [], background});
		const told: string[] = [];
		// All that is asked of it here: how large it is, and where it lies.
		const blind = {summary: library.summary, place: library.place} as typeof library;
		const abort = new AbortController();
		const counts = await regroupThere(blind, background, {signal: abort.signal, progress: text => {
			told.push(text);
			if (text === 'writing') abort.abort();
		}});
		expect(counts).toEqual({events: here.events.length, storylines: here.storylines.length});
		expect((await library.summary()).generation).toBe(before.generation + 1);
		expect(await library.events()).toEqual(here.events);
		expect(told.filter(text => !text.startsWith('grouped'))).toEqual([...[0, 0, 100, 200, 300].map(read => `articles read: ${read} of 320`), 'writing', '']);
	});

	test('broken off before that, the library is as it was', async () => {
		const library = await aLibrary('early');
		const abort = new AbortController();
		const {generation} = await library.summary();
		await expect(regroupThere(library, background, {signal: abort.signal, progress: text => {
			if (text.startsWith('grouped')) abort.abort();
		}})).rejects.toMatchObject({exit: 'interrupted', message: expect.stringContaining('The library is as it was.')});
		expect((await library.summary()).generation).toBe(generation);
	});

	test('what somebody else wrote meanwhile is grouped with it, and the lock is nobody\'s afterwards', async () => {
		const library = await aLibrary('both');
		let wrote = false;
		const [one, other] = (await allCards(library)).map(({id}) => id);
		if (one === undefined || other === undefined) throw new Error('two articles are needed');
		const {generation} = await library.summary();
		let writing: Promise<unknown> = Promise.resolve();
		await regroupThere(library, background, {signal: new AbortController().signal, progress: text => {
			if (wrote || !text.startsWith('articles read: 100')) return;
			wrote = true;
			writing = library.commit({corrections: [{correction: {kind: 'together', articles: [one, other]}, who: 'ada', when: now().toISOString(), why: null}]}, generation);
		}});
		await writing;
		expect((await library.events()).some(({articles}) => articles.includes(one) && articles.includes(other))).toBe(true);
		expect((await library.summary()).generation).toBe(generation + 2);
		await library.commit({corrections: [{correction: {kind: 'tag', article: one, tag: 'fire', on: true}, who: 'ada', when: now().toISOString(), why: null}]}, generation + 2);
	});
});
