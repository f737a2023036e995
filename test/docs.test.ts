import {execFileSync} from 'node:child_process';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {refreshed} from '../docs/generate.ts';
import {built, emptyPlace} from './helpers/program.ts';

const root = path.join(import.meta.dirname, '..');

test('the README\'s tables of verbs, keys and exit codes are what the program says', () => {
	const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
	expect(refreshed(readme)).toBe(readme);
	// An empty block would be as stale as an old one, and equal to itself.
	for (const known of ['| `import` |', '| 5 | some inputs failed', '| `j`']) expect(readme).toContain(known);
	expect(refreshed(readme.replace('| `import` |', '| `improt` |'))).toBe(readme);
});

test('docs/search.md has the query language as the program has it', () => {
	const page = readFileSync(path.join(root, 'docs/search.md'), 'utf8');
	expect(refreshed(page)).toBe(page);
	expect(page).toContain('| `outlet:` |');
});

/** Paths of the project as a text names them; "<verb>" stands for several, so its folder is looked for. */
const pathsIn = (text: string): string[] => Array.from(text.matchAll(/\b(?:source|data|test|docs)\/[\w./-]*/g), ([found]) => found.replace(/[.,]$/, ''));

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

/** Commands of a page with the output it shows for them (null: none shown), in order. */
const stepsIn = (text: string): ReadonlyArray<{readonly commands: string; readonly shows: string | null}> =>
	Array.from(text.matchAll(/```sh\n([\s\S]*?)```(?:\n\n```text\n([\s\S]*?)```)?/g), ([, commands = '', shows]) => ({commands, shows: shows ?? null}));

/** What a page shows as a pattern: a line of "…" stands for any lines. */
const shown = (text: string): RegExp => new RegExp(`^${text.split('\n').map(line => line === '…' ? '(?:.*\\n)*?' : `${line.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}\n`).join('').replace(/\n$/, '')}$`);

const ways = readdirSync(path.join(root, 'docs')).filter(name => name.endsWith('.md') && readFileSync(path.join(root, 'docs', name), 'utf8').includes('```sh'));

describe.each(ways)('docs/%s', name => {
	test('every command does, in order and in an empty folder, what the page says', () => {
		const {env} = emptyPlace();
		const steps = stepsIn(readFileSync(path.join(root, 'docs', name), 'utf8'));
		expect(steps.length).toBeGreaterThan(1);
		// One shell runs them all; a mark tells their outputs apart.
		const script = steps.map(({commands}) => `${commands}\necho "== end of step =="`).join('\n');
		const out = execFileSync('bash', ['-euc', `newsdeck() { "$NODE" "$NEWSDECK" "$@"; }\nexport LC_ALL=C\n${script}`], {cwd: emptyPlace().folder, env: {...env, NODE: process.execPath, NEWSDECK: built}, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe']});
		const outputs = out.split('== end of step ==\n');
		for (const [at, {shows}] of steps.entries()) if (shows !== null) expect(outputs[at]).toMatch(shown(shows));
	});
});
