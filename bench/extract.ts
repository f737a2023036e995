// `node bench/extract.ts`: how fast figures and quotations are read, beside the numbers of compromise on the same paragraphs.
// CPU time on one core; nine runs of each, by turns, so that a busy machine slows both. Needs ../shared.
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import nlp from 'compromise';
import {extract} from '../source/extract/extract.ts';
import {extractFigures} from '../source/extract/figures.ts';
import {buildCast} from '../source/extract/names.ts';
import {extractQuotes} from '../source/extract/quotes.ts';
import {readNumbers} from '../source/extract/numbers.ts';
import {articleOf} from '../test/helpers/article.ts';

const RUNS = 9;
const file = fileURLToPath(new URL('../../shared/datasets/basil.jsonl', import.meta.url));
const articles = readFileSync(file, 'utf8').trim().split('\n').map(line => JSON.parse(line)).map((row: {title: string; paras: string[]}) => articleOf(row.paras, {headline: row.title}));
const paragraphs = articles.flatMap(article => article.segments.map(segment => segment.text));
const bytes = paragraphs.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
/** compromise takes a minute for all of it: every tenth article is enough for a rate. */
const sample = articles.filter((_, index) => index % 10 === 0).flatMap(article => article.segments.map(segment => segment.text));
const sampleBytes = sample.reduce((sum, text) => sum + Buffer.byteLength(text), 0);

type Task = {readonly name: string; readonly size: number; readonly run: () => void};
const casts = articles.map(buildCast);
const quotes = articles.map((article, index) => extractQuotes(article, casts[index] ?? buildCast(article)));
const tasks: readonly Task[] = [
	{name: 'extract: figures and quotations with their sources', size: bytes, run: () => { for (const article of articles) extract(article); }},
	{name: '  of that, who is named', size: bytes, run: () => { for (const article of articles) buildCast(article); }},
	{name: '  of that, quotations', size: bytes, run: () => { for (const [index, article] of articles.entries()) extractQuotes(article, casts[index] ?? buildCast(article)); }},
	{name: '  of that, figures', size: bytes, run: () => { for (const [index, article] of articles.entries()) extractFigures(article, casts[index] ?? buildCast(article), quotes[index]); }},
	{name: 'numbers alone', size: bytes, run: () => { for (const text of paragraphs) readNumbers(text); }},
	{name: 'compromise: numbers()', size: sampleBytes, run: () => { for (const text of sample) nlp(text).numbers().json(); }},
];

const seconds = (run: () => void): number => {
	const before = process.cpuUsage();
	run();
	const {user, system} = process.cpuUsage(before);
	return (user + system) / 1e6;
};

const rates = new Map<string, number[]>(tasks.map(({name}) => [name, []]));
for (const {run} of tasks) run();
for (let round = 0; round < RUNS; round += 1) for (const {name, size, run} of tasks) rates.get(name)?.push(size / seconds(run) / 1e6);
const median = (values: readonly number[]): number => values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
const peer = median(rates.get('compromise: numbers()') ?? []);
process.stdout.write(`${(bytes / 1e6).toFixed(2)} MB in ${articles.length} articles; ${RUNS} runs by turns; MB/s of CPU time, median (lowest to highest), times compromise\n`);
for (const [name, values] of rates) process.stdout.write(`${name.padEnd(54)} ${median(values).toFixed(2).padStart(7)} (${Math.min(...values).toFixed(2)} to ${Math.max(...values).toFixed(2)})  ${(median(values) / peer).toFixed(1)}x\n`);
