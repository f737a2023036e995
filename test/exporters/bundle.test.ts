import {execFileSync} from 'node:child_process';
import {existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {bundleOf} from '../../source/exporters/bundle.ts';
import {sha256} from '../../source/text/hash.ts';
import {emptyPlace, root, run, type Run} from '../helpers/program.ts';
import {activeParts} from './active-parts.ts';
import {article, comparison, figure, withTexts} from './helpers.ts';

const pages = readdirSync(path.join(root, 'data/demo/pages')).map(name => path.join(root, 'data/demo/pages', name));
const hasSum = existsSync('/usr/bin/sha256sum');

describe('the folder for an editor', () => {
	const {folder, env} = emptyPlace();
	const on = async (...words: string[]): Promise<Run> => run([...words, '--library', path.join(folder, 'library')], {env, cwd: folder});
	const bundle = path.join(folder, 'for-the-editor');
	let made: Run;
	beforeAll(async () => {
		await on('import', ...pages);
		made = await on('export', '--event', 'north korean', '--bundle', bundle);
	});

	test('holds the page, the comparison, the raw files and a list of hashes, and says so', () => {
		expect(made).toMatchObject({code: 0, out: ''});
		expect(made.err).toMatch(/4 raw files\. sha256sum -c SHA256SUMS checks them\./);
		expect(readdirSync(bundle).toSorted()).toEqual(['SHA256SUMS', 'comparison.json', 'index.html', 'raw']);
		const originals = new Set(pages.map(file => sha256(readFileSync(file))));
		for (const name of readdirSync(path.join(bundle, 'raw'))) expect(originals).toContain(sha256(readFileSync(path.join(bundle, 'raw', name))));
	});

	test.skipIf(!hasSum)('sha256sum finds every file as listed, and notices one that was changed', () => {
		expect(execFileSync('sha256sum', ['-c', '--strict', 'SHA256SUMS'], {cwd: bundle, encoding: 'utf8'}).trim().split('\n').every(line => line.endsWith(': OK'))).toBe(true);
		const other = path.join(folder, 'changed');
		execFileSync('cp', ['-r', bundle, other]);
		writeFileSync(path.join(other, 'comparison.json'), '{}\n');
		expect(() => execFileSync('sha256sum', ['-c', '--quiet', 'SHA256SUMS'], {cwd: other, stdio: 'pipe'})).toThrow();
	});

	test('a box to tick for each figure, the words before and after it, and how many nobody has checked', () => {
		const page = readFileSync(path.join(bundle, 'index.html'), 'utf8');
		const boxes = page.match(/<input type="checkbox"/g)?.length ?? 0;
		expect(boxes).toBeGreaterThan(10);
		expect(page).toContain(`${boxes} of ${boxes} not yet checked by a person.`);
		expect(page).toMatch(/<blockquote>[^<]+ <span>[^<]*<mark>over 5,000<\/mark>/);
		expect(activeParts(page)).toEqual([]);
	});

	test('is not written over unasked; asked, it is replaced whole', async () => {
		const second = await on('export', '--event', 'north korean', '--bundle', bundle);
		expect(second.code).toBe(6);
		expect(second.err).toMatch(/for-the-editor was not written\..*--force/);
		expect((await on('export', '--event', 'north korean', '--bundle', bundle, '--force')).code).toBe(0);
	});

	test('a folder with anything of somebody\'s own in it is left alone, also with --force', async () => {
		const own = path.join(folder, 'own');
		mkdirSync(own);
		writeFileSync(path.join(own, 'notes.txt'), 'mine');
		const refused = await on('export', '--event', 'north korean', '--bundle', own, '--force');
		expect(refused.code).toBe(6);
		expect(refused.err.trim().split('\n').at(-1)).toMatch(/no bundle put there/);
		writeFileSync(path.join(bundle, 'notes.txt'), 'mine');
		expect((await on('export', '--event', 'north korean', '--bundle', bundle, '--force')).code).toBe(6);
		expect([readFileSync(path.join(own, 'notes.txt'), 'utf8'), readFileSync(path.join(bundle, 'notes.txt'), 'utf8')]).toEqual(['mine', 'mine']);
	});

	test('a planted link is not followed, whether it stands for the folder or in it', async () => {
		const victim = path.join(folder, 'victim');
		mkdirSync(victim);
		writeFileSync(path.join(victim, 'index.html'), 'mine');
		symlinkSync(victim, path.join(folder, 'link'));
		expect(await on('export', '--event', 'north korean', '--bundle', path.join(folder, 'link'), '--force')).toMatchObject({code: 6});
		const planted = path.join(folder, 'planted');
		mkdirSync(planted);
		symlinkSync(path.join(victim, 'index.html'), path.join(planted, 'index.html'));
		writeFileSync(path.join(planted, 'SHA256SUMS'), `${'0'.repeat(64)}  index.html\n`);
		expect(await on('export', '--event', 'north korean', '--bundle', planted, '--force')).toMatchObject({code: 6});
		expect(readFileSync(path.join(victim, 'index.html'), 'utf8')).toBe('mine');
		expect(readdirSync(folder).filter(name => name.startsWith('.newsdeck'))).toEqual([]);
	});

	test('--bundle goes with no other file', async () => {
		expect(await on('export', '--event', 'north korean', '--bundle', 'x', '--output', 'y.md')).toMatchObject({code: 2});
		expect(existsSync(path.join(folder, 'x'))).toBe(false);
	});
});

describe('the names in a bundle', () => {
	const raws = new Map([[comparison.columns[0]?.article.document ?? '', new TextEncoder().encode('raw')]]);

	test.each(['../../etc/passwd', '/etc/shadow', '..', 'a\nb', '-rf', 'C:\\evil\\x.txt', '~/x', 'é'.repeat(300), '', 'a  b.html', '$(rm -rf x)'])('%j stays within the folder', name => {
		for (const file of bundleOf(withTexts(comparison, (where, was) => where.endsWith('.path') ? name : was), raws).keys()) {
			expect(file).toMatch(/^(?:index\.html|comparison\.json|SHA256SUMS|raw\/\d\d-[\w][\w.-]{0,59})$/);
		}
	});
});

describe('the link into the page on the web', () => {
	const linked = (url: string | null, sentence: string): string => {
		const told = {...comparison, columns: [{article: article({id: 'a1', url}), figures: [figure({id: 'f1', article: 'a1', sentence})], quotes: []}]};
		return /<a href="([^"]*)"[^>]*>open it at these words/.exec(String(bundleOf(told, new Map()).get('index.html')))?.[1] ?? '';
	};

	test('opens it at the sentence; signs that a text fragment reads are escaped', () => {
		expect(linked('https://news.example/a', 'The ministry counts over 5,000 losses.')).toBe('https://news.example/a#:~:text=The%20ministry%20counts%20over%205%2C000%20losses.');
		expect(linked('https://news.example/a#part', 'A semi-official, "sure" & <count>')).toBe('https://news.example/a#:~:text=A%20semi%2Dofficial%2C%20%22sure%22%20%26%20%3Ccount%3E');
	});

	test('a long sentence by its first and last words', () => {
		expect(linked('https://news.example/a', Array.from({length: 20}, (_, index) => `w${index}`).join(' '))).toBe('https://news.example/a#:~:text=w0%20w1%20w2%20w3%20w4,w15%20w16%20w17%20w18%20w19');
	});

	test.each([null, 'javascript:alert(1)', 'ftp://news.example/a', 'file:///etc/passwd', 'https://me:secret@news.example/', 'news.example', ' https://x'])('there is none for %j', url => {
		expect(linked(url, 'words')).toBe('');
	});
});
