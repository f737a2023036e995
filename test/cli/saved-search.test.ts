import {cpSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {inProcess} from '../helpers/in-process.ts';
import {emptyPlace, objects, root} from '../helpers/program.ts';

const place = emptyPlace();
const library = path.join(place.folder, 'library');
cpSync(path.join(root, 'data/demo/library'), library, {recursive: true});
const newsdeck = inProcess(library, () => '2026-01-02T10:00:00Z');

// One after the other: each goes on from what the one before it saved.
test('a search is saved, asked again by its name, within others and by every verb that takes a query', async () => {
	expect(await newsdeck('search', '--list')).toMatchObject({code: 1, out: ''});
	const first = await newsdeck('search', 'has:figures killed>50', '--save', 'high tolls', '--json');
	expect(first).toMatchObject({code: 0, err: 'Saved as “high tolls”; newsdeck search --saved "high tolls" asks it again.\n'});
	const ids = objects(first.out).map(({id}) => id);
	for (const words of [['search', '--saved', 'high tolls'], ['search', 'saved:"high tolls"'], ['list', 'saved:"HIGH tolls"']]) {
		expect(objects((await newsdeck(...words, '--json')).out).map(({id}) => id).toSorted()).toEqual(ids.toSorted());
	}

	expect((await newsdeck('search', '--saved', 'high tolls', 'is:starred')).code).toBe(1);
	expect((await newsdeck('export', '--query', 'saved:"high tolls"', '--format', 'csv')).code).toBe(0);
	expect((await newsdeck('events', 'saved:"high tolls"')).code).toBe(0);
	expect((await newsdeck('search', '--list')).out).toBe('high tolls  has:figures killed>50\n');
});

test('it gets another name, also within those that name it, and is taken away when none does; all can be undone', async () => {
	await newsdeck('search', 'saved:"high tolls" -opinion', '--save', 'both');
	expect((await newsdeck('search', '--saved', 'high tolls', '--rename', 'tolls')).code).toBe(0);
	const renamed = [{name: 'both', query: 'saved:tolls -opinion'}, {name: 'tolls', query: 'has:figures killed>50'}];
	const listed = async () => objects((await newsdeck('search', '--list', '--json')).out).toSorted((a, b) => String(a['name']).localeCompare(String(b['name'])));
	expect(await listed()).toEqual(renamed);
	expect(await newsdeck('search', '--saved', 'tolls', '--delete')).toMatchObject({code: 2, err: expect.stringContaining('"both" names it')});
	expect((await newsdeck('search', '--saved', 'both', '--delete')).code).toBe(0);
	expect(await listed()).toEqual(renamed.slice(1));
	await newsdeck('undo');
	expect(await listed()).toEqual(renamed);
	await newsdeck('undo');
	expect((await listed()).map(({name}) => name)).toEqual(['both', 'high tolls']);
	expect((await newsdeck('log')).out).toContain('search “high tolls” saved: has:figures killed>50');
});

test.each<readonly [readonly string[], number, string]>([
	[['search', '--saved', 'tols'], 1, 'No search is saved as "tols".'],
	[['search', 'saved:nothing-like-it'], 2, 'No search is saved as “nothing-like-it”.'],
	[['search', '--save', 'x', 'kim oulet:bbc'], 2, 'Did you mean outlet:?'],
	[['search', '--save', 'high tolls', 'saved:both'], 2, 'leads back to itself'],
	[['search', '--regex', 'over [0-9]+', '--save', 'x'], 2, '--regex is not kept'],
	[['search', '--saved', 'both', '--rename', 'high tolls'], 2, 'Another search is saved as "high tolls".'],
	[['search', '--list', 'kim'], 2, '--list stands alone'],
	[['search', '--delete'], 2, 'need --saved NAME'],
])('%j is told in a line', async (words, code, why) => {
	const {out, err, code: ended} = await newsdeck(...words);
	expect([ended, out]).toEqual([code, '']);
	expect(err.split('\n')[0]).toContain(why);
});
