import {mkdtemp, readdir, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {openLibrary} from '../../source/store/lowdb-library.ts';
import {importOf, now} from '../store/samples.ts';
import {toldBy} from './acknowledged.ts';
import {dice, type Pledge} from './pledge.ts';
import {startWriter} from './run-writer.ts';

/** Notes after each article that comes in: they go into the journal, so that kills meet both kinds of writing, and what comes between them. */
const NOTES = '6';

/** Cards of about a kilobyte each, so many kilobytes of library.json. */
const fill = async (folder: string, kilobytes: number): Promise<void> => {
	const words = 'the harbour office counted the boats again and again '.repeat(9);
	const stories = Array.from({length: kilobytes}, (_, index) => ({headline: `filler ${index} ${words}`, body: [`${index}`]}));
	await (await openLibrary(folder, {create: true, now})).commit({imports: [importOf('filler.txt', stories)]}, 0);
};

/** What may lie in a library's folder when nobody is writing: names of our own, none of them for the time being only. */
const litter = async (folder: string): Promise<readonly string[]> => (await readdir(folder, {recursive: true})).filter(name => /\.tmp$|\.lock|-[0-9a-f]{12}$/.test(name));

/** One library of a size, killed so many times in the middle of writing; each time all that was acknowledged must be there, in a second. */
const trials = async (kilobytes: number, times: number): Promise<{broken: string[]; saved: number; slowest: number}> => {
	const folder = await mkdtemp(join(tmpdir(), 'newsdeck-killed-'));
	const broken: string[] = [];
	const saved: string[] = [];
	const roll = dice(kilobytes);
	let slowest = 0;
	try {
		await fill(folder, kilobytes);
		for (let trial = 0; trial < times; trial++) {
			const writer = startWriter([folder, `t${trial}`, '1000', '2000', NOTES]);
			const began = performance.now();
			while (writer.said().length === 0 && performance.now() - began < 20_000) await sleep(2);
			const commit = performance.now() - began;
			// Spread over about a commit's length, so that every step of it is hit in some trial.
			await sleep(roll() * Math.min(400, 20 + commit / 2));
			writer.child.kill('SIGKILL');
			await writer.ended;
			saved.push(...writer.said().filter(line => line.startsWith('saved ')).map(line => line.slice(6)));
			broken.push(...writer.said().filter(line => !line.startsWith('saved ')));
			const before = process.cpuUsage();
			try {
				const library = await openLibrary(folder, {now});
				const used = process.cpuUsage(before);
				slowest = Math.max(slowest, (used.user + used.system) / 1e6);
				const there = await toldBy(library, 'filler');
				broken.push(...saved.filter(name => !there.has(name)).map(name => `trial ${trial} at ${kilobytes} kB: ${name} was acknowledged and is gone`));
				if (trial % 25 === 24 || trial === times - 1) {
					const {generation} = await library.summary();
					await library.commit({imports: [importOf(`after ${trial}`, [{headline: `after ${trial}`, body: ['x']}])]}, generation);
					broken.push(...(await litter(folder)).map(name => `trial ${trial}: ${name} is left over after the next write`));
				}

				await library.close();
			} catch (error) {
				broken.push(`trial ${trial} at ${kilobytes} kB: torn: ${String(error)}`);
			}
		}
	} finally {
		await rm(folder, {recursive: true, force: true});
	}

	if (slowest > 1) broken.push(`opening ${kilobytes} kB took ${slowest.toFixed(2)} s of the processor`);
	return {broken, saved: saved.length, slowest};
};

export const killed: Pledge = {
	name: 'kill -9 in the middle of a write',
	short: 12,
	long: 1000,
	async keep(times) {
		const [small, large] = await Promise.all([trials(300, Math.ceil(times / 2)), trials(5000, Math.floor(times / 2))]);
		const broken = [...small.broken, ...large.broken];
		return {counts: `${times} kills at 0.3 and 5 MB, ${small.saved + large.saved} acknowledged, ${broken.length} lost or torn; opened in at most ${Math.max(small.slowest, large.slowest).toFixed(2)} s`, broken};
	},
};
