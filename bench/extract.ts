import {readFileSync} from 'node:fs';
import nlp from 'compromise';
import {extract} from '../source/extract/extract.ts';
import {readNumbers} from '../source/extract/numbers.ts';
import {articleOf} from '../test/helpers/article.ts';
import {alternate, cpuOf, median, reading, type BenchFigure} from './harness.ts';

const file = new URL('../../shared/datasets/basil.jsonl', import.meta.url);

/** How fast figures and quotations are read, with their sources, beside the numbers alone of compromise on the same paragraphs. Needs ../shared. */
export const figure: BenchFigure = {
	name: 'extract',
	needs: file,
	async run() {
		// compromise takes a minute for all of it: every tenth article is enough for a rate.
		const articles = readFileSync(file, 'utf8').trim().split('\n').filter((_, at) => at % 10 === 0).map(line => JSON.parse(line)).map((row: {title: string; paras: string[]}) => articleOf(row.paras, {headline: row.title}));
		const paragraphs = articles.flatMap(article => article.segments.map(({text}) => text));
		const megabytes = paragraphs.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
		for (const article of articles) extract(article);
		const {ours, peer} = await alternate(
			() => [cpuOf(() => articles.forEach(article => extract(article))), cpuOf(() => paragraphs.forEach(text => readNumbers(text)))],
			() => [cpuOf(() => paragraphs.forEach(text => nlp(text).numbers().json()))],
		);
		const [whole = [], numbers = []] = ours;
		const name = 'compromise, numbers alone';
		const rate = (runs: readonly number[]): string => `${(megabytes / median(runs) * 1000).toFixed(2)} MB/s`;
		return [
			reading('figures and quotations with their sources', whole, {name, runs: peer[0] ?? []}, 1 / 30, {note: rate(whole)}),
			reading('numbers alone', numbers, {name, runs: peer[0] ?? []}, 1, {note: rate(numbers)}),
		];
	},
};
