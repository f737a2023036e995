import type {Article, ArticleId} from '../model/article.ts';
import type {EventId, Grouping, NewsEvent, Storyline} from '../model/event.ts';
import type {Figure} from '../model/figure.ts';
import type {Background} from './background.ts';
import {eventLabel} from './label.ts';
import {spaceOf} from './likeness.ts';
import {partition} from './partition.ts';
import {casesIn} from './sentence-case.ts';
import {eventIdOf, startingGroups, type Starting} from './starting.ts';
import {storylinesOf} from './storyline.ts';
import {timeBetween, whenOf} from './time.ts';
import {whyTogether} from './why.ts';

/** What grouping needs of an article. */
export type Clusterable = {readonly article: Article; readonly figures: readonly Figure[]};

export type ClusterInput = {
	readonly articles: readonly Clusterable[];
	/** Events that stand: newcomers join them, none of them is joined with another or taken apart. Empty: group anew. */
	readonly settled: readonly NewsEvent[];
	/** Storylines that stand: one that is found again keeps its id. */
	readonly storylines: readonly Storyline[];
	readonly together: readonly (readonly [ArticleId, ArticleId])[];
	readonly apart: readonly (readonly [ArticleId, ArticleId])[];
	/** Labels that people gave, by event id. */
	readonly labels: ReadonlyMap<EventId, string>;
	readonly background: Background;
};

/** Raised whenever the same articles would be grouped otherwise. */
export const clusterVersion = 1;

/**
 * How alike the articles of one event are on average, at least. Among many articles chance finds some that look alike, so
 * that more is asked of them: measured on libraries of 6, 196, 300 and 921 articles.
 */
const eventThreshold = (articles: number): number => Math.min(0.2, 0.1 + 0.07 * Math.log10(Math.max(1, articles)));

const byId = (left: Clusterable, right: Clusterable): number => left.article.id < right.article.id ? -1 : left.article.id > right.article.id ? 1 : 0;

/** Each article once, sorted by id: everything after this knows articles by number only, so the order of import is forgotten here. */
const inOrder = (articles: readonly Clusterable[]): Clusterable[] =>
	articles.toSorted(byId).filter((entry, index, all) => entry.article.id !== all[index - 1]?.article.id);

/** The earliest article founds the event; of those of one day, and of the undated, the one with the smallest id. */
const founderOf = (articles: readonly Article[], labels: ReadonlyMap<EventId, string>): Article | undefined => {
	const sorted = articles.toSorted((a, b) => {
		const left = a.published?.slice(0, 10) ?? '9999';
		const right = b.published?.slice(0, 10) ?? '9999';
		return left < right ? -1 : left > right ? 1 : a.id < b.id ? -1 : 1;
	});
	// A label that a person gave holds on to the founder: grouping anew must not lose it to an article that came later.
	return sorted.find(article => labels.has(eventIdOf(article.id))) ?? sorted[0];
};

/** The earlier event that a group goes on as: the one most of its articles come from. */
const earlierEvent = (group: readonly number[], starting: Starting): NewsEvent | undefined => {
	const counts = new Map<NewsEvent, number>();
	for (const article of group) {
		const event = starting.eventOf.get(article);
		if (event !== undefined) counts.set(event, (counts.get(event) ?? 0) + 1);
	}

	return [...counts].sort((a, b) => b[1] - a[1] || (a[0].id < b[0].id ? -1 : 1))[0]?.[0];
};

/**
 * Groups articles into events and events into storylines. Every article is in exactly one event, single ones too.
 * The result depends on the set of articles, not on their order.
 */
export const cluster = (input: ClusterInput): Grouping => {
	const entries = inOrder(input.articles);
	const articles = entries.map(entry => entry.article);
	const space = {...spaceOf(articles, input.background), times: entries.map(entry => whenOf(entry.article, entry.figures))};
	const starting = startingGroups(articles, input);
	const threshold = eventThreshold(articles.length);
	const worth = (left: number, right: number, cosine: number): number =>
		starting.forbidden(left, right) ? -Infinity : cosine * timeBetween(space.times, left, right);
	const groups = partition({vectors: space.vectors, groups: starting.groups, worth, floor: threshold, threshold});
	const cases = casesIn(articles);
	const drafts = groups.map(group => {
		const members = group.flatMap(index => articles[index] ?? []);
		const earlier = earlierEvent(group, starting);
		const id = earlier?.id ?? eventIdOf(founderOf(members, input.labels)?.id ?? '');
		const label = input.labels.get(id) ?? earlier?.label ?? eventLabel(group, articles, space, cases);
		return {id, label, group, members};
	});
	const storylines = storylinesOf(drafts, entries, space, input.storylines);
	const events = drafts.map(({id, label, group, members}): NewsEvent => ({
		id,
		label,
		storylines: storylines.filter(storyline => storyline.events.includes(id)).map(storyline => storyline.id),
		articles: members.map(article => article.id),
		why: whyTogether(group, articles, space),
	}));
	return {events, storylines};
};
