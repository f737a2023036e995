/**
 * Opening a library: CPU and heap until the first page of articles and of events and the counts are there, against the same data
 * (bodies inside) in one lowdb file, each in a process of its own in the same run, bundled as the program is. `tsx bench/open.ts [ARTICLES]`, 100,000 unless told.
 */
import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';

const now = (): Date => new Date('2026-01-02T09:00:00Z');
const rounds = 5;
const page = 100;

/** What each process does, and prints: CPU in ms from its start, and the live heap and buffers in MB. */
const modes: Readonly<Record<string, (folder: string) => Promise<unknown>>> = {
	'nothing': async () => null,
	'newsdeck': async folder => {
		const {openLibrary} = await import('../source/store/lowdb-library.ts');
		const library = await openLibrary(join(folder, 'library'), {readOnly: true, now, cache: join(folder, 'cache')});
		return [library, await library.summary(), await library.articles({limit: page}), await library.eventPage({limit: page})];
	},
	'without cache': async folder => {
		const {openLibrary} = await import('../source/store/lowdb-library.ts');
		const library = await openLibrary(join(folder, 'library'), {readOnly: true, now});
		return [library, await library.summary(), await library.articles({limit: page}), await library.eventPage({limit: page})];
	},
	'lowdb': async folder => {
		const {JSONFilePreset} = await import('lowdb/node');
		const db = await JSONFilePreset<{articles: unknown[]; events: unknown[]}>(join(folder, 'lowdb.json'), {articles: [], events: []});
		return [db, db.data.articles.length, db.data.articles.slice(0, page), db.data.events.slice(0, page)];
	},
};

type Cost = {readonly cpu: number; readonly heap: number};
const [first = '100000', folder] = process.argv.slice(2);
const mode = modes[first];
if (mode !== undefined && folder !== undefined) {
	const held = await mode(folder);
	const {user, system} = process.cpuUsage();
	globalThis.gc?.();
	const {heapUsed, external} = process.memoryUsage();
	process.stdout.write(JSON.stringify({cpu: (user + system) / 1000, heap: (heapUsed + external) / 1e6, held: held !== undefined}));
} else {
	const articles = Number(first);
	const [{build}, {JSONFilePreset}, {openLibrary}, {madeUpNews}] = await Promise.all([import('esbuild'), import('lowdb/node'), import('../source/store/lowdb-library.ts'), import('./news.ts')]);
	const place = mkdtempSync(join(tmpdir(), 'newsdeck-bench-'));
	try {
		await build({entryPoints: [import.meta.filename], outdir: join(place, 'bundle'), outExtension: {'.js': '.mjs'}, bundle: true, splitting: true, format: 'esm', platform: 'node', external: ['esbuild'], logLevel: 'error'});
		const {imports, grouping} = madeUpNews(articles, 7);
		const library = await openLibrary(join(place, 'library'), {create: true, now, cache: join(place, 'cache')});
		await library.commit({imports, grouping}, 0);
		await library.close();
		const db = await JSONFilePreset<{articles: unknown[]; events: unknown[]}>(join(place, 'lowdb.json'), {articles: [], events: []});
		db.data = {articles: imports.flatMap(each => [...each.derivations]), events: [...grouping.events]};
		await db.write();
		const measured = new Map<string, Cost>();
		for (const name of Object.keys(modes)) {
			const runs = Array.from({length: rounds}, (): Cost => JSON.parse(execFileSync(process.execPath, ['--expose-gc', '--max-old-space-size=8192', join(place, 'bundle', 'open.mjs'), name, place], {encoding: 'utf8'})));
			const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
			measured.set(name, {cpu: middle(runs.map(run => run.cpu)), heap: middle(runs.map(run => run.heap))});
		}
		const peer = measured.get('lowdb') ?? {cpu: 1, heap: 1};
		process.stdout.write(`${articles} articles; library.json ${Math.round(statSync(join(place, 'library', 'library.json')).size / 1e6)} MB, one lowdb file ${Math.round(statSync(join(place, 'lowdb.json')).size / 1e6)} MB\n`);
		for (const [name, {cpu, heap}] of measured) {
			process.stdout.write(`${name.padEnd(14)} CPU ${cpu.toFixed(0).padStart(6)} ms  ${(cpu / peer.cpu).toFixed(3)}x   heap ${heap.toFixed(1).padStart(6)} MB  ${(heap / peer.heap).toFixed(3)}x\n`);
		}
	} finally {
		rmSync(place, {recursive: true, force: true});
	}
}
