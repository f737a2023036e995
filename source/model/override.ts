import type {ArticleId} from './article.ts';

/** The words a correction holds on to (W3C TextQuoteSelector), in one article. */
export type TextQuote = {readonly article: ArticleId; readonly exact: string; readonly prefix: string; readonly suffix: string};

/** What a person put right. Replayed over what the program derived, in order, last of all. */
export type Correction =
	| {readonly kind: 'figure'; readonly on: TextQuote; readonly review: 'confirmed' | 'rejected' | 'edited'; readonly fields: Readonly<Record<string, string | number | null>>}
	| {readonly kind: 'article'; readonly article: ArticleId; readonly fields: Readonly<Record<string, string | null>>}
	| {readonly kind: 'together' | 'apart'; readonly articles: readonly [ArticleId, ArticleId]}
	| {readonly kind: 'label'; readonly event: string; readonly label: string};

/** One entry of the append-only log. An undo is an entry too. */
export type LogEntry = {
	/** 1-based, without gaps. */
	readonly sequence: number;
	readonly who: string;
	/** ISO time. */
	readonly when: string;
	readonly why: string | null;
	readonly act: {readonly kind: 'correct'; readonly correction: Correction} | {readonly kind: 'undo' | 'redo'; readonly sequence: number};
};
