import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {JSONFilePreset} from 'lowdb/node';
import {cacheFolder} from '../source/host/paths.ts';
import {alternate, reading, type BenchFigure} from './harness.ts';
import {madeUpNews} from './news.ts';
import {bareEnvironment, makeLibrary} from './screen-setup.ts';

const ARTICLES = 100_000;

/** What each process does, given where the data lies; the library of the package as it is built. */
const opening: Readonly<Record<string, string>> = {
	newsdeck: `const {openLibrary} = await import(process.argv[2]); const loaded = process.cpuUsage(); const library = await openLibrary(process.argv[3], {readOnly: true, now: () => new Date(0), cache: process.argv[4]});
		globalThis.held = [library, await library.summary(), await library.articles({limit: 100}), await library.eventPage({limit: 100})];`,
	lowdb: `const {JSONFilePreset} = await import(process.argv[2]); const loaded = process.cpuUsage(); const db = await JSONFilePreset(process.argv[3], {articles: [], events: []});
		globalThis.held = [db, db.data.articles.length, db.data.articles.slice(0, 100), db.data.events.slice(0, 100)];`,
};
/** CPU of the opening in ms, what is held in MB, and CPU of the whole process, with node and the modules. */
const told = 'const opened = process.cpuUsage(loaded), all = process.cpuUsage(); gc(); const {heapUsed, external} = process.memoryUsage(); process.stdout.write(JSON.stringify([(opened.user + opened.system) / 1000, (heapUsed + external) / 1e6, (all.user + all.system) / 1000]));';

/** Opening 100,000 articles: CPU and memory until the first page of articles and of events and the counts are there, beside the same data (bodies inside) in one lowdb file. */
export const figure: BenchFigure = {
	name: 'open',
	async run() {
		const home = mkdtempSync(path.join(tmpdir(), 'newsdeck-bench-'));
		try {
			const library = await makeLibrary(home, ARTICLES);
			const {imports, grouping} = madeUpNews(ARTICLES, 7);
			const file = path.join(home, 'lowdb.json');
			const db = await JSONFilePreset<{articles: unknown[]; events: unknown[]}>(file, {articles: [], events: []});
			db.data = {articles: imports.flatMap(each => [...each.derivations]), events: [...grouping.events]};
			await db.write();
			for (const [name, code] of Object.entries(opening)) writeFileSync(path.join(home, `${name}.mjs`), `${code}\n${told}`);
			const cache = await cacheFolder(bareEnvironment(home)) ?? '';
			const run = (name: string, ...args: readonly string[]): number[] => {
				const costs: unknown = JSON.parse(execFileSync(process.execPath, ['--expose-gc', '--max-old-space-size=8192', path.join(home, `${name}.mjs`), ...args], {encoding: 'utf8'}));
				return Array.isArray(costs) ? costs.map(Number) : [];
			};
			const {ours, peer} = await alternate(
				() => run('newsdeck', path.join(import.meta.dirname, '../dist/index.js'), library, cache),
				() => run('lowdb', import.meta.resolve('lowdb/node'), file),
			);
			const name = 'one lowdb file';
			return [
				reading('opening 100,000 articles', ours[0] ?? [], {name, runs: peer[0] ?? []}, 0.05),
				reading('the same with node and all modules loaded', ours[2] ?? [], {name, runs: peer[2] ?? []}, null),
				reading('memory of 100,000 articles that were opened', ours[1] ?? [], {name, runs: peer[1] ?? []}, 0.1, {unit: 'MB'}),
			];
		} finally {
			rmSync(home, {recursive: true, force: true});
		}
	},
};
