import {execFileSync} from 'node:child_process';
import {cpSync, existsSync, mkdtempSync, readFileSync, symlinkSync, mkdirSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {root} from '../helpers/program.ts';

type Packed = {readonly filename: string; readonly size: number; readonly files: ReadonlyArray<{readonly path: string; readonly mode: number}>};

describe('the package', () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'newsdeck-package-'));
	const unpacked = path.join(folder, 'node_modules/newsdeck');
	let packed: Packed;

	beforeAll(() => {
		// Built already, without what only a release needs: the types are made here, for the packed copy alone.
		const copy = path.join(folder, 'copy');
		mkdirSync(copy);
		for (const name of ['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md', 'dist', 'data', 'docs', 'source', 'tsconfig.json', 'tsconfig.types.json']) cpSync(path.join(root, name), path.join(copy, name), {recursive: true});
		symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
		execFileSync(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.types.json'], {cwd: copy});
		execFileSync(process.execPath, [path.join(root, 'node_modules/tsx/dist/cli.mjs'), 'docs/man.ts'], {cwd: copy});
		const told: unknown = JSON.parse(execFileSync('npm', ['pack', '--json', '--ignore-scripts'], {cwd: copy, encoding: 'utf8'}));
		packed = (Array.isArray(told) ? told[0] : Object.values(told as object)[0]) as Packed;
		mkdirSync(unpacked, {recursive: true});
		execFileSync('tar', ['-xzf', path.join(copy, path.basename(packed.filename)), '--strip-components=1', '-C', unpacked]);
	}, 120_000);

	test('is small, and holds the program, its data and its man page, no tests and nothing to be compiled', () => {
		const names = packed.files.map(file => file.path);
		expect(packed.size).toBeLessThan(1_500_000);
		for (const name of ['dist/newsdeck.js', 'dist/index.js', 'dist/types/index.d.ts', 'data/background/news.tsv', 'man/newsdeck.1', 'docs/comparison.schema.json', 'LICENSE', 'README.md']) expect(names).toContain(name);
		expect(names.filter(name => /^(?:test|bench|source)\/|\.node$|binding\.gyp|data\/demo\/pages/.test(name))).toEqual([]);
		const {scripts} = JSON.parse(readFileSync(path.join(unpacked, 'package.json'), 'utf8')) as {scripts: Record<string, string>};
		for (const name of ['preinstall', 'install', 'postinstall']) expect(scripts[name]).toBeUndefined();
	});

	test('runs by itself, from anywhere, without any other package', () => {
		const env = {...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CACHE_HOME: folder};
		const program = path.join(unpacked, 'dist/newsdeck.js');
		expect(readFileSync(program, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
		const {version} = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {version: string};
		expect(execFileSync(process.execPath, [program, '--version'], {cwd: folder, env, encoding: 'utf8'})).toBe(`${version}\n`);
		expect(execFileSync(process.execPath, [program, 'demo', '--no-input'], {cwd: folder, env, encoding: 'utf8'})).toContain('over 5,000');
	});

	test('installs nothing beside it, and carries the licences of what it is built of', () => {
		const {dependencies} = JSON.parse(readFileSync(path.join(unpacked, 'package.json'), 'utf8')) as {dependencies?: unknown};
		expect(dependencies).toBeUndefined();
		const licences = readFileSync(path.join(unpacked, 'dist/licences.txt'), 'utf8');
		for (const name of ['ink ', 'lowdb ', 'fuse.js ', 'meow ', 'react ']) expect(licences).toContain(`\n${name}`);
	});

	test('publint and attw find nothing: what it exports is there, with its types', () => {
		const tool = (file: string, ...words: string[]): string => execFileSync(process.execPath, [path.join(root, 'node_modules', file), ...words], {cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe']});
		expect(tool('publint/src/cli.js', unpacked, '--strict', '--pack', 'false')).toContain('All good!');
		// It is a package of modules for Node 22 and newer: what older ways of importing find is not asked.
		expect(tool('@arethetypeswrong/cli/dist/index.js', path.join(folder, 'copy', path.basename(packed.filename)), '--profile', 'esm-only', '--format', 'ascii')).toContain('node16 (from ESM): 🟢 (ESM)');
	});

	test('its examples do what they say, and are of the right types', () => {
		const told = {'source/index.ts': /# .+\n\n\d+ articles?/, 'docs/from-a-program.md': /^casualties \[\n +\[ 'over 5,000, The MoD' \],[\s\S]*\n# More than 5,000 North Korean casualties/};
		const examples = Object.keys(told).map((file, at) => {
			const [, example = ''] = /```ts\n([\s\S]*?)```/.exec(readFileSync(path.join(root, file), 'utf8').replaceAll(/^ \* ?/gm, '')) ?? [];
			expect(example).toContain('openLibrary');
			for (const ending of ['mts', 'mjs']) writeFileSync(path.join(folder, `example-${at}.${ending}`), example.replace('\'my-library\'', JSON.stringify(path.join(unpacked, 'data/demo/library'))));
			return `example-${at}`;
		});
		writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({compilerOptions: {strict: true, noEmit: true, module: 'nodenext', target: 'es2024', skipLibCheck: false, types: ['node'], typeRoots: [path.join(root, 'node_modules/@types')]}, files: examples.map(name => `${name}.mts`)}));
		expect(execFileSync(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc')], {cwd: folder, encoding: 'utf8'})).toBe('');
		for (const [at, pattern] of Object.values(told).entries()) expect(execFileSync(process.execPath, [`example-${at}.mjs`], {cwd: folder, encoding: 'utf8'})).toMatch(pattern);
	});

	test('the man page has every verb and every exit code', () => {
		const page = readFileSync(path.join(unpacked, 'man/newsdeck.1'), 'utf8');
		for (const verb of ['.SS import', '.SS export', '.SS completion', '.SH "EXIT STATUS"']) expect(page).toContain(verb);
		for (const line of page.split('\n')) expect(line).toMatch(/^(?:\.(?:TH|SH|SS|PP|TP|nf|fi|br)\b.*|[^.'].*|)$/);
		if (existsSync('/usr/bin/man')) expect(execFileSync('man', ['--warnings', '-l', path.join(unpacked, 'man/newsdeck.1')], {encoding: 'utf8', env: {...process.env, MANWIDTH: '100'}, stdio: ['ignore', 'pipe', 'pipe']})).toContain('newsdeck export');
	});
});
