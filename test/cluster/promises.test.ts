import {readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {parseBackground} from '../../source/cluster/background.ts';
import {cluster, type ClusterInput} from '../../source/cluster/cluster.ts';
import type {Clusterable} from '../../source/cluster/news.ts';
import {explain} from '../../source/cluster/explain.ts';
import {join, joiner} from '../../source/cluster/joining.ts';
import {indexOf} from '../../source/cluster/news-index.ts';
import type {Grouping} from '../../source/model/event.ts';
import {libraryOf} from '../../bench/library.ts';
import {articleOf, week} from './articles.ts';

const background = parseBackground(readFileSync(new URL('../../data/background/news.tsv', import.meta.url), 'utf8'));
const group = (articles: readonly Clusterable[], more: Partial<ClusterInput> = {}): Grouping =>
	cluster({articles, settled: [], storylines: [], together: [], apart: [], labels: new Map(), background, ...more});
const library = libraryOf(60, 5);
const ids = library.map(({article}) => article.id);
const eventOf = ({events}: Grouping, id: string): string | undefined => events.find(event => event.articles.includes(id))?.id;

test('same articles, same grouping, byte for byte, in whatever order they came', () => {
	const wanted = JSON.stringify(group(library));
	fc.assert(fc.property(fc.shuffledSubarray(library, {minLength: library.length}), order => JSON.stringify(group(order)) === wanted), {numRuns: 5});
});

describe('what people put right holds, whatever else they say', () => {
	const pair = fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)).filter(([a, b]) => a !== b);
	const before = group(library).events;

	test('articles said to be apart are apart, and every article is in exactly one event', () => {
		fc.assert(fc.property(fc.array(pair, {maxLength: 6}), fc.array(pair, {maxLength: 6}), fc.boolean(), (together, apart, standing) => {
			const grouping = group(library, {together, apart, settled: standing ? before : [], earlier: before});
			for (const [a, b] of apart) expect(eventOf(grouping, a)).not.toBe(eventOf(grouping, b));
			expect(grouping.events.flatMap(event => event.articles).toSorted()).toEqual(ids.toSorted());
			expect(new Set(grouping.events.map(event => event.id)).size).toBe(grouping.events.length);
		}), {numRuns: 12});
	});

	test('articles said to be together are together where nothing speaks against it', () => {
		fc.assert(fc.property(fc.array(pair, {maxLength: 6}), fc.boolean(), (together, standing) => {
			const grouping = group(library, {together, settled: standing ? before : []});
			for (const [a, b] of together) expect(eventOf(grouping, a)).toBe(eventOf(grouping, b));
		}), {numRuns: 12});
	});
});

describe('grouped anew', () => {
	test('an event with most of its articles keeps its id and its label', () => {
		const events = group(week).events.map(event => ({...event, id: `e-kept-${event.articles[0]}`, label: `Name of ${event.articles[0]}`}));
		const again = group(week.filter(({article}) => article.id !== 'b1'), {earlier: events});
		expect(again.events.find(event => event.articles.includes('b2'))).toMatchObject({id: 'e-kept-b1', label: 'Name of b1'});
	});

	test('an event that lost most of its articles goes on where the others are', () => {
		const earlier = [{id: 'e-old', label: 'Old', storylines: [], articles: ['b1', 'b2', 'b3', 'r1'], why: []}];
		const again = group(week, {earlier});
		expect(eventOf(again, 'b1')).toBe('e-old');
		expect(eventOf(again, 'r1')).not.toBe('e-old');
	});
});

describe('long work', () => {
	test('tells how far it is, more often than every twentieth article, and never backwards', () => {
		const told: number[] = [];
		group(library, {step: (done, total) => told.push(done / total)});
		expect(told.length).toBeGreaterThan(library.length * 4);
		expect(told.every(share => share >= 0 && share <= 1)).toBe(true);
	});

	test('stops at once where the one who is told throws', () => {
		let calls = 0;
		expect(() => group(library, {step() {
			calls += 1;
			if (calls === 30) throw new Error('stopped');
		}})).toThrow('stopped');
		expect(calls).toBe(30);
	});
});

describe('a newcomer joins by the index', () => {
	const newcomers = libraryOf(80, 5).slice(60);

	test('the nearest event that is near enough, as grouping everything would have it', () => {
		const rest = week.filter(({article}) => article.id !== 'b3');
		const {events} = group(rest);
		const index = indexOf({articles: rest, events, background});
		const bridge = week.find(({article}) => article.id === 'b3');
		const cake = {figures: [], article: articleOf({id: 'n', headline: 'Marathon in Sundvik won by a baker', published: '2031-05-03', body: ['A baker from the old town won the marathon of Sundvik in the rain, a minute before anybody else.']})};
		if (bridge !== undefined) expect(join(index, bridge, background).event).toBe(eventOf({events, storylines: []}, 'b1'));
		expect(join(index, cake, background)).toEqual({event: null, likeness: 0});
	});

	test('one that founds an event can be joined by the next', () => {
		const ready = joiner(indexOf({articles: week, events: group(week).events, background}), background);
		const race = (id: string) => ({figures: [], article: articleOf({id, headline: 'Sundvik marathon won by a baker in the rain', published: '2031-05-03', body: ['A baker from the old town won the marathon of Sundvik in the rain.']})});
		expect(ready.join(race('n1')).event).toBeNull();
		ready.add(race('n1'), 'e-race');
		expect(ready.join(race('n2')).event).toBe('e-race');
	});

	test('mostly joins what grouping joins, and asking changes nothing', () => {
		const {events} = group(library);
		const ready = joiner(indexOf({articles: library, events, background}), background);
		const asked = newcomers.map(entry => ready.join(entry).event);
		expect(newcomers.map(entry => ready.join(entry).event)).toEqual(asked);
		const whole = group([...library, ...newcomers], {settled: events});
		const agree = newcomers.filter((entry, at) => {
			const event = whole.events.find(({articles}) => articles.includes(entry.article.id));
			return asked[at] === (event !== undefined && events.some(({id}) => id === event.id) ? event.id : null);
		});
		expect(agree.length / newcomers.length).toBeGreaterThanOrEqual(0.9);
	});
});

test('the full reasons name what is shared, the names among it, and the event that would be next', () => {
	const {events} = group(week);
	const reasons = explain({articles: week, events, background});
	const first = reasons.get('b1');
	expect(first?.terms.join(' ')).toMatch(/Tarnow|Odda|bridge/);
	expect(first?.names.length).toBeGreaterThan(0);
	expect(first?.likeness).toBeGreaterThan(first?.next?.likeness ?? 0);
	expect(reasons.get('r1')?.likeness).toBe(0);
	for (const {next} of reasons.values()) if (next !== null) expect(events.find(event => event.id === next.event)?.label).toBe(next.label);
});
