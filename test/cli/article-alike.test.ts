import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {emptyPlace, objects, run} from '../helpers/program.ts';

const TAIL = 'This piece first ran in our morning edition for the northern islands.';
const line = (id: string, outlet: string) => JSON.stringify({id, title: `Ferry ${id} turned back`, text: `The last ferry turned back on Thursday.\n\n${TAIL}`, outlet});
const page = (title: string) => [title, 'The Quay Daily', 'The last ferry of the day turned back on Thursday after a fire in the engine room.', TAIL, 'Nobody was hurt, the harbour master said.'].join('\n');

const begun = async (files: Readonly<Record<string, string>>, ...flags: readonly string[]) => {
	const {folder, env} = emptyPlace();
	const newsdeck = async (...words: readonly string[]) => run([...words, '--library', path.join(folder, 'mine')], {cwd: folder, env});
	for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
	await newsdeck('import', ...Object.keys(files), ...flags);
	return {newsdeck, list: async () => objects((await newsdeck('list', '--json')).out)};
};

test('what one outlet is called besides is its name everywhere, until it is taken back', async () => {
	const {newsdeck, list} = await begun({'a.jsonl': [line('1', 'Quay'), line('2', 'Quay Daily')].join('\n')});
	const outlets = async () => new Set((await list()).map(card => card['outlet']));
	expect((await newsdeck('article', 'alias', 'Quay Daily', 'Quay', '--dry-run')).err).toContain('Nothing was written. Quay is Quay Daily: articles: 1, figures: 0, quotes: 0 so far.');
	expect(await outlets()).toEqual(new Set(['Quay', 'Quay Daily']));
	await newsdeck('article', 'alias', 'Quay Daily', 'Quay');
	expect(await outlets()).toEqual(new Set(['Quay Daily']));
	await newsdeck('undo');
	expect(await outlets()).toEqual(new Set(['Quay', 'Quay Daily']));
});

test('a line of junk is taken out of all pages of its outlet, also of those that come later', async () => {
	const {newsdeck, list} = await begun({'one.txt': page('Ferry turned back after fire'), 'two.txt': page('Second ferry turned back as well')}, '--outlet', 'The Quay Daily');
	const holding = async () => (await Promise.all((await list()).map(async card => (await newsdeck('show', String(card['id']))).out.includes(TAIL)))).filter(Boolean).length;
	expect(await holding()).toBe(2);
	const [first] = await list();
	expect((await newsdeck('article', 'junk', String(first?.['id']), '4')).err).toContain('is no text in the pages of The Quay Daily: 2 so far');
	expect(await holding()).toBe(0);
});
