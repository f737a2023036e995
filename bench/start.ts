import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {cpuOfProgram} from './children.ts';
import {alternate, reading, type BenchFigure} from './harness.ts';

const program = path.join(import.meta.dirname, '../dist/newsdeck.js');
const library = path.join(import.meta.dirname, '../data/demo/library');

/** How long the built program takes for what only prints, beside a Node that does nothing. */
export const figure: BenchFigure = {
	name: 'start',
	async run() {
		const home = mkdtempSync(path.join(tmpdir(), 'newsdeck-bench-'));
		const env = {...process.env, HOME: home, XDG_CACHE_HOME: path.join(home, 'cache'), XDG_STATE_HOME: path.join(home, 'state'), XDG_DATA_HOME: path.join(home, 'data')};
		try {
			const {ours, peer} = await alternate(
				() => [
					cpuOfProgram(process.execPath, [program, '--help'], {env}),
					cpuOfProgram(process.execPath, [program, 'list', '--library', library], {env}),
					cpuOfProgram(process.execPath, [program, 'search', 'casulties', '--library', library], {env}),
					cpuOfProgram(process.execPath, [program, '--snapshot', '--library', library], {env}),
				],
				() => [cpuOfProgram(process.execPath, ['-e', '0'], {env})], 11,
			);
			const name = 'node -e 0';
			const runs = peer[0] ?? [];
			return [
				reading('newsdeck --help', ours[0] ?? [], {name, runs}, 1.5),
				reading('newsdeck list (demo)', ours[1] ?? [], {name, runs}, 3.2),
				reading('newsdeck search (demo)', ours[2] ?? [], {name, runs}, 4),
				reading('newsdeck --snapshot (demo)', ours[3] ?? [], {name, runs}, 4),
			];
		} finally {
			rmSync(home, {recursive: true, force: true});
		}
	},
};
