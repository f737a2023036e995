import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {parseBackground} from '../source/cluster/background.ts';
import {cluster} from '../source/cluster/cluster.ts';
import {cpuOfProgram} from './children.ts';
import {cpuOf, type BenchFigure} from './harness.ts';
import {libraryOf} from './library.ts';
import {bareEnvironment, program} from './screen-setup.ts';
import {grown, growthOf, SHORTER} from './sizes.ts';

/** Articles a line each, as a script would hand them over: eighty words of the grouping's made-up language. */
const linesFor = (file: string, articles: number): void => {
	writeFileSync(file, libraryOf(articles).map(({article}) => JSON.stringify({
		id: article.id, title: article.headline, outlet: 'The Made-up Post', date: article.published, paras: article.segments.slice(0, 2).map(({text}, at) => `${text} About ${100 + at} people left, the harbour office said.`),
	})).join('\n'));
};

/** What ten times as many articles cost to group anew, and to import into a new library. They are run once; 100,000 of them take minutes each, and are asked for with `--long`. */
export const figure: BenchFigure = {
	name: 'growth-stages',
	async run() {
		const home = mkdtempSync(path.join(tmpdir(), 'newsdeck-bench-'));
		try {
			const background = parseBackground(readFileSync(new URL('../data/background/news.tsv', import.meta.url), 'utf8'));
			const group = await grown(1, size => cpuOf(() => cluster({articles: libraryOf(size), settled: [], storylines: [], together: [], apart: [], labels: new Map(), background, step() {}})), SHORTER);
			const imported = await grown(1, size => {
				const file = path.join(home, `${size}.jsonl`);
				linesFor(file, size);
				return cpuOfProgram(process.execPath, [program, 'import', file, '--library', path.join(home, `imported-${size}`)], {env: bareEnvironment(home)});
			}, SHORTER);
			return [growthOf('grouping', group), growthOf('importing', imported)];
		} finally {
			rmSync(home, {recursive: true, force: true});
		}
	},
};
