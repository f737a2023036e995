import {execFile} from 'node:child_process';
import {cpSync, mkdirSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {verbs} from '../../source/commands/index.ts';
import {exitCodes, type ExitName} from '../../source/model/problem.ts';
import {built, emptyPlace, objects, root, run} from '../helpers/program.ts';
import {openTerminal} from '../helpers/terminal.ts';

const place = emptyPlace();
const libraryOf = (name: string): string => path.join(place.folder, name);
cpSync(path.join(root, 'data/demo/library'), libraryOf('full'), {recursive: true});
mkdirSync(libraryOf('empty'));

/**
 * How a verb behaves: words that it can do its work with, what it ends with over a full library, an empty folder and no folder at all,
 * and what it prints with --json. `prints`: whether data goes to stdout over the full library.
 */
type Row = {
	readonly verb: string;
	readonly words: readonly string[];
	readonly full?: ExitName;
	readonly empty: ExitName;
	readonly missing?: ExitName;
	readonly prints?: false;
	readonly json?: 'lines' | 'object' | 'none';
};

const ARTICLE = 'a-0d1eee1bd2f5';
const rows: readonly Row[] = [
	{verb: 'import', words: ['/nowhere/at-all.txt'], full: 'unreadable', empty: 'unreadable', missing: 'unreadable', prints: false},
	{verb: 'list', words: [], empty: 'nothing'},
	{verb: 'show', words: [ARTICLE], empty: 'nothing'},
	{verb: 'search', words: ['casulties'], empty: 'nothing'},
	{verb: 'events', words: [], empty: 'nothing'},
	{verb: 'figures', words: ['north korean'], empty: 'nothing'},
	{verb: 'quotes', words: [], empty: 'nothing'},
	{verb: 'compare', words: ['--event', 'north korean'], empty: 'nothing', json: 'object'},
	{verb: 'explain', words: ['north korean'], empty: 'nothing'},
	{verb: 'tensions', words: ['north korean'], empty: 'nothing', prints: false, json: 'none'},
	{verb: 'timeline', words: ['north korean'], empty: 'nothing'},
	{verb: 'gaps', words: ['north korean'], empty: 'nothing'},
	{verb: 'headlines', words: ['north korean'], empty: 'nothing'},
	{verb: 'export', words: ['--event', 'north korean'], empty: 'nothing', json: 'object'},
	{verb: 'log', words: [], full: 'nothing', empty: 'nothing', prints: false, json: 'none'},
	{verb: 'article', words: ['show-me'], full: 'usage', empty: 'usage', missing: 'usage', prints: false, json: 'none'},
	...['figure', 'quote', 'event', 'question'].map((verb): Row => ({verb, words: ['show-me'], full: 'usage', empty: 'usage', missing: 'usage', prints: false, json: 'none'})),
	{verb: 'audit', words: [], full: 'nothing', empty: 'nothing', prints: false, json: 'none'},
	{verb: 'check', words: [], full: 'usage', empty: 'usage', prints: false, json: 'none'},
	{verb: 'undo', words: [], full: 'nothing', empty: 'nothing', prints: false, json: 'none'},
	{verb: 'regroup', words: [], empty: 'done'},
	{verb: 'rederive', words: ['--dry-run'], empty: 'done', prints: false, json: 'none'},
	{verb: 'verify', words: [], empty: 'done'},
	{verb: 'doctor', words: [], empty: 'done', json: 'none'},
	{verb: 'backup', words: [], full: 'usage', empty: 'usage', missing: 'usage', prints: false, json: 'none'},
	{verb: 'restore', words: [], full: 'usage', empty: 'usage', missing: 'usage', prints: false, json: 'none'},
	{verb: 'demo', words: ['--no-input'], empty: 'done', missing: 'done'},
	{verb: 'completion', words: ['bash'], empty: 'done', missing: 'done', json: 'none'},
	{verb: 'config', words: [], empty: 'done', missing: 'done'},
	{verb: 'keys', words: [], empty: 'done', missing: 'done', json: 'none'},
];

const on = async (library: string, words: readonly string[]) => run([...words, '--library', libraryOf(library)], {env: place.env, cwd: place.folder});
const oneLine = (text: string): void => expect(text.trimEnd().split('\n')).toHaveLength(1);

test('the table has every verb', () => {
	expect(rows.map(({verb}) => verb).toSorted()).toEqual(Object.keys(verbs).toSorted());
});

describe.concurrent.each(rows.map(row => [row.verb, row] as const))('%s', (verb, {words, full = 'done', empty, missing = 'library', prints = true, json = 'lines'}) => {
	test('into a pipe: its exit code, data on stdout, words about it on stderr', async () => {
		const {code, out, err} = await on('full', [verb, ...words]);
		expect(code).toBe(exitCodes[full]);
		expect(out !== '').toBe(prints);
		if (out !== '') expect(out.endsWith('\n')).toBe(true);
		if (full !== 'done') oneLine(err);
		expect(out + err).not.toMatch(/\u001B|at \S+ \(|\[object Object\]|undefined/);
	});

	test('into a pipe that nobody reads: no complaint', async () => {
		const ended = await new Promise<string>(resolve => {
			execFile('bash', ['-c', `"$0" "$@" | true; echo "$\{PIPESTATUS[0]}"`, process.execPath, built, verb, ...words, '--library', libraryOf('full')], {env: place.env, cwd: place.folder}, (_, out, err) => resolve(`${out}${full === 'done' ? err.replace(/^[^n].*\n/gm, '') : ''}`));
		});
		expect(ended).toBe(`${exitCodes[full]}\n`);
	});

	test('with --json: one object a line, or one object', async () => {
		const {code, out} = await on('full', [verb, ...words, '--json']);
		expect(code).toBe(exitCodes[full]);
		if (json === 'object') expect(JSON.parse(out)).toMatchObject({schema: 'newsdeck/comparison@1'});
		if (json === 'lines') expect(objects(out).length).toBeGreaterThan(0);
		if (json === 'lines') for (const value of objects(out)) expect(Object.values(value)).not.toContain('');
	});

	test('with a flag there is none of: wrong usage, in one line', async () => {
		const {code, out, err} = await on('full', [verb, ...words, '--jsno']);
		expect({code, out}).toEqual({code: 2, out: ''});
		oneLine(err);
		expect(err).toContain('There is no flag --jsno. Did you mean --json?');
	});

	test('over an empty folder, which is an empty library', async () => {
		const {code, out, err} = await on('empty', [verb, ...words]);
		expect(code).toBe(exitCodes[empty]);
		if (empty === 'done') return;
		expect(out).toBe('');
		oneLine(err);
	});

	test('where there is no library', async () => {
		const {code, out, err} = await on('nowhere', [verb, ...words]);
		expect(code).toBe(exitCodes[missing]);
		if (missing === 'done') return;
		expect(out).toBe('');
		oneLine(err);
	});

	test('--help tells usage and flags, and is what it was', async ({expect}) => {
		const {code, out, err} = await run([verb, '--help'], {env: place.env});
		expect({code, err}).toEqual({code: 0, err: ''});
		await expect(out).toMatchFileSnapshot(`golden/help/${verb}.txt`);
	});
});

test('help VERB is VERB --help', async () => {
	expect((await run(['help', 'export'], {env: place.env})).out).toBe((await run(['export', '--help'], {env: place.env})).out);
});

describe.concurrent('wrong usage is told before anything about a library, in one line that points to the place', () => {
	test.each<[string, readonly string[], RegExp]>([
		['nothing to import', ['import'], /needs a path/],
		['a type nobody reads', ['import', '--type', 'htlm', '/etc/hostname'], /There is no type "htlm"\. Did you mean "html"\?/],
		['no query', ['search'], /needs a query/],
		['no article', ['show'], /needs the id/],
		['nothing to compare', ['compare'], /Say what to compare/],
		['two things to compare', ['compare', ARTICLE, '--event', 'kursk'], /Say what to compare/],
		['a view nobody knows', ['compare', '--event', 'kursk', '--view', 'fgures'], /Did you mean figures\?/],
		['a width nobody has', ['compare', '--event', 'kursk', '--width', '10'], /between 60 and 500/],
		['nothing to export', ['export'], /Say what to compare/],
		['a format nobody knows', ['export', '--event', 'kursk', '--format', 'jsno'], /Did you mean --format json\?/],
		['a file of a format nobody knows', ['export', '--event', 'kursk', '--output', 'kursk.docx'], /There is no format "docx"/],
		['evidence nobody knows', ['export', '--event', 'kursk', '--evidence', 'ful'], /Did you mean full\?/],
		['--raw for what is no table', ['export', '--event', 'kursk', '--format', 'md', '--raw'], /for csv and tsv/],
		['--datapackage without a file', ['export', '--event', 'kursk', '--format', 'csv', '--datapackage'], /Add --output/],
		['no event', ['explain'], /Say of which event/],
		['a stance nobody has', ['explain', 'kursk', '--stance', 'sure'], /sure/],
		['a limit of none', ['list', '--limit', '0'], /not a number from 1 up/],
		['a flag twice', ['list', '--limit', '1', '--limit', '2'], /given 2 times/],
		['a flag without its value', ['list', '--limit'], /needs a value/],
		['a present that is none', ['list', '--now', 'tuesday'], /is not a date/],
		['a word too many', ['keys', 'x'], /not understood/],
		['no shell', ['completion'], /needs a shell/],
		['a shell misspelt', ['completion', 'bsh'], /Did you mean bash\?/],
		['a verb misspelt', ['lst'], /Did you mean "list"\?/],
		['a verb nobody knows', ['xylophone'], /lists the verbs/],
		['help for no verb', ['help', 'xylophone'], /lists the verbs/],
	])('%s', async (_, words, message) => {
		const {code, out, err} = await on('nowhere', words);
		expect({code, out}).toEqual({code: 2, out: ''});
		oneLine(err);
		expect(err).toMatch(message);
	});
});

describe.concurrent('on a pseudo terminal', () => {
	test.each<[string, readonly string[], number, RegExp]>([
		['list prints its lines and leaves', ['list'], 0, /North Korean/],
		['a misspelt verb is told, and nothing is opened', ['lst'], 2, /Did you mean "list"/],
		['no library', ['events', '--library', 'nowhere'], 4, /no library/],
		['the screen is not opened with --no-input', ['--no-input'], 0, /newsdeck {2}/],
	])('%s', async (_, words, code, sees) => {
		const terminal = openTerminal(process.execPath, [built, ...words], {columns: 200, rows: 40, cwd: place.folder, env: {XDG_DATA_HOME: place.folder, XDG_CACHE_HOME: place.folder, HOME: place.folder, NEWSDECK_LIBRARY: words.includes('--library') ? '' : libraryOf('full')}});
		expect((await terminal.exited(20_000)).exitCode).toBe(code);
		await terminal.still();
		expect(terminal.raw()).toMatch(sees);
		expect(terminal.raw()).not.toContain('\u001B[?1049h');
		terminal.close();
	});
});
