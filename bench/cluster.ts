import {readFileSync} from 'node:fs';
import {parseBackground} from '../source/cluster/background.ts';
import {cluster} from '../source/cluster/cluster.ts';
import {joiner} from '../source/cluster/joining.ts';
import {indexOf} from '../source/cluster/news-index.ts';
import {cpuNow, cpuOf, quantile, reading, RUNS, type BenchFigure} from './harness.ts';
import {libraryOf} from './library.ts';

const ARTICLES = 10_000;
const NEWCOMERS = 200;

/** Grouping 10,000 articles anew, the longest silence in it, and what one article more costs a library of as many. How it grows: growth.ts. */
export const figure: BenchFigure = {
	name: 'cluster',
	async run() {
		const background = parseBackground(readFileSync(new URL('../data/background/news.tsv', import.meta.url), 'utf8'));
		const all = libraryOf(ARTICLES + NEWCOMERS);
		const articles = all.slice(0, ARTICLES);
		// A grouping by hand: what joining costs does not depend on how good it is.
		const events = Array.from({length: Math.ceil(ARTICLES / 3)}, (_, at) => ({id: `e${at}`, label: '', storylines: [], articles: articles.slice(at * 3, at * 3 + 3).map(({article}) => article.id), why: []}));
		const [groups, silences, joins]: [number[], number[], number[]] = [[], [], []];
		for (let run = 0; run < RUNS; run++) {
			let last = cpuNow();
			let longest = 0;
			groups.push(cpuOf(() => cluster({articles, settled: [], storylines: [], together: [], apart: [], labels: new Map(), background, step() {
				const now = cpuNow();
				longest = Math.max(longest, now - last);
				last = now;
			}})));
			silences.push(longest);
			const ready = joiner(indexOf({articles, events, background}), background);
			joins.push(quantile(all.slice(ARTICLES).map(entry => cpuOf(() => {
				const {event} = ready.join(entry);
				ready.add(entry, event ?? `e-${entry.article.id}`);
			})), 0.5));
		}

		return [
			reading('grouping 10,000 articles, ms', groups, null, 8000),
			reading('the longest silence while grouping, ms', silences, null, null),
			reading('one article more to 10,000 grouped, ms', joins, null, null),
		];
	},
};
