import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {DatabaseSync} from 'node:sqlite';
import {tmpdir} from 'node:os';
import path from 'node:path';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import {programAt, cpuOfProgram} from './children.ts';
import {queriesOver} from './data.ts';
import {alternate, cpuOf, median, reading, type BenchFigure} from './harness.ts';
import {benchLibrary} from './search-setup.ts';

const HEADLINES = 100_000;
/** Some take seconds a query. */
const FEW_RUNS = 3;

/** Whole queries over 100,000 headlines, beside what else one could search them with. fuse.js and minisearch forgive slips as we do; SQLite's FTS5, ripgrep and lnav do not, and are given the words as they were meant; ripgrep and lnav read the file anew each time. */
export const figure: BenchFigure = {
	name: 'search-peers',
	async run() {
		const library = benchLibrary(HEADLINES);
		const queries = queriesOver(library.headlines, {count: 10, misspellings: 4, seed: 13});
		const folder = mkdtempSync(path.join(tmpdir(), 'newsdeck-bench-'));
		try {
			const file = path.join(folder, 'headlines.log');
			writeFileSync(file, library.headlines.join('\n'));
			const fuse = new Fuse(library.headlines, {ignoreLocation: true});
			const mini = new MiniSearch({fields: ['headline']});
			mini.addAll(library.headlines.map((headline, id) => ({id, headline})));
			const database = new DatabaseSync(':memory:');
			database.exec('CREATE VIRTUAL TABLE headlines USING fts5(headline)');
			const insert = database.prepare('INSERT INTO headlines(headline) VALUES (?)');
			database.exec('BEGIN');
			for (const headline of library.headlines) insert.run(headline);
			database.exec('COMMIT');
			const match = database.prepare('SELECT rowid FROM headlines WHERE headlines MATCH ? ORDER BY rank LIMIT 200');
			const [rg, lnav] = [programAt('rg'), programAt('lnav')];
			const env = {...process.env, HOME: folder, TERM: 'xterm'};
			const peers: ReadonlyArray<readonly [string, ((query: (typeof queries)[number]) => number) | null]> = [
				['fuse.js alone', ({typed}) => cpuOf(() => fuse.search(typed, {limit: 200}))],
				['minisearch', ({typed}) => cpuOf(() => mini.search(typed, {fuzzy: 0.2, prefix: true, combineWith: 'AND'}).slice(0, 200))],
				['SQLite FTS5', ({meant}) => cpuOf(() => match.all(meant.map(word => `${word}*`).join(' ')))],
				['ripgrep', rg === null ? null : ({meant}) => cpuOfProgram(rg, ['-i', meant[0] ?? '', file], {codes: [0, 1], env})],
				['lnav', lnav === null ? null : ({meant}) => cpuOfProgram(lnav, ['-n', '-c', `:filter-in ${meant[0] ?? ''}`, file], {env})],
			];
			const {ours, peer} = await alternate(
				() => [median(queries.map(({typed}) => cpuOf(() => library.ask(typed))))],
				() => peers.map(([, search]) => search === null ? Number.NaN : median(queries.map(search))),
				FEW_RUNS,
			);
			return peers.map(([name], at) => reading(`a query at 100,000 headlines, beside ${name}`, ours[0] ?? [], {name, runs: peer[at] ?? []}, null, {note: 'three runs'}));
		} finally {
			rmSync(folder, {recursive: true, force: true});
		}
	},
};
