import {describe, expect, test} from 'vitest';
import type {Figure} from '../../source/model/figure.ts';
import type {Quote} from '../../source/model/quote.ts';
import {holds} from '../../source/search/figure-conditions.ts';
import {createSearch, type SearchEntry} from '../../source/search/search.ts';
import {derive} from '../helpers/memory-library.ts';
import {card} from './helpers.ts';

/** An article about a figure, as the stages hand it on. */
const reported = (id: string, figure: Partial<Figure>, published: string | null = null, more: Parameters<typeof card>[0] = {id}): SearchEntry => {
	const {figures} = derive({id, headline: 'A count', paragraphs: ['They count 100.'], figures: [{text: '100', segment: 0, ...figure}]});
	return {card: card({headline: 'A count', published, figureCount: 1, ...more}), text: 'They count 100.', figures};
};

const quote: Quote = {id: 'q', article: 'said', externalId: null, line: 1, segment: 0, start: 0, end: 1, text: 'an unacceptable escalation', speaker: 'She', speakerName: 'Anna Berg', cue: 'said', review: null};

const searcher = createSearch([
	reported('more-than', {low: 5000, high: null, qualifier: '>', measure: 'killed', asOf: '2025-03'}, '2025-03-31T23:30:00-05:00'),
	reported('between', {low: 100, high: 200, qualifier: 'range', measure: 'killed', asOf: '2024'}, '2025-02-01'),
	reported('hundreds', {low: 100, high: 999, qualifier: 'vague', boundsBasis: 'convention', measure: 'wounded'}, '2024-12-31'),
	reported('rejected', {low: 9000, high: 9000, measure: 'killed', review: 'rejected'}),
	reported('tariffs', {low: 25, high: 25, measure: 'tariff rate'}, null, {id: 'tariffs', kind: 'post', tags: ['World Economy'], captured: '2025-04-02'}),
	{card: card({id: 'said', headline: 'Berg speaks', outlet: 'Daily Mail', quoteCount: 1}), text: 'The word unacceptable was used. “An unacceptable escalation,” she said.', quotes: [quote]},
	{card: {...card({id: 'starred', headline: 'Berg is silent', outlet: 'BBC News', published: '2025-03-02'}), starred: true, note: 'ask again'}, text: 'Nothing unacceptable.'},
], [{id: 'e-1', label: 'The count of March', articles: ['more-than', 'between']}]);

const ids = (query: string): string[] => searcher.find(query).hits.map(hit => hit.article).toSorted();

describe('figures', () => {
	test('are compared by what they surely say', () => {
		expect(ids('killed>1000')).toEqual(['more-than']);
		expect(ids('killed>5000')).toEqual(['more-than']);
		expect(ids('killed>50')).toEqual(['between', 'more-than']);
		expect(ids('killed<=200')).toEqual(['between']);
		expect(ids('killed<200')).toEqual([]);
		expect(ids('killed=5000')).toEqual(['more-than']);
		expect(ids('killed > 1,000 -berg')).toEqual(['more-than']);
		expect(ids('(killed<= 200)')).toEqual(['between']);
		expect(ids('wounded>=100')).toEqual(['hundreds']);
		// Nobody said that hundreds are fewer than a thousand.
		expect(ids('wounded<1000')).toEqual([]);
	});

	test.each([
		['more than 5,000', {low: 5000, high: Number.NaN, above: true, below: false}, ['>', '>=', '='], 5000],
		['at least 5,000', {low: 5000, high: Number.NaN, above: false, below: false}, ['>=', '='], 5000],
		['fewer than 300', {low: Number.NaN, high: 300, above: false, below: true}, ['<', '<=', '='], 300],
		['up to 300', {low: Number.NaN, high: 300, above: false, below: false}, ['<=', '='], 300],
		['a figure refused', {low: Number.NaN, high: Number.NaN, above: false, below: false}, [], 0],
	] as const)('%s', (_, figure, signs, value) => {
		expect((['>', '>=', '<', '<=', '='] as const).filter(sign => holds(sign, value, figure)).toSorted()).toEqual([...signs].toSorted());
	});

	test('of a measure that none has are told', () => {
		expect(searcher.find('sunk>3').notes).toEqual(['No figure here counts “sunk”.']);
		expect(ids('tariff-rate>=25')).toEqual(['tariffs']);
		expect(ids('figure:"tariff rate"')).toEqual(['tariffs']);
	});

	test('that somebody rejected do not count', () => {
		expect(ids('killed>8000')).toEqual([]);
	});
});

describe('dates', () => {
	test('are days of the outlet; after and before leave out what they name', () => {
		expect(ids('on:2025-03')).toEqual(['more-than', 'starred']);
		expect(ids('on:2025-03-31')).toEqual(['more-than']);
		expect(ids('after:2025-02')).toEqual(['more-than', 'starred']);
		expect(ids('before:2025')).toEqual(['hundreds']);
		expect(ids('after:2024 before:2025-03')).toEqual(['between']);
		expect(ids('captured:2025-04')).toEqual(['tariffs']);
	});

	test('that a figure holds for, as exactly as they are known', () => {
		expect(ids('asof:2025-03-05')).toEqual(['more-than']);
		expect(ids('asof:2025')).toEqual(['more-than']);
		expect(ids('asof:2024-06')).toEqual(['between']);
	});

	test('nobody gave are found by is:undated alone', () => {
		expect(ids('is:undated')).toEqual(['rejected', 'said', 'tariffs']);
		expect(ids('before:2100 is:undated')).toEqual([]);
	});
});

describe('what an article is and has', () => {
	test('quotes, speakers, tags, kinds, events, stars and notes', () => {
		expect(ids('unacceptable')).toEqual(['said', 'starred']);
		expect(ids('quote:unacceptable')).toEqual(['said']);
		expect(ids('speaker:berg')).toEqual(['said']);
		expect(ids('tag:economy')).toEqual(['tariffs']);
		expect(ids('kind:post')).toEqual(['tariffs']);
		expect(ids('event:march')).toEqual(['between', 'more-than']);
		expect(ids('event:e-1 killed>1000')).toEqual(['more-than']);
		expect(ids('is:starred')).toEqual(['starred']);
		expect(ids('has:note')).toEqual(['starred']);
		expect(ids('has:quotes')).toEqual(['said']);
		expect(ids('-has:figures')).toEqual(['said', 'starred']);
	});

	test('conditions join with OR, parentheses and minus', () => {
		expect(ids('(killed>1000 OR speaker:berg) -is:undated')).toEqual(['more-than']);
		expect(ids('kind:post OR is:starred')).toEqual(['starred', 'tariffs']);
		expect(ids('berg -(silent OR nowhere)')).toEqual(['said']);
		expect(ids('-/unaccept[a-z]+/ berg')).toEqual([]);
		expect(ids('/Nothing unaccept/ OR kind:post')).toEqual(['starred', 'tariffs']);
	});

	test('an order', () => {
		expect(searcher.find('has:figures sort:date').hits.map(hit => hit.article)).toEqual(['more-than', 'between', 'hundreds', 'rejected', 'tariffs']);
		expect(searcher.find('berg sort:outlet').hits.map(hit => hit.article)).toEqual(['starred', 'said']);
	});

	test('only within a list', () => {
		expect(searcher.find('berg', {within: ['said', 'tariffs']}).hits.map(hit => hit.article)).toEqual(['said']);
		expect(searcher.find('count', {limit: 2})).toMatchObject({total: 5, hits: {length: 2}});
	});

	test('other forms of a word', () => {
		expect(ids('counted').length).toBe(5);
		expect(ids('escalated')).toEqual(['said']);
		expect(ids('\'counted')).toEqual([]);
	});
});
