import Fuse from 'fuse.js';
import type {Sort} from './fields.ts';
import type {Members, Scored} from './score.ts';
import type {ArticleColumns} from './shard.ts';

/** Fuse looks at the best by words alone: over a whole library it takes a second a keystroke. */
const FUSE_ROOM = 100;
const FUSE_WEIGHT = 6;
/** Fuse takes its time by the letter. */
const FUSE_LETTERS = 64;

/** Rows of the columns by the number of an article. */
const rowsOf = ({members, bases}: Members) => {
	const find = (article: number): {readonly columns: ArticleColumns; readonly ids: readonly string[]; readonly outlets: readonly string[]; readonly row: number} | null => {
		let number = members.length - 1;
		while (number > 0 && (bases[number] ?? 0) > article) number--;
		const shard = members[number]?.shard;
		return shard === undefined ? null : {columns: shard.articles, ids: shard.ids, outlets: shard.outlets, row: article - (bases[number] ?? 0)};
	};

	return {
		published: (article: number): number => {
			const at = find(article);
			return at?.columns.published[at.row] ?? 0;
		},
		figures: (article: number): number => {
			const at = find(article);
			return at?.columns.figureCount[at.row] ?? 0;
		},
		outlet: (article: number): string => {
			const at = find(article);
			// Unknown outlets come last.
			return at?.outlets[at.columns.outlet[at.row] ?? 0] || '\uFFFF';
		},
		id: (article: number): string => {
			const at = find(article);
			return at?.ids[at.row] ?? '';
		},
	};
};

/** Which of two articles, by their numbers, comes first. */
type Order = (a: number, b: number) => number;

/** Newest first, undated last, then by id: the same query gives the same order. */
const orders = (members: Members, scoreOf: (article: number) => number): Readonly<Record<Sort, Order>> => {
	const rows = rowsOf(members);
	const date: Order = (a, b) => rows.published(b) - rows.published(a) || (rows.id(a) < rows.id(b) ? -1 : 1);
	return {
		date,
		relevance: (a, b) => scoreOf(b) - scoreOf(a) || date(a, b),
		figures: (a, b) => rows.figures(b) - rows.figures(a) || date(a, b),
		outlet: (a, b) => {
			const [left, right] = [rows.outlet(a), rows.outlet(b)];
			return left === right ? date(a, b) : left < right ? -1 : 1;
		},
	};
};

/** The first `limit` in order, without sorting the others: a heap with the last of them on top. */
const first = (articles: Uint32Array, limit: number, order: Order): number[] => {
	if (articles.length <= limit * 2) return Array.from(articles).sort(order).slice(0, limit);
	const heap = Array.from(articles.subarray(0, limit));
	const sink = (from: number): void => {
		for (let at = from; ;) {
			let last = at;
			for (let child = 2 * at + 1; child <= 2 * at + 2 && child < limit; child++) if (order(heap[child]!, heap[last]!) > 0) last = child;
			if (last === at) return;
			const moved = heap[at]!;
			heap[at] = heap[last]!;
			heap[last] = moved;
			at = last;
		}
	};

	for (let at = (limit >> 1) - 1; at >= 0; at--) sink(at);
	for (let at = limit; at < articles.length; at++) {
		if (order(articles[at]!, heap[0]!) >= 0) continue;
		heap[0] = articles[at]!;
		sink(0);
	}

	return heap.sort(order);
};

/** What Fuse compares: a headline and an outlet. */
export type Titles = (id: string) => {readonly headline: string | null; readonly outlet: string | null} | undefined;

/** How alike the headline (and outlet) of each of these articles is to all that was typed, as Fuse has it: 0 nothing, 1 the same. */
const likenessOf = (best: readonly number[], members: Members, wanted: string, titles: Titles): Map<number, number> => {
	const rows = rowsOf(members);
	const texts = best.map(article => {
		const title = titles(rows.id(article));
		return {headline: title?.headline ?? '', outlet: title?.outlet ?? ''};
	});
	const fuse = new Fuse(texts, {keys: [{name: 'headline', weight: 3}, {name: 'outlet', weight: 1}], includeScore: true, ignoreLocation: true, ignoreDiacritics: true});
	// Fuse counts 0 as perfect and 1 as nothing alike.
	return new Map(fuse.search(wanted.slice(0, FUSE_LETTERS)).map(({refIndex, score}) => [best[refIndex] ?? 0, 1 - (score ?? 1)]));
};

/** What a ranking is asked for; `wanted`: what was looked for, as one line. */
export type Ranking = {readonly limit: number; readonly sort: Sort; readonly wanted: string; readonly titles: Titles};

/** Best first, at most `limit`. */
export const rank = (members: Members, {articles, scores}: Scored, {limit, sort, wanted, titles}: Ranking): Array<{readonly id: string; readonly score: number}> => {
	const {id} = rowsOf(members);
	const chosen = first(articles, Math.max(0, Math.min(limit, articles.length)), orders(members, article => scores[article]!)[sort]);
	// One letter or two are alike to everything.
	if (sort !== 'relevance' || wanted.length < 3) return chosen.map(article => ({id: id(article), score: scores[article]!}));
	const best = chosen.slice(0, FUSE_ROOM);
	const likeness = likenessOf(best, members, wanted, titles);
	const lifted = (article: number): number => scores[article]! + FUSE_WEIGHT * (likeness.get(article) ?? 0);
	return [
		...best.sort(orders(members, lifted).relevance).map(article => ({id: id(article), score: lifted(article)})),
		...chosen.slice(FUSE_ROOM).map(article => ({id: id(article), score: scores[article]!})),
	];
};
