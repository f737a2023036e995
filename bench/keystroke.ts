import uFuzzy from '@leeoniya/ufuzzy';
import {queriesOver} from './data.ts';
import {alternate, cpuOf, quantile, reading, type BenchFigure} from './harness.ts';
import {benchLibrary, keystrokes} from './search-setup.ts';

/** A key typed in the search, over 100,000 headlines: every beginning of 40 queries, 15 of them misspelt, beside uFuzzy, which takes a third of a second for some. */
export const figure: BenchFigure = {
	name: 'keystroke',
	async run() {
		const library = benchLibrary(100_000);
		const peer = new uFuzzy({intraMode: 1});
		const keys = keystrokes(queriesOver(library.headlines, {count: 40, misspellings: 15}));
		const timed = (search: (typed: string) => unknown) => (): number[] => {
			const times = keys.map(key => cpuOf(() => search(key)));
			return [quantile(times, 0.5), quantile(times, 0.95)];
		};
		const headlines = [...library.headlines];
		const {ours, peer: theirs} = await alternate(timed(key => library.ask(key)), timed(key => peer.search(headlines, key)));
		const name = 'uFuzzy';
		return [
			reading('a key at 100,000 headlines, p50', ours[0] ?? [], {name, runs: theirs[0] ?? []}, 0.15),
			reading('a key at 100,000 headlines, p95', ours[1] ?? [], {name, runs: theirs[1] ?? []}, 0.7),
			reading('a key at 100,000 headlines, p95, ms', ours[1] ?? [], null, 30),
		];
	},
};
