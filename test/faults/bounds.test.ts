import {truncate, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {limitsFor} from '../../source/commands/intake/import-work.ts';
import {readInput} from '../../source/host/files.ts';
import {digest} from '../../source/pipeline.ts';
import {parseQuery} from '../../source/search/parse-query.ts';
import {LONGEST_QUERY} from '../../source/search/query.ts';
import {clean} from '../../source/text/sanitise.ts';
import {LONGEST_LINE, LONGEST_QUERY as LONGEST_FILTER, typedInto} from '../../source/ui/text-field.ts';
import {withFolder} from '../store/samples.ts';
import {runCommand, usualLimits} from '../../source/host/run-command.ts';

const read = async (path: string, text: string) => digest({path, bytes: Buffer.from(text), type: null, given: {}, imported: '2025-01-01T00:00:00.000Z'});
/** A paragraph of so many characters that ends in a figure. */
const paragraph = (length: number): string => {
	const end = 'and 40 boats burned in the harbour.';
	return 'The tide came in. '.repeat(Math.ceil(length / 18)).slice(0, length - end.length - 1).trimEnd().padEnd(length - end.length, '.') + end;
};
const page = (length: number): string => `Fire in the old harbour\n\n${paragraph(length)}\n`;

// One for each row of the table in docs/safety.md: what it names is right, and one beyond it is not.
describe('at its bounds', () => {
	it('a file of 512 MiB and a byte is not imported', async () => withFolder(async folder => {
		const file = join(folder, 'large.txt');
		await writeFile(file, 'x');
		await truncate(file, 512 * 1024 * 1024 + 1);
		await expect(readInput(file)).rejects.toMatchObject({exit: 'unreadable', what: expect.stringContaining(file), why: 'It is larger than 512 MiB.'});
		await truncate(file, 1024);
		expect(await readInput(file)).toHaveLength(1024);
	}));

	it('a line of 250,000 characters is read; with one more the page is not imported, and of records that record', async () => {
		expect((await read('page.txt', page(250_000))).derivations).toHaveLength(1);
		await expect(read('page.txt', page(250_001))).rejects.toMatchObject({exit: 'unreadable', why: expect.stringContaining('250,001 characters; 250,000 are the most')});
		const records = [250_000, 250_001, 100].map((length, at) => JSON.stringify({title: `Report ${at}`, text: paragraph(length)})).join('\n');
		const found = await read('records.jsonl', records);
		expect(found.derivations.map(({article}) => article.headline)).toEqual(['Report 0', 'Report 2']);
		expect(found.problems.filter(({line}) => line === 2)).toEqual([expect.objectContaining({what: expect.stringContaining('250,000 are the most')})]);
	});

	it('a paragraph of 25,000 characters is read; with one more it is kept, and no figure is looked for in it', async () => {
		const figures = async (length: number) => (await read('page.txt', page(length))).derivations.map(each => [each.article.segments.at(-1)?.text.length, each.figures.map(({text}) => text)]);
		expect(await figures(25_000)).toEqual([[25_000, ['40']]]);
		expect(await figures(25_001)).toEqual([[25_001, []]]);
	});

	it('an escape sequence of 4,096 characters is taken out; a longer one is text', () => {
		const sequence = (length: number): string => `a\u001B]${'x'.repeat(length - 1)}\u0007b`;
		expect(clean(sequence(4096)).text).toBe('ab');
		expect(clean(sequence(4097)).text).toBe(`a]${'x'.repeat(4096)}b`);
	});

	it('four marks stand on a cell, the fifth goes and is counted', () => {
		expect(clean(`e${'\u0301'.repeat(4)}x`)).toMatchObject({text: `e${'\u0301'.repeat(4)}x`, cuts: []});
		expect(clean(`e${'\u0301'.repeat(6)}x`).text).toBe(`e${'\u0301'.repeat(4)}x`);
		expect(clean(`e${'\u0301'.repeat(6)}x`).cuts).not.toEqual([]);
	});

	it('a query has 400 characters and a filter of a list 64: no more can be typed, and no more is read', () => {
		expect([LONGEST_QUERY, LONGEST_LINE, LONGEST_FILTER]).toEqual([400, 400, 64]);
		expect([typedInto('x'.repeat(399), 'y', LONGEST_LINE), typedInto('x'.repeat(400), 'y', LONGEST_LINE)]).toEqual([`${'x'.repeat(399)}y`, null]);
		const query = (end: string) => parseQuery(`${'tide '.repeat(79)}${end}`);
		expect(query('boats.').root).toEqual(query('boats').root);
		expect(query('boats and more').root).toEqual(query('boats').root);
		expect(query('boats').root).not.toEqual(query('boat').root);
	});

	it('1 MiB of what a command prints is kept; one more byte ends it, and so would five minutes', async () => {
		const prints = async (bytes: number) => runCommand([process.execPath, '-e', `process.stdout.write("y".repeat(${bytes}))`], [], new AbortController().signal);
		expect(await prints(1024 * 1024)).toMatchObject({lines: ['y'.repeat(1024 * 1024)], end: {how: 'exit', code: 0}});
		expect(await prints(1024 * 1024 + 1)).toMatchObject({lines: ['y'.repeat(1024 * 1024)], end: {how: 'too much', bytes: 1024 * 1024}});
		expect(usualLimits.milliseconds).toBe(5 * 60_000);
	});

	it('reading has 512 MB of memory and 40 more for each MB, a minute and half a minute more for each MB', () => {
		expect(limitsFor(0)).toEqual({megabytes: 512, milliseconds: 60_000});
		expect(limitsFor(1024 * 1024)).toEqual({megabytes: 552, milliseconds: 90_000});
		expect(limitsFor(50 * 1024 * 1024)).toEqual({megabytes: 2512, milliseconds: 1_560_000});
	});
});
