import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {openLibrary} from '../../source/store/lowdb-library.ts';
import {now} from '../store/samples.ts';
import {toldBy} from './acknowledged.ts';
import type {Pledge} from './pledge.ts';
import {startWriter} from './run-writer.ts';

/** Some processes write to one library at once while another reads it: what was acknowledged must be there, and no read may see half. */
const race = async (writers: number, each: number): Promise<{broken: string[]; saved: number; reads: number; refused: number}> => {
	const folder = await mkdtemp(join(tmpdir(), 'newsdeck-racing-'));
	const broken: string[] = [];
	let reads = 0;
	try {
		const running = Array.from({length: writers}, (_, index) => startWriter([folder, `w${index}`, String(each), '50', '3']));
		const state = {over: false};
		const all = Promise.all(running.map(writer => writer.ended)).finally(() => {
			state.over = true;
		});
		let least = 0;
		while (!state.over) {
			await sleep(20);
			try {
				const {generation} = await (await openLibrary(folder, {now, create: true, readOnly: true})).summary();
				if (generation < least) broken.push(`a read saw generation ${generation} after one that saw ${least}`);
				least = generation;
				reads++;
			} catch (error) {
				broken.push(`torn read: ${String(error)}`);
			}
		}

		const codes = await all;
		const last = codes.map((code, index) => code === 0 ? null : running[index]?.said().at(-1) ?? `ended with ${code}`).filter(said => said !== null);
		// Who waits too long for the others is refused in one line, and nothing of his was acknowledged: no loss, but counted.
		const refused = last.filter(said => said.startsWith('problem library: Nothing was written'));
		broken.push(...last.filter(said => !refused.includes(said)).map(said => `a writer ended: ${said}`));
		const saved = running.flatMap(writer => writer.said().filter(line => line.startsWith('saved ')).map(line => line.slice(6)));
		const library = await openLibrary(folder, {now});
		const there = await toldBy(library);
		const {generation} = await library.summary();
		// Each commit is a generation: one that was written over would be counted once.
		if (refused.length === 0 && generation !== saved.length) broken.push(`${saved.length} were acknowledged and the generation is ${generation}`);
		broken.push(...saved.filter(name => !there.has(name)).map(name => `${name} was acknowledged and is gone`));
		return {broken, saved: saved.length, reads, refused: refused.length};
	} finally {
		await rm(folder, {recursive: true, force: true});
	}
};

export const racing: Pledge = {
	name: 'two and four writers at once',
	short: 24,
	long: 2000,
	async keep(times) {
		const two = await race(2, Math.ceil(times / 4));
		const four = await race(4, Math.ceil(times / 8));
		const broken = [...two.broken, ...four.broken];
		return {counts: `${two.saved + four.saved} acknowledged, ${two.reads + four.reads} reads meanwhile, ${broken.length} lost or torn; ${two.refused + four.refused} writers gave up waiting`, broken};
	},
};
