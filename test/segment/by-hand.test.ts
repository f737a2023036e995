import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {lineQuoteOf, type CutAct} from '../../source/model/override.ts';
import {decodeLines} from '../../source/readers/decode.ts';
import type {Cut} from '../../source/segment/by-hand.ts';
import {segment, type Segmentation} from '../../source/segment/segment.ts';
import {sha256} from '../../source/text/hash.ts';

const PAGE = [
	'Ferry turned back after fire in engine room', // 1
	'The last ferry of the day turned back on Thursday after a fire in the engine room.', // 2
	'Nobody was hurt, the harbour master said.', // 3
	'Share Button', // 4
	'Council votes to close two libraries', // 5
	'Two of the five libraries in town will close, the council decided by nine votes.', // 6
	'Campaigners said they would go to court.', // 7
	'Read more', // 8
	'Swimming pool opens late after repairs to its roof', // 9
	'The pool opens on Monday, a week later than planned.', // 10
];
const linesOf = (page: readonly string[]) => decodeLines(new TextEncoder().encode(page.join('\n')));
const cutAt = (page: readonly string[], act: CutAct, from: number, to = from): Cut => {
	const [at, through] = [from, to].map(number => lineQuoteOf(sha256(page.join('\n')), linesOf(page), number));
	if (!at || !through) throw new Error('there is no such line');
	return {kind: 'cut', act, at, through};
};

const read = (page: readonly string[], ...cuts: readonly Cut[]): Segmentation =>
	segment({kind: 'page', lines: linesOf(page)}, {document: sha256(page.join('\n')), path: 'page.txt', given: {}, byHand: {cuts, junk: []}});
/** Each article as the numbers of its lines: headline first. */
const held = ({articles}: Segmentation) => articles.map(article => [article.headlineSegment?.startLine ?? 0, ...article.segments.map(({startLine}) => startLine)]);

test('the page, as it is read without anybody', () => expect(held(read(PAGE))).toEqual([[1, 2, 3], [5, 6, 7], [9, 10]]));

describe('a person', () => {
	test('splits an article: what follows is one of its own', () => expect(held(read(PAGE, cutAt(PAGE, 'split', 7)))).toEqual([[1, 2, 3], [5, 6], [0, 7], [9, 10]]));
	test('joins an article to the one before; its headline becomes a heading', () => {
		const cut = read(PAGE, cutAt(PAGE, 'join', 5));
		expect(held(cut)).toEqual([[1, 2, 3, 5, 6, 7], [9, 10]]);
		expect(cut.articles[0]?.segments[2]).toMatchObject({kind: 'heading', text: PAGE[4]});
	});
	test('moves the border between two articles line by line', () => {
		expect(held(read(PAGE, cutAt(PAGE, 'next', 3)))).toEqual([[1, 2], [5, 3, 6, 7], [9, 10]]);
		expect(held(read(PAGE, cutAt(PAGE, 'previous', 6)))).toEqual([[1, 2, 3, 6], [5, 7], [9, 10]]);
	});
	test('takes a line out, and puts a removed one back', () => {
		const out = read(PAGE, cutAt(PAGE, 'remove', 3));
		expect(held(out)[0]).toEqual([1, 2]);
		expect(out.removed).toContainEqual({startLine: 3, endLine: 3, rule: 'taken out by hand'});
		expect(held(read(PAGE, cutAt(PAGE, 'restore', 4)))[0]).toEqual([1, 2, 3, 4]);
		expect(held(read(PAGE, cutAt(PAGE, 'remove', 3), cutAt(PAGE, 'restore', 3)))).toEqual(held(read(PAGE)));
	});
	test('cuts again what was cut by hand: the order of the cuts is kept', () =>
		expect(held(read(PAGE, cutAt(PAGE, 'join', 5), cutAt(PAGE, 'split', 6)))).toEqual([[1, 2, 3, 5], [0, 6, 7], [9, 10]]));
	test('calls a line junk, everywhere or in one outlet\'s pages', () => {
		const junk = (outlet: string | null) => segment({kind: 'page', lines: linesOf(PAGE)}, {document: sha256(''), path: 'p', given: {outlet: 'The Coast'}, byHand: {cuts: [], junk: [{kind: 'junk', outlet, exact: PAGE[6] ?? ''}]}});
		expect([held(junk(null))[1], held(junk('The Coast'))[1], held(junk('Another'))[1]]).toEqual([[5, 6], [5, 6], [5, 6, 7]]);
		expect(junk(null).removed).toContainEqual({startLine: 7, endLine: 7, rule: 'your junk line'});
	});
});

describe('a cut holds on to words', () => {
	const newer = ['Updated at noon', ...PAGE];
	test('and finds them where they stand in a newer version', () => {
		const cut = read(newer, cutAt(PAGE, 'remove', 3));
		expect(cut.unplaced).toEqual([]);
		expect(cut.removed).toContainEqual({startLine: 4, endLine: 4, rule: 'taken out by hand'});
	});
	test('of two lines that say the same the neighbours tell', () => {
		const twice = [...PAGE, 'Nobody was hurt, the harbour master said.'];
		expect(read(['New', ...twice], cutAt(twice, 'remove', 3)).removed).toContainEqual({startLine: 4, endLine: 4, rule: 'taken out by hand'});
	});
	test('where they are gone it changes nothing and says so', () => {
		const gone = PAGE.filter((_, index) => index !== 2);
		const cut = cutAt(PAGE, 'remove', 3);
		expect(read(gone, cut)).toEqual({...read(gone), unplaced: [cut]});
	});
});

test('whatever is cut, every line is in one article or removed, once', () => {
	const acts: readonly CutAct[] = ['split', 'join', 'previous', 'next', 'restore', 'remove'];
	const one = fc.tuple(fc.constantFrom(...acts), fc.integer({min: 1, max: PAGE.length}), fc.integer({min: 0, max: 2}));
	fc.assert(fc.property(fc.array(one, {maxLength: 6}), chosen => {
		const cuts = chosen.map(([act, from, length]) => cutAt(PAGE, act, from, Math.min(PAGE.length, from + length)));
		const {articles, removed} = read(PAGE, ...cuts);
		const lines = [
			...articles.flatMap(article => [article.headlineSegment, article.standfirstSegment, ...article.segments].flatMap(segment => segment === null ? [] : [segment.startLine])),
			...removed.flatMap(({startLine, endLine}) => Array.from({length: endLine - startLine + 1}, (_, index) => startLine + index)),
		];
		expect(lines.toSorted((a, b) => a - b)).toEqual(PAGE.map((_, index) => index + 1));
	}), {numRuns: 300, seed: 7});
});
