// Measures everything beside its peers and writes docs/bench.md, figure by figure. `--check` fails where a ratio is worse than ratios.json allows; words choose what is run; `--raise` takes over what is better.
import {fork} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {whyNotBuilt} from './built.ts';
import type {Measured} from './one.ts';
import type {Reading} from './harness.ts';
import {failedRow, head, openPage, rowOf} from './page.ts';
import {readyPeers} from './peers.ts';
import {allowedIn, isWorse, raised} from './ratios.ts';
import {ofTheBuild, shelf} from './shelf.ts';

const ratiosFile = new URL('ratios.json', import.meta.url);

const isMeasured = (message: unknown): message is Measured => typeof message === 'object' && message !== null && ('readings' in message || 'leftOut' in message);

/** Measures a figure in a process of its own: what one leaves in memory is not to be paid for by the next, and none ends the others. Rejects with what it said when it failed. */
const measure = async (name: string): Promise<Measured> => new Promise((resolve, reject) => {
	const child = fork(path.join(import.meta.dirname, 'one.ts'), [name, ...process.argv.filter(word => word.startsWith('--'))], {execArgv: ['--import', 'tsx'], serialization: 'advanced', stdio: ['ignore', 'inherit', 'pipe', 'ipc']});
	let measured: Measured | null = null;
	let complained = '';
	child.stderr?.setEncoding('utf8').on('data', text => {
		complained += text;
	});
	child.on('message', message => {
		if (isMeasured(message)) measured = message;
	});
	child.on('error', reject);
	child.on('close', (code, signal) => {
		if (measured !== null && code === 0) return resolve(measured);
		process.stderr.write(complained);
		reject(new Error(/^\w*Error: .*$/m.exec(complained)?.[0] ?? `it ended with ${signal ?? code}`));
	});
});

const words = process.argv.slice(2).filter(word => !word.startsWith('--'));
const chosen = words.length === 0 ? Object.keys(shelf) : words;
const unknown = chosen.filter(name => !Object.hasOwn(shelf, name));
const stale = chosen.some(name => ofTheBuild.has(name)) ? whyNotBuilt() : null;
if (unknown.length > 0 || stale !== null) {
	console.error(stale !== null ? `${stale}: npm run build makes it, npm run bench does both. Nothing was measured.` : `Nothing that is measured is called ${unknown.join(', ')}. There is: ${Object.keys(shelf).join(', ')}.`);
	process.exit(2);
}

const allowed = allowedIn(readFileSync(ratiosFile, 'utf8'));
const page = openPage(new URL('../docs/bench.md', import.meta.url));
const readings: Reading[] = [];
const failed: string[] = [];
const missing = readyPeers();
if (missing.length > 0) console.log(`not installed, so their rows have no peer: ${missing.join(', ')}`);
console.log(head.join('\n'));
for (const name of chosen) {
	const begun = Date.now();
	try {
		const measured = await measure(name);
		if ('leftOut' in measured) {
			console.log(`left out: ${name}, ${measured.leftOut}`);
			continue;
		}

		const rows = measured.readings.map(reading => rowOf(reading, allowed));
		readings.push(...measured.readings);
		page.take(name, rows, measured.seconds);
		console.log(`${rows.join('\n')}\n(${name}: ${measured.seconds.toFixed(0)} s of CPU, ${((Date.now() - begun) / 1000).toFixed(0)} s)`);
	} catch (error) {
		const row = failedRow(name, error instanceof Error ? error.message : String(error));
		failed.push(name);
		page.take(name, [row], null);
		console.log(row);
	}
}

if (process.argv.includes('--raise')) writeFileSync(ratiosFile, `${JSON.stringify(raised(allowed, readings), null, '\t')}\n`);
const worse = readings.filter(reading => isWorse(reading, allowed));
for (const {what} of worse) console.log(`worse than allowed: ${what}`);
if (failed.length > 0) console.log(`failed: ${failed.join(', ')}`);
if (failed.length > 0 || (process.argv.includes('--check') && worse.length > 0)) process.exitCode = 1;
