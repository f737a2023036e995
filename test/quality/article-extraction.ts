import {createHash} from 'node:crypto';
import {existsSync, readFileSync} from 'node:fs';
import {digest} from '../../source/pipeline.ts';
import type {Row} from './seeds.ts';

/**
 * Body text of saved pages against what people marked as the article, scored as scrapinghub/article-extraction-benchmark
 * scores it: texts become bags of four-word shingles; precision and recall are taken per page and averaged over the pages,
 * so that a long page counts no more than a short one; F1 is of the two averages. The headline and the standfirst are not
 * in the body. Rules were written while looking at one half of the pages; the other half shows whether they are true elsewhere.
 */
const folder = new URL('../../../shared/datasets/article-extraction/', import.meta.url);
export const hasPages = existsSync(new URL('ground-truth.json', folder));

const SHINGLE = 4;

/** How often each run of four words comes; a shorter text is one run. */
export const shinglesOf = (text: string): Map<string, number> => {
	const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
	const counts = new Map<string, number>();
	for (let at = 0; at < Math.max(1, words.length - SHINGLE + 1); at++) {
		const shingle = words.slice(at, at + SHINGLE).join(' ');
		counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
	}

	return counts;
};

/** Precision and recall of one page, 0 to 1. */
export const scorePage = (truth: string, read: string): {readonly precision: number; readonly recall: number} => {
	const [wanted, found] = [shinglesOf(truth), shinglesOf(read)];
	let both = 0;
	for (const [shingle, count] of wanted) both += Math.min(count, found.get(shingle) ?? 0);
	const sum = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((total, count) => total + count, 0);
	return {precision: both / sum(found), recall: both / sum(wanted)};
};

/** The half of the pages that nobody looked at while writing rules; by the hash of the page's id. */
export const isHeldOut = (id: string): boolean => Number.parseInt(createHash('sha256').update(id).digest('hex').charAt(0), 16) % 2 === 1;

type Score = {readonly id: string; readonly precision: number; readonly recall: number};

const rowsOf = (name: string, scores: readonly Score[]): Row[] => {
	const mean = (of: (score: Score) => number): number => scores.reduce((sum, score) => sum + of(score), 0) / scores.length;
	const [precision, recall] = [mean(score => score.precision), mean(score => score.recall)];
	const misses = scores.filter(score => score.precision < .9 || score.recall < .9).map(score => `${score.id.slice(0, 8)} precision ${score.precision.toFixed(3)}, recall ${score.recall.toFixed(3)}`);
	return [
		{name: `${name} precision`, right: precision * scores.length, of: scores.length, misses: []},
		{name: `${name} recall`, right: recall * scores.length, of: scores.length, misses: []},
		{name: `${name} F1`, right: 2 * precision * recall / (precision + recall) * scores.length, of: scores.length, misses},
	];
};

const bodyOf = async (id: string): Promise<string> => {
	const made = await digest({path: `${id}.html.gz`, bytes: readFileSync(new URL(`html/${id}.html.gz`, folder)), type: null, given: {}, imported: '2026-01-01T00:00:00Z'});
	return made.derivations.flatMap(({article}) => [...article.kind === 'post' || made.derivations.length > 1 ? [article.headline ?? ''] : [], ...article.segments.map(({text}) => text)]).join('\n');
};

/** The rows of the table; none where the pages are not at hand. */
export const scoreExtraction = async (): Promise<Row[]> => {
	if (!hasPages) return [];
	const truth: Readonly<Record<string, {readonly articleBody: string}>> = JSON.parse(readFileSync(new URL('ground-truth.json', folder), 'utf8'));
	const scores: Score[] = [];
	for (const [id, {articleBody}] of Object.entries(truth)) scores.push({id, ...scorePage(articleBody, await bodyOf(id).catch(() => ''))});
	return [...rowsOf('body text', scores), ...rowsOf('body text, held out', scores.filter(({id}) => isHeldOut(id)))];
};
