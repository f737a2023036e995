import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {answersIn} from '../../source/commands/audit/answers.ts';
import {sampleOf, wilson} from '../../source/commands/audit/sampling.ts';
import {inProcess} from '../helpers/in-process.ts';
import {emptyPlace, objects} from '../helpers/program.ts';

/** A made-up town's week: one figure in every other paragraph. */
const ARTICLES = Array.from({length: 12}, (_, day) => ({
	id: `w${day}`, outlet: 'Weir Weekly', date: '2031-05-02', title: `Weir notes, part ${['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'][day]}`,
	paras: [`The council bought ${day + 3} boats for the lake, the mayor said.`, 'The lake was calm and the reeds were cut before the summer guests came.', `Police arrested ${day + 20} people after the boat race at the weir.`],
}));

const begun = async () => {
	const {folder} = emptyPlace();
	const newsdeck = inProcess(path.join(folder, 'mine'), () => '2031-06-01T12:00:00Z');
	const file = (name: string, text: string): string => {
		writeFileSync(path.join(folder, name), text);
		return path.join(folder, name);
	};
	await newsdeck('import', file('weir.jsonl', ARTICLES.map(article => JSON.stringify(article)).join('\n')));
	return {newsdeck, file};
};

describe('a random sample', () => {
	const hundred = Array.from({length: 100}, (_, index) => index);

	test('holds nothing twice, comes again with its seed, and is another one with another seed', () => {
		const sample = sampleOf(hundred, 30, 7);
		expect(new Set(sample).size).toBe(30);
		expect(sampleOf(hundred, 30, 7)).toEqual(sample);
		expect(sampleOf(hundred, 30, 8)).not.toEqual(sample);
		expect(sampleOf([1, 2, 3], 50, 7)).toEqual([1, 2, 3]);
	});

	test('draws everything about as often', () => {
		const often = Array.from({length: 100}, () => 0);
		for (let seed = 0; seed < 2000; seed++) for (const one of sampleOf(hundred, 10, seed)) often[one] = (often[one] ?? 0) + 1;
		// 200 expected; six standard deviations either way.
		expect(Math.min(...often)).toBeGreaterThan(120);
		expect(Math.max(...often)).toBeLessThan(280);
	});
});

test('Wilson intervals as the textbooks have them', () => {
	const rounded = (hits: number, of: number) => {
		const found = wilson(hits, of);
		return found === null ? null : [found.low, found.high].map(value => Number(value.toFixed(4)));
	};
	expect(rounded(81, 263)).toEqual([0.2553, 0.3662]);
	expect(rounded(15, 148)).toEqual([0.0624, 0.1605]);
	expect(rounded(0, 20)).toEqual([0, 0.1611]);
	expect(rounded(20, 20)).toEqual([0.8389, 1]);
	expect(rounded(0, 0)).toBeNull();
});

describe('an audit of a library', () => {
	test('the worksheet holds figures and passages without any, and says so itself when it is filled in', async () => {
		const {newsdeck, file} = await begun();
		const sheet = (await newsdeck('audit', '--figures', '6', '--passages', '4', '--seed', '7')).out;
		expect(sheet.match(/^\[ \] f-/gm)).toHaveLength(6);
		expect(sheet.match(/^\[ \] a-/gm)).toHaveLength(4);
		expect(sheet.split('\n')[0]).toBe('# newsdeck audit, seed 7: 6 of 24 figures, 4 of 12 passages in which nothing was read');
		const filled = sheet.replace('[ ] f-', '[n] f-').replace('[ ] f-', '[measure="boats bought" low=9] f-').replaceAll('[ ] f-', '[y] f-').replace('[ ] a-', '[1] a-').replaceAll('[ ] a-', '[0] a-');
		expect((await newsdeck('audit', '--answers', file('sheet.txt', filled))).code).toBe(0);
		const [report] = objects((await newsdeck('audit', '--report', '--json')).out);
		expect(report).toMatchObject({
			seed: 7, figures: {of: 24, drawn: 6, checked: 6, right: 4, edited: 1, rejected: 1, lost: 0, precision: {share: 4 / 6}},
			passages: {of: 12, drawn: 4, checked: 4, holding: 1, figures: 1, missing: {share: 0.25}},
		});
		expect((await newsdeck('audit', '--report')).out.trim()).toBe('Of the 24 figures that newsdeck read in this library, 6 were drawn at random without replacement (seed 7) and checked by hand. '
			+ '4 were right as read (66.7 %, Wilson 95 % interval 30.0 % to 90.3 %), 1 was a figure that says something else, and 1 was no figure. '
			+ 'Of the 12 passages in which nothing was read, 4 were checked: 1 holds at least one figure (25.0 %, Wilson 95 % interval 4.6 % to 69.9 %), which makes an estimated 3 of all such passages (0 to 9). '
			+ 'Figures missed beside others in the same passage are not in this estimate.');
		expect((await newsdeck('audit')).out.match(/^\[(?:y|n|edited|0|1)\] /gm)).toHaveLength(10);
		expect((await newsdeck('audit', '--answers', file('again.txt', (await newsdeck('audit')).out))).err).toContain('Answers taken down: 0');
	});

	test('the commands for figures answer it too: one that is added was missed', async () => {
		const {newsdeck} = await begun();
		await newsdeck('audit', '--figures', '3', '--passages', '12', '--seed', '2');
		const [row] = objects((await newsdeck('audit', '--json')).out);
		await newsdeck('figure', 'confirm', String(row?.['id']));
		await newsdeck('figure', 'add', 'w3', 'the reeds', 'low=1');
		const [report] = objects((await newsdeck('audit', '--report', '--json')).out);
		expect(report).toMatchObject({figures: {checked: 1, right: 1}, passages: {checked: 1, holding: 1}});
		// The drawing itself is no correction: undo takes back what a person said.
		await newsdeck('undo');
		expect(objects((await newsdeck('audit', '--report', '--json')).out)).toMatchObject([{figures: {checked: 1}, passages: {checked: 0}}]);
	});

	test('an answer that is not understood is told with its line; the rest is taken down', async () => {
		const {newsdeck, file} = await begun();
		await newsdeck('audit', '--figures', '3', '--seed', '2');
		const ids = objects((await newsdeck('audit', '--json')).out).map(row => String(row['id']));
		const {code, err} = await newsdeck('audit', '--answers', file('sheet.txt', [`[y] ${ids[0]}`, `[perhaps] ${ids[1]}`, `{"id": "${ids[2]}", "answer": "colour=red"}`, '[y] f-none', '[no] a-none:1'].join('\n')));
		expect(code).toBe(5);
		expect(err.match(/^newsdeck: line \d/gm)).toEqual(['newsdeck: line 2', 'newsdeck: line 3', 'newsdeck: line 4', 'newsdeck: line 5']);
		expect(objects((await newsdeck('audit', '--report', '--json')).out)).toMatchObject([{figures: {checked: 1}}]);
	});

	test('nothing is said before anything was drawn or checked', async () => {
		const {newsdeck} = await begun();
		expect(await newsdeck('audit', '--report')).toMatchObject({code: 1, err: expect.stringContaining('No audit has been drawn yet')});
		await newsdeck('audit', '--figures', '3');
		expect(await newsdeck('audit', '--report')).toMatchObject({code: 1, out: expect.stringContaining('nothing is said of what was missed')});
	});
});

test('rows without an answer say nothing, in text and in JSON', () => {
	expect(answersIn('[ ] f-1  killed\n      “[12] dead”\n{"id":"f-2","answer":null}\n[y] f-3\n{"id":"f-4","answer":2}')).toEqual([{line: 4, id: 'f-3', answer: 'y'}, {line: 5, id: 'f-4', answer: '2'}]);
});
