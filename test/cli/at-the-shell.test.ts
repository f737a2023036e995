import {cpSync} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {fitted} from '../../source/commands/print/fitted.ts';
import {width} from '../../source/text/width.ts';
import {built, emptyPlace, objects, root, run, type Run} from '../helpers/program.ts';
import {openTerminal} from '../helpers/terminal.ts';

const place = emptyPlace();
const library = path.join(place.folder, 'library');
cpSync(path.join(root, 'data/demo/library'), library, {recursive: true});
const on = async (words: readonly string[], input = ''): Promise<Run> => run([...words, '--library', library], {env: place.env, cwd: place.folder, input});

describe('text on a terminal', () => {
	test('runs on under its last cell where there is room, so that columns stay columns', () => {
		expect(fitted('a-1  2031-05-02  The toll bridge stays closed until the end of the week', 50)).toBe([
			'a-1  2031-05-02  The toll bridge stays closed',
			'                 until the end of the week',
		].join('\n'));
	});

	test('else between its cells, a little under its beginning', () => {
		expect(fitted('f-1  killed  at least 40  people on board  the coast guard  Harbour Courier, line 6', 44)).toBe([
			'f-1  killed  at least 40  people on board',
			'    the coast guard  Harbour Courier, line 6',
		].join('\n'));
	});

	test('prose stays prose, and what fits is left as it is', () => {
		expect(fitted('  The bridge will stay closed until Thursday, the council said.', 40)).toBe('  The bridge will stay closed until\n  Thursday, the council said.');
		expect(fitted('a  b', 40)).toBe('a  b');
	});

	test('is never wider than the terminal, and loses nothing but blanks', () => {
		const line = fc.array(fc.tuple(fc.constantFrom(' ', '  ', '   '), fc.stringMatching(/^\S{1,30}$/)), {minLength: 1, maxLength: 20}).map(parts => parts.map(([gap, word]) => gap + word).join(''));
		fc.assert(fc.property(line, fc.integer({min: 20, max: 120}), (text, columns) => {
			const rows = fitted(text, columns).split('\n');
			for (const row of rows) expect(width(row)).toBeLessThanOrEqual(columns);
			expect(rows.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
		}));
	});
});

const END = '== end ==';

/** What the program prints on a terminal of so many columns. The terminal stays until all of it has come through. */
const onTerminal = async (words: readonly string[], columns: number, more: Readonly<Record<string, string>> = {}): Promise<string> => {
	const terminal = openTerminal('bash', ['-c', `"$0" "$@"; printf '${END}'; read -r`, process.execPath, built, ...words, '--library', library], {
		columns, rows: 40, cwd: place.folder, env: {XDG_DATA_HOME: place.folder, XDG_CACHE_HOME: place.folder, XDG_CONFIG_HOME: place.folder, HOME: place.folder, ...more},
	});
	try {
		await terminal.waitFor(END, 60_000);
		return terminal.raw().replace(END, '').replaceAll('\r', '');
	} finally {
		terminal.close();
	}
};

test('how far a long import is stays on its one row, however narrow the window', async () => {
	const terminal = openTerminal('bash', ['-c', `(sleep 1.5; echo 'Five boats sank off Orlen.') | "$0" "$@" --library narrow; read -r`, process.execPath, built, 'import', '-', path.join(root, 'data/demo/pages/tag-page.txt')], {
		columns: 9, rows: 30, cwd: place.folder, env: {XDG_DATA_HOME: place.folder, XDG_CACHE_HOME: place.folder, XDG_CONFIG_HOME: place.folder, HOME: place.folder},
	});
	try {
		await terminal.waitFor('38', 20_000);
		expect(terminal.raw()).toContain('\rread 1 o');
		expect(terminal.text()).not.toContain('read');
	} finally {
		terminal.close();
	}
});

describe.concurrent('--pager', () => {
	test('on a terminal what is printed is read in the pager', async () => {
		const lines = (await onTerminal(['list', '--pager'], 120, {PAGER: 'head -2'})).split('\n').filter(Boolean);
		expect(lines).toHaveLength(2);
		for (const line of lines) expect(line).toMatch(/^a-[0-9a-f]{12}  /);
	});

	test('in a pipe nothing is otherwise', async () => {
		expect((await on(['list', '--pager'])).out).toBe((await on(['list'])).out);
	});
});

describe.concurrent('on a terminal no row is wider than it; in a pipe a line is whole', () => {
	test.each([
		['figures', 80], ['figures', 200], ['events', 80], ['export --help', 80],
	] as const)('%s at %i columns', async (words, columns) => {
		const printed = await onTerminal(words.split(' '), columns);
		const rows = printed.split('\n');
		expect(rows.length).toBeGreaterThan(20);
		for (const row of rows) expect(width(row), row).toBeLessThanOrEqual(columns);
		const piped = (await on(words.split(' '))).out;
		// Compared as numbers of letters first: a page of text says little in a message.
		expect(printed.replaceAll(/\s/g, '').length).toBe(piped.replaceAll(/\s/g, '').length);
		expect(printed.replaceAll(/\s/g, '')).toBe(piped.replaceAll(/\s/g, ''));
		expect(Math.max(...piped.split('\n').map(line => width(line)))).toBeGreaterThan(80);
	});

	test('headlines of a list stand below each other', async () => {
		const rows = (await onTerminal(['list', '--limit', '12'], 120)).split('\n').filter(row => row.startsWith('a-'));
		const outlets = rows.map(row => /^a-\S+  \S+ +(?<outlet>\S+(?: \S+)*)(?<gap> {2,})/.exec(row)?.groups);
		expect(new Set(outlets.map(groups => groups?.['outlet'])).size).toBeGreaterThan(1);
		expect(new Set(outlets.map(groups => width(`${groups?.['outlet']}${groups?.['gap']}`))).size).toBe(1);
	});

	test('with --json a line is whole there too', async () => {
		expect(objects(await onTerminal(['events', '--limit', '1', '--json'], 80))).toHaveLength(1);
	});
});

describe.concurrent('ids from a pipe', () => {
	test.each([
		['lines of a search, its snippets passed over', async () => (await on(['search', 'casulties'])).out],
		['JSON Lines', async () => (await on(['search', 'casulties', '--json'])).out],
	] as const)('%s go into show, compare, export and a view', async (_, ids) => {
		const found = await ids();
		const shown = objects((await on(['show', '-', '--json'], found)).out).map(({id}) => id);
		expect(shown.length).toBeGreaterThan(1);
		expect(shown).toEqual(objects((await on(['search', 'casulties', '--json'])).out).map(({id}) => id));
		const {articles} = JSON.parse((await on(['compare', '-', '--json'], found)).out) as {articles: Array<{id: string}>};
		expect(articles.map(({id}) => id)).toEqual(shown);
		expect([...new Set(objects((await on(['export', '-', '--format', 'jsonl'], found)).out).map(({article}) => article))]).toEqual(shown);
		expect((await on(['explain', '-'], found)).out).toBe((await on(['explain', ...shown.map(String)])).out);
	});

	test('a tag for all that a search finds', async () => {
		const own = path.join(place.folder, 'tagged');
		cpSync(path.join(root, 'data/demo/library'), own, {recursive: true});
		const found = (await run(['search', 'kursk', '--library', own], {env: place.env})).out;
		expect(await run(['article', 'tag', '-', 'kursk', '--library', own], {env: place.env, input: found})).toMatchObject({code: 0});
		const count = (text: string): number => text.split('\n').filter(line => line.startsWith('a-')).length;
		expect(count((await run(['list', 'tag:kursk', '--library', own], {env: place.env})).out)).toBe(count(found));
		expect(count(found)).toBeGreaterThan(1);
	});

	test('no id, or a line that is none, is told in one line', async () => {
		expect(await on(['show', '-'])).toEqual({code: 1, out: '', err: 'newsdeck: Standard input holds no id. newsdeck list and newsdeck search print some.\n'});
		expect(await on(['export', '-'], '{"label": "x"}\n')).toMatchObject({code: 3, out: '', err: expect.stringContaining('a line without an id')});
	});
});

describe.concurrent('what is asked of a screen that is not opened is told, not passed over', () => {
	test.each<[string, readonly string[], RegExp]>([
		['a size without a frame', ['--size', '100x30'], /--size is the size of a frame\. Add --snapshot/],
		['of the demo too', ['demo', '--size', '100x30'], /--size is the size of a frame/],
		['keys where there is no terminal', ['--keys', 'c'], /--keys presses keys on the screen/],
		['a frame of no size', ['--snapshot', '--size', '0x24'], /--size 0x24 is no size/],
	])('%s', async (_, words, message) => {
		const {code, out, err} = await on(words);
		expect({code, out}).toEqual({code: 2, out: ''});
		expect(err).toMatch(message);
	});
});

test('-h and -V are what they are elsewhere; an unknown flag is named as it was typed', async () => {
	expect((await on(['list', '-h'])).out).toBe((await on(['list', '--help'])).out);
	expect((await on(['-V'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
	expect((await on(['list', '-n', '5'])).err).toContain('There is no flag -n.');
	expect((await on(['list', '--no-jsno'])).err).toContain('There is no flag --no-jsno. Did you mean --json?');
});

test('the ledger has every article of an event, the views side by side the four that say most', async () => {
	const all = await on(['compare', '--event', 'north korean', '--view', 'ledger']);
	expect(all).toMatchObject({code: 0, err: ''});
	expect(all.out).toContain('7 articles');
	expect((await on(['compare', '--event', 'north korean'])).err).toContain('4 of 7 articles');
});
