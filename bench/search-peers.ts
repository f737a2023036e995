import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {DatabaseSync} from 'node:sqlite';
import {tmpdir} from 'node:os';
import path from 'node:path';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import {programAt, cpuOfProgram} from './children.ts';
import {queriesOver, type BenchQuery} from './data.ts';
import {alternate, cpuOf, median, reading, type BenchFigure, type Reading} from './harness.ts';
import {benchLibrary} from './search-setup.ts';

const HEADLINES = 100_000;

/** What else one could search with: on how many of the queries it is tried, and the CPU time that one takes; null where it is not installed. */
type Peer = {readonly name: string; readonly queries: number; readonly search: ((query: BenchQuery) => number) | null};

/** So many of the queries, taken evenly: the first of them have slips, the others none. */
const some = (queries: readonly BenchQuery[], count: number): BenchQuery[] => queries.filter((_, at) => at % (queries.length / count) === 0);

/**
 * Whole queries over 100,000 headlines, beside what else one could search them with. fuse.js and minisearch forgive slips as we do; SQLite's FTS5, ripgrep and lnav do not,
 * and are given the words as they were meant; ripgrep and lnav read the file anew each time. fuse.js takes seconds a query: it is asked two of the ten, and so are we beside it.
 */
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
			const peers: readonly Peer[] = [
				{name: 'fuse.js alone', queries: 2, search: ({typed}) => cpuOf(() => fuse.search(typed, {limit: 200}))},
				{name: 'minisearch', queries: 10, search: ({typed}) => cpuOf(() => mini.search(typed, {fuzzy: 0.2, prefix: true, combineWith: 'AND'}).slice(0, 200))},
				{name: 'SQLite FTS5', queries: 10, search: ({meant}) => cpuOf(() => match.all(meant.map(word => `${word}*`).join(' ')))},
				{name: 'ripgrep', queries: 10, search: rg === null ? null : ({meant}) => cpuOfProgram(rg, ['-i', meant[0] ?? '', file], {codes: [0, 1], env})},
				{name: 'lnav', queries: 10, search: lnav === null ? null : ({meant}) => cpuOfProgram(lnav, ['-n', '-c', `:filter-in ${meant[0] ?? ''}`, file], {env})},
			];
			const readings: Reading[] = [];
			for (const {name, queries: count, search} of peers) {
				const asked = some(queries, count);
				const {ours, peer} = await alternate(() => [median(asked.map(({typed}) => cpuOf(() => library.ask(typed))))], search === null ? null : () => [median(asked.map(search))]);
				readings.push(reading(`a query at 100,000 headlines, beside ${name}`, ours[0] ?? [], {name, runs: peer[0] ?? []}, null, {note: `${asked.length} queries a run`}));
			}

			return readings;
		} finally {
			rmSync(folder, {recursive: true, force: true});
		}
	},
};
