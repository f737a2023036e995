import type {ArticleId} from '../model/article.ts';
import type {News} from './news.ts';
import type {EventId, NewsEvent} from '../model/event.ts';
import {shortId} from '../text/hash.ts';
import {groupsBy, sets} from '../model/sets.ts';

type Pairs = readonly (readonly [ArticleId, ArticleId])[];

/** What clustering begins with, in article numbers. */
export type Starting = {
	/** Every article is in exactly one. */
	readonly groups: ReadonlyArray<readonly number[]>;
	readonly apart: ReadonlyArray<readonly [number, number]>;
	/** Groups that hold an earlier event, or what people took out of one: two of them are never joined by likeness alone while articles come in, only when all is grouped anew. */
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

/** The earlier events with their members. The first event that names an article has it. */
const membership = (settled: readonly NewsEvent[], numbers: ReadonlyMap<ArticleId, number>): Map<number, NewsEvent> => {
	const eventOf = new Map<number, NewsEvent>();
	for (const event of settled) {
		for (const id of event.articles) {
			const number = numbers.get(id);
			if (number !== undefined && !eventOf.has(number)) eventOf.set(number, event);
		}
	}

	return eventOf;
};

/**
 * Takes out of their events those that must be apart from others in it: first the one with most against it, of two alike the
 * second that was named; with an article go those that people tied to it. Returns who left.
 */
const takeOut = (eventOf: Map<number, NewsEvent>, apart: ReadonlyArray<readonly [number, number]>, tied: (article: number) => number): ReadonlySet<number> => {
	const left = new Set<number>();
	for (;;) {
		const against = new Map<number, Set<number>>();
		for (const [a, b] of apart) {
			const event = eventOf.get(a);
			if (event === undefined || event !== eventOf.get(b)) continue;
			for (const [one, other] of [[b, a], [a, b]] as const) against.set(tied(one), (against.get(tied(one)) ?? new Set()).add(other));
		}

		const [most] = [...against].sort((a, b) => b[1].size - a[1].size);
		if (most === undefined) return left;
		const events = new Set([...most[1]].map(other => eventOf.get(other)));
		for (const [article, event] of eventOf) {
			if (tied(article) !== most[0] || !events.has(event)) continue;
			eventOf.delete(article);
			left.add(article);
		}
	}
};

/**
 * Turns earlier events and what people put right into starting groups. Together joins, also two earlier events; apart holds
 * against it: a "together" that would join a pair that must be apart has no effect.
 */
export const startingGroups = (articles: readonly Pick<News, 'id'>[], input: {readonly settled: readonly NewsEvent[]; readonly together: Pairs; readonly apart: Pairs}): Starting => {
	const numbers = new Map(articles.map((article, index) => [article.id, index]));
	const apart = numbered(input.apart, numbers).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
	const joined = sets(articles.length);
	// By root: whether anybody in its group must be apart from somebody. Of most groups nobody must.
	const wary = new Uint8Array(articles.length);
	for (const article of apart.flat()) wary[article] = 1;
	const tie = (pairs: ReadonlyArray<readonly [number, number]>): void => {
		for (const pair of pairs) {
			const [left, right] = [joined.find(pair[0]), joined.find(pair[1])];
			const both = wary[left] === 1 && wary[right] === 1;
			if (both && apart.some(([a, b]) => pairKey(joined.find(a), joined.find(b)) === pairKey(left, right))) continue;
			joined.join(left, right);
			wary[joined.find(left)] = (wary[left] ?? 0) | (wary[right] ?? 0);
		}
	};

	const together = numbered(input.together, numbers).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
	tie(together);
	const tied = Int32Array.from(articles, (_, index) => joined.find(index));
	const eventOf = membership(input.settled, numbers);
	const left = takeOut(eventOf, apart, article => tied[article] ?? article);
	const first = new Map<EventId, number>();
	const ofEvents: Array<readonly [number, number]> = [];
	for (const [article, event] of [...eventOf].sort((a, b) => a[0] - b[0])) {
		const founder = first.get(event.id);
		if (founder === undefined) first.set(event.id, article);
		else ofEvents.push([founder, article]);
	}

	tie(ofEvents);
	const groups = groupsBy(articles.length, article => joined.find(article));
	return {eventOf, groups, apart, standing: new Set(groups.flatMap((group, index) => group.some(article => eventOf.has(article) || left.has(article)) ? [index] : []))};
};
