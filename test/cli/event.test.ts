import {cpSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, beforeEach, describe, expect, test} from 'vitest';
import {inProcess} from '../helpers/in-process.ts';
import {emptyPlace, objects, root, type Run} from '../helpers/program.ts';

type Event = {readonly kind: string; readonly id: string; readonly label: string; readonly articles: readonly string[]; readonly storylines: readonly string[]; readonly events?: readonly string[]};

const pages = readdirSync(path.join(root, 'data/demo/pages')).toSorted().map(name => path.join(root, 'data/demo/pages', name));
const imported = emptyPlace();
let place = imported;
const on = async (...words: string[]): Promise<Run> => inProcess(path.join(place.folder, 'library'), () => '2026-01-02T10:00:00Z')(...words);
const groups = async (): Promise<readonly Event[]> => objects((await on('events', '--json')).out) as unknown as Event[];
const events = async (): Promise<readonly Event[]> => (await groups()).filter(({kind}) => kind === 'event');
/** Who is with whom, under which id and label. */
const shape = (of: readonly Event[]): Record<string, unknown> => Object.fromEntries(of.map(({id, label, articles}) => [id, {label, articles: articles.toSorted()}]));
const homeOf = (of: readonly Event[], article: string): string | undefined => of.find(({articles}) => articles.includes(article))?.id;

/** The largest events of the demo, and two of one article each. */
let [large, other, single, lonely]: Event[] = [];
beforeAll(async () => {
	expect(await on('import', ...pages)).toMatchObject({code: 0});
	const sorted = (await events()).toSorted((a, b) => b.articles.length - a.articles.length || (a.id < b.id ? -1 : 1));
	[large, other, single, lonely] = [sorted[0], sorted[1], sorted.at(-1), sorted.at(-2)];
});
beforeEach(() => {
	place = emptyPlace();
	cpSync(path.join(imported.folder, 'library'), path.join(place.folder, 'library'), {recursive: true});
});

/** Another version of the first page: its articles are read anew and grouped anew. */
const importAnother = async (): Promise<void> => {
	const page = path.join(place.folder, path.basename(pages[0] ?? ''));
	writeFileSync(page, `${readFileSync(pages[0] ?? '', 'utf8')}\n\nA cat was found on a roof in Ostrow\n\nThe fire brigade of Ostrow brought a cat down from a roof on Monday, its owner said.\n`);
	expect(await on('import', page)).toMatchObject({code: 0});
};

describe('events put right from the command line', () => {
	test('two that are merged stay one through a new import and a regroup; undo makes them two again, as they were', async () => {
		const before = await events();
		const shown = await on('event', 'merge', large?.id ?? '', single?.id ?? '', '--dry-run', '--json');
		expect(objects(shown.out)).toEqual([
			{event: large?.id, label: large?.label, was: large?.articles, now: expect.arrayContaining([...large?.articles ?? [], ...single?.articles ?? []])},
			{event: single?.id, label: single?.label, was: single?.articles, now: []},
		]);
		expect(shape(await events())).toEqual(shape(before));
		const merged = await on('event', 'merge', large?.id ?? '', single?.id ?? '', '--json');
		expect(merged.out).toBe(shown.out);
		for (const later of [importAnother, async () => on('regroup')]) {
			await later();
			const now = await events();
			for (const id of single?.articles ?? []) expect(homeOf(now, id)).toBe(large?.id);
			for (const id of large?.articles ?? []) expect(homeOf(now, id)).toBe(large?.id);
			expect(now.find(({id}) => id === large?.id)?.label).toBe(large?.label);
		}

		expect(await on('undo', '1')).toMatchObject({code: 0});
		const undone = shape(await events());
		for (const event of [large, single]) expect(undone[event?.id ?? '']).toEqual({label: event?.label, articles: event?.articles.toSorted()});
		await on('undo', '--redo');
		expect(homeOf(await events(), single?.articles[0] ?? '')).toBe(large?.id);
	});

	test('what is split off leaves the event, and an article moves to another one', async () => {
		const [first = '', second = ''] = large?.articles ?? [];
		expect((await on('event', 'split', large?.id ?? '', first)).out).toContain(`- ${first}`);
		await on('event', 'move', second, other?.id ?? '');
		await on('regroup');
		const now = await events();
		expect(now.find(({id}) => id === other?.id)?.articles.toSorted()).toEqual([...other?.articles ?? [], second].toSorted());
		expect(now.find(({id}) => id === large?.id)).toMatchObject({label: large?.label, articles: large?.articles.slice(2)});
		expect(homeOf(now, first)).not.toBe(large?.id);
	});

	test('a name holds through a regroup and goes where its event goes; taken back, the earlier one is there again', async () => {
		await on('event', 'rename', single?.id ?? '', 'A name', 'of ours');
		await on('event', 'merge', large?.id ?? '', single?.id ?? '');
		await on('regroup');
		const named = (await events()).find(({articles}) => articles.includes(large?.articles[0] ?? ''));
		expect(named).toMatchObject({id: single?.id, label: 'A name of ours'});
		await on('undo', '2');
		await on('undo', '1');
		const after = shape(await events());
		for (const event of [large, single]) expect(after[event?.id ?? '']).toEqual({label: event?.label, articles: event?.articles.toSorted()});
	});

	test('a storyline holds the events that it was made of, until it is taken away', async () => {
		const lines = async () => (await groups()).filter(({kind, label}) => kind === 'storyline' && label === 'Two of a kind');
		await on('event', 'storyline', 'Two of a kind', single?.id ?? '', lonely?.id ?? '');
		await on('regroup');
		const [line] = await lines();
		expect(line?.events?.toSorted()).toEqual([single?.id, lonely?.id].toSorted());
		const held = (await events()).filter(({storylines}) => storylines.includes(line?.id ?? '')).map(({id}) => id);
		expect(held.toSorted()).toEqual([single?.id, lonely?.id].toSorted());
		await on('event', 'storyline', 'Two of a kind', single?.id ?? '');
		expect((await lines())[0]?.events).toEqual([single?.id]);
		await on('event', 'storyline', 'Two of a kind', '--remove');
		expect(await lines()).toEqual([]);
		await on('undo');
		expect(await lines()).toHaveLength(1);
	});

	test('events --blind names the outlets of the library that do not carry an event', async () => {
		const told = objects((await on('events', '--blind', '--json')).out);
		const all = new Set(told.flatMap(({outlets}) => outlets as string[]));
		for (const {outlets, missing} of told) expect([...outlets as string[], ...missing as string[]].toSorted()).toEqual([...all].toSorted());
		expect(told.some(({missing}) => (missing as string[]).length > 0)).toBe(true);
	});

	test('what cannot be done is told, and nothing is kept', async () => {
		const wrong: ReadonlyArray<readonly [readonly string[], number, string]> = [
			[['paint', 'x'], 2, 'cannot "paint"'], [['merge', large?.id ?? '', large?.id ?? ''], 2, 'one event already'],
			[['merge', large?.id ?? '', 'zzzz'], 1, 'No event matches "zzzz"'], [['split', large?.id ?? '', single?.articles[0] ?? ''], 1, 'is not in'],
			[['split', large?.id ?? '', ...large?.articles ?? []], 2, 'Nothing would be left'], [['move', large?.articles[0] ?? '', large?.id ?? ''], 2, 'already'],
			[['rename', 'the', 'X'], 1, 'events'],
		];
		const runs = await Promise.all(wrong.map(async ([words]) => on('event', ...words)));
		for (const [index, {code, err}] of runs.entries()) {
			expect(err).toContain(wrong[index]?.[2]);
			expect(code).toBe(wrong[index]?.[1]);
		}

		expect((await on('log')).code).toBe(1);
	});
});
