// Measures everything beside its peers and writes docs/bench.md. `--check` fails where a ratio is worse than ratios.json allows; words choose what is run; `--raise` takes over what is better.
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {readyPeers} from './peers.ts';
import {resultOf, type BenchFigure, type Reading} from './harness.ts';

/** Everything that is measured. */
const shelf: ReadonlyArray<() => Promise<{readonly figure: BenchFigure}>> = [
	async () => import('./keystroke.ts'),
	async () => import('./fzf.ts'),
	async () => import('./search-peers.ts'),
	async () => import('./recall.ts'),
	async () => import('./index-files.ts'),
	async () => import('./million.ts'),
	async () => import('./full-text.ts'),
	async () => import('./start.ts'),
	async () => import('./first-frame.ts'),
	async () => import('./key-to-paint.ts'),
	async () => import('./open.ts'),
	async () => import('./commit.ts'),
	async () => import('./growth.ts'),
	async () => import('./growth-stages.ts'),
	async () => import('./import-memory.ts'),
	async () => import('./segment.ts'),
	async () => import('./html.ts'),
	async () => import('./feeds.ts'),
	async () => import('./extract.ts'),
	async () => import('./cluster.ts'),
	async () => import('./export.ts'),
	async () => import('./sanitise.ts'),
];

const ratiosFile = new URL('ratios.json', import.meta.url);
const page = new URL('../docs/bench.md', import.meta.url);
/** How much worse than what was reached a run may be before it counts: as much as the runs lay apart, at least this, and more where there was one run alone. */
const ROOM = 0.1;
const ROOM_OF_ONE = 0.25;
/** Milliseconds and megabytes alone tell of the machine: only what stands beside a peer of the same run is held to what was reached, and shares. */
const isHeld = ({unit, peer}: Reading): boolean => peer !== null || unit === 'share';
const limitOf = ({sense, spread}: Reading, result: number): number => {
	const room = spread === 0 ? ROOM_OF_ONE : Math.max(ROOM, spread);
	return Number((sense === 'most' ? result * (1 + room) : result / 1.02).toPrecision(2));
};

type Allowed = Readonly<Record<string, number>>;
const allowedIn = (text: string): Allowed => {
	const parsed: unknown = JSON.parse(text);
	return typeof parsed === 'object' && parsed !== null ? Object.fromEntries(Object.entries(parsed).map(([what, value]) => [what, Number(value)])) : {};
};

const rounded = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));
const line = (reading: Reading, allowed: Allowed): string => {
	const {what, unit, ours, peer, spread, reach, sense, note} = reading;
	const result = resultOf(reading);
	const theirs = peer === null ? '' : Number.isNaN(peer.value) ? `${peer.name}: peer missing` : `${peer.name} ${rounded(peer.value)}`;
	const reached = reach === null ? '' : result === null ? 'peer missing' : (sense === 'most' ? result <= reach : result >= reach) ? 'yes' : 'no';
	return `| ${what} | ${rounded(ours)} ${unit} | ${theirs} | ${result === null ? '' : rounded(result)} | ${spread === 0 ? '' : `${(spread * 100).toFixed(0)} %`} | ${reach === null ? '' : `${sense === 'most' ? '≤' : '≥'} ${Number(reach.toPrecision(3))}`} | ${reached} | ${allowed[what] ?? ''} | ${note ?? ''} |`;
};

const worse = (reading: Reading, allowed: Allowed): boolean => {
	const result = resultOf(reading);
	const limit = allowed[reading.what];
	return result !== null && limit !== undefined && (reading.sense === 'most' ? result > limit : result < limit);
};

const head = ['| what | ours | peer | ratio, or the number itself | spread | reach | reached | allowed | |', '|---|---|---|---|---|---|---|---|---|'];

const wordsGiven = process.argv.slice(2).filter(word => !word.startsWith('--'));
const allowed = allowedIn(readFileSync(ratiosFile, 'utf8'));
const readings: Reading[] = [];
const missing = readyPeers();
if (missing.length > 0) console.log(`not installed, so their rows have no peer: ${missing.join(', ')}`);
console.log(head.join('\n'));
for (const load of shelf) {
	const {figure} = await load();
	if (wordsGiven.length > 0 && !wordsGiven.includes(figure.name)) continue;
	if (figure.needs !== undefined && !existsSync(figure.needs)) {
		console.log(`left out: ${figure.name} needs ${fileURLToPath(figure.needs)}`);
		continue;
	}

	for (const reading of await figure.run()) {
		readings.push(reading);
		console.log(line(reading, allowed));
	}
}

if (process.argv.includes('--raise')) {
	const raised = {...allowed};
	for (const reading of readings) {
		const result = resultOf(reading);
		if (result === null || !isHeld(reading)) continue;
		const limit = limitOf(reading, result);
		const known = raised[reading.what];
		raised[reading.what] = known === undefined ? limit : reading.sense === 'most' ? Math.min(known, limit) : Math.max(known, limit);
	}

	writeFileSync(ratiosFile, `${JSON.stringify(raised, null, '\t')}\n`);
}

/** The page as it is: what was not run now stays as it was measured last, and so does what is said below the table. */
const [tables = '', ...said] = (existsSync(page) ? readFileSync(page, 'utf8') : '').split(/^(?=## )/m);
const before = new Map(tables.split('\n').filter(each => each.startsWith('| ') && !each.startsWith('| what ')).map(each => [each.split(' | ')[0], each]));
for (const each of readings) before.set(`| ${each.what}`, line(each, allowed));

if (readings.length > 0) {
	writeFileSync(page, [
		'# Measured', '',
		'`npm run bench` writes this table: CPU time, each figure beside its peer in the same run, one after the other, the median of at least nine runs (where it says so, of one).',
		'`npm run bench -- NAME...` runs some of them (bench/NAME.ts), `-- --check` fails where a ratio is worse than bench/ratios.json allows: what was reached, and its spread on top (`-- --raise` takes over what is better). The articles are made up, the same for the same seed',
		'(bench/data.ts, bench/news.ts, bench/library.ts). The spread is the middle half of the runs; peers from Debian are installed where that may be done, else their rows say that they are missing.', '',
		...head, ...before.values(), '', ...said,
	].join('\n'));
}

const bad = readings.filter(each => worse(each, allowed));
for (const {what} of bad) console.log(`worse than allowed: ${what}`);
if (process.argv.includes('--check') && bad.length > 0) process.exitCode = 1;
