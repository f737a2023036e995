import type {ArticleId} from './article.ts';
import type {Figure} from './figure.ts';
import type {Correction, LogEntry, Place, TextQuote} from './override.ts';

/** A reading that is worth a second look, and why, in a few words. `beside`: figures (by id) that it cannot be true with, as all are read. */
export type Doubt = {readonly figure: Figure; readonly why: DoubtReason; readonly beside: readonly string[]};
/** The first ones matter most. */
export const doubtReasons = ['in tension', 'nobody named', 'a pronoun', 'of whom', 'misspelt', 'of what'] as const;
export type DoubtReason = (typeof doubtReasons)[number];

/** Words in an article as it is now that may be those a correction held on to: `shared` of `of` words are the same. */
export type NearWords = {readonly place: Place; readonly text: string; readonly shared: number; readonly of: number};

/**
 * A correction that found no place, and where it may belong now, the best first. `article`: null where it is gone, or where a whole page or an event was meant;
 * `beside`: what its act took down with it, which stays.
 */
export type Unplaced = {readonly entry: LogEntry; readonly article: ArticleId | null; readonly nearest: readonly NearWords[]; readonly beside: readonly Correction[]};

/** A row of an audit that nobody has answered yet. */
export type AuditItem =
	| {readonly kind: 'figure'; readonly figure: Figure}
	| {readonly kind: 'passage'; readonly on: TextQuote; readonly text: string; readonly line: number; readonly segment: number};

/** The audit that was drawn last: what is open of it, and what the answers come to. */
export type AuditSheet = {readonly drawn: number; readonly checked: number; readonly right: number; readonly open: readonly AuditItem[]; readonly paragraph: string};
