import uFuzzy from '@leeoniya/ufuzzy';
import MiniSearch from 'minisearch';
import {queriesOver, type BenchQuery} from './data.ts';
import {reading, type BenchFigure} from './harness.ts';
import {benchLibrary, numberOf} from './search-setup.ts';

const TOP = 10;
const recall = (queries: readonly BenchQuery[], top: (typed: string) => readonly number[]): number =>
	queries.reduce((sum, {typed, relevant}) => sum + top(typed).slice(0, TOP).filter(number => relevant.has(number)).length / Math.min(TOP, relevant.size), 0) / queries.length;

/** How many of the articles that were meant are among the first ten, over 100,000 headlines: 300 queries, half of them misspelt; the same for the same seed. */
export const figure: BenchFigure = {
	name: 'recall',
	async run() {
		const library = benchLibrary(100_000);
		const queries = queriesOver(library.headlines, {count: 300, misspellings: 150, seed: 17});
		const headlines = [...library.headlines];
		const fuzzy = new uFuzzy({intraMode: 1});
		const byFuzzy = (typed: string): readonly number[] => {
			const [found, info, order] = fuzzy.search(headlines, typed, 0, 1e5);
			return order === null || info === null || order === undefined || info === undefined ? found ?? [] : order.map(at => info.idx[at] ?? -1);
		};
		const mini = new MiniSearch({fields: ['headline']});
		mini.addAll(headlines.map((headline, id) => ({id, headline})));
		const byMini = (typed: string): readonly number[] => mini.search(typed, {fuzzy: 0.2, prefix: true, combineWith: 'AND'}).slice(0, TOP).map(({id}) => Number(id));
		const byUs = (typed: string): readonly number[] => library.ask(typed, TOP).hits.map(({article}) => numberOf(article));
		const kinds = [['misspelt', queries.filter(({slips}) => slips > 0)], ['of several words', queries.filter(({meant}) => meant.length > 1)]] as const;
		return kinds.flatMap(([kind, some]) => {
			const peers = [{name: 'uFuzzy', value: recall(some, byFuzzy)}, {name: 'minisearch', value: recall(some, byMini)}].toSorted((a, b) => b.value - a.value);
			const [best] = peers;
			const mine = recall(some, byUs);
			return [
				reading(`recall@10, queries ${kind}`, [mine], {name: best?.name ?? '', runs: [best?.value ?? Number.NaN]}, 1, {unit: 'share', sense: 'least', note: peers.map(({name, value}) => `${name} ${value.toFixed(3)}`).join(', ')}),
				reading(`recall@10, queries ${kind}, share`, [mine], null, 0.95, {unit: 'share', sense: 'least'}),
			];
		});
	},
};
