import {describe, expect, test} from 'vitest';
import {copiesIn} from '../../source/cluster/copies.ts';
import type {Article} from '../../source/model/article.ts';
import {articlesOf, hasDatasets, sequence} from '../quality/grouping.ts';
import {articleOf} from './articles.ts';

const flood = [
	'The river Odda rose by two metres in the night and flooded the lower town of Tarnow, the fire brigade said on Monday morning.',
	'More than three hundred people were brought to schools on higher ground, where the town hands out blankets, soup and dry shoes.',
	'Trains between Tarnow and Velmar do not run before Thursday, because the water has washed out the bed of the line near the mill.',
];
const article = (id: string, body: readonly string[], published: string | null = '2031-05-02'): Article => articleOf({id, body, published});
const kinds = (articles: readonly Article[]): string[] => copiesIn(articles).copies.map(({article: id, of, kind}) => `${id} ${kind} of ${of}`);

describe('copies within an event', () => {
	test('the same text is an exact copy of the one that came first', () => {
		expect(kinds([article('b', flood), article('a', flood, '2031-05-03')])).toEqual(['a exact of b']);
	});

	test('another byline makes a near copy, a missing end a truncated one', () => {
		expect(kinds([article('a', flood), article('b', ['By our own reporter in Tarnow', ...flood], '2031-05-03'), article('c', flood.slice(0, 2), '2031-05-03')])).toEqual(['b near of a', 'c truncated of a']);
	});

	test('one paragraph of an agency among own words is shared text: at least one origin, at most two', () => {
		const own = ['Nobody in the lower town can remember water this high, and the baker has carried her flour to the attic.', 'The mayor walked the streets in rubber boots and promised money for new cellars before the winter comes.'];
		const {copies, origins} = copiesIn([article('a', flood), article('b', [flood[0] ?? '', ...own])]);
		expect(copies).toMatchObject([{article: 'b', of: 'a', kind: 'shared'}]);
		expect(origins).toEqual({low: 1, high: 2});
	});

	test('a long quotation that both carry makes neither a copy', () => {
		const said = '“We have seen floods before, but we have never seen the water come up through the floors of the school while the children were still in it,” the mayor said.';
		expect(kinds([article('a', [flood[0] ?? '', said]), article('b', ['Children were led out of a school in the lower town when the river came up on Sunday night, and nobody was hurt.', said])])).toEqual([]);
	});

	test('a short text with one long sentence of others is shared at most once it can be judged at all', () => {
		expect(kinds([article('a', flood), article('b', ['The river Odda rose by two metres in the night.'])])).toEqual([]);
	});

	test('the order of the articles changes nothing', () => {
		const all = [article('a', flood), article('b', flood.slice(0, 2)), article('c', flood.slice(1), '2031-05-01'), article('d', ['Plum cake needs ripe plums, sugar, oil and forty minutes in the oven, and nobody will miss the butter at all.'])];
		expect(copiesIn(all.toReversed())).toEqual(copiesIn(all));
	});

	test('two hundred papers with one text are one origin', () => {
		const {copies, origins} = copiesIn(Array.from({length: 200}, (_, index) => article(`p${index}`, flood)));
		expect(copies).toHaveLength(199);
		expect(new Set(copies.map(copy => copy.of)).size).toBe(1);
		expect(origins).toEqual({low: 1, high: 1});
	});
});

describe.skipIf(!hasDatasets)('copies among real articles (needs ../shared)', () => {
	const articles = hasDatasets ? articlesOf('basil').filter((_, index) => index % 3 === 0) : [];
	const next = sequence(3);
	const changed = (original: Article, texts: readonly string[]): Article => ({...original, id: `${original.id}x`, published: null, segments: texts.map(text => ({kind: 'paragraph', text, startLine: 1, endLine: 1, pieces: []}))});
	const textsOf = ({segments}: Article): string[] => segments.map(segment => segment.text);
	const other = (words: number): string => Array.from({length: words}, () => `w${Math.floor(next() * 5000)}`).join(' ');
	const edits: ReadonlyArray<readonly [string, (texts: readonly string[]) => string[]]> = [
		['another byline', texts => ['By somebody else for another paper', ...texts]],
		['seven tenths kept', texts => texts.slice(0, Math.ceil(texts.length * 0.7))],
		['half kept, new lines added', texts => [...texts.slice(0, Math.ceil(texts.length / 2)), other(30), other(30)]],
		['a third dropped, one word in fifteen changed', texts => texts.filter((_, index) => index % 3 !== 2).map(text => text.split(' ').map(word => next() < 1 / 15 ? `w${Math.floor(next() * 5000)}` : word).join(' '))],
	];

	test.each(edits)('%s: at least 99 of 100 are found', (_name, edit) => {
		const found = articles.filter(({article: original}) => copiesIn([original, changed(original, edit(textsOf(original)))]).copies.length === 1);
		expect(found.length / articles.length).toBeGreaterThanOrEqual(0.99);
	});

	test('at most one pair in a thousand of independent articles of an event is called a copy', () => {
		const byEvent = Map.groupBy(['basil', 'neus_val', 'neus_train'].flatMap(set => articlesOf(set).slice(0, 2400)), entry => entry.event);
		let pairs = 0;
		let called = 0;
		for (const members of byEvent.values()) {
			pairs += members.length * (members.length - 1) / 2;
			// Some outlets of the sets do carry one text: where nine tenths are the same, it is a copy indeed.
			called += copiesIn(members.map(entry => entry.article)).copies.filter(copy => copy.kind !== 'shared' && copy.containment < 0.9).length;
		}

		expect(pairs).toBeGreaterThan(3000);
		expect(called / pairs).toBeLessThanOrEqual(0.001);
	});
});
