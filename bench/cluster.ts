// `tsx bench/cluster.ts [1000 10000 ...] [--join]`: what grouping costs (and, with --join, one article more) as the library grows. CPU seconds and the peak memory of a process of its own for each size.
import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {parseBackground} from '../source/cluster/background.ts';
import {cluster} from '../source/cluster/cluster.ts';
import type {Clusterable} from '../source/cluster/news.ts';
import {joiner} from '../source/cluster/joining.ts';
import {indexOf} from '../source/cluster/news-index.ts';
import {unmarked, type Article} from '../source/model/article.ts';

/** Numbers from 0 to 1, the same in every run (a linear congruential generator). */
const sequence = (seed: number): (() => number) => {
	let state = seed;
	return () => {
		state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
		return state / 2 ** 32;
	};
};

const syllables = 'ba be bi bo bu da de di do du fa fe fi ga ge go ha hi ho ka ke ki ko la le li lo lu ma me mi mo mu na ne ni no nu pa pe pi po ra re ri ro ru sa se si so su ta te ti to tu va ve vi vo za ze zo'.split(' ');

/** Word number n of a language nobody speaks; names have a capital. */
const wordAt = (n: number, name = false): string => {
	let word = '';
	for (let rest = n + syllables.length; rest > 0; rest = Math.floor(rest / syllables.length)) word += syllables[rest % syllables.length] ?? '';
	return name ? word.charAt(0).toUpperCase() + word.slice(1) : word;
};

/** A word as a language uses it: few all the time, most hardly ever (Zipf's law). */
const commonWord = (next: () => number, vocabulary: number): string => wordAt(Math.floor(vocabulary ** next()) - 1);

/**
 * A library of events told by one to twelve articles, each of 120 to 400 words: half of the words are of the language, the others of
 * the event, of its story (which twenty events share) and names. The vocabulary grows with the square root of the library (Heaps' law).
 */
export const libraryOf = (articles: number, seed = 1): Clusterable[] => {
	const next = sequence(seed);
	const vocabulary = Math.floor(700 * Math.sqrt(articles));
	const entries: Clusterable[] = [];
	for (let event = 0; entries.length < articles; event += 1) {
		const own = Array.from({length: 30}, () => wordAt(Math.floor(next() * vocabulary)));
		const names = Array.from({length: 6}, () => wordAt(Math.floor(next() * vocabulary), true));
		const story = sequence(Math.floor(event / 20) + 7);
		const ofStory = Array.from({length: 40}, () => wordAt(Math.floor(story() * vocabulary)));
		const day = Math.floor(next() * 700);
		const size = 1 + Math.floor(12 * next() ** 3);
		const pick = (list: readonly string[]): string => list[Math.floor(next() * list.length)] ?? '';
		const wordOf = (): string => {
			const kind = next();
			return kind < 0.6 ? commonWord(next, vocabulary) : kind < 0.78 ? pick(own) : kind < 0.88 ? pick(names) : pick(ofStory);
		};

		const textOf = (words: number): string => `${Array.from({length: words}, wordOf).join(' ')}.`;
		for (let copy = 0; copy < size && entries.length < articles; copy += 1) {
			const id = `a${entries.length}`;
			const paragraphs = Array.from({length: 4 + Math.floor(next() * 9)}, () => textOf(30));
			const published = new Date(Date.UTC(2030, 0, 1 + day + Math.floor(next() * 3))).toISOString().slice(0, 10);
			const article: Article = {
				id, externalId: null, externalIds: [], document: 'bench', path: 'bench', parent: null, kind: 'article', headline: textOf(8), standfirst: null, byline: null, outlet: `Outlet ${copy}`, outletBasis: null, outletEvidence: null,
				published, publishedBasis: null, captured: null, language: 'en', startLine: 1, endLine: 1, url: null, tags: [], contentHash: '', position: 1, siblings: 1, segmentCount: paragraphs.length, figureCount: 0, quoteCount: 0, ...unmarked,
				headlineSegment: null, standfirstSegment: null, removed: [], segments: paragraphs.map(text => ({kind: 'paragraph', text, startLine: 1, endLine: 1, pieces: []})),
			};
			entries.push({article, figures: []});
		}
	}

	return entries;
};

const background = () => parseBackground(readFileSync(new URL('../data/background/news.tsv', import.meta.url), 'utf8'));
const seconds = (since: NodeJS.CpuUsage): string => {
	const {user, system} = process.cpuUsage(since);
	return `${((user + system) / 1e6).toFixed(1).padStart(6)} s`;
};

const megabytes = (): string => `${Math.round(process.resourceUsage().maxRSS / 1024).toString().padStart(5)} MB`;

/** What one article more costs: the median and the worst of two hundred. */
const measureJoining = (articles: readonly Clusterable[], size: number): void => {
	const table = background();
	// A grouping by hand: what joining costs does not depend on how good it is.
	const events = Array.from({length: Math.ceil(size / 3)}, (_, index) => ({id: `e${index}`, label: '', storylines: [], articles: articles.slice(index * 3, index * 3 + 3).map(({article}) => article.id), why: []}));
	const making = process.cpuUsage();
	const index = indexOf({articles: articles.slice(0, size), events, background: table});
	const made = seconds(making);
	const readying = process.cpuUsage();
	const ready = joiner(index, table);
	const readied = seconds(readying);
	const times = articles.slice(size).map(entry => {
		const start = performance.now();
		const {event} = ready.join(entry);
		ready.add(entry, event ?? `e-${entry.article.id}`);
		return performance.now() - start;
	}).sort((a, b) => a - b);
	process.stdout.write(`${size.toString().padStart(7)} articles  index ${made}, made ready ${readied}, then an article: median ${times[Math.floor(times.length / 2)]?.toFixed(1)} ms, worst ${times.at(-1)?.toFixed(1)} ms, peak ${megabytes()}\n`);
};

/** One size, in this process. */
const measure = (size: number): void => {
	if (process.argv.includes('--join')) {
		measureJoining(libraryOf(size + 200), size);
		return;
	}

	const articles = libraryOf(size);
	const before = megabytes();
	const start = process.cpuUsage();
	let last = performance.now();
	let longest = 0;
	const {events, storylines} = cluster({articles, settled: [], storylines: [], together: [], apart: [], labels: new Map(), background: background(), step() {
		const now = performance.now();
		longest = Math.max(longest, now - last);
		last = now;
	}});
	process.stdout.write(`${size.toString().padStart(7)} articles  ${seconds(start)}  peak ${megabytes()} (${before} before)  ${events.length} events, ${storylines.length} storylines, longest silence ${Math.round(longest)} ms\n`);
};

if (process.argv[1] === new URL(import.meta.url).pathname) {
	const sizes = process.argv.slice(2).map(Number).filter(size => size > 0);
	if (sizes.length === 1) measure(sizes[0] ?? 0);
	// A process for each: the peak of one would hide those after it.
	else for (const size of sizes.length > 0 ? sizes : [1000, 10_000, 100_000]) spawnSync(process.execPath, [...process.execArgv, new URL(import.meta.url).pathname, String(size), ...process.argv.slice(2).filter(word => word.startsWith('--'))], {stdio: 'inherit'});
}
