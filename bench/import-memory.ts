import {execFileSync, spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {reading, type BenchFigure} from './harness.ts';
import {writePages, type PageKind} from './page-data.ts';
import {bareEnvironment, program} from './screen-setup.ts';

/** Said by the program as it ends: the most memory it had at any time, as the system counts it (Linux). */
const PEAK = 'data:text/javascript,import{readFileSync}from"node:fs";process.on("exit",()=>console.error("peak",/VmHWM:\\s+(\\d+)/.exec(readFileSync("/proc/self/status","utf8"))[1]))';

/** The most memory that the built program takes to import a file into a new library, in MB. */
const peakOf = (home: string, file: string): number => {
	const {status, stderr} = spawnSync(process.execPath, ['--import', PEAK, program, 'import', file, '--library', `${file}.library`], {env: bareEnvironment(home), encoding: 'utf8', maxBuffer: 1 << 26});
	const peak = /^peak (\d+)$/m.exec(stderr)?.[1];
	if (status !== 0 || peak === undefined) throw new Error(`the import of ${file} ended with ${status}: ${stderr}`);
	return Number(peak) / 1024;
};

const KINDS: readonly PageKind[] = ['jsonl', 'csv', 'tsv', 'feed', 'text'];
const MOST = 300;

/** The large ones take a minute each, and are asked for: `npm run bench -- import-memory --long`. */
const LONG = process.argv.includes('--long') ? [...KINDS.filter(kind => kind !== 'jsonl').map(kind => ({kind, megabytes: 50, packed: false})), ...KINDS.map(kind => ({kind, megabytes: 50, packed: true}))] : [];

/** What an import takes in memory, grouping and all; one run each. */
export const figure: BenchFigure = {
	name: 'import-memory',
	needs: new URL('file:///proc/self/status'),
	run: async () => [...KINDS.map(kind => ({kind, megabytes: 5, packed: false})), {kind: 'jsonl', megabytes: 50, packed: false} as const, ...LONG].map(({kind, megabytes, packed}) => {
		const home = mkdtempSync(path.join(tmpdir(), 'newsdeck-bench-'));
		try {
			const file = path.join(home, `pages.${kind === 'text' ? 'txt' : kind === 'feed' ? 'rss' : kind}`);
			writePages(file, kind, megabytes);
			if (packed) execFileSync('gzip', [file]);
			return reading(`importing ${megabytes} MB of ${kind}${packed ? ', gzipped' : ''}, most memory`, [peakOf(home, packed ? `${file}.gz` : file)], null, MOST, {unit: 'MB', note: 'one run'});
		} finally {
			rmSync(home, {recursive: true, force: true});
		}
	}),
};
