import {partNumber, parts, type Part} from './fields.ts';
import {expandBeginning, expandExactly, type Expansion} from './expand.ts';
import type {Member} from './merge-shards.ts';
import {eachPlace, eachPosting, PARTS, type Shard} from './shard.ts';

/** Shards as one row of articles: those of each shard begin at its base. */
export type Members = {readonly members: readonly Member[]; readonly bases: readonly number[]; readonly size: number};

/** Articles that answer a condition, each once, in no order, and what it is worth to each (0: it fails). */
export type Scored = {readonly articles: Uint32Array; readonly scores: Float32Array};

/** The headline says what an article is about; a word of the body may be there by chance. */
const PART_WEIGHT: Readonly<Record<Part, number>> = {headline: 10, outlet: 4, text: 2, quote: 2, speaker: 3, tag: 5};
const WEIGHTS = Float32Array.from({length: PARTS}, (_, part) => PART_WEIGHT[parts[part] ?? 'text']);
/** What is said often counts a little more. */
const TIMES_WEIGHT = 0.3;

/** Rare words weigh more (inverse document frequency). */
const rarityOf = (size: number, count: number): number => Math.log(1 + size / Math.max(1, Math.min(size, count)));

/** Collects scores: the best of an article counts. */
const collector = (size: number) => {
	const scores = new Float32Array(size);
	let articles = new Uint32Array(256);
	let length = 0;
	return {
		scores,
		add(article: number, score: number): void {
			const before = scores[article] ?? 0;
			if (before === 0) {
				if (length === articles.length) {
					const larger = new Uint32Array(length * 2);
					larger.set(articles);
					articles = larger;
				}

				articles[length++] = article;
			}

			if (score > before) scores[article] = score;
		},
		finish: (): Scored => ({articles: articles.subarray(0, length), scores}),
	};
};

/** One word, in one part or anywhere. */
export const scoreWord = ({members, bases, size}: Members, expansion: Expansion, part: Part | null): Scored => {
	const collected = collector(size);
	const rarity = rarityOf(size, expansion.count);
	const wanted = part === null ? -1 : partNumber(part);
	for (const [number, {shard, dead}] of members.entries()) {
		const base = bases[number] ?? 0;
		for (const {from, to, closeness} of expansion.ranges[number] ?? []) {
			const weight = rarity * closeness;
			for (let word = from; word < to; word++) {
				eachPosting(shard, word, (key, times) => {
					const of = key % PARTS;
					if (wanted >= 0 && of !== wanted) return;
					const article = Math.floor(key / PARTS);
					if (dead !== null && dead[article] === 1) return;
					collected.add(base + article, weight * (WEIGHTS[of] ?? 1) * (1 + TIMES_WEIGHT * times));
				});
			}
		}
	}

	return collected.finish();
};

/** Where a phrase may begin: article x 8 + part, and the places of its first word. */
type Beginnings = Map<number, number[]>;

const beginningsOf = (shard: Shard, ranges: ReadonlyArray<{readonly from: number; readonly to: number}>, offset: number, among: Beginnings | null): Beginnings => {
	const found: Beginnings = new Map();
	for (const {from, to} of ranges) {
		for (let word = from; word < to; word++) {
			eachPlace(shard, word, (key, places) => {
				const before = among?.get(key);
				if (among !== null && before === undefined) return;
				const starts = places.map(place => place - offset).filter(place => place >= 0 && (before === undefined || before.includes(place)));
				if (starts.length > 0) found.set(key, [...found.get(key) ?? [], ...starts]);
			});
		}
	}

	return found;
};

/** Words next to each other in one part; the last one may be the beginning of a longer word where the phrase is open. */
export const scorePhrase = ({members, bases, size}: Members, words: readonly string[], open: boolean, part: Part | null): Scored => {
	const shards = members.map(({shard}) => shard);
	const expansions = words.map((word, at) => (open && at === words.length - 1 ? expandBeginning(shards, word) : expandExactly(shards, word)));
	const collected = collector(size);
	const rarity = expansions.reduce((sum, {count}) => sum + rarityOf(size, count), 0);
	// The rarest word first: the others are only looked at where it is.
	const order = [...expansions.keys()].sort((a, b) => (expansions[a]?.count ?? 0) - (expansions[b]?.count ?? 0));
	const wanted = part === null ? -1 : partNumber(part);
	for (const [number, {shard, dead}] of members.entries()) {
		let beginnings: Beginnings | null = null;
		for (const at of order) beginnings = beginningsOf(shard, expansions[at]?.ranges[number] ?? [], at, beginnings);
		for (const key of beginnings?.keys() ?? []) {
			const article = Math.floor(key / PARTS);
			if ((wanted >= 0 && key % PARTS !== wanted) || (dead !== null && dead[article] === 1)) continue;
			collected.add((bases[number] ?? 0) + article, rarity * (WEIGHTS[key % PARTS] ?? 1));
		}
	}

	return collected.finish();
};
