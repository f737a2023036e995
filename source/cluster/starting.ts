import type {Article, ArticleId} from '../model/article.ts';
import type {EventId, NewsEvent} from '../model/event.ts';
import {shortId} from '../text/hash.ts';
import {groupsBy, sets} from './sets.ts';

type Pairs = readonly (readonly [ArticleId, ArticleId])[];

/** What clustering begins with, in article numbers. */
export type Starting = {
	/** Every article is in exactly one. */
	readonly groups: ReadonlyArray<readonly number[]>;
	readonly apart: ReadonlyArray<readonly [number, number]>;
	/** Groups that hold an earlier event: two of them are never joined by likeness alone while articles come in, only when all is grouped anew. */
	readonly standing: ReadonlySet<number>;
	/** The earlier event that an article still belongs to. */
	readonly eventOf: ReadonlyMap<number, NewsEvent>;
};

/** The id of the event that an article founds. */
export const eventIdOf = (founder: ArticleId): EventId => shortId('e', founder);

const pairKey = (left: number, right: number): string => `${Math.min(left, right)} ${Math.max(left, right)}`;

const numbered = (pairs: Pairs, numbers: ReadonlyMap<ArticleId, number>): Array<readonly [number, number]> => pairs.flatMap(([a, b]) => {
	const left = numbers.get(a);
	const right = numbers.get(b);
	return left === undefined || right === undefined || left === right ? [] : [[left, right] as const];
});

/** Of two members that must come apart, the one that did not found the event leaves it. */
const leaver = (event: NewsEvent, articles: readonly Article[], pair: readonly [number, number]): number => {
	const [left, right] = pair;
	return eventIdOf(articles[right]?.id ?? '') === event.id ? left : right;
};

/** The earlier events with their members, as far as nobody took them out. The first event that names an article has it. */
const membership = (settled: readonly NewsEvent[], articles: readonly Article[], numbers: ReadonlyMap<ArticleId, number>, apart: ReadonlyArray<readonly [number, number]>): Map<number, NewsEvent> => {
	const eventOf = new Map<number, NewsEvent>();
	for (const event of settled) {
		for (const id of event.articles) {
			const number = numbers.get(id);
			if (number !== undefined && !eventOf.has(number)) eventOf.set(number, event);
		}
	}

	for (const pair of apart) {
		const event = eventOf.get(pair[0]);
		if (event !== undefined && event === eventOf.get(pair[1])) eventOf.delete(leaver(event, articles, pair));
	}

	return eventOf;
};

/**
 * Turns earlier events and what people put right into starting groups. Together joins, also two earlier events; apart holds
 * against it: a "together" that would join a pair that must be apart has no effect.
 */
export const startingGroups = (articles: readonly Article[], input: {readonly settled: readonly NewsEvent[]; readonly together: Pairs; readonly apart: Pairs}): Starting => {
	const numbers = new Map(articles.map((article, index) => [article.id, index]));
	const apart = numbered(input.apart, numbers).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
	const eventOf = membership(input.settled, articles, numbers, apart);
	const joined = sets(articles.length);
	const first = new Map<EventId, number>();
	for (const [article, event] of [...eventOf].sort((a, b) => a[0] - b[0])) {
		const founder = first.get(event.id);
		if (founder === undefined) first.set(event.id, article);
		else joined.join(founder, article);
	}

	for (const [left, right] of numbered(input.together, numbers).sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
		const roots = pairKey(joined.find(left), joined.find(right));
		if (!apart.some(([a, b]) => pairKey(joined.find(a), joined.find(b)) === roots)) joined.join(left, right);
	}

	const groups = groupsBy(articles.length, article => joined.find(article));
	return {eventOf, groups, apart, standing: new Set(groups.flatMap((group, index) => group.some(article => eventOf.has(article)) ? [index] : []))};
};
