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

describe('a saved web page is put right by hand as well', () => {
	const HTML = [
		'<!doctype html><html lang="en"><head><title>Ferry turned back</title></head><body><article>',
		'<h1>Ferry turned back after fire in engine room</h1>',
		'<p>The last ferry of the day turned back on Thursday after a fire in the engine room of the ship.</p>',
		'<p>Nobody was hurt, the harbour master said, and the fire was out within twenty minutes of the alarm.</p>',
		'<p>Our ferry map is new this week and shows every quay between Salder and Tarn, in colour.</p>',
		'<h2>Council votes to close two libraries</h2>',
		'<p>Two of the five libraries in town will close, the council decided by nine votes on Thursday night.</p>',
		'<p>Campaigners said 3,000 people would go to court against it, and that the money was there all along.</p>',
		'</article></body></html>',
	];
	const begunPage = async (html: string) => {
		const {folder} = emptyPlace();
		const newsdeck = inProcess(path.join(folder, 'mine'), () => '2026-01-02T10:00:00Z');
		const file = path.join(folder, 'page.html');
		const write = (text: string): void => writeFileSync(file, text);
		write(html);
		await newsdeck('import', file);
		const ids = async () => objects((await newsdeck('list', '--json')).out).toSorted((a, b) => Number(a['startLine']) - Number(b['startLine'])).map(card => String(card['id']));
		const shown = async (index: number) => (await newsdeck('show', (await ids())[index] ?? '')).out;
		return {newsdeck, file, write, ids, shown};
	};

	test('a paragraph is taken out, stays out in a newer version, and comes back with undo', async () => {
		const {newsdeck, file, write, ids, shown} = await begunPage(HTML.join('\n'));
		expect(await shown(0)).toContain('ferry map');
		expect((await newsdeck('article', 'remove', (await ids())[0] ?? '', '5')).code).toBe(0);
		expect(await shown(0)).not.toContain('ferry map');
		write(HTML.toSpliced(3, 0, '<p>The ship lay outside the harbour for two hours with ninety people on board, an officer said.</p>').join('\n'));
		expect((await newsdeck('import', file)).out).toContain('revised');
		expect(await shown(0)).toContain('ninety people');
		expect(await shown(0)).not.toContain('ferry map');
	});

	test('a second article is split off under its heading, and joined again', async () => {
		const {newsdeck, ids, shown} = await begunPage(HTML.join('\n'));
		expect(await ids()).toHaveLength(1);
		expect((await newsdeck('article', 'split', (await ids())[0] ?? '', '6')).code).toBe(0);
		expect(await ids()).toHaveLength(2);
		expect(await shown(1)).toContain('Council votes to close two libraries');
		expect(await shown(0)).not.toContain('Campaigners');
		expect((await newsdeck('article', 'next', (await ids())[0] ?? '', '5')).code).toBe(0);
		expect(await shown(1)).toContain('ferry map');
		expect((await newsdeck('article', 'join', (await ids())[1] ?? '')).code).toBe(0);
		expect(await ids()).toHaveLength(1);
		expect(await shown(0)).toContain('Campaigners');
	});

	test('a line that is junk is junk in web pages too', async () => {
		const {newsdeck, ids, shown} = await begunPage(HTML.join('\n'));
		await newsdeck('article', 'junk', (await ids())[0] ?? '', '5', '--everywhere');
		expect(await shown(0)).not.toContain('ferry map');
		expect(await shown(0)).toContain('Nobody was hurt');
	});

	test('where all paragraphs stand on one line, a cut cannot say which it means, and is refused', async () => {
		const {newsdeck, ids, shown} = await begunPage(HTML.join(''));
		const refused = await newsdeck('article', 'remove', (await ids())[0] ?? '', '1');
		expect(refused.code).not.toBe(0);
		expect(await shown(0)).toContain('ferry map');
	});
});
