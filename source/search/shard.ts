import {parts} from './fields.ts';
import type {Vocabulary} from './vocabulary.ts';

/**
 * One piece of the index: articles that came together, numbered from 0. It never changes; what changed is in a later shard, and
 * shards of like size are merged into one (see index-shards.ts).
 *
 * Postings of a word: key = (article x 8 + part) x 4 + how often (0: once, 1: up to 3, 2: up to 7, 3: more), ascending, each as the difference of
 * article x 8 + part to the one before, with the two bits behind it. Places of a posting: how often, where that is more than once, then the
 * word's places in that part, as differences.
 */
export type Shard = {
	readonly ids: readonly string[];
	/** The row of an article; -1 where it is not here. */
	readonly rowOf: (id: string) => number;
	/** What each article was indexed from; it differs when the article was changed. */
	readonly prints: readonly string[];
	readonly vocabulary: Vocabulary;
	readonly postings: Uint8Array;
	/** Where each word's postings begin; one more than there are words. The same for places. */
	readonly postingStarts: Uint32Array;
	readonly places: Uint8Array;
	readonly placeStarts: Uint32Array;
	readonly articles: ArticleColumns;
	readonly figures: FigureColumns;
	/** Names that the columns give by number; outlet 0 is "", an outlet nobody knows. */
	readonly outlets: readonly string[];
	readonly measures: readonly string[];
};

/** A row an article. `published`: see `orderOf`; `captured`: a day, 0 for none. */
export type ArticleColumns = {
	readonly published: Float64Array;
	readonly captured: Uint32Array;
	readonly outlet: Uint32Array;
	readonly kind: Uint8Array;
	/** Bits: see `marks`. */
	readonly marks: Uint8Array;
	readonly figureCount: Uint32Array;
};

/** A row a figure, in the order of articles; a bound nobody gave is not a number. `asOfFrom` and `asOfTo`: days, 0 for none. */
export type FigureColumns = {
	readonly article: Uint32Array;
	readonly low: Float64Array;
	readonly high: Float64Array;
	readonly measure: Uint32Array;
	/** Bits: 1 more than its lower bound, 2 less than its upper bound. */
	readonly open: Uint8Array;
	readonly asOfFrom: Uint32Array;
	readonly asOfTo: Uint32Array;
};

/** Bits of `ArticleColumns.marks`. */
export const marks = {starred: 1, reviewed: 2, undated: 4, figures: 8, quotes: 16, note: 32, tags: 64} as const;
/** Bits of `FigureColumns.open`. */
export const openEnds = {above: 1, below: 2} as const;

export const PARTS = 8;
if (parts.length > PARTS) throw new Error('a posting has three bits for the part of the article');

/** How often a word stands in a part, as the two bits of a posting. */
export const timesBits = (times: number): number => (times < 2 ? 0 : times < 4 ? 1 : times < 8 ? 2 : 3);

/** Calls `take` with article x 8 + part and the two bits of each posting of a word. */
export const eachPosting = (shard: Shard, word: number, take: (key: number, times: number) => void): void => {
	const bytes = shard.postings;
	const end = shard.postingStarts[word + 1] ?? 0;
	let key = 0;
	for (let at = shard.postingStarts[word] ?? 0; at < end;) {
		let byte = bytes[at++] ?? 0;
		let value = byte & 127;
		for (let shift = 7; byte > 127; shift += 7) {
			byte = bytes[at++] ?? 0;
			value |= (byte & 127) << shift;
		}

		key += value >>> 2;
		take(key, value & 3);
	}
};

/** Calls `take` with article x 8 + part and the places of each posting of a word; the array is used again for the next one. */
export const eachPlace = (shard: Shard, word: number, take: (key: number, places: readonly number[]) => void): void => {
	const bytes = shard.places;
	const places: number[] = [];
	let at = shard.placeStarts[word] ?? 0;
	const read = (): number => {
		let byte = bytes[at++] ?? 0;
		let value = byte & 127;
		for (let shift = 7; byte > 127; shift += 7) {
			byte = bytes[at++] ?? 0;
			value |= (byte & 127) << shift;
		}

		return value;
	};

	eachPosting(shard, word, (key, times) => {
		const count = times === 0 ? 1 : read();
		places.length = 0;
		let place = 0;
		for (let index = 0; index < count; index++) {
			place += read();
			places.push(place);
		}

		take(key, places);
	});
};
