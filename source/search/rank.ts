import Fuse from 'fuse.js';
import type {Sort} from './fields.ts';
import {memberOf, type Members, type Scored} from './score.ts';

/** Fuse looks at the best by words alone: over a whole library it takes a second a keystroke. */
const FUSE_ROOM = 100;
const FUSE_WEIGHT = 6;
/** Fuse takes its time by the letter. */
const FUSE_LETTERS = 64;

/** The columns of articles by their numbers in a row of shards. */
const rowsOf = ({members, bases}: Members) => {
	const columns = members.map(({shard}) => shard.articles);
	const place = {bases};
	const id = (article: number): string => {
		const number = memberOf(place, article);
		return members[number]?.shard.ids[article - (bases[number] ?? 0)] ?? '';
	};

	return {columns, bases, id, published(article: number): number {
		const number = memberOf(place, article);
		return columns[number]!.published[article - bases[number]!]!;
	}};
};
type Rows = ReturnType<typeof rowsOf>;

/** What an order goes by first: the larger comes first. */
type Key = (article: number) => number;
/** Which of two articles, by their numbers, comes first. */
type Order = (a: number, b: number) => number;

/** Newest first, undated last, then by id: the same query gives the same order. */
const orderBy = (key: Key, {published, id}: Rows): Order => (a, b) => key(b) - key(a) || published(b) - published(a) || (id(a) < id(b) ? -1 : 1);

/** Outlets by name, unknown ones last: the place of each name of each member. */
const placesOfOutlets = ({members}: Members): ReadonlyArray<readonly number[]> => {
	const names = [...new Set(members.flatMap(({shard}) => shard.outlets.map(name => name || '\uFFFF')))].sort();
	const places = new Map(names.map((name, place) => [name, place]));
	return members.map(({shard}) => shard.outlets.map(name => places.get(name || '\uFFFF') ?? 0));
};

const keyOf = (sort: Sort, members: Members, {columns, bases, published}: Rows, scores: Float32Array): Key => {
	switch (sort) {
		case 'relevance': return article => scores[article]!;
		case 'date': return published;
		case 'figures': return article => {
			const number = memberOf(members, article);
			return columns[number]!.figureCount[article - bases[number]!]!;
		};
		case 'outlet': {
			const places = placesOfOutlets(members);
			return article => {
				const number = memberOf(members, article);
				return -places[number]![columns[number]!.outlet[article - bases[number]!]!]!;
			};
		}
	}
};

/** The first `limit` in order, without sorting the others: a heap with the last of them on top. */
const first = (articles: Uint32Array, limit: number, key: Key, rows: Rows): number[] => {
	const order = orderBy(key, rows);
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
	// Most are told to be too late by two numbers; only what may come in is asked further.
	let [least, oldest] = [key(heap[0]!), rows.published(heap[0]!)];
	for (let at = limit; at < articles.length; at++) {
		const article = articles[at]!;
		const own = key(article);
		if (own < least || (own === least && rows.published(article) < oldest) || order(article, heap[0]!) >= 0) continue;
		heap[0] = article;
		sink(0);
		[least, oldest] = [key(heap[0]), rows.published(heap[0])];
	}

	return heap.sort(order);
};

/** What Fuse compares: a headline and an outlet. */
export type Titles = (id: string) => {readonly headline: string | null; readonly outlet: string | null} | undefined;

/** How alike the headline (and outlet) of each of these articles is to all that was typed, as Fuse has it: 0 nothing, 1 the same. */
const likenessOf = (best: readonly number[], rows: Rows, wanted: string, titles: Titles): Map<number, number> => {
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
	const rows = rowsOf(members);
	const {id} = rows;
	const chosen = first(articles, Math.max(0, Math.min(limit, articles.length)), keyOf(sort, members, rows, scores), rows);
	// One letter or two are alike to everything.
	if (sort !== 'relevance' || wanted.length < 3) return chosen.map(article => ({id: id(article), score: scores[article]!}));
	const best = chosen.slice(0, FUSE_ROOM);
	const likeness = likenessOf(best, rows, wanted, titles);
	const lifted = (article: number): number => scores[article]! + FUSE_WEIGHT * (likeness.get(article) ?? 0);
	return [
		...best.sort(orderBy(lifted, rows)).map(article => ({id: id(article), score: lifted(article)})),
		...chosen.slice(FUSE_ROOM).map(article => ({id: id(article), score: scores[article]!})),
	];
};
