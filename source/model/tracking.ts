import type {ArticleId} from './article.ts';
import type {Figure} from './figure.ts';
import type {Correction, TrackedQuestion} from './override.ts';

/**
 * What became of a followed question. `repeated`: told again as it stands · `recycled`: an old value told again after a newer one of the same origin ·
 * `updated`: raised, or made sharper, by its origin · `lowered`: likewise · `corrected`: changed in a newer version of its article, or told with words
 * that say so · `withdrawn`: no longer in the newest version of its article · `in conflict`: cannot be true beside another, by logic alone.
 */
export const changeKinds = ['new', 'updated', 'lowered', 'corrected', 'withdrawn', 'recycled', 'repeated', 'in conflict'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** A figure with what its article says of where and when it was told. `day`: ISO day; `dayBasis`: published, or for an undated page the day it was saved or came in. */
export type ToldFigure = {readonly figure: Figure; readonly outlet: string | null; readonly day: string; readonly dayBasis: 'published' | 'captured' | 'imported'};

/** One thing that is otherwise than at the last look. `against`: the figure it is measured by; `figures`: all that take part, by id. */
export type Change = {
	readonly kind: ChangeKind;
	readonly told: ToldFigure;
	readonly against: ToldFigure | null;
	/** Why it is called so: "16 on 2031-03-14, then 13". */
	readonly reason: string;
	/** All of it in one line. */
	readonly sentence: string;
	readonly figures: readonly string[];
	/** What may be behind a conflict, as `tensions` tells it; empty otherwise. */
	readonly innocent: readonly string[];
};

/** The correction that remembers a look at a followed question. */
export type Look = Extract<Correction, {readonly kind: 'look'}>;

/** `changed`: something is otherwise than at the last look · `quiet`: figures answer it, none of them news · `unanswered`: no figure answers it. */
export type TrackedState = 'changed' | 'quiet' | 'unanswered';

/** A followed question as a list shows it. */
export type TrackedRow = {
	readonly name: string;
	readonly question: TrackedQuestion;
	/** What it asks, in words: "killed, Lima, a total". */
	readonly asks: string;
	readonly state: TrackedState;
	readonly changes: readonly Change[];
	/** How much of each kind: "2 updated, 1 withdrawn"; "nothing". */
	readonly summary: string;
	/** How many figures answer it. */
	readonly figures: number;
	/** The newest word anybody told; it is not therefore the right one. */
	readonly newest: ToldFigure | null;
	/** What to open: the articles of the changes in their order, then the others that answer, newest first. */
	readonly articles: readonly ArticleId[];
	/** ISO day of the last look; null before the first, when all there is counts as new. */
	readonly lookedAt: string | null;
	/** Taken down, this look is remembered and the changes are told no more; null where there is nothing to remember. */
	readonly look: Look | null;
};
