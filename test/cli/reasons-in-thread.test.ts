import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {parseBackground} from '../../source/cluster/background.ts';
import {explain} from '../../source/cluster/explain.ts';
import {reasonsFor} from '../../source/commands/intake/group-work.ts';
import {readAll} from '../../source/commands/asked/library-reading.ts';
import {allCards} from '../../source/model/library.ts';
import {openLibrary} from '../../source/store/lowdb-library.ts';
import {madeUpNews} from '../../bench/news.ts';
import {emptyPlace, root} from '../helpers/program.ts';

test('why articles are in an event reads the same when a thread finds it out', async () => {
	const {imports, grouping} = madeUpNews(400, 5);
	const library = await openLibrary(path.join(emptyPlace().folder, 'library'), {create: true, now: () => new Date('2026-01-02T09:00:00Z')});
	await library.commit({imports, grouping}, 0);
	const background = parseBackground(readFileSync(path.join(root, 'data/background/news.tsv'), 'utf8'));
	const events = await library.events();
	const all = explain({articles: await readAll(library, (await allCards(library)).map(({id}) => id)), events, background});
	const [, event] = events;
	const progress: string[] = [];
	const found = await reasonsFor(library, event?.id ?? '', background, {progress: text => void progress.push(text), signal: new AbortController().signal});
	expect(found).toEqual(event?.articles.flatMap(id => all.get(id) ?? []));
	expect(progress.some(text => /^compared: \d+ %$/.test(text))).toBe(true);
	await library.close();
});
