import type {ArticleId} from './article.ts';

export type EventId = string;
export type StorylineId = string;

/** Why an article is where it is: the terms it shares, heaviest first, and the likeness (0 to 1) that decided. */
export type Why = {readonly article: ArticleId; readonly terms: readonly string[]; readonly likeness: number};

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
};

export type Grouping = {readonly events: readonly NewsEvent[]; readonly storylines: readonly Storyline[]};
