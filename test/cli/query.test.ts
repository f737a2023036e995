import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {inProcess} from '../helpers/in-process.ts';
import {built, emptyPlace, objects, root, run} from '../helpers/program.ts';

const demo = ['--library', path.join(root, 'data/demo/library')];
const {env} = emptyPlace();
const found = async (...words: string[]) => run([...words, ...demo], {env});

describe('the query language at a shell', () => {
	test('a mistake ends with 2 and a caret under its place', async () => {
		const {code, err, out} = await found('search', 'kim oulet:bbc');
		expect(code).toBe(2);
		expect(out).toBe('');
		expect(err.trimEnd().split('\n').slice(1)).toEqual(['  kim oulet:bbc', '      ^^^^^^']);
		for (const verb of ['list', 'events']) expect((await found(verb, '"kim')).code).toBe(2);
	});

	test('fields, figures and orders work in every verb that takes a query', async () => {
		const search = await found('search', 'has:figures killed>50', '--json');
		expect(search.code).toBe(0);
		const ids = objects(search.out).map(({id}) => id);
		expect(objects((await found('list', 'killed>50 has:figures', '--json')).out).map(({id}) => id).toSorted()).toEqual(ids.toSorted());
		expect((await found('export', '--query', 'killed>50', '--format', 'csv')).code).toBe(0);
		expect((await found('search', 'kind:post on:1999')).code).toBe(1);
	});
});

test('a flag gives the order, with a query or without, and another is told', async () => {
	const newsdeck = inProcess(path.join(root, 'data/demo/library'), () => '2026-01-02T10:00:00Z');
	const listed = async (...words: string[]) => objects((await newsdeck(...words, '--json')).out);
	const outlets = (await listed('list', '--sort', 'outlet')).map(({outlet}) => outlet ?? '\uFFFF');
	expect(outlets).toEqual(outlets.toSorted());
	expect(new Set(outlets).size).toBeGreaterThan(3);
	expect((await listed('list', '--sort', 'figures', 'kim')).map(({id}) => id)).toEqual((await listed('search', 'kim sort:figures')).map(({id}) => id));
	expect((await listed('search', '--sort', 'date', 'kim sort:figures')).map(({id}) => id)).toEqual((await listed('list', 'kim sort:date')).map(({id}) => id));
	expect((await newsdeck('list', '--exact', 'casulties')).code).toBe(1);
	expect(await newsdeck('list', '--sort', 'size')).toMatchObject({code: 2, err: expect.stringContaining('relevance, date, outlet, figures')});
});

/** The chunks that a chunk of dist/ loads at once, and those they load. */
const loadedWith = (file: string, seen = new Set<string>()): Set<string> => {
	if (seen.has(file)) return seen;
	seen.add(file);
	const text = readFileSync(path.join(path.dirname(built), file), 'utf8');
	for (const [, other] of text.matchAll(/^(?:import|export)\b[^;]*?["']\.\/([\w.-]+\.js)["']/gm)) if (other !== undefined) loadedWith(other, seen);
	return seen;
};

test('what prints never loads Ink or React: only the screen does', () => {
	const folder = path.dirname(built);
	const files = readdirSync(folder).filter(file => file.endsWith('.js'));
	const holds = (file: string, mark: string) => readFileSync(path.join(folder, file), 'utf8').includes(mark);
	const heavy = new Set(files.filter(file => holds(file, 'node_modules/react/') || holds(file, 'node_modules/ink/')));
	expect(heavy.size).toBeGreaterThan(0);
	const touched = (verb: string): string[] => files.filter(file => holds(file, `// source/commands/${verb}.ts`)).flatMap(file => [...loadedWith(file)]).filter(file => heavy.has(file));
	for (const file of readdirSync(path.join(root, 'source/commands'))) expect([file, touched(file.replace('.ts', ''))]).toEqual([file, []]);
	expect([...loadedWith('newsdeck.js')].filter(file => heavy.has(file))).toEqual([]);
	// The screen itself does load them, so the marks are the right ones.
	expect(files.filter(file => holds(file, '// source/ui/app.tsx')).flatMap(file => [...loadedWith(file)]).filter(file => heavy.has(file)).length).toBeGreaterThan(0);
});
