import {existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {emptyPlace, objects, run, type Run} from '../helpers/program.ts';

const place = emptyPlace();
const at = (name: string): string => path.join(place.folder, name);
const guarded = {...place.env, NODE_OPTIONS: `--import ${path.join(import.meta.dirname, 'no-network.mjs')}`};
const go = async (...words: string[]): Promise<Run> => run([...words, '--library', 'library'], {env: guarded, cwd: place.folder});

const poison = '{"__proto__":{"polluted":true,"title":"x"},"constructor":{"prototype":{"polluted":true}},"prototype":{"polluted":true},';
const records = [
	`${poison}"title":"Harbour fire","text":"Some 12 people were killed, the office said.","tags":["__proto__","constructor"],"outlet":"__proto__","id":"__proto__","url":"http://example.invalid/a","date":"2025-03-02"}`,
	`${poison}"title":"__proto__","paras":["constructor","Some 14 people were killed in __proto__ on Monday."],"outlet":"constructor","id":"constructor","tags":"toString,hasOwnProperty","date":"2025-03-03"}`,
];

beforeAll(async () => {
	writeFileSync(at('records.jsonl'), records.join('\n'));
	writeFileSync(at('__proto__.txt'), 'Harbour bridge closed\n\nThe bridge was closed on Monday after 14 cars had run into each other. See http://example.invalid/x and //example.invalid/y.\n\n<img src="http://example.invalid/z.png">\n');
	expect(await go('import', 'records.jsonl', '__proto__.txt', '--tag', '__proto__', '--outlet', 'toString')).toMatchObject({code: 0, err: ''});
});

describe('nothing gets out, and nothing but words gets in', () => {
	test('no verb reaches the network or another program', async () => {
		for (const words of [[], ['list'], ['search', 'fire'], ['figures'], ['quotes'], ['events'], ['compare', '--query', 'fire'], ['export', '--query', 'fire'], ['log'], ['regroup'], ['--snapshot']]) {
			const {code, err} = await go(...words);
			expect([words, code, err]).not.toEqual([words, 99, expect.anything()]);
			expect(err).not.toContain('reached for');
			expect(code, err).toBeLessThan(2);
		}
	});

	test('keys named after what all objects inherit are words like others', async () => {
		const articles = objects((await go('list', '--json')).out);
		expect(articles).toHaveLength(3);
		expect(articles.map(article => article['externalId'])).toEqual(expect.arrayContaining(['__proto__', 'constructor', null]));
		expect((await go('search', '__proto__')).code).toBeLessThan(2);
		expect(Reflect.get({}, 'polluted')).toBeUndefined();
		expect((await go('list', '--json')).out).not.toContain('polluted');
	});

	test('every file of a library is its owner\'s alone', () => {
		const files = readdirSync(at('library'), {recursive: true, encoding: 'utf8'}).map(name => path.join(at('library'), name));
		expect(files.length).toBeGreaterThan(3);
		expect(files.filter(file => (statSync(file).mode & 0o077) !== 0)).toEqual([]);
		expect(statSync(at('library')).mode & 0o077).toBe(0);
	});
});

describe('an export', () => {
	test('is its owner\'s alone, and goes where it was told', async () => {
		expect(await go('export', '--query', 'fire', '--output', 'out.md')).toMatchObject({code: 0});
		expect(statSync(at('out.md')).mode & 0o777).toBe(0o600);
	});

	test('does not go through a planted link, with --force or without', async () => {
		writeFileSync(at('precious'), 'precious');
		symlinkSync(at('precious'), at('planted.md'));
		expect((await go('export', '--query', 'fire', '--output', 'planted.md')).code).toBe(6);
		await go('export', '--query', 'fire', '--output', 'planted.md', '--force');
		expect(readFileSync(at('precious'), 'utf8')).toBe('precious');
		symlinkSync(at('nowhere'), at('dangling.md'));
		expect((await go('export', '--query', 'fire', '--output', 'dangling.md')).code).toBe(6);
		expect(existsSync(at('nowhere'))).toBe(false);
		expect(lstatSync(at('dangling.md')).isSymbolicLink()).toBe(true);
	});

	test('from the screen has a name without a path, whatever the headline', async () => {
		mkdirSync(at('below'));
		writeFileSync(at('climb.txt'), '../../../etc/passwd ..\\..\\x\n\nThe harbour bridge was closed on Monday after 14 cars had run into each other.\n');
		await run(['import', 'climb.txt', '--library', 'climbing'], {env: guarded, cwd: place.folder});
		const before = readdirSync(place.folder).toSorted();
		await run(['--snapshot', '--keys', 'e\\r', '--library', at('climbing')], {env: guarded, cwd: at('below')});
		expect(readdirSync(place.folder).toSorted()).toEqual(before);
		expect(readdirSync(at('below')).every(name => /^[\w.-]+$/.test(name) && !name.startsWith('.'))).toBe(true);
		expect(readdirSync(at('below'))).toHaveLength(1);
	});
});
