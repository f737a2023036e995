import {mkdtempSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, describe, expect, it} from 'vitest';
import {createSession} from '../../source/ui/session/session.ts';
import {openLibrary} from '../../source/store/lowdb-library.ts';
import {tools} from '../../source/ui/tools.ts';
import type {Library} from '../../source/model/library.ts';
import {madeUpNews} from '../../bench/news.ts';
import {memoryEffects} from '../helpers/memory-library.ts';

const home = mkdtempSync(path.join(os.tmpdir(), 'newsdeck-first-'));
afterAll(() => rmSync(home, {recursive: true, force: true}));

let libraries = 0;
const opened = async (articles: number, storylines: number): Promise<Library> => {
	const where = {now: () => new Date('2026-01-02T09:00:00Z'), cache: path.join(home, 'cache')};
	const folder = path.join(home, String(libraries++));
	const {imports, grouping} = madeUpNews(articles, 3);
	const told = Array.from({length: storylines}, (_, line) => ({id: `s-${line}`, label: `Story ${line}`, events: grouping.events.slice(line * 3, line * 3 + 3).map(({id}) => id), why: []}));
	const of = new Map(told.flatMap(({id, events}) => events.map(event => [event, [id]] as const)));
	const library = await openLibrary(folder, {create: true, ...where});
	await library.commit({imports, grouping: {events: grouping.events.map(event => ({...event, storylines: of.get(event.id) ?? []})), storylines: told}}, 0);
	await library.close();
	return openLibrary(folder, {readOnly: true, ...where});
};

/** Counts what is asked for article by article. */
const counted = (library: Library) => {
	const cards = {listed: 0};
	const watched: Library = {...library, articles: async options => {
		const page = await library.articles(options);
		cards.listed += page.items.length;
		return page;
	}};
	return {watched, cards};
};

describe.each([['events alone', 0], ['storylines before them', 50]])('the deck of 2,400 articles, %s', (_, storylines) => {
	it('shows with its first frame what it shows when all has been read', async () => {
		const {watched, cards} = counted(await opened(2400, storylines));
		const session = await createSession({library: watched, effects: memoryEffects(), size: {columns: 120, rows: 60}, tools});
		const first = session.text();
		expect(cards.listed).toBe(0);
		session.readOn();
		await session.settled();
		expect(cards.listed).toBe(2400);
		expect(session.text()).toBe(first);
	});

	it('answers a step down at once, and the way to the end when all has been read', async () => {
		const {watched, cards} = counted(await opened(2400, storylines));
		const session = await createSession({library: watched, effects: memoryEffects(), size: {columns: 120, rows: 36}, tools});
		await session.press(['j']);
		expect(session.text()).toContain(`2 of ${600 + storylines}`);
		expect(cards.listed).toBe(0);
		await session.press(['G']);
		expect(session.text()).toContain(`${600 + storylines} of ${600 + storylines}`);
		expect(cards.listed).toBe(2400);
	});
});
