import {execFileSync} from 'node:child_process';
import path from 'node:path';
import {parse} from 'csv-parse/sync';
import {describe, expect, inject, test} from 'vitest';
import {root, run} from '../helpers/program.ts';
import {hasSeeds} from '../helpers/seeds-library.ts';

/** The lines of a file as grep alone counts and prints them. */
const greppedLines = (file: string): ReadonlyMap<string, string> => new Map(
	execFileSync('grep', ['-n', '', file], {cwd: root, encoding: 'utf8'}).split('\n').map(line => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
);

/** Rows of an export whose words grep does not find in the file and the line that the row names, and how many rows there were. */
const strangersCheck = async (library: string): Promise<{readonly rows: number; readonly notFound: readonly string[]}> => {
	const {code, out} = await run(['export', '--query', 'has:figures', '--format', 'csv', '--raw', '--library', library]);
	expect(code).toBe(0);
	const rows: Array<Record<string, string>> = parse(out, {columns: true});
	const files = new Map([...new Set(rows.map(row => row['path'] ?? ''))].map(file => [file, greppedLines(file)]));
	return {rows: rows.length, notFound: rows.filter(({path: file = '', line = '', text = ''}) => !(files.get(file)?.get(line)?.includes(text) ?? false)).map(row => row['id'] ?? '')};
};

describe('a stranger with grep finds the words of every row in the line of the file that the row names', () => {
	test('over the demo', async () => {
		const {rows, notFound} = await strangersCheck(path.join(root, 'data/demo/library'));
		expect(rows).toBeGreaterThan(50);
		expect(notFound).toEqual([]);
	});

	test.skipIf(!hasSeeds)('over five real pages (needs ../shared)', async () => {
		const {rows, notFound} = await strangersCheck(inject('seedsLibrary'));
		expect(rows).toBeGreaterThan(50);
		expect(notFound).toEqual([]);
	});
});
