import {execFileSync} from 'node:child_process';
import {tmpdir} from 'node:os';
import {mkdtempSync, rmSync} from 'node:fs';
import path from 'node:path';
import {keptFiles} from '../source/host/kept-files.ts';
import {loadIndex, saveIndex} from '../source/search/index-cache.ts';
import {withArticles} from '../source/search/search-index.ts';
import {articles} from './data.ts';
import {cpuOfProgram} from './children.ts';
import {collector, cpuOf, reading, RUNS, type BenchFigure} from './harness.ts';
import {benchLibrary} from './search-setup.ts';

/** The index of 100,000 headlines: built, kept, loaded, and one article added. */
export const figure: BenchFigure = {
	name: 'index',
	async run() {
		const library = benchLibrary(100_000);
		const entries = [...articles(100_000, 0).entries];
		const builds: number[] = [];
		const adds: number[] = [];
		const loads: number[] = [];
		const nodes: number[] = [];
		const collect = collector();
		const folder = mkdtempSync(path.join(tmpdir(), 'newsdeck-bench-'));
		try {
			const cache = keptFiles(async () => folder);
			await saveIndex(cache, 'bench', library.index);
			const [extra] = [...articles(1, 500, 23).entries];
			for (let run = 0; run < RUNS; run++) {
				builds.push(cpuOf(() => withArticles({members: []}, entries)));
				collect();
				// A process of its own each time: here the collector would run in it.
				loads.push(Number(execFileSync(process.execPath, ['--import', 'tsx', path.join(import.meta.dirname, 'load-index.ts'), folder], {encoding: 'utf8'})));
				const loaded = await loadIndex(cache);
				collect();
				if (loaded === null || extra === undefined) throw new Error('the index did not come back');
				adds.push(cpuOf(() => withArticles(loaded.index, [{...extra, card: {...extra.card, id: `new-${run}`}}])));
				nodes.push(cpuOfProgram(process.execPath, ['-e', '0']));
			}
		} finally {
			rmSync(folder, {recursive: true, force: true});
		}

		return [
			reading('index of 100,000 headlines: build, ms', builds, null, 2000),
			reading('index of 100,000 headlines: load', loads, {name: 'node -e 0', runs: nodes}, 1),
			reading('index of 100,000 headlines: add one article of 500 words, ms', adds, null, 5),
		];
	},
};
