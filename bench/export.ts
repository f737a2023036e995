// Writing 10,000 figures: MB of output a second of CPU, and how far the heap grows while the parts go by, beside the same rows
// stringified whole by JSON itself. `node --expose-gc bench/export.ts` (through tsx).
import {article, figure} from '../test/exporters/helpers.ts';
import {findExporter} from '../source/exporters/index.ts';
import type {Comparison} from '../source/model/comparison.ts';

const FIGURES = 10_000;
const collect = (globalThis as {gc?: () => void}).gc ?? (() => {});

const comparisonOf = (figures: number): Comparison => ({
	schema: 'newsdeck/comparison@1', title: 'Bench', origins: {low: 1, high: 1}, rows: [], matrix: [], questions: [], reasons: [], tensions: [], statements: [],
	columns: Array.from({length: figures / 10}, (_, at) => ({
		article: article({id: `a-${at}`}),
		figures: Array.from({length: 10}, (_, index) => figure({id: `f-${at}-${index}`, article: `a-${at}`, sentence: `The ministry, which had waited for "three" days, counts over 5,000 losses in region ${index}.`})),
		quotes: [],
	})),
});

const cpu = (): number => {
	const {user, system} = process.cpuUsage();
	return (user + system) / 1000;
};

/** Runs over the parts without keeping them; the highest heap on the way, in bytes over the start. */
const through = (name: string, comparison: Comparison): {readonly bytes: number; readonly ms: number; readonly heap: number} => {
	collect();
	const start = process.memoryUsage().heapUsed;
	let bytes = 0;
	let highest = start;
	const from = cpu();
	for (const part of findExporter(name).parts?.(comparison) ?? []) {
		bytes += Buffer.byteLength(part);
		collect();
		highest = Math.max(highest, process.memoryUsage().heapUsed);
	}

	return {bytes, ms: cpu() - from, heap: highest - start};
};

const timed = (name: string, comparison: Comparison): {readonly bytes: number; readonly ms: number} => {
	const from = cpu();
	let bytes = 0;
	for (const part of findExporter(name).parts?.(comparison) ?? []) bytes += part.length;
	return {bytes, ms: cpu() - from};
};

const comparison = comparisonOf(FIGURES);
const many = comparisonOf(FIGURES * 4);
const peer = (): number => {
	const from = cpu();
	JSON.stringify(comparison.columns);
	return cpu() - from;
};

for (const name of ['csv', 'tsv', 'jsonl']) {
	for (let warm = 0; warm < 2; warm++) timed(name, comparison);
	const runs = Array.from({length: 5}, () => timed(name, comparison)).toSorted((a, b) => a.ms - b.ms);
	const {bytes, ms} = runs[2] ?? {bytes: 0, ms: 1};
	const other = Array.from({length: 5}, peer).toSorted((a, b) => a - b)[2] ?? 1;
	console.log(`${name}: ${(bytes / 1e6).toFixed(1)} MB in ${ms.toFixed(0)} ms CPU, ${(bytes / 1e3 / ms).toFixed(0)} MB/s, ${(ms / other).toFixed(1)}x JSON.stringify of the columns; heap +${(through(name, comparison).heap / 1e6).toFixed(1)} MB, for four times as many +${(through(name, many).heap / 1e6).toFixed(1)} MB`);
}
