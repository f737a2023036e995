import {existsSync, readFileSync} from 'node:fs';
import {countTerms, tableText, textsOf} from '../../data/background/build.ts';
import {parseBackground, type Background} from '../../source/cluster/background.ts';
import {cluster} from '../../source/cluster/cluster.ts';
import {type Article, unmarked} from '../../source/model/article.ts';
import {bcubed, pairwise, type F1} from './events.ts';
import type {Row} from './figures.ts';

/**
 * How well articles of known events are grouped: `tsx test/quality/grouping.ts`. Each set is measured twice: with the table
 * that is shipped, and with one that was counted without the set, for the shipped one has seen the sets it is measured on.
 */
const folder = new URL('../../../shared/datasets/', import.meta.url);
export const hasDatasets = existsSync(folder);
const all = ['basil', 'ecb_dev', 'ecb_train', 'neus_train', 'neus_val'];

type Labelled = {readonly article: Article; readonly event: string};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
const stringOf = (value: unknown): string | null => typeof value === 'string' && value !== '' ? value : null;

const labelledOf = (line: string): Labelled[] => {
	const record: unknown = JSON.parse(line);
	if (!isRecord(record)) return [];
	const paragraphs = Array.isArray(record['paras']) ? record['paras'].flatMap(text => stringOf(text) ?? []) : [];
	const id = stringOf(record['id']) ?? '';
	return [{event: stringOf(record['event']) ?? id, article: {
		id, externalId: id, externalIds: [id], document: 'set', path: 'set', parent: null, kind: 'article', headline: stringOf(record['title']), standfirst: null, byline: null, outlet: null, outletBasis: null,
		outletEvidence: null, published: stringOf(record['date']), publishedBasis: null, captured: null, language: 'en', startLine: 1, endLine: 1, url: null, tags: [], contentHash: '', position: 1, siblings: 1,
		segmentCount: paragraphs.length, figureCount: 0, quoteCount: 0, ...unmarked, headlineSegment: null, standfirstSegment: null, removed: [],
		segments: paragraphs.map(text => ({kind: 'paragraph', text, startLine: 1, endLine: 1, pieces: []})),
	}}];
};

const read = (name: string): string => readFileSync(new URL(`${name}.jsonl`, folder), 'utf8');
export const articlesOf = (name: string): Labelled[] => read(name).split('\n').filter(line => line !== '').flatMap(labelledOf);

/** The table as it is shipped, or counted anew without one set. */
export const tableWithout = (name: string | null): Background => name === null
	? parseBackground(readFileSync(new URL('../../data/background/news.tsv', import.meta.url), 'utf8'))
	: parseBackground(tableText(countTerms(all.filter(other => other !== name).flatMap(other => textsOf(read(other))))));

/** Groups the articles anew and scores the events by BCubed and by pairs. */
export const groupingScore = (labelled: readonly Labelled[], background: Background): F1 & {readonly pairs: number} => {
	const {events} = cluster({articles: labelled.map(({article}) => ({article, figures: []})), settled: [], storylines: [], together: [], apart: [], labels: new Map(), background});
	const found = new Map(events.flatMap(event => event.articles.map(article => [article, event.id] as const)));
	const right = new Map(labelled.map(({article, event}) => [article.id, event]));
	return {...bcubed(found, right), pairs: pairwise(found, right).f1};
};

/** A sequence of numbers from 0 to 1 that is the same in every run (a linear congruential generator). */
export const sequence = (seed: number): (() => number) => {
	let state = seed;
	return () => {
		state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
		return state / 2 ** 32;
	};
};

/** Libraries of two events of the set, three articles each. */
export const smallLibraries = (labelled: readonly Labelled[], count: number, seed = 7): Labelled[][] => {
	const next = sequence(seed);
	const names = [...new Set(labelled.map(entry => entry.event))].sort();
	return Array.from({length: count}, () => {
		const first = Math.floor(next() * names.length);
		const second = (first + 1 + Math.floor(next() * (names.length - 1))) % names.length;
		return labelled.filter(entry => entry.event === names[first] || entry.event === names[second]);
	});
};

const exactly = (libraries: ReadonlyArray<readonly Labelled[]>, background: Background): number => libraries.filter(library => groupingScore(library, background).f1 > 0.999_999).length;

/** The rows of the table, each by a background that was counted without the set. */
export const scoreGrouping = (): Row[] => {
	const rows = ['basil', 'neus_val', 'ecb_dev', 'ecb_train'].flatMap((name): Row[] => {
		const labelled = articlesOf(name);
		const {f1, pairs} = groupingScore(labelled, tableWithout(name));
		return [
			{name: `grouping, ${name}, BCubed F1`, right: f1 * labelled.length, of: labelled.length, misses: []},
			{name: `grouping, ${name}, pair F1`, right: pairs * labelled.length, of: labelled.length, misses: []},
		];
	});
	const libraries = smallLibraries(articlesOf('basil'), 200);
	return [...rows, {name: 'grouping, libraries of 3 + 3 exact', right: exactly(libraries, tableWithout('basil')), of: libraries.length, misses: []}];
};

const percent = (share: number): string => (share * 100).toFixed(1).padStart(6);

if (process.argv[1] === new URL(import.meta.url).pathname && hasDatasets) {
	const lines = [`${''.padEnd(34)}shipped table                          without the set`];
	for (const name of ['basil', 'neus_val', 'ecb_dev', 'ecb_train']) {
		const labelled = articlesOf(name);
		const scores = [null, name].map(without => groupingScore(labelled, tableWithout(without)));
		lines.push(`${`${name}, ${labelled.length} articles: BCubed F1`.padEnd(34)}${scores.map(score => `${percent(score.f1)} (P${percent(score.precision)} R${percent(score.recall)}, pairs${percent(score.pairs)})`).join('  ')}`);
	}

	const libraries = smallLibraries(articlesOf('basil'), 200);
	lines.push(`${'basil, 200 libraries of 3 + 3: exact'.padEnd(34)}${[null, 'basil'].map(without => percent(exactly(libraries, tableWithout(without)) / libraries.length)).join('  ')}`);
	process.stdout.write(`${lines.join('\n')}\n`);
}
