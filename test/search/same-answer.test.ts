import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {parseQuery} from '../../source/search/parse-query.ts';
import {ask, emptyIndex, withArticles, withoutArticles, type Found, type SearchIndex} from '../../source/search/search-index.ts';
import type {SearchEntry} from '../../source/search/search.ts';
import {nearWords, packWords} from '../../source/search/vocabulary.ts';
import {card} from './helpers.ts';

/** Few letters, so that words are alike and begin alike. */
const word = fc.array(fc.constantFrom('a', 'b', 'c', 'é', '7'), {minLength: 1, maxLength: 9}).map(letters => letters.join(''));
const words = fc.array(word, {minLength: 1, maxLength: 6});
const story = fc.record({
	headline: words, text: words, outlet: fc.constantFrom('Beacon', 'Courier', null), published: fc.constantFrom('2025-01-01', '2025-01-02', null), figureCount: fc.nat(2),
});
type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;
const entryOf = ({headline, text, outlet, published, figureCount}: Story, at: number): SearchEntry =>
	({card: card({id: `a${at}`, headline: headline.join(' '), outlet, published, figureCount}), text: text.join(' ')});

/** An index that grew in pieces, with articles that are gone again. */
const library = fc.tuple(fc.array(story, {minLength: 1, maxLength: 40}), fc.nat(8)).map(([stories, step]) => {
	const entries = stories.map(entryOf);
	let index = emptyIndex;
	for (let at = 0; at < entries.length; at += step + 1) index = withArticles(index, entries.slice(at, at + step + 1));
	return {index: withoutArticles(index, new Set(entries.filter((_, at) => at % 7 === 3).map(entry => entry.card.id))), entries: entries.filter((_, at) => at % 7 !== 3)};
});

const answer = (index: SearchIndex, query: string, limit = 1000): Found =>
	ask(index, parseQuery(query), {limit, exact: false, within: null, titles: () => undefined, matched: () => null, inEvent: () => new Set()});

describe('whatever was typed before, the answer is the same', () => {
	test('words are near or not as to somebody who types them for the first time', () => {
		fc.assert(fc.property(fc.array(word, {minLength: 1, maxLength: 30}), words, (there, typed) => {
			const sorted = [...new Set(there)].sort();
			const counts = Uint32Array.from(sorted, (_, at) => 1 + at % 3);
			const kept = packWords(sorted, counts);
			for (const each of typed) {
				for (let end = 1; end <= each.length; end++) expect(nearWords(kept, each.slice(0, end))).toEqual(nearWords(packWords(sorted, counts), each.slice(0, end)));
			}
		}), {numRuns: 400});
	});

	test('no worth of a query is left for the next one, nor for another library', () => {
		fc.assert(fc.property(library, library, fc.array(words, {minLength: 1, maxLength: 4}), (one, other, queries) => {
			const typed = queries.flatMap(each => [each.join(' '), each.join(' OR '), `title:${each.join(' -')}`]);
			const first = typed.map(query => answer({members: [...one.index.members]}, query));
			for (const query of typed) answer(other.index, query);
			expect(typed.toReversed().map(query => answer(one.index, query)).toReversed()).toEqual(first);
		}), {numRuns: 100});
	});
});

describe('the first few are those that stand first among all', () => {
	const naive: Readonly<Record<string, (card: SearchEntry['card'], score: number) => string | number>> = {
		relevance: (_, score) => -score, date: () => 0, figures: ({figureCount}) => -figureCount, outlet: ({outlet}) => outlet ?? '\uFFFF',
	};

	test.each(Object.keys(naive))('in the order of %s, then the newest, then by id', sort => {
		fc.assert(fc.property(library, fc.constantFrom('a', 'b', 'c', 'a OR b', '-7'), fc.integer({min: 1, max: 12}), ({index, entries}, query, limit) => {
			const all = answer(index, `${query} sort:${sort}`);
			const scores = new Map(all.hits.map(({article, score}) => [article, score]));
			const keyOf = naive[sort]!;
			const expected = entries.filter(entry => scores.has(entry.card.id)).map(entry => ({...entry.card, key: keyOf(entry.card, scores.get(entry.card.id) ?? 0)}))
				.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0) || (a.published === b.published ? 0 : (a.published ?? '') > (b.published ?? '') ? -1 : 1) || (a.id < b.id ? -1 : 1)).map(({id}) => id);
			expect(all.hits.map(({article}) => article)).toEqual(expected);
			expect(all.total).toBe(expected.length);
			expect(answer(index, `${query} sort:${sort}`, limit).hits.map(({article}) => article)).toEqual(expected.slice(0, limit));
		}), {numRuns: 150});
	});
});
