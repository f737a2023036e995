import type {ArticleId} from './article.ts';
import type {EventId, NewsEvent} from './event.ts';
import type {Correction} from './override.ts';
import {sets} from './sets.ts';

/** What somebody wants done to events. */
export type EventAct = {readonly kind: 'merge'; readonly events: readonly EventId[]} | {readonly kind: 'split'; readonly event: EventId; readonly articles: readonly ArticleId[]};

/** What a person said of two articles: that they are of one event, or that they are not. */
export type Tie = Extract<Correction, {kind: 'together' | 'apart'}>;
type Pair = readonly [ArticleId, ArticleId];

/** The ties as they hold: nothing in them speaks against anything else in them. */
export type Ties = {readonly together: readonly Pair[]; readonly apart: readonly Pair[]};

const isTie = (correction: Correction): correction is Tie => correction.kind === 'together' || correction.kind === 'apart';

/**
 * What holds of all that people said of articles, oldest first: where two things cannot both be, the later one. What was said
 * apart and later brought together (by way of others too) is together, and the other way round.
 */
export const tiesIn = (corrections: readonly Correction[]): Ties => {
	const said = corrections.filter(isTie);
	const numbers = new Map([...new Set(said.flatMap(({articles}) => articles))].map((id, index) => [id, index]));
	const joined = sets(numbers.size);
	const root = (id: ArticleId): number => joined.find(numbers.get(id) ?? 0);
	const [together, apart]: [Pair[], Pair[]] = [[], []];
	for (const {kind, articles} of said.toReversed()) {
		const [left, right] = articles.map(root);
		if (left === undefined || right === undefined || articles[0] === articles[1]) continue;
		if (kind === 'apart') {
			if (left !== right) apart.push(articles);
		} else if (!apart.some(([a, b]) => (root(a) === left && root(b) === right) || (root(a) === right && root(b) === left))) {
			joined.join(left, right);
			together.push(articles);
		}
	}

	return {together: together.toReversed(), apart: apart.toReversed()};
};

/** Ties pairs, with the events the two are in: taken back, they go there again. */
const tie = (kind: Tie['kind'], pairs: readonly Pair[], events: readonly NewsEvent[]): Tie[] => {
	const home = new Map(events.flatMap(({id, label, articles}) => articles.map(article => [article, {event: id, label}] as const)));
	return pairs.map(([a, b]) => {
		const [left, right] = [home.get(a), home.get(b)];
		return {kind, articles: [a, b], ...(left && right && {was: [left, right] as const})};
	});
};

/** All of them together: each with the first. */
const star = ([first, ...others]: readonly ArticleId[]): readonly Pair[] => first === undefined ? [] : others.map(other => [first, other]);

/** What is taken down so that these events are one from now on. */
export const mergeTies = (events: readonly NewsEvent[]): Tie[] => tie('together', star(events.flatMap(({articles}) => articles)), events);

/** All of them together, without saying again what holds already: what one act said must go when that act is taken back. */
const unsaid = (ids: readonly ArticleId[], {together}: Ties): readonly Pair[] => {
	const numbers = new Map([...ids, ...together.flat()].map((id, index) => [id, index]));
	const joined = sets(ids.length + together.length * 2);
	for (const [a, b] of together) joined.join(numbers.get(a) ?? 0, numbers.get(b) ?? 0);
	return star([...new Map(ids.toReversed().map(id => [joined.find(numbers.get(id) ?? 0), id])).values()].toReversed());
};

/**
 * What is taken down so that articles leave an event: for one of their own, or for the event `to`. The events stay as the person
 * left them: without those that left, likeness alone might not hold the others together.
 */
const leaveTies = (event: NewsEvent, leaving: readonly ArticleId[], to: NewsEvent | null, inForce: readonly Correction[]): Tie[] => {
	const staying = event.articles.filter(id => !leaving.includes(id));
	const [first] = leaving;
	const events = to === null ? [event] : [event, to];
	const apart = tie('apart', first === undefined ? [] : staying.map(id => [id, first]), events);
	return [...apart, ...tie('together', [...unsaid(staying, tiesIn([...inForce, ...apart])), ...star([...to?.articles ?? [], ...leaving])], events)];
};

/** What is taken down so that articles of an event are an event of their own. `inForce`: what people said before. */
export const splitTies = (event: NewsEvent, articles: readonly ArticleId[], inForce: readonly Correction[]): Tie[] => leaveTies(event, articles, null, inForce);

/** What is taken down so that an article belongs to another event than it does. */
export const moveTies = (article: ArticleId, from: NewsEvent, to: NewsEvent, inForce: readonly Correction[]): Tie[] => leaveTies(from, [article], to, inForce);

/** What is taken down for an act. Events that are not there are passed over. */
export const tiesFor = (act: EventAct, events: readonly NewsEvent[], inForce: readonly Correction[]): Tie[] => {
	if (act.kind === 'merge') return mergeTies(act.events.flatMap(id => events.find(event => event.id === id) ?? []));
	const event = events.find(({id}) => id === act.event);
	return event === undefined ? [] : splitTies(event, act.articles, inForce);
};

/** The events as they were before these ties were made, as far as their articles go: each goes back to where it was. */
export const beforeTies = (events: readonly NewsEvent[], ties: readonly Correction[]): readonly NewsEvent[] => {
	const home = new Map(ties.filter(isTie).toReversed().flatMap(({articles, was}) => was === undefined ? [] : articles.map((id, side) => [id, was[side === 0 ? 0 : 1]] as const)));
	const there = new Map(events.map(event => [event.id, {...event, articles: event.articles.filter(id => (home.get(id)?.event ?? event.id) === event.id)}]));
	const present = new Set(events.flatMap(({articles}) => articles));
	for (const [id, {event, label}] of home) {
		const known = there.get(event) ?? {id: event, label, storylines: [], articles: [], why: []};
		if (present.has(id) && !known.articles.includes(id)) there.set(event, {...known, articles: [...known.articles, id]});
	}

	return [...there.values()].filter(({articles}) => articles.length > 0);
};
