import {chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {emptyPlace, objects, run, type Run} from '../helpers/program.ts';

const place = emptyPlace();
const at = (name: string): string => path.join(place.folder, name);
const go = async (...words: string[]): Promise<Run> => run(words, {env: place.env, cwd: place.folder});
const lines = (text: string): string[] => text.split('\n').filter(Boolean);

const page = [
	'Harbour bridge closed after a crash', '',
	'The bridge over the harbour was closed on Monday after 14 cars had run into each other.', '',
	'Police said three people were hurt.', '',
].join('\n');
/** Names a window, clears the screen, turns the direction of the text round. */
const hostile = '\u001B]0;title\u0007\u001B[2J\u202Ename';
const obeyed = /[\0-\x08\v\f\x0E-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069]/;

beforeAll(async () => {
	writeFileSync(at('page.txt'), page);
	writeFileSync(at(`odd\n${hostile}.txt`), page.replace('Harbour', 'Second harbour'));
	writeFileSync(at('broken.jsonl'), [JSON.stringify({title: 'Ferry stopped', text: 'Some 20 people waited.'}), ...Array.from({length: 9}, () => '{broken')].join('\n'));
	mkdirSync(at('hollow/inner'), {recursive: true});
	mkdirSync(at('empty'));
	expect((await go('import', 'page.txt', `odd\n${hostile}.txt`, '--library', 'library')).code).toBe(0);
});

describe('a terminal obeys nothing that came with a file', () => {
	test.each([
		['import', ['import', `odd\n${hostile}.txt`, '--library', 'library']],
		['import --json', ['import', `odd\n${hostile}.txt`, '--json', '--library', 'library']],
		['list --json', ['list', '--json', '--library', 'library']],
		['compare --json', ['compare', '--query', 'bridge', '--json', '--library', 'library']],
		['a path that is not there', ['import', `${hostile}\nx`, '--library', 'library']],
		['a query without matches', ['search', `${hostile}\nx`, '--library', 'library']],
		['a library that is not there', ['list', '--library', `${hostile}\nx`]],
	])('%s', async (_, words) => {
		const {out, err} = await go(...words);
		expect(out + err).not.toMatch(obeyed);
		expect(lines(err).length).toBeLessThan(2);
	});

	test('show prints the name of the file on its own line', async () => {
		const ids = objects((await go('list', '--json', '--library', 'library')).out).map(article => String(article['id']));
		expect((await go('show', ...ids, '--library', 'library')).out).not.toMatch(obeyed);
	});

	test('with --json the name comes back as it is on the disk', async () => {
		const [document] = objects((await go('import', `odd\n${hostile}.txt`, '--json', '--library', 'library')).out);
		expect(document?.['path']).toBe(`odd\n${hostile}.txt`);
	});
});

describe('a batch tells of each thing it could not use', () => {
	test('a pattern without files is named beside one that has some', async () => {
		const result = await go('import', 'page.txt', 'nothing-*.txt', '--library', 'library');
		expect(result).toMatchObject({code: 5});
		expect(result.err).toContain('nothing-*.txt');
	});

	test('a folder without files is named', async () => {
		const result = await go('import', 'hollow', '--library', 'none');
		expect(result.code).toBe(3);
		expect(lines(result.err)).toHaveLength(1);
		expect(existsSync(at('none'))).toBe(false);
	});

	test('of many broken records the first five are told, in one line', async () => {
		const {code, err} = await go('import', 'broken.jsonl', '--library', 'records');
		expect(code).toBe(5);
		expect(lines(err)).toHaveLength(1);
		expect(err).toContain('line 6: is not JSON; and 4 more.');
	});
});

test.each<[string, string[], number, RegExp]>([
	['a flag given twice', ['list', '--library', 'library', '--library', 'empty'], 2, /given 2 times/],
	['a word where none is taken', ['log', 'yesterday', '--library', 'library'], 2, /"yesterday"/],
	['a wrong number, before anything about the library', ['list', '--limit', 'x', '--library', 'missing'], 2, /--limit x/],
	['an output below a file', ['export', '--query', 'bridge', '--output', 'page.txt/x.md', '--library', 'library'], 6, /not a folder/],
	['list of an empty library', ['list', '--library', 'empty'], 1, /empty/],
	['events of an empty library', ['events', '--library', 'empty'], 1, /empty/],
	['figures of an empty library', ['figures', '--library', 'empty'], 1, /empty/],
	['a log without entries', ['log', '--library', 'library'], 1, /Nothing/],
	['a list that a query empties', ['list', 'xylophone', '--library', 'library'], 1, /xylophone/],
])('%s: one line, and the right exit code', async (_, words, code, message) => {
	const result = await go(...words);
	expect(result).toMatchObject({code, out: ''});
	expect(lines(result.err)).toHaveLength(1);
	expect(result.err).toMatch(message);
});

test('the deck with --json is the events as JSON Lines, and export follows --json', async () => {
	const deck = await go('--json', '--library', 'library');
	expect(deck.out).toBe((await go('events', '--json', '--library', 'library')).out);
	expect(objects(deck.out).length).toBeGreaterThan(0);
	expect(JSON.parse((await go('export', '--query', 'bridge', '--json', '--library', 'library')).out)).toMatchObject({schema: 'newsdeck/comparison@1'});
});

test.skipIf(process.getuid?.() === 0)('a library that may not be read is named, with who to ask (left out for root, who may read all)', async () => {
	expect((await go('import', 'page.txt', '--library', 'closed')).code).toBe(0);
	chmodSync(at('closed'), 0o000);
	const result = await go('list', '--library', 'closed');
	chmodSync(at('closed'), 0o700);
	expect(result).toMatchObject({code: 4, out: ''});
	expect(result.err).toContain('could not be read. This user may not read it. Ask its owner');
});

test('a folder where a library has its file is told in words', async () => {
	mkdirSync(at('odd/library.json'), {recursive: true});
	const result = await go('list', '--library', 'odd');
	expect(result).toMatchObject({code: 4, out: ''});
	expect(result.err).toContain('could not be read. It is a folder. Put the file back from a backup.');
});

test('no claim on the lock outlives an import', () => {
	expect(readdirSync(at('library')).filter(name => name.includes('.lock'))).toEqual([]);
});
