import {queriesOver} from './data.ts';
import {programAt, cpuOfProgram} from './children.ts';
import {alternate, cpuOf, median, reading, type BenchFigure} from './harness.ts';
import {benchLibrary} from './search-setup.ts';

/** A whole query over 100,000 headlines, beside fzf, which reads them anew each time, as whoever pipes to it makes it do. */
export const figure: BenchFigure = {
	name: 'fzf',
	async run() {
		const library = benchLibrary(100_000);
		const queries = queriesOver(library.headlines, {count: 10, misspellings: 4, seed: 13});
		const input = library.headlines.join('\n');
		const fzf = programAt('fzf');
		const {ours, peer} = await alternate(
			() => [median(queries.map(({typed}) => cpuOf(() => library.ask(typed))))],
			fzf === null ? null : () => [median(queries.map(({typed}) => cpuOfProgram(fzf, ['--filter', typed], {input, codes: [0, 1]})))],
		);
		return [reading('a query at 100,000 headlines', ours[0] ?? [], {name: 'fzf --filter', runs: peer[0] ?? []}, 0.03)];
	},
};
