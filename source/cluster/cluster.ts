import type {ArticleId} from '../model/article.ts';
import type {EventId, Grouping, NewsEvent, Storyline} from '../model/event.ts';
import type {Background} from './background.ts';
import {closenessOf} from './closeness.ts';
import {eventLabel} from './label.ts';
import {spaceMaker, vectorsIn} from './likeness.ts';
import {letGo} from './growing.ts';
import {groupsOf, nearestOf} from './nearness.ts';
import {rowsIn} from './neighbours.ts';
import type {Clusterable, News} from './news.ts';
import {inOrder} from './order.ts';
import {casesIn} from './sentence-case.ts';
import {fetched, shelf, type Shelf} from './shelf.ts';
import {eventIdOf, startingGroups, type Starting} from './starting.ts';
import {phasesOf, type Progress} from './step.ts';
import {askedIn, meanOf, storylinesOf, type Asked} from './storyline.ts';
import {whenOf, type When} from './time.ts';
import {groupOf, whyTogether} from './why.ts';

export type ClusterInput = {
	readonly articles: readonly Clusterable[];
	/** Events that stand: newcomers join them, none of them is joined with another or taken apart. Empty: group anew. */
	readonly settled: readonly NewsEvent[];
	/** Events as they were: one that is found again, with most of its articles, keeps its id and its label. Binds nothing. */
	readonly earlier?: readonly NewsEvent[];
	/** Storylines that stand: one that is found again keeps its id. */
	readonly storylines: readonly Storyline[];
	readonly together: readonly (readonly [ArticleId, ArticleId])[];
	readonly apart: readonly (readonly [ArticleId, ArticleId])[];
	/** Labels that people gave, by event id: those events keep their ids where they can. The labels themselves are replayed over what is grouped. */
	readonly labels: ReadonlyMap<EventId, string>;
	readonly background: Background;
	/** Called often enough to report progress and, by throwing, to stop within a fifth of a second. */
	readonly step?: Progress;
};

/** Raised whenever the same articles would be grouped otherwise. */
export const clusterVersion = 3;

/** What stays in memory of an article. */
type Brief = Pick<News, 'id' | 'published'> & Asked;

/** The earliest article founds the event; of those of one day, and of the undated, the one with the smallest id. */
const founderOf = (articles: readonly Brief[], labels: ReadonlyMap<EventId, string>): Brief | undefined => {
	const sorted = articles.toSorted((a, b) => {
		const left = a.published?.slice(0, 10) ?? '9999';
		const right = b.published?.slice(0, 10) ?? '9999';
		return left < right ? -1 : left > right ? 1 : a.id < b.id ? -1 : 1;
	});
	// A label that a person gave holds on to the founder: grouping anew must not lose it to an article that came later.
	return sorted.find(article => labels.has(eventIdOf(article.id))) ?? sorted[0];
};

/**
 * The earlier event that each group goes on as: the one most of its articles come from, as long as the group has most of that
 * event's articles. An event goes on as one group only, the one that has more of it; of two that became one, the one that a person gave a label.
 */
const earlierEvents = (groups: ReadonlyArray<readonly number[]>, articles: readonly Brief[], starting: Starting, {earlier = [], labels}: Pick<ClusterInput, 'earlier' | 'labels'>): ReadonlyMap<number, NewsEvent> => {
	const before = new Map(earlier.flatMap(event => event.articles.map(id => [id, event] as const)));
	const claims = groups.flatMap((group, index) => {
		const counts = new Map<NewsEvent, {count: number; binding: boolean}>();
		for (const article of group) {
			const settled = starting.eventOf.get(article);
			const event = settled ?? before.get(articles[article]?.id ?? '');
			if (event !== undefined) counts.set(event, {count: (counts.get(event)?.count ?? 0) + 1, binding: settled !== undefined});
		}

		return [...counts].filter(([event, {count, binding}]) => binding || count * 2 > event.articles.length).map(([event, {count}]) => ({index, event, count}));
	}).sort((a, b) => Number(labels.has(b.event.id)) - Number(labels.has(a.event.id)) || b.count - a.count || (a.event.id < b.event.id ? -1 : a.event.id > b.event.id ? 1 : a.index - b.index));
	const found = new Map<number, NewsEvent>();
	const taken = new Set<EventId>();
	for (const {index, event} of claims) {
		if (found.has(index) || taken.has(event.id)) continue;
		found.set(index, event);
		taken.add(event.id);
	}

	return found;
};

/** Groups articles that come one after the other, in the order of their ids: of each only what is needed often stays in memory, its words lie on the shelf. */
export type Grouper = {readonly add: (entry: Clusterable) => void; readonly finish: () => Grouping};

export const grouper = (input: Omit<ClusterInput, 'articles'>, articles: Shelf = shelf()): Grouper => {
	const briefs: Brief[] = [];
	const times: When[] = [];
	const reading = spaceMaker();
	return {
		add({article, figures}) {
			const last = briefs.at(-1)?.id ?? '';
			if (article.id < last) throw new Error(`article ${article.id} comes after ${last}`);
			if (article.id === last) return;
			reading.add(article);
			articles.put(article);
			briefs.push({id: article.id, published: article.published, ...askedIn(figures)});
			times.push(whenOf(article, figures));
		},
		finish() {
			const phase = phasesOf(input.step, 6, briefs.length);
			const space = {...reading.finish(input.background, phase(1)), times};
			const starting = startingGroups(briefs, input);
			const {neighbours, burden} = nearestOf(space, phase(2));
			const {groups} = groupsOf({...starting, neighbours: rowsIn(neighbours), burden, step: phase(3)});
			const cases = casesIn({* [Symbol.iterator]() {
				for (const number of briefs.keys()) yield* [articles.at(number)].flatMap(article => article ?? []);
			}});
			const closeness = closenessOf(groups, neighbours);
			const labelled = phase(4);
			const goesOn = earlierEvents(groups, briefs, starting, input);
			const taken = new Set([...goesOn.values()].map(event => event.id));
			const means = vectorsIn();
			const drafts = groups.map((group, index) => {
				labelled(index);
				const members = group.flatMap(index => briefs[index] ?? []);
				const earlier = goesOn.get(index);
				// The founder of an event that goes on elsewhere cannot found this one too.
				const founder = founderOf(members.filter(member => !taken.has(eventIdOf(member.id))), input.labels);
				const id = earlier?.id ?? eventIdOf(founder?.id ?? `${members[0]?.id ?? ''} anew`);
				// What a person called an event must not be left in it when they take that back.
				const together = groupOf(group, space);
				const read = fetched(articles, group);
				const label = (input.labels.has(id) ? undefined : earlier?.label) ?? eventLabel(together, read, space, cases);
				return {id, label, group, members: members.map(member => member.id), mean: means.add(meanOf(together.sum, group.length)), why: whyTogether(together, read, space, item => closeness(item).own)};
			});
			// From here on only the events' means are compared.
			letGo(neighbours.items, neighbours.likeness);
			space.letGo();
			const storylines = storylinesOf(drafts, briefs, articles, space, input.storylines, phase(5));
			const storylineIds = new Map<EventId, string[]>();
			for (const {id, events} of storylines) for (const event of events) storylineIds.set(event, [...storylineIds.get(event) ?? [], id]);
			const events = drafts.map(({id, label, members, why}): NewsEvent => ({id, label, storylines: storylineIds.get(id) ?? [], articles: members, why}));
			return {events, storylines};
		},
	};
};

/**
 * Groups articles into events and events into storylines. Every article is in exactly one event, single ones too.
 * The result depends on the set of articles, not on their order.
 */
export const cluster = ({articles, ...input}: ClusterInput): Grouping => {
	const {add, finish} = grouper(input);
	const step = phasesOf(input.step, 6, articles.length)(0);
	for (const [index, entry] of inOrder(articles).entries()) {
		step(index);
		add(entry);
	}

	return finish();
};
