import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {parseBackground} from '../../source/cluster/background.ts';
import {countsOf, regroupLibrary} from '../../source/commands/regroup.ts';
import type {Intake} from '../../source/model/desk.ts';
import type {Library} from '../../source/model/library.ts';
import {inProcess} from '../helpers/in-process.ts';
import {sitDown} from '../helpers/journey.tsx';
import {emptyPlace, root} from '../helpers/program.ts';

const background = parseBackground(readFileSync(path.join(root, 'data/background/news.tsv'), 'utf8'));
const places = ['Ostrava', 'Leith', 'Valdez', 'Kisumu', 'Narvik', 'Callao', 'Tauranga', 'Bergen', 'Mombasa', 'Gdynia'];
const things = ['ferry', 'dam', 'mill', 'market', 'railway', 'school', 'bridge', 'theatre', 'quarry', 'lighthouse', 'brewery', 'stadium', 'library', 'tunnel', 'orchard', 'museum', 'laundry', 'windmill'];

/** More articles than are grouped without a thread: two papers on each of 180 fires. */
const story = (place: string, thing: string, paper: string): string => JSON.stringify({
	id: `${place}-${thing}-${paper}`, title: `Fire closes the ${thing} of ${place}`, outlet: paper, date: '2031-04-02',
	paras: [`A fire closed the ${thing} of ${place} on Wednesday, the ${paper === 'Quay Daily' ? 'mayor' : 'brigade'} of ${place} said.`, `Nobody at the ${thing} was hurt.`],
});

/** What the screen is given to group with, watched by the test; the screen hears the first word of how far it is, and no more before `release`. */
const watching = (release: Promise<void> = Promise.resolve()) => {
	const seen = {begun: 0, ended: 0, library: null as Library | null};
	const intake = (library: Library): Intake => ({
		files: async () => Promise.reject(new Error('not asked for')), demo: async () => library,
		async regroup(over, watched) {
			seen.library = over;
			seen.begun += 1;
			try {
				let told = false;
				const first = Promise.withResolvers<void>();
				const grouped = regroupLibrary(over, background, {...watched, progress(text) {
					if (!told) watched.progress(text);
					told = true;
					first.resolve();
				}});
				await Promise.race([first.promise, grouped]);
				await release;
				return countsOf(await grouped);
			} finally {
				seen.ended += 1;
			}
		},
	});
	return {seen, intake};
};

describe('a library of 360 articles is grouped anew from the screen, in a thread of its own', () => {
	const {folder} = emptyPlace();
	const over = {folder: path.join(folder, 'mine')};
	beforeAll(async () => {
		// In two imports: what comes later joins what is there, and is grouped otherwise anew.
		for (const paper of ['Quay Daily', 'The Ebb']) {
			const pages = path.join(folder, `${paper}.jsonl`);
			writeFileSync(pages, places.flatMap(place => things.map(thing => story(place, thing, paper))).join('\n'));
			expect((await inProcess(over.folder, () => '2031-04-03T09:00:00Z')('import', pages)).code).toBe(0);
		}
	});

	test('keys are answered meanwhile, and it tells how far it is', async () => {
		const {promise, resolve} = Promise.withResolvers<void>();
		const {seen, intake} = watching(promise);
		const {deck} = await sitDown({over, size: '100x30', intake});
		await deck.start('ctrl+g').isTold(/articles read: \d+ of 360 · esc: break off|grouped: \d+ %/).start('/').sees('search');
		await deck.start('esc');
		expect(seen.ended).toBe(0);
		resolve();
		// Once it is done, the deck tells it.
		await deck.isTold(/grouped anew: \d+ events, \d+ storylines/).titled('newsdeck');
		expect(seen.ended).toBe(1);
	});

	test('escape breaks it off, and the library is as it was', async () => {
		const {seen, intake} = watching();
		const {deck} = await sitDown({over, size: '100x30', intake});
		await deck.start('ctrl+g').start('j').press('esc').told('The grouping was broken off. The library is as it was.');
		expect(seen.ended).toBe(1);
		// Another copy of the same library: unlike the one that was broken off, this one writes.
		const other = watching();
		const finished = await sitDown({over, size: '100x30', intake: other.intake});
		await finished.deck.press('ctrl+g').told('grouped anew: ');
		expect((await other.seen.library?.summary())?.generation).toBe(((await seen.library?.summary())?.generation ?? 0) + 1);
	});

	test('one at a time', async () => {
		const {seen, intake} = watching();
		const {deck} = await sitDown({over, size: '100x30', intake});
		await deck.start('ctrl+g').start('ctrl+g').press('esc').told('broken off');
		expect(seen.begun).toBe(1);
	});
});

test('where nothing can group, it says so', async () => {
	const {deck} = await sitDown({size: '80x24'});
	await deck.press('ctrl+g').told('This cannot be done from here.');
});
