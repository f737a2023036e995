import {article, figure as figureOf} from '../test/exporters/helpers.ts';
import {findExporter} from '../source/exporters/index.ts';
import type {Comparison} from '../source/model/comparison.ts';
import {alternate, collector, cpuOf, reading, type BenchFigure} from './harness.ts';

const FIGURES = 10_000;
const FORMATS = ['csv', 'tsv', 'jsonl'] as const;

const comparisonOf = (figures: number): Comparison => ({
	schema: 'newsdeck/comparison@1', title: 'Bench', origins: {low: 1, high: 1}, rows: [], matrix: [], questions: [], reasons: [], tensions: [], statements: [],
	columns: Array.from({length: figures / 10}, (_, at) => ({
		article: article({id: `a-${at}`}),
		figures: Array.from({length: 10}, (_, index) => figureOf({id: `f-${at}-${index}`, article: `a-${at}`, sentence: `The ministry, which had waited for "three" days, counts over 5,000 losses in region ${index}.`})),
		quotes: [],
	})),
});

/** Runs over the parts without keeping them; the highest heap on the way, in MB over the start. */
const heapOver = (name: string, comparison: Comparison, collect: () => void): number => {
	collect();
	const start = process.memoryUsage().heapUsed;
	let highest = start;
	for (const part of findExporter(name).parts?.(comparison) ?? []) {
		if (part === '') continue;
		collect();
		highest = Math.max(highest, process.memoryUsage().heapUsed);
	}

	return (highest - start) / 1e6;
};

/** Writing 10,000 figures beside the same rows stringified whole by JSON itself, and how far the heap grows while the parts go by. */
export const figure: BenchFigure = {
	name: 'export',
	async run() {
		const comparison = comparisonOf(FIGURES);
		const write = (name: string): number => cpuOf(() => {
			let bytes = 0;
			for (const part of findExporter(name).parts?.(comparison) ?? []) bytes += part.length;
			if (bytes === 0) throw new Error(`${name} wrote nothing`);
		});
		for (const name of FORMATS) write(name);
		const {ours, peer} = await alternate(() => FORMATS.map(write), () => [cpuOf(() => JSON.stringify(comparison.columns))]);
		const collect = collector();
		return [
			...FORMATS.map((name, at) => reading(`10,000 figures to ${name}`, ours[at] ?? [], {name: 'JSON.stringify', runs: peer[0] ?? []}, null)),
			reading('heap while four times as many figures are written', [heapOver('csv', comparisonOf(FIGURES * 4), collect)], {name: 'as many', runs: [heapOver('csv', comparison, collect)]}, null, {unit: 'MB'}),
		];
	},
};
