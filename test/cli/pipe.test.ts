import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {emptyPlace, objects, root, run, type Run} from '../helpers/program.ts';

const pages = readdirSync(path.join(root, 'data/demo/pages')).toSorted().map(name => path.join(root, 'data/demo/pages', name));
const place = emptyPlace();
const library = path.join(place.folder, 'library');
const on = async (...words: string[]): Promise<Run> => run([...words, '--library', library], {env: place.env});

describe('the commands in a pipe', () => {
	let imported: Run;
	beforeAll(async () => {
		imported = await on('import', ...pages, '--json');
	});

	test('import prints a line a document, with its articles and what was removed', () => {
		expect(imported).toMatchObject({code: 0, err: ''});
		const lines = objects(imported.out);
		expect(lines).toHaveLength(pages.length);
		for (const line of lines) {
			expect(line).toMatchObject({status: 'new', problem: null});
			expect(Object.keys(line)).toEqual(['document', 'path', 'bytes', 'status', 'problem', 'articles', 'removed']);
			expect(line['document']).toMatch(/^[0-9a-f]{64}$/);
		}
	});

	test('importing the same again changes nothing', async () => {
		const before = readFileSync(path.join(library, 'library.json'));
		const again = await on('import', ...pages, '--json');
		expect(again.code).toBe(0);
		expect(objects(again.out).every(line => line['status'] === 'same')).toBe(true);
		expect(readFileSync(path.join(library, 'library.json')).equals(before)).toBe(true);
	});

	test('list has every article and post, with the settled keys', async () => {
		const {code, out} = await on('list', '--json');
		expect(code).toBe(0);
		const articles = objects(out);
		expect(articles.length).toBeGreaterThanOrEqual(20);
		expect(Object.keys(articles[0] ?? {})).toEqual(['id', 'externalId', 'externalIds', 'document', 'path', 'parent', 'kind', 'headline', 'standfirst', 'byline', 'outlet', 'outletBasis', 'published', 'publishedBasis', 'captured', 'language', 'startLine', 'endLine', 'url', 'tags', 'event', 'storylines', 'starred', 'reviewed', 'note']);
		expect(new Set(articles.map(article => article['outlet'])).size).toBeGreaterThanOrEqual(5);
		expect(JSON.stringify(articles)).not.toContain(':""');
	});

	test('a misspelt search finds the casualties and says how it read the word', async () => {
		const {code, out, err} = await on('search', 'casulties');
		expect(code).toBe(0);
		expect(out.toLowerCase()).toContain('casualties');
		expect(err).toContain('casulties: read as casualties');
	});

	test('an event or storyline is compared by its id alone, typed or from a pipe, as --event does it', async () => {
		const [group] = objects((await on('events', '--json')).out);
		const id = String(group?.['id']);
		const asked = await on('compare', '--event', id);
		expect(asked.code).toBe(0);
		expect(await on('compare', id)).toEqual(asked);
		expect(await run(['compare', '-', '--library', library], {env: place.env, input: `${id}  storyline\n`})).toEqual(asked);
		expect((await on('show', id)).err).toMatch(/newsdeck compare [es]-/);
		expect((await on('compare', 'e-000000000000')).err).toContain('There is no article e-000000000000.');
	});

	test('figures carry source, hedge, sentence and place; their words stand where they say', async () => {
		const {code, out} = await on('figures', 'north korean', '--json');
		expect(code).toBe(0);
		const figures = objects(out);
		const over = figures.find(figure => figure['text'] === 'over 5,000');
		expect(over).toMatchObject({measure: 'casualties', low: 5000, high: null, qualifier: '>', stance: 'probable'});
		expect(over?.['hedges']).toContain('highly likely');
		for (const figure of figures) expect(String(figure['sentence'])).toContain(String(figure['text']));
	});

	test('quotes name their speakers', async () => {
		const {code, out} = await on('quotes', '--json');
		expect(code).toBe(0);
		expect(objects(out).some(quote => quote['speaker'] !== null)).toBe(true);
	});

	test('compare prints the same rows as the screen, and one object with --json', async () => {
		const text = await on('compare', '--event', 'north korean', '--view', 'figures', '--width', '120');
		expect(text.code).toBe(0);
		expect(text.out).toContain('over 5,000');
		expect(text.out).toContain('not comparable');
		const json = await on('compare', '--event', 'north korean', '--json');
		expect(JSON.parse(json.out)).toMatchObject({schema: 'newsdeck/comparison@1'});
	});

	test('explain tells the reasons and that all can be true; its JSON Lines end with the conclusion', async () => {
		const text = await on('explain', 'north', 'korean');
		expect(text.code).toBe(0);
		expect(text.out).toMatch(/figures answer \w+ questions\./);
		expect(text.out).toContain('These can all be true together.');
		const lines = objects((await on('explain', 'north korean', '--json')).out);
		expect(lines.at(-1)).toMatchObject({kind: 'conclusion', conclusion: 'These can all be true together.', tensions: []});
		expect(lines.filter(line => line['kind'] === 'apart').map(line => line['reason'])).toContain('a week, and a total');
		expect(await on('tensions', 'north korean')).toMatchObject({code: 0, out: ''});
	});

	test('figures of an event know the statement they carry; timeline has the same figures, in order, with their question', async () => {
		const figures = objects((await on('figures', 'north korean', '--json')).out);
		expect(figures.find(line => line['text'] === 'over 5,000')?.['statement']).toMatch(/^s-/);
		const timeline = objects((await on('timeline', 'north korean', '--measure', 'casualties', '--json')).out);
		expect(timeline.length).toBeGreaterThan(1);
		for (const line of timeline) {
			expect(Object.keys(line)).toEqual(expect.arrayContaining(['id', 'sentence', 'question', 'at', 'atBasis']));
			expect(line['question']).toMatchObject({measure: 'casualties'});
			expect(figures.map(({id}) => id)).toContain(line['id']);
		}

		const dated = timeline.filter(line => line['at'] !== null).map(line => String(line['at']));
		expect(dated).toEqual(dated.toSorted());
	});

	test('headlines and gaps print their settled keys, of the outlets that were asked for', async () => {
		const headlines = objects((await on('headlines', 'north korean', '--json')).out);
		for (const line of headlines) expect(Object.keys(line).slice(0, 4)).toEqual(['article', 'headline', 'figures', 'flags']);
		const gaps = objects((await on('gaps', 'north korean', '--json')).out);
		expect(gaps.length).toBeGreaterThan(0);
		for (const line of gaps) expect(Object.keys(line).slice(0, 3)).toEqual(['claim', 'carriedBy', 'missingFrom']);
		const some = objects((await on('headlines', 'north korean', '--outlet', String(headlines.find(line => line['outlet'] !== null)?.['outlet']), '--json')).out);
		expect(some.length).toBeGreaterThan(0);
		expect(some.length).toBeLessThan(headlines.length);
	});

	test('a view without an event, an unknown stance or a day that is none is wrong usage; what leaves nothing matched nothing', async () => {
		expect((await on('explain')).code).toBe(2);
		expect((await on('gaps', 'north korean', '--stance', 'sure')).code).toBe(2);
		expect((await on('timeline', 'north korean', '--from', 'last week')).code).toBe(2);
		expect((await on('timeline', 'north korean', '--measure', 'giraffes')).code).toBe(1);
	});

	test('export writes a file once, and over it only with --force', async () => {
		const file = path.join(place.folder, 'kursk.md');
		expect(await on('export', '--event', 'north korean', '--output', file)).toMatchObject({code: 0, out: ''});
		expect(readFileSync(file, 'utf8')).toContain('over 5,000');
		const second = await on('export', '--event', 'north korean', '--output', file);
		expect(second.code).toBe(6);
		expect(second.err.trim().split('\n').filter(line => line.startsWith('newsdeck: '))).toHaveLength(1);
		expect((await on('export', '--event', 'north korean', '--output', file, '--force')).code).toBe(0);
	});

	test('the same library gives the same bytes', async () => {
		for (const format of ['md', 'json', 'csv']) {
			const [one, two] = [await on('export', '--event', 'north korean', '--format', format), await on('export', '--event', 'north korean', '--format', format)];
			expect(one.code).toBe(0);
			expect(one.out).toBe(two.out);
		}
	});

	test('a failed input is named in one line, and the rest is in', async () => {
		const pdf = path.join(place.folder, 'scan.pdf');
		const note = path.join(place.folder, 'note.txt');
		writeFileSync(pdf, '%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n1 0 obj\n');
		writeFileSync(note, 'Harbour bridge closed after a crash\n\nThe bridge over the harbour was closed on Monday after 14 cars had run into each other.\n\nPolice said three people were hurt.\n');
		const other = path.join(place.folder, 'other');
		const result = await run(['import', pdf, note, path.join(place.folder, 'missing.txt'), '--library', other], {env: place.env});
		expect(result.code).toBe(5);
		expect(result.err.trim().split('\n')).toHaveLength(2);
		expect(result.err).toContain('scan.pdf');
		expect(result.err).toContain('missing.txt');
		expect(result.out).toContain('note.txt: new');
		expect((await run(['import', pdf, '--library', other], {env: place.env})).code).toBe(3);
		// --quiet leaves messages out, not failures.
		expect((await run(['import', pdf, '--quiet', '--library', other], {env: place.env})).err).toContain('scan.pdf');
	});

	test('the bare program prints the deck as text where stdout is no terminal, the demo while there is no library', async () => {
		const demo = await run([], {env: place.env});
		expect(demo).toMatchObject({code: 0, err: ''});
		expect(demo.out).toContain('newsdeck  demo');
		expect(demo.out).toContain('over 5,000');
		expect((await run([library], {env: place.env})).out).toContain('over 5,000');
	});

	test.each<[string, string[], number, RegExp]>([
		['a misspelt verb', ['serch', 'kursk'], 2, /Did you mean "search"/],
		['a misspelt flag', ['list', '--jsno'], 2, /Did you mean --json/],
		['a flag without its value', ['list', '--limit'], 2, /--limit/],
		['no query', ['search'], 2, /needs a query/],
		['no article of that id', ['show', 'a-zzzz', '--library', library], 1, /newsdeck list/],
		['no event of these words', ['figures', 'xylophone', '--library', library], 1, /newsdeck events/],
		['no library', ['list', '--library', path.join(place.folder, 'nowhere')], 4, /no library/],
		['no such format', ['export', '--event', 'north korean', '--format', 'docx', '--library', library], 2, /md/],
		['no such view', ['compare', '--event', 'north korean', '--view', 'radar', '--library', library], 2, /Views are explain, text, figures/],
	])('%s: one line, and the right exit code', async (_, words, code, message) => {
		const result = await run(words, {env: place.env});
		expect(result.code).toBe(code);
		expect(result.out).toBe('');
		expect(result.err.trim().split('\n')).toHaveLength(1);
		expect(result.err).toMatch(message);
	});
});
