import {fileURLToPath} from 'node:url';
import {article, figure as figureOf} from '../test/exporters/helpers.ts';
import {chooseColumns, COLUMNS, compare, compareAll} from '../source/compare/compare.ts';
import {findExporter} from '../source/exporters/index.ts';
import type {Column} from '../source/model/comparison.ts';
import {allCards} from '../source/model/library.ts';
import {openLibrary} from '../source/store/lowdb-library.ts';
import {ledgerView} from '../source/ui/views/ledger.ts';
import {alternate, collector, cpuOf, reading, type BenchFigure} from './harness.ts';
import {madeUpNews} from './news.ts';

const FIGURES = 10_000;
const FORMATS = ['csv', 'tsv', 'jsonl'] as const;

/** Articles of ten figures each, one at a time, as a library is read for a table. */
function *columnsOf(figures: number): Generator<Column> {
	for (let at = 0; at < figures / 10; at++) {
		yield {
			article: article({id: `a-${at}`}), quotes: [],
			figures: Array.from({length: 10}, (_, index) => figureOf({id: `f-${at}-${index}`, article: `a-${at}`, sentence: `The ministry, which had waited for "three" days, counts over 5,000 losses in region ${index}.`})),
		};
	}
}

const rowsOf = (name: string, columns: Iterable<Column>): Iterable<string> => {
	const exporter = findExporter(name);
	if (exporter.holds !== 'list' || exporter.table === undefined) throw new Error(`${name} is no table`);
	return exporter.table.rows(columns);
};

/** Runs over the parts without keeping them; the highest heap on the way, in MB over the start. */
const heapOver = (name: string, figures: number, collect: () => void): number => {
	collect();
	const start = process.memoryUsage().heapUsed;
	let highest = start;
	for (const part of rowsOf(name, columnsOf(figures))) {
		if (part === '') continue;
		collect();
		highest = Math.max(highest, process.memoryUsage().heapUsed);
	}

	return (highest - start) / 1e6;
};

/** The Ledger over articles of a made-up library, as \`compare --query ... --view ledger\` prints it. */
const ledger = (articles: number): (() => number) => {
	const {imports, grouping} = madeUpNews(articles, 7);
	const columns = imports.flatMap(({derivations}) => derivations);
	return () => cpuOf(() => ledgerView.plain(compareAll(columns, 'Bench', grouping.events), 120));
};

/** The page of the four articles of the demo that answer most, in kB. */
const pageOfFour = async (): Promise<number> => {
	const library = await openLibrary(fileURLToPath(new URL('../data/demo/library', import.meta.url)), {readOnly: true, now: () => new Date(0)});
	const columns = await library.read((await allCards(library)).map(({id}) => id));
	await library.close();
	const exporter = findExporter('html');
	return exporter.holds === 'columns' ? Buffer.byteLength(exporter.write(compare(chooseColumns(columns, COLUMNS)))) / 1000 : Number.NaN;
};

/** Writing 10,000 figures beside the same articles stringified whole by JSON itself, how far the heap grows while the rows go by, and what a page weighs. */
export const figure: BenchFigure = {
	name: 'export',
	async run() {
		const columns = [...columnsOf(FIGURES)];
		const bytes = new Map<string, number>();
		const write = (name: string): number => cpuOf(() => {
			let size = 0;
			for (const part of rowsOf(name, columns)) size += Buffer.byteLength(part);
			if (size === 0) throw new Error(`${name} wrote nothing`);
			bytes.set(name, size);
		});
		for (const name of FORMATS) write(name);
		const {ours, peer} = await alternate(() => FORMATS.map(write), () => [cpuOf(() => JSON.stringify(columns))]);
		const speeds = (name: string, runs: readonly number[]): number[] => runs.map(run => (bytes.get(name) ?? 0) / 1000 / run);
		const collect = collector();
		const [many, few] = [ledger(10_000), ledger(2500)];
		few();
		const grown = await alternate(() => [many()], () => [few()], 3);
		return [
			...FORMATS.map((name, at) => reading(`10,000 figures to ${name}`, ours[at] ?? [], {name: 'JSON.stringify', runs: peer[0] ?? []}, null)),
			...FORMATS.map((name, at) => reading(`10,000 figures to ${name}, MB/s`, speeds(name, ours[at] ?? []), null, 20, {unit: 'MB/s', sense: 'least'})),
			reading('heap while four times as many figures are written', [heapOver('csv', FIGURES * 4, collect)], {name: 'as many', runs: [heapOver('csv', FIGURES, collect)]}, null, {unit: 'MB'}),
			reading('a page of four articles, kB', [await pageOfFour()], null, 300, {unit: 'kB'}),
			reading('the Ledger of 10,000 figures', grown.ours[0] ?? [], {name: 'of 2,500', runs: grown.peer[0] ?? []}, 5),
		];
	},
};
