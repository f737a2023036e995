import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {parseQuery} from '../../source/search/parse-query.ts';
import {ask, emptyIndex, indexed, withArticles, withoutArticles, type SearchIndex} from '../../source/search/search-index.ts';
import {readShard, writeShard} from '../../source/search/shard-file.ts';
import {nearWords, packWords} from '../../source/search/vocabulary.ts';
import type {SearchEntry} from '../../source/search/search.ts';
import {card, shelf} from './helpers.ts';

const found = (index: SearchIndex, query: string): string[] => ask(index, parseQuery(query), {
	limit: 100, exact: false, within: null, titles: () => undefined, matched: () => null, inEvent: () => new Set(),
}).hits.map(hit => hit.article).toSorted();

const queries = ['casualties', 'casulties', '"front line"', 'outlet:bbc', 'zelen', '-casualties', 'north korea', '5000', 'title:kim OR warehouse', 'sort:date troops'];

describe('an index', () => {
	test('answers the same whether articles came at once, one by one, or in another order', () => {
		const atOnce = withArticles(emptyIndex, shelf);
		const oneByOne = shelf.reduce((index, entry) => withArticles(index, [entry]), emptyIndex);
		const backwards = shelf.toReversed().reduce((index, entry) => withArticles(index, [entry]), emptyIndex);
		for (const query of queries) {
			expect(found(oneByOne, query)).toEqual(found(atOnce, query));
			expect(found(backwards, query)).toEqual(found(atOnce, query));
		}
	});

	test('forgets an article that is gone or has changed', () => {
		const index = withArticles(emptyIndex, shelf);
		expect(found(withoutArticles(index, new Set(['kim'])), 'outlet:bbc OR pledges')).toEqual([]);
		const changed = withArticles(index, [{card: card({id: 'kim', headline: 'Kim says nothing'}), text: ''}]);
		expect(indexed(changed)).toBe(shelf.length);
		expect(found(changed, 'pledges')).toEqual([]);
		expect(found(changed, '"says nothing"')).toEqual(['kim']);
		// And again when shards are merged.
		const grown = Array.from({length: 9}, (_, at): SearchEntry => ({card: card({id: `n${at}`, headline: 'Other'}), text: ''})).reduce((index_, entry) => withArticles(index_, [entry]), changed);
		expect(found(grown, 'pledges')).toEqual([]);
		expect(found(grown, 'kim')).toEqual(['kim']);
	});

	test('comes back from its bytes as it was, and not at all from another format', () => {
		const index = withArticles(emptyIndex, shelf);
		const read = index.members.map(({shard}) => readShard(writeShard(shard)));
		const back: SearchIndex = {members: read.flatMap(shard => (shard === null ? [] : [{shard, dead: null}]))};
		for (const query of queries) expect(found(back, query)).toEqual(found(index, query));
		// Where an article stands is found in the bytes, without reading the list of them.
		for (const [at, {shard}] of index.members.entries()) for (const [row, id] of shard.ids.entries()) expect([id, read[at]?.rowOf(id)]).toEqual([id, row]);
		for (const other of ['', 'ki', 'kim kim', 'im', 'kim\n']) expect([other, read.map(shard => shard?.rowOf(other) ?? 0)]).toEqual([other, read.map(() => -1)]);
		const bytes = writeShard(index.members[0]!.shard);
		expect(readShard(new TextEncoder().encode(new TextDecoder('latin1').decode(bytes).replace(/"format":\d+/, '"format":0')))).toBeNull();
		expect(readShard(new Uint8Array([1, 2, 3]))).toBeNull();
	});
});

/** Optimal string alignment distance, written down from its definition. */
const distance = (a: string, b: string): number => {
	const at = (i: number, j: number): number => {
		if (i === 0 || j === 0) return i + j;
		const same = a[i - 1] === b[j - 1] ? 0 : 1;
		const best = Math.min(table[i - 1]![j]! + 1, table[i]![j - 1]! + 1, table[i - 1]![j - 1]! + same);
		return i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? Math.min(best, table[i - 2]![j - 2]! + 1) : best;
	};

	const table: number[][] = [];
	for (let i = 0; i <= a.length; i++) {
		table.push([]);
		for (let j = 0; j <= b.length; j++) table[i]!.push(at(i, j));
	}

	return table[a.length]![b.length]!;
};

test('slips are counted as the definition says: a whole word, or its best beginning for half a slip more', () => {
	const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'é'), {minLength: 4, maxLength: 12}).map(letters => letters.join(''));
	fc.assert(fc.property(words, words, (typed, word) => {
		const limit = typed.length < 7 ? 1 : 2;
		const beginnings = Array.from({length: word.length + 1}, (_, to) => distance(typed, word.slice(0, to)) + 0.5);
		const fewest = Math.min(distance(typed, word), ...beginnings);
		const [near] = nearWords(packWords([word], new Uint32Array([1])), typed);
		expect(near?.slips ?? null).toBe(fewest <= limit + 0.5 && Math.floor(fewest) <= limit ? fewest : null);
	}), {numRuns: 3000});
});
