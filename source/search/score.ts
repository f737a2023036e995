import {partNumber, parts, type Part} from './fields.ts';
import {expandBeginning, expandExactly, type Expansion} from './expand.ts';
import type {Member} from './merge-shards.ts';
import {eachPlace, PARTS, type Shard} from './shard.ts';

/** Articles that answer a condition, each once, in no order, and what it is worth to each (0: it fails). */
export type Scored = {readonly articles: Uint32Array; readonly scores: Float32Array};

/** Shards as one row of articles: those of each shard begin at its base. */
export type Members = {readonly members: readonly Member[]; readonly bases: readonly number[]; readonly size: number; readonly columns: Columns};

/** The headline says what an article is about; a word of the body may be there by chance. */
const PART_WEIGHT: Readonly<Record<Part, number>> = {headline: 10, outlet: 4, text: 2, quote: 2, speaker: 3, tag: 5};
const WEIGHTS = Float32Array.from({length: PARTS}, (_, part) => PART_WEIGHT[parts[part] ?? 'text']);
/** What is said often counts a little more. */
const TIMES_WEIGHT = 0.3;

/** Rare words weigh more (inverse document frequency). */
const rarityOf = (size: number, count: number): number => Math.log(1 + size / Math.max(1, Math.min(size, count)));

/** Which of the shards an article is in. */
export const memberOf = ({bases}: Pick<Members, 'bases'>, article: number): number => {
	let number = bases.length - 1;
	while (number > 0 && bases[number]! > article) number--;
	return number;
};

/** Worths of one query, a column of all articles for each condition; `giveBack` ends it: what it scored is not to be read any more. */
export type Columns = {column(): Float32Array; keep(scored: Scored): Scored; giveBack(): void};

/** Columns of nothing but 0, for the library that was asked last: a new one of a million articles costs more than most words. */
let spare: {readonly size: number; readonly columns: Float32Array[]} = {size: 0, columns: []};
const MOST_SPARE = 8;

/** Columns for one query over so many articles. */
export const columnsOf = (size: number): Columns => {
	if (spare.size !== size) spare = {size, columns: []};
	const kept: Scored[] = [];
	return {
		column: () => (spare.size === size ? spare.columns.pop() : undefined) ?? new Float32Array(size),
		keep(scored) {
			kept.push(scored);
			return scored;
		},
		giveBack() {
			for (const {articles, scores} of kept.splice(0)) {
				if (spare.size !== size || spare.columns.length >= MOST_SPARE) return;
				for (const article of articles) scores[article] = 0;
				spare.columns.push(scores);
			}
		},
	};
};

/** Collects scores: the best of an article counts. */
class Collector {
	readonly scores: Float32Array;
	#articles = new Uint32Array(256);
	#length = 0;

	constructor(scores: Float32Array) {
		this.scores = scores;
	}

	add(article: number, score: number): void {
		const before = this.scores[article]!;
		if (before === 0) {
			if (this.#length === this.#articles.length) {
				const larger = new Uint32Array(this.#length * 2);
				larger.set(this.#articles);
				this.#articles = larger;
			}

			this.#articles[this.#length++] = article;
		}

		if (score > before) this.scores[article] = score;
	}

	finish(): Scored {
		return {articles: this.#articles.subarray(0, this.#length), scores: this.scores};
	}
}

/** What a posting is worth, by its part and its two bits of how often: 0 where another part is wanted. */
const worthsOf = (weight: number, wanted: number): Float64Array => Float64Array.from({length: PARTS * 4}, (_, at) => {
	const of = at >>> 2;
	return wanted >= 0 && of !== wanted ? 0 : weight * (WEIGHTS[of] ?? 1) * (1 + TIMES_WEIGHT * (at & 3));
});

/** One word, in one part or anywhere. */
export const scoreWord = ({members, bases, size, columns}: Members, expansion: Expansion, part: Part | null): Scored => {
	const collected = new Collector(columns.column());
	const rarity = rarityOf(size, expansion.count);
	const wanted = part === null ? -1 : partNumber(part);
	for (const [number, {shard: {postings, postingStarts}, dead}] of members.entries()) {
		const base = bases[number] ?? 0;
		for (const {from, to, closeness} of expansion.ranges[number] ?? []) {
			const worths = worthsOf(rarity * closeness, wanted);
			for (let word = from; word < to; word++) {
				// As `eachPosting`, written out: one letter has half a million of them.
				const end = postingStarts[word + 1]!;
				let key = 0;
				for (let at = postingStarts[word]!; at < end;) {
					let byte = postings[at++]!;
					let value = byte & 127;
					for (let shift = 7; byte > 127; shift += 7) {
						byte = postings[at++]!;
						value |= (byte & 127) << shift;
					}

					key += value >>> 2;
					const worth = worths[(key % PARTS) << 2 | (value & 3)]!;
					const article = Math.floor(key / PARTS);
					if (worth !== 0 && (dead === null || dead[article] !== 1)) collected.add(base + article, worth);
				}
			}
		}
	}

	return columns.keep(collected.finish());
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
export const scorePhrase = ({members, bases, size, columns}: Members, words: readonly string[], open: boolean, part: Part | null): Scored => {
	const shards = members.map(({shard}) => shard);
	const expansions = words.map((word, at) => (open && at === words.length - 1 ? expandBeginning(shards, word) : expandExactly(shards, word)));
	const collected = new Collector(columns.column());
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

	return columns.keep(collected.finish());
};
