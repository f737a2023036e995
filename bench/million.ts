import uFuzzy from '@leeoniya/ufuzzy';
import {queriesOver} from './data.ts';
import {alternate, cpuOf, median, reading, type BenchFigure} from './harness.ts';
import {benchLibrary, keystrokes} from './search-setup.ts';
import {writeShard} from '../source/search/shard-file.ts';

/** A key typed over 1,000,000 headlines: every third beginning of 4 queries, a misspelt one among them; and what the index takes in memory. */
export const figure: BenchFigure = {
	name: 'million',
	async run() {
		const library = benchLibrary(1_000_000);
		const keys = keystrokes(queriesOver(library.headlines, {count: 4, misspellings: 1})).filter((_, at) => at % 3 === 0);
		const headlines = [...library.headlines];
		const peer = new uFuzzy({intraMode: 1});
		const timed = (search: (typed: string) => unknown) => (): number[] => [median(keys.map(key => cpuOf(() => search(key))))];
		const {ours, peer: theirs} = await alternate(timed(key => library.ask(key)), timed(key => peer.search(headlines, key)));
		const bytes = library.index.members.reduce((sum, {shard}) => sum + writeShard(shard).length, 0) / 1e6;
		return [
			reading('a key at 1,000,000 headlines, p50', ours[0] ?? [], {name: 'uFuzzy', runs: theirs[0] ?? []}, 0.1),
			reading('index of 1,000,000 headlines', [bytes], null, 300, {unit: 'MB', note: 'its columns as they lie in memory'}),
		];
	},
};
