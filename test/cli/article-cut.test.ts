import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {gzipSync} from 'node:zlib';
import {describe, expect, test} from 'vitest';
import {inProcess} from '../helpers/in-process.ts';
import {emptyPlace, objects} from '../helpers/program.ts';

const PAGE = [
	'Ferry turned back after fire in engine room',
	'The last ferry of the day turned back on Thursday after a fire in the engine room.',
	'Nobody was hurt, the harbour master said.',
	'Share Button',
	'Council votes to close two libraries',
	'Two of the five libraries in town will close, the council decided by nine votes.',
	'Campaigners said 3,000 people would go to court.',
];

const begun = async (page: readonly string[] = PAGE) => {
	const {folder} = emptyPlace();
	const newsdeck = inProcess(path.join(folder, 'mine'), () => '2026-01-02T10:00:00Z');
	const file = path.join(folder, 'page.txt');
	const write = (lines: readonly string[]): void => writeFileSync(file, `${lines.join('\n')}\n`);
	write(page);
	await newsdeck('import', file);
	const list = async () => objects((await newsdeck('list', '--json')).out).toSorted((a, b) => Number(a['startLine']) - Number(b['startLine']));
	const lines = async () => (await list()).map(card => [card['startLine'], card['endLine']]);
	const id = async (index: number): Promise<string> => String((await list())[index]?.['id']);
	return {newsdeck, file, write, list, lines, id};
};

describe('a page is cut otherwise by command', () => {
	test('a page in UTF-16, packed, is cut by the words of its lines', async () => {
		const {folder} = emptyPlace();
		const newsdeck = inProcess(path.join(folder, 'mine'), () => '2026-01-02T10:00:00Z');
		const file = path.join(folder, 'page.txt.gz');
		writeFileSync(file, gzipSync(Buffer.from(`\uFEFF${PAGE.join('\n')}\n`, 'utf16le')));
		await newsdeck('import', file);
		const first = objects((await newsdeck('list', '--json')).out).find(card => card['startLine'] === 1);
		expect((await newsdeck('article', 'restore', String(first?.['id']), '4')).code).toBe(0);
		expect((await newsdeck('show', String(first?.['id']))).out).toContain('Share Button');
	});

	test('split and taken back: the articles are as they were', async () => {
		const {newsdeck, lines, id} = await begun();
		expect(await lines()).toEqual([[1, 3], [5, 7]]);
		expect((await newsdeck('article', 'split', await id(1), '7')).err).toContain('3 articles, 1 of them new');
		expect(await lines()).toEqual([[1, 3], [5, 6], [7, 7]]);
		expect((await newsdeck('undo')).code).toBe(0);
		expect(await lines()).toEqual([[1, 3], [5, 7]]);
	});

	test('joined: the figures of both are figures of one', async () => {
		const {newsdeck, lines, id} = await begun();
		await newsdeck('article', 'join', await id(1));
		expect(await lines()).toEqual([[1, 7]]);
		const figures = objects((await newsdeck('figures', '--json')).out);
		expect(figures.map(figure => figure['text'])).toContain('3,000');
		expect(new Set(figures.map(figure => figure['article'])).size).toBe(1);
	});

	test('a removed line is put back, and stays so in a newer version of the page', async () => {
		const {newsdeck, file, write, id} = await begun();
		await newsdeck('article', 'restore', await id(0), '4');
		expect((await newsdeck('show', await id(0))).out).toContain('Share Button');
		write([...PAGE.slice(0, 2), 'The fire was out within minutes.', ...PAGE.slice(2)]);
		expect((await newsdeck('import', file)).out).toContain('revised');
		const shown = (await newsdeck('show', await id(0))).out;
		expect(shown).toContain('The fire was out');
		expect(shown).toContain('Share Button');
	});

	test('what would change nothing is refused, and nothing is taken down', async () => {
		const {newsdeck, id} = await begun();
		const {code, err} = await newsdeck('article', 'join', await id(0));
		expect([code, err]).toEqual([2, 'newsdeck: The page was left as it is. There is no article before it on its page.\n']);
		expect((await newsdeck('log')).code).toBe(1);
	});

	test.each([[['split', '44'], /Line 44 .* has no words to hold on to/], [['split', 'x'], /"x" is no line of a page/], [['splt', '3'], /article cannot "splt"/], [['split'], /needs an ID and LINE/]] as const)('%s: one line says what is wrong', async ([act, ...words], said) => {
		const {newsdeck, id} = await begun();
		const {code, err} = await newsdeck('article', act, await id(0), ...words);
		expect([code, err.trim().split('\n').length]).toEqual([2, 1]);
		expect(err).toMatch(said);
	});
});
