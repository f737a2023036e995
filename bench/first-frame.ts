import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {programAt} from './children.ts';
import {alternate, reading, type BenchFigure} from './harness.ts';
import {bareEnvironment, makeLibrary, newsboatOver, program} from './screen-setup.ts';
import {watch} from './terminal.ts';

const SIZE = {columns: 120, rows: 36};

/** CPU time from the start until the first frame stands, with all that it shows; of 1,000 articles until nothing moves any more, as newsboat then has read all as well. */
export const figure: BenchFigure = {
	name: 'first-frame',
	async run() {
		const home = mkdtempSync(path.join(tmpdir(), 'newsdeck-bench-'));
		try {
			const env = bareEnvironment(home);
			const [small, middle, large] = [await makeLibrary(home, 100), await makeLibrary(home, 1000), await makeLibrary(home, 100_000)];
			const newsboat = programAt('newsboat');
			const args = newsboat === null ? [] : newsboatOver(home, 1000);
			/** CPU until the first frame stands, and until all is read and nothing moves any more. */
			const started = async (file: string, words: readonly string[], frame: RegExp, leave?: string): Promise<number[]> => {
				const screen = watch(file, words, {...SIZE, env});
				try {
					return [await screen.drawn(frame), await screen.settled()];
				} finally {
					await screen.close(leave);
				}
			};
			// The place in the list is the last thing that is written of a frame.
			const open = async (library: string, leave?: string): Promise<number[]> => started(process.execPath, [program, library], /1 of [\d,]+/, leave);
			// What the first start compiles is kept when it is left.
			for (const library of [small, middle, large]) await open(library, 'Q');
			const {ours, peer} = await alternate(async () => [...await open(middle), ...await open(large)], async () => [...await open(small), ...(newsboat === null ? [] : await started(newsboat, args, /Made up/))]);
			const name = 'with 100';
			return [
				reading('first frame, 1,000 articles', ours[1] ?? [], {name: 'newsboat', runs: peer[3] ?? []}, 1.8),
				reading('first frame, 100,000 articles', ours[2] ?? [], {name, runs: peer[0] ?? []}, 3),
				reading('the same, and the rest of the library behind it', ours[3] ?? [], {name, runs: peer[1] ?? []}, null),
			];
		} finally {
			rmSync(home, {recursive: true, force: true});
		}
	},
};
