import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {programAt} from './children.ts';
import {median, quantile, reading, RUNS, type BenchFigure} from './harness.ts';
import {bareEnvironment, makeLibrary, newsboatOver, program} from './screen-setup.ts';
import {watch, type Watched} from './terminal.ts';

const ARTICLES = 10_000;
const SIZE = {columns: 200, rows: 50};
const KEYS = 12;
/** Keys before the measuring: what is used often is compiled by then, in the peer's case has been all along. */
const WARM = 20;

const DOWN = '\u001B[B';
const UP = '\u001B[A';

const pressed = async (screen: Watched, key: string, times: number): Promise<number[]> => {
	const costs: number[] = [];
	for (let at = 0; at < times; at++) costs.push(await screen.press(key));
	return costs;
};

/** CPU time from a key to a still screen, at 200x50 over 10,000 articles: the cursor moves in a list (the commands), and the list of events moves, whose other pane is drawn anew. */
export const figure: BenchFigure = {
	name: 'key-to-paint',
	async run() {
		const home = mkdtempSync(path.join(tmpdir(), 'newsdeck-bench-'));
		const open: Watched[] = [];
		try {
			const env = bareEnvironment(home);
			const library = await makeLibrary(home, ARTICLES);
			const started = async (file: string, args: readonly string[], wanted: string, keys: readonly string[]): Promise<Watched> => {
				const screen = watch(file, args, {...SIZE, env});
				open.push(screen);
				await screen.settled(wanted);
				for (const key of keys) await screen.press(key);
				return screen;
			};
			const newsboat = programAt('newsboat');
			const deck = await started(process.execPath, [program, library], 'What happened at', []);
			const list = await started(process.execPath, [program, library], 'What happened at', [':']);
			const peer = newsboat === null ? null : await started(newsboat, newsboatOver(home, ARTICLES), 'Made up', ['\r']);
			const few = newsboat === null ? null : await started(newsboat, newsboatOver(home, 100), 'Made up', ['\r']);
			for (const screen of [deck, list, peer, few]) if (screen !== null) await pressed(screen, DOWN, WARM);
			const [panes, cursors, theirs, theirsOfFew]: [number[][], number[][], number[][], number[][]] = [[], [], [], []];
			for (let run = 0; run < RUNS; run++) {
				// Down in one run and up in the next: no list ends.
				const key = run % 2 === 0 ? DOWN : UP;
				panes.push(await pressed(deck, key, KEYS));
				cursors.push(await pressed(list, key, KEYS));
				if (peer !== null) theirs.push(await pressed(peer, key, KEYS));
				if (few !== null) theirsOfFew.push(await pressed(few, key, KEYS));
			}

			const middle = (runs: readonly number[][]): number[] => runs.map(median);
			const name = 'newsboat';
			return [
				reading('a key that moves the cursor, at 200x50 with 10,000 articles', middle(cursors), {name, runs: middle(theirs)}, 8),
				reading('a key that changes a pane too, at 200x50 with 10,000 articles', middle(panes), {name, runs: middle(theirs)}, 12),
				reading('the same, beside newsboat with 100 articles', middle(panes), {name: 'newsboat with 100', runs: middle(theirsOfFew)}, 12, {note: 'newsboat formats its whole list at every key'}),
				reading('the slowest key of a hundred, ms', panes.map(run => quantile(run, 1)), null, 50),
			];
		} finally {
			for (const screen of open) await screen.close();
			rmSync(home, {recursive: true, force: true});
		}
	},
};
