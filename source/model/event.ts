import type {ArticleId} from './article.ts';

export type EventId = string;
export type StorylineId = string;

/** Why an article is where it is: the terms it shares, heaviest first, and the likeness (0 to 1) that decided. */
export type Why = {readonly article: ArticleId; readonly terms: readonly string[]; readonly likeness: number};

/**
 * Why an article is in its event, in full. `names` and `figures` are those of its terms that are written with a capital, or are
 * numbers. `next`: the nearest other event and how alike the article is to it on average; null where none is near at all.
 */
export type Explanation = Why & {
	readonly names: readonly string[];
	readonly figures: readonly string[];
	readonly next: {readonly event: EventId; readonly label: string; readonly likeness: number} | null;
};

/** An article that carries the text of another. `containment`: how much of the shorter one is in the other, 0 to 1. */
export type Copy = {readonly article: ArticleId; readonly of: ArticleId; readonly kind: 'exact' | 'near' | 'truncated' | 'shared'; readonly containment: number};

/** The copies in one event, and how many of its texts are independent. */
export type Copies = {readonly copies: readonly Copy[]; readonly origins: {readonly low: number; readonly high: number}};

/** Days: an article is in exactly one. */
export type NewsEvent = {
	readonly id: EventId;
	readonly label: string;
	readonly storylines: readonly StorylineId[];
	readonly articles: readonly ArticleId[];
	readonly why: readonly Why[];
};

/** Weeks to months: an event can be in several, or in none. */
export type Storyline = {
	readonly id: StorylineId;
	readonly label: string;
	readonly events: readonly EventId[];
	readonly why: readonly string[];
	/** A person made it. */
	readonly byHand?: true;
};

export type Grouping = {readonly events: readonly NewsEvent[]; readonly storylines: readonly Storyline[]};

/** An event whose articles are others than before. `was` is empty for a new one, `now` for one that is gone. */
export type EventChange = {readonly event: EventId; readonly label: string; readonly was: readonly ArticleId[]; readonly now: readonly ArticleId[]};

/** What differs between two groupings: the events of the new one first, then those that are gone. */
export const eventChanges = (before: readonly NewsEvent[], after: readonly NewsEvent[]): EventChange[] => {
	const [old, fresh] = [new Map(before.map(event => [event.id, event])), new Map(after.map(event => [event.id, event]))];
	const same = (one: readonly ArticleId[], other: readonly ArticleId[]): boolean => one.length === other.length && one.every(id => other.includes(id));
	return [
		...after.flatMap(({id, label, articles}) => {
			const was = old.get(id)?.articles ?? [];
			return same(was, articles) ? [] : [{event: id, label, was, now: articles}];
		}),
		...before.flatMap(({id, label, articles}) => fresh.has(id) ? [] : [{event: id, label, was: articles, now: []}]),
	];
};
