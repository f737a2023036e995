import {readFileSync} from 'node:fs';
import {align} from '../../source/compare/align.ts';
import type {AlignedRow, Column} from '../../source/model/comparison.ts';
import {digest} from '../../source/pipeline.ts';
import {hasDatasets} from './grouping.ts';

/** A label: two articles by id, and paragraph numbers [of the first, of the second]. */
export type GoldPair = {readonly articles: readonly [string, string]; readonly use: 'work' | 'score'; readonly pairs: ReadonlyArray<readonly [number, number]>; readonly loose: ReadonlyArray<readonly [number, number]>};

/** One measure: `right` of `of`. */
export type Row = {readonly name: string; readonly right: number; readonly of: number; readonly misses: readonly string[]};

const gold: {readonly pairs: readonly GoldPair[]} = JSON.parse(readFileSync(new URL('alignment.json', import.meta.url), 'utf8'));

/** For each paragraph of one side the paragraphs of the other that stand in its row. */
const partners = (rows: readonly AlignedRow[], side: 0 | 1): Map<number, readonly number[]> =>
	new Map(rows.flatMap(({cells}) => (cells[side] ?? []).map(segment => [segment, cells[1 - side] ?? []] as const)));

type Tally = {right: number; of: number; misses: string[]};
const tally = (): Tally => ({right: 0, of: 0, misses: []});

/** Scores one side of one pair: paragraphs with a counterpart into `found`, those without into `gaps`. */
const scoreSide = (label: GoldPair, rows: readonly AlignedRow[], side: 0 | 1, found: Tally, gaps: Tally): void => {
	const theirs = (pairs: GoldPair['pairs'], segment: number): number[] => pairs.filter(pair => pair[side] === segment).map(pair => pair[1 - side] ?? -1);
	for (const [segment, others] of partners(rows, side)) {
		const must = theirs(label.pairs, segment);
		const may = theirs(label.loose, segment);
		const miss = `${label.articles[side]} ${segment}: ${others.join('+') || 'gap'}, not ${must.join(' or ') || 'any'}`;
		// A paragraph that only touches another may stand with it or alone: it says nothing of the gaps.
		const [into, right] = must.length > 0 ? [found, others.some(other => must.includes(other) || may.includes(other))]
			: [gaps, others.every(other => may.includes(other))];
		if (must.length === 0 && may.length > 0 && right) continue;
		into.of++;
		if (right) into.right++;
		else into.misses.push(miss);
	}
};

/** The columns of a label, read the whole way; null where a paragraph did not stay one segment, so that the numbers would lie. */
const columnsOf = async (label: GoldPair, records: ReadonlyMap<string, string>): Promise<Column[] | null> => {
	const columns = await Promise.all(label.articles.map(async id => {
		const record = records.get(id) ?? '';
		const made = (await digest({path: 'set.jsonl', bytes: Buffer.from(record), type: null, given: {}, imported: '2026-11-01T00:00:00Z'})).derivations;
		const paragraphs: unknown = JSON.parse(record).paras;
		return Array.isArray(paragraphs) && made[0]?.article.segments.length === paragraphs.length ? made.slice(0, 1) : [];
	}));
	return columns.flat().length === 2 ? columns.flat() : null;
};

/**
 * How well paragraphs that tell the same thing stand in one row, over the labelled pairs of articles, apart for those that the
 * method was made with and those that only score it. P@1: of the paragraphs that have a counterpart, those that stand with it.
 * Gaps: of those that have none, those that stand alone.
 */
export const scoreAlignment = async (): Promise<Row[]> => {
	if (!hasDatasets) return [];
	const wanted = new Set(gold.pairs.flatMap(({articles}) => articles));
	const lines = readFileSync(new URL('../../../shared/datasets/basil.jsonl', import.meta.url), 'utf8').split('\n');
	const records = new Map(lines.filter(line => line !== '').map(line => [String(JSON.parse(line).id), line] as const).filter(([id]) => wanted.has(id)));
	const rowsOf = async (use: 'work' | 'score'): Promise<Row[]> => {
		const [found, gaps] = [tally(), tally()];
		for (const label of gold.pairs.filter(pair => pair.use === use)) {
			const columns = await columnsOf(label, records);
			if (columns === null) throw new Error(`${label.articles.join(', ')}: a paragraph did not stay one segment`);
			const rows = align(columns);
			scoreSide(label, rows, 0, found, gaps);
			scoreSide(label, rows, 1, found, gaps);
		}

		const name = use === 'work' ? 'to work with' : 'only to score';
		return [{name: `paragraphs P@1, ${name}`, ...found}, {name: `paragraph gaps, ${name}`, ...gaps}];
	};

	return [...await rowsOf('work'), ...await rowsOf('score')];
};
