import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {generated, refreshed} from '../docs/generate.ts';
import {browseFlags} from '../source/commands/browse.ts';
import {sharedFlags} from '../source/commands/command.ts';
import {verbs} from '../source/commands/index.ts';
import {defaultKeymap} from '../source/ui/keys/bindings.ts';
import {printed} from '../source/ui/keys/keymap.ts';

const root = path.join(import.meta.dirname, '..');

/** A line that only the program can have told a page, for each of its blocks. */
const known: Readonly<Record<string, string>> = {
	everyday: '| `?` | these keys |', keys: '| `g g` `home` | first, last |', verbs: '| `import` |', flags: '| `--now DATE` |', exits: '| 5 | some inputs failed',
	types: '| `jsonl` |', query: '| `outlet:` |', search: '| `casulties` | a word, slips forgiven |',
};

describe.each(Object.entries(generated))('%s', (name, blocks) => {
	const page = readFileSync(path.join(root, name), 'utf8');

	test.each(blocks)('its block %s is what the program says', block => {
		expect(refreshed(page)).toBe(page);
		// An empty block would be as stale as an old one, and equal to itself.
		const line = known[block] ?? 'no line is known';
		expect(page).toContain(line);
		expect(refreshed(page.replace(line, 'stale'))).toBe(page);
	});

	test('it has no other blocks', () => {
		expect(Array.from(page.matchAll(/^<!-- (\w+) -->$/gm), ([, found]) => found).toSorted()).toEqual([...blocks].toSorted());
	});
});

/** Paths of the project as a text names them; "<verb>" stands for several, so its folder is looked for. */
const pathsIn = (text: string): string[] => Array.from(text.matchAll(/\b(?:source|data|test|docs)\/[\w./-]*/g), ([found]) => found.replace(/[.,]$/, ''));

const pages = ['README.md', 'CONTRIBUTING.md', ...readdirSync(path.join(root, 'docs')).filter(name => name.endsWith('.md')).map(name => `docs/${name}`)];

/** Where the links and pictures of a page lead, but for addresses of the web. */
const linksIn = (text: string): string[] => Array.from(text.matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g), ([, link, picture]) => link ?? picture ?? '').filter(link => !link.startsWith('http'));

test.each(pages)('every link of %s leads somewhere', page => {
	const text = readFileSync(path.join(root, page), 'utf8');
	expect(linksIn(text).filter(link => !existsSync(path.join(root, path.dirname(page), link.replace(/#.*/, ''))))).toEqual([]);
});

test('every page is reached from the README', () => {
	const reached = new Set<string>();
	const follow = (page: string): void => {
		if (reached.has(page) || !page.endsWith('.md')) return;
		reached.add(page);
		for (const link of linksIn(readFileSync(path.join(root, page), 'utf8'))) follow(path.join(path.dirname(page), link.replace(/#.*/, '')));
	};
	follow('README.md');
	expect(pages.filter(page => !reached.has(page))).toEqual([]);
});

test.each(['docs/architecture.md', 'docs/data-format.md', 'docs/decisions.md', 'docs/search.md', 'README.md'])('every path that %s names is there', file => {
	const named = pathsIn(readFileSync(path.join(root, file), 'utf8'));
	expect(named.filter(each => !existsSync(path.join(root, each)))).toEqual([]);
});

test('the map of the architecture names a path in every row', () => {
	const [, map = ''] = readFileSync(path.join(root, 'docs/architecture.md'), 'utf8').split(/^## /m);
	const rows = map.split('\n').filter(line => line.startsWith('| ')).slice(1);
	expect(rows.length).toBeGreaterThan(10);
	expect(rows.filter(row => pathsIn(row).length === 0)).toEqual([]);
});

test('each line of docs/compare.md names tests that are there', () => {
	const rows = readFileSync(path.join(root, 'docs/compare.md'), 'utf8').split('\n').filter(line => line.startsWith('| ')).slice(2);
	expect(rows.length).toBeGreaterThan(15);
	for (const row of rows) {
		let folder = '';
		for (const name of (row.split('|').at(-2) ?? '').split(',').map(each => each.trim())) {
			folder = name.startsWith('test/') ? path.dirname(name) : folder;
			const file = path.join(root, folder, `${path.basename(name)}.test.ts`);
			expect(existsSync(file), `${file} of: ${row}`).toBe(true);
		}
	}
});

describe('docs/safety.md', () => {
	const rowsUnder = (head: string): readonly (readonly string[])[] => {
		const [, table = ''] = readFileSync(path.join(root, 'docs/safety.md'), 'utf8').split(`${head}\n`);
		return (table.split('\n\n')[0] ?? '').split('\n').filter(line => line.startsWith('| ')).map(line => line.split(' | ').map(cell => cell.replace(/^\| | \|$/g, '')));
	};
	const shelf = readFileSync(path.join(root, 'test/faults/pledges.ts'), 'utf8');
	const runs = (file: string): boolean => existsSync(path.join(root, file)) && (file.endsWith('.test.ts') || shelf.includes(`'./${path.basename(file)}'`));

	test.each(['## What is promised of the library', '## What is promised of the terminal'])('each row under "%s" names what tries it, and that runs', head => {
		const rows = rowsUnder(`${head}\n\n| promise | how it is tried | where |\n|---|---|---|`);
		expect(rows.length).toBeGreaterThan(3);
		for (const row of rows) {
			const named = pathsIn(row[2] ?? '');
			expect(named, row[0]).not.toEqual([]);
			expect(named.filter(each => !runs(each)), row[0]).toEqual([]);
		}
	});

	test('each bound is tried with its own numbers', () => {
		const tried = Array.from(readFileSync(path.join(root, 'test/faults/bounds.test.ts'), 'utf8').matchAll(/^\tit\('(.*?)', /gm), ([, name = '']) => name);
		const rows = rowsUnder('| bound | beyond it |\n|---|---|');
		expect(tried).toHaveLength(rows.length);
		for (const [at, [bound = '']] of rows.entries()) expect((bound.match(/\d[\d,]*|four/g) ?? []).filter(number => !tried[at]?.includes(number)), bound).toEqual([]);
	});
});

/** Words between backticks; in a cell a bar has a backslash before it. */
const ticked = (cell: string): string[] => Array.from(cell.matchAll(/`([^`]+)`/g), ([, words = '']) => words.replace('\\|', '|'));

describe('each line of docs/screen.md', () => {
	const tables = readFileSync(path.join(root, 'docs/screen.md'), 'utf8').split('## The settings')[0] ?? '';
	const rows = tables.split('\n').filter(line => line.startsWith('| ') && !line.startsWith('| what')).map(line => line.split(/ *(?<!\\)\| */).slice(1, -1));
	const keys = new Set(defaultKeymap.all.flatMap(({keys: own}): readonly string[] => own).flatMap(key => [key, printed(key)]));
	const flags = new Set(Object.keys({...browseFlags, ...sharedFlags}).map(name => name.replaceAll(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)));
	const isKnown = (words: string): boolean => words.startsWith('--') ? flags.has(words.replace(/^--(?:no-)?/, '')) : verbs[words.split(' ')[0] ?? ''] !== undefined;

	test.each(rows)('%s: its keys are in the keymap, its commands and its tests are there', (what, key = '', command = '', tests = '') => {
		expect(what).not.toBe('');
		expect(ticked(key).filter(each => !keys.has(each))).toEqual([]);
		expect(ticked(command).filter(each => !isKnown(each))).toEqual([]);
		const named = pathsIn(tests);
		expect(named.length).toBeGreaterThan(0);
		expect(named.filter(each => !/\.test\.tsx?$/.test(each) || !existsSync(path.join(root, each)))).toEqual([]);
	});

	test('nothing of the three lists is left out', () => {
		expect(rows.length).toBeGreaterThan(40);
	});
});
