import {execFile} from 'node:child_process';
import {chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {built, emptyPlace, root} from '../helpers/program.ts';

/** A block of a page: its language, its lines, and why no test runs it (null: one does). */
type Fence = {readonly language: string; readonly text: string; readonly notRun: string | null};

const fencesIn = (page: string): Fence[] => Array.from(
	page.matchAll(/(?:<!-- not run: ([^\n]*) -->\n)?^```(\w*)\n([\s\S]*?)^```$/gm),
	([, notRun, language = '', text = '']) => ({language, text, notRun: notRun ?? null}),
);

/** What is run, in order, with the output that the block below shows for it (null: none shown). */
const stepsIn = (fences: readonly Fence[]): ReadonlyArray<{readonly commands: string; readonly shows: string | null}> => fences.flatMap((fence, at) => {
	const below = fences[at + 1];
	return fence.language === 'sh' && fence.notRun === null ? [{commands: fence.text, shows: below?.language === 'text' ? below.text : null}] : [];
});

/** What a page shows as a pattern: a line of "…" stands for any lines. */
const shown = (text: string): RegExp => new RegExp(`^${text.split('\n').map(line => line === '…' ? '(?:.*\\n)*?' : `${line.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}\n`).join('').replace(/\n$/, '')}$`);

const pages = ['README.md', ...readdirSync(path.join(root, 'docs')).filter(name => name.endsWith('.md')).map(name => `docs/${name}`)]
	.map(name => ({name, text: readFileSync(path.join(root, name), 'utf8')}));
const withCommands = pages.filter(({text}) => stepsIn(fencesIn(text)).length > 0);

const END = '== end of step ==';
/** A page starts the program up to fourteen times, nine pages at once: much slower where the machine has other work. */
const STARTS_MS = 400_000;
const {folder: shelf, env} = emptyPlace();
const bin = path.join(shelf, 'bin');
mkdirSync(bin);
writeFileSync(path.join(bin, 'newsdeck'), `#!/bin/sh\nexec "${process.execPath}" "${built}" "$@"\n`);
chmodSync(path.join(bin, 'newsdeck'), 0o755);

/** Runs steps in one shell, in an empty folder; what each of them prints on stdout. */
const run = async (steps: readonly string[], hasClone: boolean): Promise<readonly string[]> => {
	const {folder, env: own} = emptyPlace();
	const cwd = path.join(folder, 'here');
	mkdirSync(cwd);
	// The README is read in a clone that is built.
	if (hasClone) for (const name of ['data', 'dist', 'node_modules', 'package.json']) symlinkSync(path.join(root, name), path.join(cwd, name));
	const script = `shopt -s expand_aliases\n${steps.map(commands => `${commands}\necho "${END}"`).join('\n')}`;
	const out = await new Promise<string>((resolve, reject) => {
		// What is compiled once serves every page.
		const environment = {...own, PATH: `${bin}${path.delimiter}${process.env['PATH'] ?? ''}`, XDG_CACHE_HOME: env['XDG_CACHE_HOME'], LC_ALL: 'C.UTF-8'};
		execFile('bash', ['-euc', script], {cwd, env: environment}, (error, stdout, stderr) => {
			if (error === null) resolve(stdout);
			else reject(new Error(`${stdout}\n${stderr}`));
		});
	});
	return out.split(`${END}\n`);
};

test('every block is of a kind that is known, and no command stands outside of one', () => {
	for (const {name, text} of pages) {
		for (const {language} of fencesIn(text)) expect(['sh', 'text', 'ts', 'json'], name).toContain(language);
		expect(text.match(/^(?: {4}|\t)(?:\$ )?(?:newsdeck|npm|npx|node) .*/gm) ?? [], name).toEqual([]);
	}
});

test('only what fetches or writes into the project is left out', () => {
	expect(pages.flatMap(({name, text}) => fencesIn(text).flatMap(({notRun, text: lines}) => notRun === null ? [] : [`${name}: ${lines.trim()} (${notRun})`]))).toEqual([
		'README.md: npm ci && npm start (fetches the packages; .ci/run does)',
		'README.md: npm ci && npm test (it is what runs this)',
		'docs/adding-an-outlet.md: npx tsx test/corpus/add.ts page.txt name-of-the-kind "what kind of page it is" (writes into the corpus of the project)',
	]);
});

describe.concurrent('every command does, in order and in an empty folder, what the page says', () => {
	test.each(withCommands.map(({name, text}) => [name, text] as const))('%s', async (name, text) => {
		const steps = stepsIn(fencesIn(text));
		const outputs = await run(steps.map(({commands}) => commands), name === 'README.md');
		for (const [at, {commands, shows}] of steps.entries()) expect(outputs[at], commands).toMatch(shown(shows ?? ''));
	}, STARTS_MS);
});

test('what a page shows must be there line by line; only … leaves some out', () => {
	expect('a\nb\nc\n').toMatch(shown('a\n…\nc\n'));
	expect('a\nb\nc\n').not.toMatch(shown('a\nc\n'));
	expect('a\nb\n').not.toMatch(shown('a\n'));
	expect('a+b\n').not.toMatch(shown('aab\n'));
});
