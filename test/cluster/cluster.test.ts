import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {parseBackground} from '../../source/cluster/background.ts';
import {cluster, type ClusterInput} from '../../source/cluster/cluster.ts';
import type {Clusterable} from '../../source/cluster/news.ts';
import type {Grouping} from '../../source/model/event.ts';
import {shortId} from '../../source/text/hash.ts';
import {articleOf, figureOf, week} from './articles.ts';

const background = parseBackground(readFileSync(new URL('../../data/background/news.tsv', import.meta.url), 'utf8'));
const group = (articles: readonly Clusterable[], more: Partial<ClusterInput> = {}): Grouping =>
	cluster({articles, settled: [], storylines: [], together: [], apart: [], labels: new Map(), background, ...more});
const members = (grouping: Grouping): string[] => grouping.events.map(event => event.articles.join(' ')).sort();

test('articles that report one event are one event, and the others are by themselves', () => {
	expect(members(group(week))).toEqual(['b1 b2 b3', 'p1 p2', 'r1']);
});

test('the order in which articles come changes nothing', () => {
	const wanted = group(week);
	for (let turn = 1; turn < week.length; turn += 1) expect(group([...week.slice(turn), ...week.slice(0, turn)])).toEqual(wanted);
	expect(group(week.toReversed())).toEqual(wanted);
});

test('an event is named after its earliest article, and says why each article is in it', () => {
	const bridge = group(week).events.find(event => event.articles.includes('b1'));
	expect(bridge?.id).toBe(shortId('e', 'b1'));
	expect(bridge?.label).toMatch(/Tarnow/);
	expect(bridge?.why.map(why => why.article)).toEqual(['b1', 'b2', 'b3']);
	for (const why of bridge?.why ?? []) {
		expect(why.likeness).toBeGreaterThan(0.2);
		expect(why.terms.join(' ')).toMatch(/Tarnow|Odda|bridge/);
	}
});

describe('events that stand', () => {
	const first = group(week.slice(0, 4));
	const bridge = first.events.find(event => event.articles.includes('b1'));

	test('a newcomer joins the nearest of them, which keeps its id and its label', () => {
		const next = group(week, {settled: first.events});
		expect(members(next)).toEqual(['b1 b2 b3', 'p1 p2', 'r1']);
		expect(next.events.find(event => event.articles.includes('b1'))).toMatchObject({id: bridge?.id, label: bridge?.label});
	});

	test('are not joined with each other and not taken apart, whatever the words say', () => {
		const settled = [
			{id: 'e-one', label: 'One', storylines: [], articles: ['b1', 'r1'], why: []},
			{id: 'e-two', label: 'Two', storylines: [], articles: ['b2'], why: []},
		];
		const next = group(week, {settled});
		expect(next.events.find(event => event.id === 'e-one')?.articles).toEqual(expect.arrayContaining(['b1', 'r1']));
		expect(next.events.find(event => event.id === 'e-two')?.articles).toContain('b2');
		expect(next.events.flatMap(event => event.articles).sort()).toEqual(['b1', 'b2', 'b3', 'p1', 'p2', 'r1']);
	});

	test('an earlier event none of whose articles is left is gone', () => {
		const settled = [{id: 'e-old', label: 'Old', storylines: [], articles: ['gone'], why: []}];
		expect(group(week, {settled}).events.some(event => event.id === 'e-old')).toBe(false);
	});
});

describe('what people put right', () => {
	test('together holds against the words', () => {
		expect(members(group(week, {together: [['r1', 'p1']]}))).toEqual(['b1 b2 b3', 'p1 p2 r1']);
	});

	test('together joins two events that stand', () => {
		const settled = group(week).events;
		expect(members(group(week, {settled, together: [['b1', 'p1']]}))).toEqual(['b1 b2 b3 p1 p2', 'r1']);
	});

	test('apart holds against the words, and against an earlier event', () => {
		const apart = [['b1', 'b2']] as const;
		for (const settled of [[], group(week).events]) {
			const events = group(week, {apart, settled}).events;
			expect(events.find(event => event.articles.includes('b1'))?.articles).not.toContain('b2');
		}
	});

	test('the article taken out leaves, the founder keeps the event', () => {
		const settled = group(week).events;
		const next = group(week, {settled, apart: [['b1', 'b2']]});
		expect(next.events.find(event => event.articles.includes('b1'))?.id).toBe(shortId('e', 'b1'));
		expect(next.events.find(event => event.articles.includes('b2'))?.id).not.toBe(shortId('e', 'b1'));
	});

	test('a label stays with its event when all is grouped anew', () => {
		const labels = new Map([[shortId('e', 'b2'), 'The fall of the bridge']]);
		expect(group(week, {labels}).events.find(event => event.articles.includes('b2'))).toMatchObject({id: shortId('e', 'b2'), label: expect.stringContaining('Tarnow')});
	});

	test('pairs that name unknown articles change nothing', () => {
		expect(group(week, {together: [['b1', 'nowhere']], apart: [['nowhere', 'r1']]})).toEqual(group(week));
	});
});

describe('time', () => {
	const visit = (id: string, published: string | null, page?: string): Clusterable => ({figures: [], article: articleOf({
		id, published, ...page === undefined ? {} : {page}, headline: `Queen Orla pledges support for Besk ${id}`,
		body: [`Queen Orla pledged full support for Besk in its border dispute, palace radio said (${id}).`, id < 'c'
			? 'The queen spoke to officers at the winter parade and praised the guard.'
			: 'The queen met the foreign minister of Besk at the lake and praised the treaty.'],
	})});

	test('look-alike events five months apart are two events in one storyline', () => {
		const grouping = group([visit('a', '2031-02-08'), visit('b', '2031-02-09'), visit('c', '2031-07-12')]);
		expect(members(grouping)).toEqual(['a b', 'c']);
		expect(grouping.storylines).toHaveLength(1);
		expect(grouping.events.map(event => event.storylines)).toEqual([[grouping.storylines[0]?.id], [grouping.storylines[0]?.id]]);
	});

	test('without dates the words alone decide', () => {
		expect(members(group([visit('a', null), visit('b', null)]))).toEqual(['a b']);
	});
});

describe('storylines', () => {
	const losses = (id: string, published: string, measure: string, text: string): Clusterable => ({article: articleOf({id, published, body: [text]}), figures: [figureOf(id, {measure, low: 400, subject: 'Beskian marines'})]});
	const far = [
		losses('l1', '2031-01-05', 'killed', 'More than 400 Beskian marines have been killed near the canal, the defence ministry said in a morning note.'),
		losses('l2', '2031-06-20', 'casualties', 'A think tank puts casualties of Beskian marines in half a year of fighting at 900, among them many conscripts.'),
	];

	test('figures of the same losses bring events of different months into one storyline', () => {
		const grouping = group([...far, ...week]);
		expect(grouping.storylines.find(storyline => storyline.why.some(reason => reason.startsWith('figures')))?.events.toSorted()).toEqual([shortId('e', 'l1'), shortId('e', 'l2')].sort());
	});

	test('an event that has nothing to do with others is in none', () => {
		expect(group(week).events.find(event => event.articles.includes('r1'))?.storylines).toEqual([]);
	});

	test('a storyline that is found again keeps its id and its label', () => {
		const found = group(far).storylines.map(storyline => ({...storyline, id: 's-kept', label: 'Marines at the canal'}));
		expect(group([...far, ...week], {storylines: found}).storylines).toContainEqual(expect.objectContaining({id: 's-kept', label: 'Marines at the canal'}));
	});
});

test('an empty library has no events', () => {
	expect(group([])).toEqual({events: [], storylines: []});
});

test('articles without a single word are events of their own', () => {
	expect(members(group([{article: articleOf({id: 'x', body: []}), figures: []}, {article: articleOf({id: 'y', body: ['']}), figures: []}]))).toEqual(['x', 'y']);
});

test('articles of a language the table does not know are grouped by their own words', () => {
	const german = ['Brücke in Tarnau stürzt in den Fluss', 'Retter suchen nach dem Sturz der Brücke in Tarnau', 'Hafen von Velmar wird bestreikt', 'Streik im Hafen von Velmar hält an', 'Pflaumenkuchen ohne Butter backen', 'Wahl im Norden bleibt ohne Sieger'];
	const grouping = group(german.map((headline, index) => ({figures: [], article: articleOf({id: `d${index}`, headline, language: 'de', body: [`${headline}, wie die Stadt am Freitag mitteilte.`]})})));
	expect(members(grouping)).toEqual(['d0 d1', 'd2 d3', 'd4', 'd5']);
});

test('the table holds counts only, of terms that stand in three texts or more', () => {
	expect(background.documents).toBeGreaterThan(1000);
	expect(Math.min(...background.counts.values())).toBeGreaterThanOrEqual(3);
});
