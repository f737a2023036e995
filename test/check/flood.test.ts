import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {mendable} from '../../source/commands/mend/mendable.ts';
import {openLibrary} from '../../source/store/lowdb-library.ts';
import {inProcess} from '../helpers/in-process.ts';
import {emptyPlace, objects, run, type Run} from '../helpers/program.ts';

/**
 * Six weeks of a flood on a river that there is not, told by three papers. What each day's check must say was written down before
 * there was a check: kind, number and article, in the order of the report.
 */
const EXPECTED: Readonly<Record<number, readonly string[]>> = {
	1: ['new Three c01'],
	2: ['repeated Three p02'],
	3: ['updated Eight c03'],
	5: ['updated 12 p05'],
	// A second paper gives the number in its own voice.
	6: ['repeated 12 c06', 'repeated 12 w06'],
	// The guard has said 12 since.
	7: ['recycled eight p07'],
	// Day 8 is a fire in another town.
	9: ['updated 15 c09'],
	10: ['new 19 w10'],
	// The Courier's page of day 9 says 14 now.
	11: ['corrected 14 c09'],
	12: ['repeated 14 p12'],
	14: ['updated 16 c14'],
	15: ['lowered 13 w15'],
	16: ['repeated 13 p16'],
	// Undated: told by the day it came in.
	17: ['updated 17 w17'],
	// The Post's page of day 5 lost its number.
	19: ['withdrawn 12 p05'],
	20: ['corrected 18 c20'],
	// 17 killed or wounded, beside 18 and 19 killed.
	21: ['in conflict 17 p21', 'in conflict 17 p21'],
	23: ['repeated 18 c23'],
	// As of 14 March.
	24: ['recycled 16 w24'],
	26: ['updated 21 p26'],
	28: ['updated 22 c28'],
	// The clinic's own count.
	30: ['repeated 19 w30'],
	31: ['updated 20 w31'],
	32: ['lowered 11 p32'],
	34: ['repeated more than 20 c34'],
	36: ['updated 23 p36', 'repeated 23 w36'],
	37: ['corrected 24 w36'],
	39: ['recycled Three p39'],
	40: ['withdrawn 22 c28'],
	// A week's count is another question than a total.
	41: ['new 30 w41'],
	// 25 in all, and 30 in the week before.
	42: ['updated 25 c42', 'in conflict 25 c42'],
};
const DAYS = Array.from({length: 42}, (_, index) => index + 1);

const dateOf = (day: number): string => new Date(Date.UTC(2031, 2, day)).toISOString().slice(0, 10);
/** The pages of a day, each saved under the name of its article: one that is saved again takes the place of the earlier one. */
const savePages = (day: number, folder: string): string[] => {
	mkdirSync(folder, {recursive: true});
	return readFileSync(path.join(import.meta.dirname, `flood/day-${String(day).padStart(2, '0')}.jsonl`), 'utf8').split('\n').filter(Boolean).map(line => {
		const page = path.join(folder, `${/"id": ?"(\w+)"/.exec(line)?.[1] ?? ''}.jsonl`);
		writeFileSync(page, `${line}\n`);
		return page;
	});
};
const told = (line: Record<string, unknown>): string => [line['kind'], line['text'], line['externalId']].join(' ');

describe('a toll followed for forty-two days', () => {
	const checks = new Map<number, Run>();
	const again = new Map<number, Run>();
	let newsdeck = inProcess('', () => '');
	let today = 1;

	beforeAll(async () => {
		const {folder} = emptyPlace();
		newsdeck = inProcess(path.join(folder, 'mine'), () => `${dateOf(today)}T20:00:00Z`);
		for (const day of DAYS) {
			today = day;
			await newsdeck('import', ...savePages(day, path.join(folder, 'pages')));
			if (day === 1) await newsdeck('question', 'save', 'flood-dead', '--measure', 'killed', '--scope', 'Orla');
			checks.set(day, await newsdeck('check', 'flood-dead', '--json'));
			if (day % 10 === 1) again.set(day, await newsdeck('check'));
		}
	});

	test.each(DAYS)('day %i', day => {
		const {code, out} = checks.get(day) ?? {code: -1, out: ''};
		const expected = EXPECTED[day] ?? [];
		expect(objects(out).map(told)).toEqual(expected);
		expect(code).toBe(expected.length === 0 ? 0 : 1);
	});

	test('the screen is told the same as the command, and remembers nothing by it', async () => {
		const folder = path.join(emptyPlace().folder, 'mine');
		const newsdeck = inProcess(folder, () => `${dateOf(3)}T20:00:00Z`);
		await newsdeck('import', ...savePages(1, `${folder}-pages`));
		await newsdeck('question', 'save', 'flood-dead', '--measure', 'killed', '--scope', 'Orla');
		await newsdeck('check');
		await newsdeck('import', ...savePages(2, `${folder}-pages`), ...savePages(3, `${folder}-pages`));
		const library = mendable(await openLibrary(folder, {readOnly: true, now: () => new Date(dateOf(3))}), async () => ({documents: 0, counts: new Map()}));
		const rows = await library.following();
		await library.close();
		expect(rows).toMatchObject([{name: 'flood-dead', state: 'changed', asks: 'killed, Orla', summary: '1 updated, 1 repeated', lookedAt: dateOf(3), newest: {figure: {text: 'Eight'}}}]);
		expect((await newsdeck('check')).out).toContain('flood-dead: 1 updated, 1 repeated');
	});

	test('what was looked at once is not told again', () => {
		expect([...again.values()].map(({code, out}) => [code, out.split(' (')[0]])).toEqual([...again].map(() => [0, 'flood-dead: nothing']));
	});

	test('each change gives its reason, and an undated page is told by the day it came in', () => {
		const sentence = (day: number): string => String(objects(checks.get(day)?.out ?? '')[0]?.['sentence']);
		expect(sentence(5)).toBe('Updated: 12 killed, the Orla Civil Guard; Valley Post, on 2031-03-05: after Eight (Orla Courier, on 2031-03-03).');
		expect(sentence(7)).toBe('Recycled: eight killed, the Orla Civil Guard; Valley Post, on 2031-03-07: told before, and the same origin has told 12 since (Valley Post, on 2031-03-05).');
		expect(sentence(11)).toBe('Corrected: 14 killed, the Orla Civil Guard; Orla Courier, on 2031-03-09: the article said 15 before.');
		expect(sentence(17)).toBe('Updated: 17 killed, the Orla Civil Guard; Upland Wire, undated, came in on 2031-03-17: after 13 (Upland Wire, on 2031-03-15).');
		expect(sentence(19)).toBe('Withdrawn: 12 killed, the Orla Civil Guard; Valley Post, on 2031-03-05: the newest version of the article has it no longer.');
		expect(sentence(24)).toContain('16 killed, the Orla Civil Guard (as of 2031-03-14)');
		expect(sentence(34)).toContain('in looser words than 22');
	});

	test('since a day: against what had been told before it, whatever was looked at; nothing is remembered by it', async () => {
		const {code, out} = await newsdeck('check', '--since', '2031-04-08', '--json');
		expect(objects(out).map(told)).toEqual(['recycled Three p39', 'new 30 w41', 'updated 25 c42', 'withdrawn 22 c28', 'in conflict 25 c42']);
		expect(code).toBe(1);
		expect((await newsdeck('check')).code).toBe(0);
	});

	test('a look is no correction: undo passes over it', async () => {
		expect((await newsdeck('undo')).err).toContain('Taken back: entry 1, question “flood-dead”');
		expect((await newsdeck('question', 'list')).code).toBe(1);
		await newsdeck('undo', '--redo');
		expect((await newsdeck('question', 'list', '--json')).out).toContain('flood-dead');
	});

	test('what a person rejects or deletes is no news, nor is what newsdeck reads anew', async () => {
		const figures = objects((await newsdeck('figures', '--measure', 'killed', '--json')).out);
		await newsdeck('figure', 'reject', String(figures.find(each => each['externalId'] === 'p26')?.['id']));
		await newsdeck('article', 'delete', 'c23');
		await newsdeck('rederive');
		expect(await newsdeck('check', '--json')).toMatchObject({code: 0, out: ''});
	});

	test('a question given up and followed again begins anew', async () => {
		await newsdeck('question', 'delete', 'flood-dead');
		await newsdeck('question', 'save', 'flood-dead', '--measure', 'killed', '--scope', 'Orla');
		expect((await newsdeck('check', '--peek')).code).toBe(1);
		expect((await newsdeck('check')).code).toBe(1);
		expect((await newsdeck('check')).code).toBe(0);
	});
});

test('the built program: three days, with --peek, and what is asked wrongly', async () => {
	const {folder, env} = emptyPlace();
	const newsdeck = async (...words: readonly string[]) => run([...words, '--library', path.join(folder, 'mine')], {cwd: folder, env});
	await newsdeck('import', ...savePages(1, path.join(folder, 'pages')), '--now', dateOf(1));
	expect(await newsdeck('check')).toMatchObject({code: 2, err: expect.stringContaining('No question is followed yet')});
	await newsdeck('question', 'save', 'flood', '--measure', 'killed', '--scope', 'Orla');
	expect((await newsdeck('check')).code).toBe(1);
	await newsdeck('import', ...savePages(2, path.join(folder, 'pages')), ...savePages(3, path.join(folder, 'pages')), '--now', dateOf(3));
	const peeked = await newsdeck('check', '--peek');
	expect(peeked.out.split('\n')[0]).toBe('flood: 1 updated, 1 repeated');
	expect(await newsdeck('check')).toEqual(peeked);
	expect((await newsdeck('check')).code).toBe(0);
	expect(await newsdeck('check', 'fluud')).toMatchObject({code: 2, err: expect.stringContaining('No question is called "fluud"')});
	expect(await newsdeck('check', '--since', 'May')).toMatchObject({code: 2, err: expect.stringContaining('is no day')});
});
