import type {Figure} from './figure.ts';

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
