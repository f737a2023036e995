import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {cpuOfProgram} from './children.ts';
import {queriesOver} from './data.ts';
import {cpuOf, median, RUNS, type BenchFigure} from './harness.ts';
import {bareEnvironment, makeLibrary, program} from './screen-setup.ts';
import {benchLibrary, keystrokes, type BenchLibrary} from './search-setup.ts';
import {grown, growthOf, SIZES} from './sizes.ts';

/** What ten times as many articles cost to search and to open. */
export const figure: BenchFigure = {
	name: 'growth',
	async run() {
		const home = mkdtempSync(path.join(tmpdir(), 'newsdeck-bench-'));
		try {
			const env = bareEnvironment(home);
			const searched = new Map<number, {readonly library: BenchLibrary; readonly keys: readonly string[]}>(SIZES.map(size => {
				const library = benchLibrary(size);
				return [size, {library, keys: keystrokes(queriesOver(library.headlines, {count: 12, misspellings: 5}))}] as const;
			}));
			const search = await grown(RUNS, size => {
				const {library, keys = []} = searched.get(size) ?? {};
				return median(keys.map(key => cpuOf(() => library?.ask(key))));
			});
			const libraries = new Map<number, string>();
			for (const size of SIZES) libraries.set(size, await makeLibrary(home, size));
			const open = await grown(RUNS, size => cpuOfProgram(process.execPath, [program, '--snapshot', '--library', libraries.get(size) ?? ''], {env}));
			return [growthOf('a key in the search', search), growthOf('opening', open)];
		} finally {
			rmSync(home, {recursive: true, force: true});
		}
	},
};
