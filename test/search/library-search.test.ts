import {describe, expect, test} from 'vitest';
import type {KeptFiles} from '../../source/model/effects.ts';
import type {Library} from '../../source/model/library.ts';
import {completions} from '../../source/search/complete.ts';
import {createLibrarySearch} from '../../source/search/library-search.ts';
import {eventOf, memoryLibrary, type Story} from '../helpers/memory-library.ts';

const memoryFiles = (): KeptFiles & {readonly files: Map<string, Uint8Array>} => {
	const files = new Map<string, Uint8Array>();
	return {
		files,
		read: async name => files.get(name)?.slice() ?? null,
		write: async (name, bytes) => void files.set(name, bytes.slice()),
		keepOnly: async names => {
			for (const name of files.keys()) if (!names.includes(name)) files.delete(name);
		},
	};
};

/** Six hundred stories: enough for an index worth keeping. */
const stories: readonly Story[] = Array.from({length: 600}, (_, at) => ({
	id: `a-${at}`, headline: at === 7 ? 'Ferry runs aground' : `Report number ${at}`, outlet: at % 2 === 0 ? 'Harbour Post' : 'Northern Wire',
	published: `2025-0${1 + at % 9}-01`, paragraphs: [at === 9 ? 'The lighthouse keeper saw 12 boats.' : 'Nothing happened.'],
	...(at === 9 && {figures: [{text: '12', segment: 0, low: 12, high: 12, measure: 'boats'}]}),
}));

/** A library that counts which articles' bodies are read, and may be changed. */
const library = (told: readonly Story[] = stories, generation = 1) => {
	const inner = memoryLibrary(told, [eventOf('e-1', 'The ferry', ['a-7'])]);
	const read: string[] = [];
	const counted: Library = {
		...inner,
		state: async () => String(generation),
		read: async ids => {
			read.push(...ids);
			return inner.read(ids);
		},
	};
	return {library: counted, read};
};

const ids = async (search: ReturnType<typeof createLibrarySearch>, query: string): Promise<string[]> => (await search.search(query, {snippets: 0})).hits.map(hit => hit.article);

describe('a library is searched', () => {
	test('through an index that is kept, and read again without reading a single article', async () => {
		const cache = memoryFiles();
		const first = library();
		expect(await ids(createLibrarySearch({...first, cache}), 'lihgthouse')).toEqual(['a-9']);
		expect(new Set(first.read).size).toBe(600);
		const second = library();
		expect(await ids(createLibrarySearch({...second, cache}), 'lighthouse boats>=12')).toEqual(['a-9']);
		expect(second.read).toEqual([]);
	});

	test('what is new or changed is read, and nothing else', async () => {
		const cache = memoryFiles();
		await ids(createLibrarySearch({...library(), cache}), 'ferry');
		const changed = library([...stories.slice(1), {...stories[3]!, headline: 'A lighthouse is sold'}, {id: 'new', headline: 'A new pier', paragraphs: ['It stands.']}].filter((story, at, all) => all.findLastIndex(other => other.id === story.id) === at), 2);
		const search = createLibrarySearch({...changed, cache});
		expect((await ids(search, 'lighthouse')).toSorted()).toEqual(['a-3', 'a-9']);
		expect(changed.read.toSorted()).toEqual(['a-3', 'new']);
		expect(await ids(search, 'title:"report number 0"')).toEqual([]);
		expect(await ids(search, 'pier')).toEqual(['new']);
	});

	test.each([
		['a flipped bit', (bytes: Uint8Array) => bytes.with(bytes.length >> 1, bytes[bytes.length >> 1]! ^ 4)], ['half of it', (bytes: Uint8Array) => bytes.slice(0, bytes.length >> 1)],
		['nothing', () => new Uint8Array()], ['something else', () => new TextEncoder().encode('{"format":1,"key":7}')],
	])('anew where a kept file is damaged: %s', async (_, damage) => {
		const cache = memoryFiles();
		await ids(createLibrarySearch({...library(), cache}), 'ferry');
		for (const name of Array.from(cache.files.keys())) {
			const whole = cache.files.get(name)!;
			cache.files.set(name, damage(whole));
			const again = library();
			expect(await ids(createLibrarySearch({...again, cache}), 'lighthouse')).toEqual(['a-9']);
			expect(again.read.length).toBe(600);
			expect(cache.files.get(name)).toEqual(whole);
		}
	});

	test('with patterns tried only where their letters are', async () => {
		const {library: counted, read} = library();
		const search = createLibrarySearch({library: counted});
		await ids(search, 'ferry');
		read.length = 0;
		expect(await ids(search, '/keeper saw \\d+/')).toEqual(['a-9']);
		expect(read).toEqual(['a-9']);
		expect(await ids(search, '-/report|nothing/')).toEqual([]);
	});

	test('and what found nothing because a sign was read as words is told so', async () => {
		const search = createLibrarySearch(library());
		const told = async (query: string): Promise<readonly string[]> => (await search.search(query, {snippets: 0})).notes;
		expect(await told('writer:brandt')).toEqual(['“writer:” is no field, and was looked for as words. newsdeck search --help has the fields.']);
		expect(await told('lighthouse or windmill')).toEqual(['“or” was looked for as a word; OR in capitals is the operator.']);
		// Found, meant as it stands, or no sign of the language at all.
		for (const query of ['lighthouse', '"writer:brandt"', '/writer:brandt/', 'https://example.org/x', 'at 9:30', 'windmill']) expect(await told(query)).toEqual([]);
	});

	test('with snippets for as many hits as are asked for, and by event', async () => {
		const search = createLibrarySearch(library());
		const {hits, total} = await search.search('nothing', {limit: 10, snippets: 2});
		expect(total).toBe(599);
		expect(hits.map(hit => hit.snippet?.text ?? null).slice(0, 3)).toEqual(['Nothing happened.', 'Nothing happened.', null]);
		expect(await ids(search, 'event:ferry')).toEqual(['a-7']);
	});
});

test('the end of a query can be completed with fields and with the values there are', async () => {
	const values = await createLibrarySearch(library()).values();
	const shown = (query: string) => completions(query, values).map(completion => completion.query);
	expect(shown('ferry out')).toEqual(['ferry outlet:']);
	expect(shown('outlet:po')).toEqual(['outlet:"Harbour Post" ']);
	expect(shown('-outlet:"north')).toEqual(['-outlet:"Northern Wire" ']);
	expect(shown('(kind:po')).toEqual(['(kind:post ']);
	expect(shown('on:2025-09')).toEqual([]);
	expect(shown('on:2025-0').length).toBe(9);
	expect(shown('figure:bo')).toEqual(['figure:boats ']);
	expect(shown('ferry ')).toEqual([]);
});
