import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {gzipSync} from 'node:zlib';
import {describe, expect, test} from 'vitest';
import {openLibrary} from '../../source/store/lowdb-library.ts';
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

	test('blank lines at the ends of a range mean nothing; the act, its undo and the log name the lines', async () => {
		const {newsdeck, id} = await begun(PAGE.flatMap(line => ['', line]));
		const first = await id(0);
		expect((await newsdeck('article', 'remove', first, '5-7')).err).toMatch(/^Line 6 taken out\. \S+page\.txt: 2 articles, 0 of them new; newsdeck undo takes it back\.\n$/);
		expect((await newsdeck('log')).out).toContain('line 6 taken out of page');
		expect((await newsdeck('undo')).err).toMatch(/^Taken back: entry 1, line 6 taken out of page \S+: “Nobody was hurt, .+”; newsdeck undo --redo puts it back\.\n$/);
		expect((await newsdeck('undo', '--redo')).err).toContain('It stands again: entry 1, line 6 taken out');
		expect(await newsdeck('article', 'remove', first, '7')).toMatchObject({code: 2, err: expect.stringContaining('has no words to hold on to. Nothing but blanks stands there.')});
		expect(await newsdeck('article', 'remove', first, '6-99')).toMatchObject({code: 2, err: expect.stringContaining('The page ends at line 14.')});
	});

	test('what was taken out is marked in the raw page, with its rule, until it is put back', async () => {
		const {newsdeck, id} = await begun([...PAGE.slice(0, 3), 'Share Button', 'Nobody is missing, the coast guard said.', ...PAGE.slice(4)]);
		const first = await id(0);
		const raw = async () => (await newsdeck('show', first, '--raw')).out.split('\n').find(line => line.includes('Share Button'));
		expect(await raw()).toBe('    4- Share Button  (removed: share button)');
		await newsdeck('article', 'restore', first, '4');
		expect(await raw()).toBe('    4  Share Button');
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

describe('a saved web page is put right by hand as well, by the lines of its text', () => {
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
		const review = async () => (await (await openLibrary(path.join(folder, 'mine'), {now: () => new Date('2026-01-02T10:00:00Z')})).review()).map(entry => entry.sequence);
		return {newsdeck, file, write, ids, shown, review};
	};

	test('a paragraph is taken out, stays out in a newer version, and comes back with undo', async () => {
		const {newsdeck, file, write, ids, shown} = await begunPage(HTML.join('\n'));
		expect(await shown(0)).toContain('ferry map');
		expect((await newsdeck('article', 'remove', (await ids())[0] ?? '', '4')).code).toBe(0);
		expect(await shown(0)).not.toContain('ferry map');
		write(HTML.toSpliced(3, 0, '<p>The ship lay outside the harbour for two hours with ninety people on board, an officer said.</p>').join('\n'));
		expect((await newsdeck('import', file)).out).toContain('revised');
		expect(await shown(0)).toContain('ninety people');
		expect(await shown(0)).not.toContain('ferry map');
	});

	test('a second article is split off under its heading, and joined again', async () => {
		const {newsdeck, ids, shown} = await begunPage(HTML.join('\n'));
		expect(await ids()).toHaveLength(1);
		expect((await newsdeck('article', 'split', (await ids())[0] ?? '', '5')).code).toBe(0);
		expect(await ids()).toHaveLength(2);
		expect(await shown(1)).toContain('Council votes to close two libraries');
		expect(await shown(0)).not.toContain('Campaigners');
		expect((await newsdeck('article', 'next', (await ids())[0] ?? '', '4')).code).toBe(0);
		expect(await shown(1)).toContain('ferry map');
		expect((await newsdeck('article', 'join', (await ids())[1] ?? '')).code).toBe(0);
		expect(await ids()).toHaveLength(1);
		expect(await shown(0)).toContain('Campaigners');
	});

	test('a line that is junk is junk in web pages too', async () => {
		const {newsdeck, ids, shown} = await begunPage(HTML.join('\n'));
		await newsdeck('article', 'junk', (await ids())[0] ?? '', '4', '--everywhere');
		expect(await shown(0)).not.toContain('ferry map');
		expect(await shown(0)).toContain('Nobody was hurt');
	});

	test('a page without a single line break has the same lines, and is cut likewise', async () => {
		const {newsdeck, ids, shown} = await begunPage(HTML.join(''));
		const [id = ''] = await ids();
		expect((await newsdeck('show', id, '--raw')).out.split('\n').slice(0, 4).map(line => line.trim().slice(0, 30))).toEqual([
			'1  Ferry turned back after fir', '2  The last ferry of the day t', '3  Nobody was hurt, the harbou', '4  Our ferry map is new this w',
		]);
		await newsdeck('article', 'remove', id, '4');
		expect(await shown(0)).not.toContain('ferry map');
		expect(await shown(0)).toContain('Nobody was hurt');
		expect((await newsdeck('verify')).code).toBe(0);
	});

	test('what a rule took out is put back, whatever the rule; it stays so in a newer version', async () => {
		const said = ['<nav><a href="/">Harbour</a></nav>', ...HTML.slice(1, 4), '<aside>Read how the fire was put out.</aside>', '<p>Sign up for our newsletter to get the news every morning.</p>', ...HTML.slice(4)].join('');
		const {newsdeck, file, write, ids, shown} = await begunPage(said);
		const {out} = await newsdeck('import', file, '--explain', '--dry-run');
		expect(out.match(/lines? .*removed: .*/g)).toEqual(['line 1  removed: menu  “Harbour”', 'line 5  removed: aside  “Read how the fire was put out.”', 'line 6  removed: newsletter sign-up  “Sign up for our newsletter to get the news every morning.”']);
		expect((await newsdeck('article', 'restore', (await ids())[0] ?? '', '5-6')).code).toBe(0);
		expect(await shown(0)).toMatch(/Read how the fire was put out\.\n\nSign up for our newsletter/);
		write(said.replace('harbour master', 'master of the harbour'));
		expect((await newsdeck('import', file)).out).toContain('revised');
		expect(await shown(0)).toContain('master of the harbour');
		expect(await shown(0)).toContain('Sign up for our newsletter');
		expect((await newsdeck('article', 'restore', (await ids())[0] ?? '', '5')).err).toContain('No removed line stands there');
	});

	test('a headline is a line as well: taken out, it is no headline; joined, it is a heading', async () => {
		const {newsdeck, ids, shown} = await begunPage(HTML.join(''));
		await newsdeck('article', 'split', (await ids())[0] ?? '', '5');
		await newsdeck('article', 'join', (await ids())[1] ?? '');
		expect(objects((await newsdeck('show', (await ids())[0] ?? '', '--json')).out)[0]?.['segments']).toContainEqual({kind: 'heading', text: 'Council votes to close two libraries', startLine: 5, endLine: 5});
		await newsdeck('article', 'remove', (await ids())[0] ?? '', '1');
		expect(await shown(0)).toMatch(/^\(no headline\)/);
		await newsdeck('undo');
		expect(await shown(0)).toMatch(/^Ferry turned back/);
	});

	test('a cut whose words are gone waits in the review queue', async () => {
		const {newsdeck, file, write, ids, shown, review} = await begunPage(HTML.join(''));
		await newsdeck('article', 'remove', (await ids())[0] ?? '', '4');
		write(HTML.filter(line => !line.includes('ferry map')).join(''));
		expect(await review()).toEqual([]);
		await newsdeck('import', file);
		expect(await shown(0)).toContain('Campaigners');
		expect(await review()).toEqual([1]);
	});

	test('posts of a live blog, and a page whose text is in its data alone, are cut by their lines', async () => {
		const post = (hour: number, text: string) => `<article class="post"><time datetime="2031-03-31T${hour}:00:00Z">${hour}:00</time><h3>Update at ${hour}</h3><p>${text}</p></article>`;
		const blog = await begunPage(`<html><head><title>Ferry fire live: latest updates</title></head><body><h1>Ferry fire live: latest updates</h1><p>All that is known of the fire, as it comes in from the harbour.</p><div>${post(13, 'The fire is out, the harbour master told reporters on the quay.')}${post(12, 'Ninety people are still on board of the ship, an officer said.')}${post(11, 'The engine room of the night ferry burns, the coastguard said.')}</div></body></html>`);
		const posts = async () => objects((await blog.newsdeck('list', 'kind:post', '--json')).out).map(({headline, startLine, endLine}) => [headline, startLine, endLine]).toSorted();
		expect(await posts()).toEqual([['Update at 11', 9, 11], ['Update at 12', 6, 8], ['Update at 13', 3, 5]]);
		await blog.newsdeck('article', 'previous', (await blog.ids())[0] ?? '', '8');
		expect((await blog.newsdeck('search', 'Ninety', '--json')).out).toContain('Update at 13');

		const data = {'@type': 'NewsArticle', headline: 'Ferry turned back', articleBody: [HTML[2], HTML[3], HTML[4], HTML[6]].map(text => text?.replaceAll(/<[^>]+>/g, '')).join('\n')};
		const built = await begunPage(`<html><head><title>Ferry turned back</title><script type="application/ld+json">${JSON.stringify(data)}</script></head><body><div id="app">Loading</div></body></html>`);
		expect((await built.newsdeck('show', (await built.ids())[0] ?? '', '--raw')).out.split('\n').map(line => line.trim().slice(0, 11)).filter(Boolean)).toEqual(['2  The last', '3  Nobody w', '4  Our ferr', '5  Two of t']);
		await built.newsdeck('article', 'remove', (await built.ids())[0] ?? '', '4');
		expect(await built.shown(0)).not.toContain('ferry map');
		expect(await built.shown(0)).toContain('Two of the five');
	});
});
