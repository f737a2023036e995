import type {Article, ArticleId} from '../model/article.ts';
import {containment, shingles} from '../text/shingles.ts';
import {tokens} from '../text/tokens.ts';

/** Two articles with wording in common. `contained`: how much of the shorter one is in the other, 0 to 1, by runs of five words. */
export type SharedWording = {readonly articles: readonly [ArticleId, ArticleId]; readonly contained: number; readonly kind: 'copy' | 'shared text'};

const COPY = 0.5;
const SHARED = 0.15;
/** A quotation that all carry is no copy: an article must have this many runs of its own to be judged. */
const FEWEST = 20;
const READ = 50_000;

const wordsOf = (article: Article): string[] => tokens(article.segments.filter(segment => segment.kind !== 'caption').map(segment => segment.text).join('\n').slice(0, READ));

/** Pairs of numbers that have a run of words in common; what very many have (a standing phrase of the outlet) makes no pair. */
const candidates = (sets: ReadonlyArray<ReadonlySet<string>>): Set<string> => {
	const carriers = new Map<string, number[]>();
	for (const [index, set] of sets.entries()) {
		for (const shingle of set) {
			const list = carriers.get(shingle);
			if (list === undefined) carriers.set(shingle, [index]);
			else if (list.length < 50) list.push(index);
		}
	}

	const pairs = new Set<string>();
	for (const list of carriers.values()) for (const [at, right] of list.entries()) for (const left of list.slice(0, at)) pairs.add(`${left} ${right}`);
	return pairs;
};

/**
 * Which articles carry the same wording: from half of the shorter one on it is a copy, from 15 % on shared text. Containment
 * finds the copy that was cut, which symmetric measures miss. Sorted by the articles' ids.
 */
export const sharedWording = (articles: readonly Article[]): SharedWording[] => {
	const sorted = articles.toSorted((a, b) => a.id < b.id ? -1 : 1);
	const sets = sorted.map(article => shingles(wordsOf(article))).map(set => set.size < FEWEST ? new Set<string>() : set);
	return [...candidates(sets)].flatMap((pair): SharedWording[] => {
		const [left = 0, right = 0] = pair.split(' ').map(Number);
		const contained = containment(sets[left] ?? new Set(), sets[right] ?? new Set());
		const a = sorted[left];
		const b = sorted[right];
		return a === undefined || b === undefined || contained < SHARED ? [] : [{articles: [a.id, b.id], contained, kind: contained >= COPY ? 'copy' : 'shared text'}];
	}).sort((a, b) => a.articles.join(' ') < b.articles.join(' ') ? -1 : 1);
};
