import {mkdtempSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {describe, expect, test, vi} from 'vitest';
import {parseBackground} from '../../source/cluster/background.ts';
import {cluster} from '../../source/cluster/cluster.ts';
import {broughtUpToDate, joinNews} from '../../source/cluster/join-news.ts';
import {indexOf} from '../../source/cluster/news-index.ts';
import {keepIndex, readIndex} from '../../source/commands/intake/index-cache.ts';
import type {Grouping} from '../../source/model/event.ts';
import {articleOf, week} from './articles.ts';

const background = parseBackground(readFileSync(new URL('../../data/background/news.tsv', import.meta.url), 'utf8'));
const grouping: Grouping = cluster({articles: week, settled: [], storylines: [], together: [], apart: [], labels: new Map(), background});
const cards = week.map(({article}) => article);
const index = indexOf({articles: week, events: grouping.events, background});
const hashes = index.articles.map(() => '');
const bridge = (id: string) => ({figures: [], article: articleOf({id, headline: 'Tarnow bridge: third driver found in the Odda', published: '2031-05-04', body: ['Rescuers found a third driver in the river Odda after the bridge at Tarnow collapsed.', 'The mayor of Tarnow said the rust on the bridge was known.']})});
const race = (id: string) => ({figures: [], article: articleOf({id, headline: 'Sundvik marathon won by a baker in the rain', published: '2031-05-03', body: ['A baker from the old town won the marathon of Sundvik in the rain.']})});

describe('newcomers to a library that has an index', () => {
	const brought = broughtUpToDate(index, hashes, cards, grouping.events);

	test('join the event they tell, or found one of their own that the next can join; the events there are keep their names', () => {
		const {events} = joinNews({brought, others: [], newcomers: [bridge('n1'), race('n2'), race('n3')], grouping, background});
		expect(events.find(({articles}) => articles.includes('n1'))).toMatchObject({id: grouping.events.find(({articles}) => articles.includes('b1'))?.id, articles: expect.arrayContaining(['b1', 'b2', 'b3', 'n1'])});
		expect(events.find(({articles}) => articles.includes('n2'))).toMatchObject({label: 'Sundvik marathon won by a baker in the rain', articles: ['n2', 'n3']});
		expect(events.slice(0, grouping.events.length).map(({id, label}) => [id, label])).toEqual(grouping.events.map(({id, label}) => [id, label]));
	});

	test('the index follows an article into its event of today, passes over what changed, and names what it lacks', () => {
		const moved = grouping.events.map(event => ({...event, articles: event.articles.includes('r1') ? ['r1', 'b3', 'x'] : event.articles.filter(id => id !== 'b3')}));
		const now = broughtUpToDate(index, hashes, [...cards.map(card => card.id === 'b1' ? {...card, contentHash: 'other'} : card), {...race('x').article}], moved);
		expect(now.unknown.toSorted()).toEqual(['b1', 'x']);
		expect(now.gone).toBe(1);
		expect(now.index.events[now.index.eventOf[index.articles.indexOf('b3')] ?? 0]).toBe(moved.find(({articles}) => articles.includes('r1'))?.id);
	});
});

test('a kept index comes back as it was; a damaged one is passed over', async () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'newsdeck-index-'));
	vi.stubEnv('XDG_CACHE_HOME', folder);
	expect(await readIndex('/library')).toBeNull();
	await keepIndex('/library', {index, hashes});
	expect(await readIndex('/library')).toMatchObject({index, hashes});
	const place = path.join(folder, 'newsdeck', 'libraries', readdirSync(path.join(folder, 'newsdeck', 'libraries'))[0] ?? '');
	const bytes = readFileSync(place);
	bytes[bytes.length - 9] = (bytes[bytes.length - 9] ?? 0) ^ 1;
	writeFileSync(place, bytes);
	expect(await readIndex('/library')).toBeNull();
	vi.unstubAllEnvs();
});
