import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {parseBackground} from '../source/cluster/background.ts';
import {cluster} from '../source/cluster/cluster.ts';
import {cpuOfProgram} from './children.ts';
import {queriesOver} from './data.ts';
import {cpuOf, median, reading, RUNS, type BenchFigure, type Reading} from './harness.ts';
import {libraryOf} from './library.ts';
import {bareEnvironment, makeLibrary, program} from './screen-setup.ts';
import {benchLibrary, keystrokes, type BenchLibrary} from './search-setup.ts';

const SIZES = [1000, 10_000, 100_000] as const;
/** Ten times as many articles cost so many times as much where the cost is n log n. */
const LINEARITHMIC = 10 * Math.log(100_000) / Math.log(10_000);

/** CPU time of a task at each size; runs by turns where it is short enough to be run more than once. */
const grown = async (runs: number, task: (size: number) => Promise<number> | number): Promise<number[][]> => {
	const costs: number[][] = SIZES.map(() => []);
	for (let run = 0; run < runs; run++) for (const [at, size] of SIZES.entries()) costs[at]?.push(await task(size));
	return costs;
};

const readingOf = (what: string, [small = [], middle = [], large = []]: readonly number[][], times: number): Reading =>
	reading(`${what}, 100,000 articles`, large, {name: 'with 10,000', runs: middle}, Number(LINEARITHMIC.toPrecision(3)), {note: `${median(small).toPrecision(3)} ms with 1,000; ${times === 1 ? 'one run' : `${times} runs`}`});

/** Articles a line each, as a script would hand them over: eighty words of the grouping's made-up language. */
const linesFor = (file: string, articles: number): void => {
	writeFileSync(file, libraryOf(articles).map(({article}) => JSON.stringify({
		id: article.id, title: article.headline, outlet: article.outlet, date: article.published, paras: article.segments.slice(0, 2).map(({text}, at) => `${text} About ${100 + at} people left, the harbour office said.`),
	})).join('\n'));
};

/** What ten times as many articles cost: searching, opening, grouping and importing them. */
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
			searched.clear();
			const libraries = new Map<number, string>();
			for (const size of SIZES) libraries.set(size, await makeLibrary(home, size));
			const open = await grown(RUNS, size => cpuOfProgram(process.execPath, [program, '--snapshot', '--library', libraries.get(size) ?? ''], {env}));
			const background = parseBackground(readFileSync(new URL('../data/background/news.tsv', import.meta.url), 'utf8'));
			const group = await grown(1, size => cpuOf(() => cluster({articles: libraryOf(size), settled: [], storylines: [], together: [], apart: [], labels: new Map(), background, step() {}})));
			const imported = await grown(1, size => {
				const file = path.join(home, `${size}.jsonl`);
				linesFor(file, size);
				return cpuOfProgram(process.execPath, [program, 'import', file, '--library', path.join(home, `imported-${size}`)], {env});
			});
			return [readingOf('growth of a key in the search', search, RUNS), readingOf('growth of opening', open, RUNS), readingOf('growth of grouping', group, 1), readingOf('growth of importing', imported, 1)];
		} finally {
			rmSync(home, {recursive: true, force: true});
		}
	},
};
