import type {ArticleId} from './article.ts';
import type {ComparisonView} from './comparison.ts';
import type {DocumentId, RawLine} from './document.ts';
import type {Review} from './figure.ts';

/** The words a correction holds on to (W3C TextQuoteSelector), in one article. */
export type TextQuote = {readonly article: ArticleId; readonly exact: string; readonly prefix: string; readonly suffix: string};

/**
 * The raw line a cut holds on to: its words and those of the lines around it. `line` (1-based) is where it stood in `document` and
 * decides only between places that say the same; in a newer version of the page the words decide.
 */
export type LineQuote = {readonly document: DocumentId; readonly line: number; readonly exact: string; readonly before: string; readonly after: string};

/**
 * How a page is cut otherwise, from line `at` through line `through` (often the same):
 * `split`: an article begins at `at` · `join`: the article beginning at `at` belongs to the one before it ·
 * `previous`, `next`: these lines go over to the neighbouring article · `restore`: removed lines are text after all · `remove`: these lines are no text.
 */
export type CutAct = 'split' | 'join' | 'previous' | 'next' | 'restore' | 'remove';

/** What a saved comparison reopens: the articles in their order, the base first. */
export type SavedComparison = {readonly articles: readonly ArticleId[]; readonly view: ComparisonView; readonly notes: string};

/** A question followed over weeks; null means any. `storyline` or `query` bound where it is asked. */
export type TrackedQuestion = {
	readonly measure: string;
	readonly subject: string | null;
	readonly scope: string | null;
	readonly flow: 'total' | 'period' | null;
};

/** An event as it was called. */
export type EventName = {readonly event: string; readonly label: string};

/** What a person put right. Replayed over what the program derived, in order, last of all. */
export type Correction =
	| {readonly kind: 'figure'; readonly on: TextQuote; readonly review: Review; readonly fields: Readonly<Record<string, string | number | null>>}
	| {readonly kind: 'quote'; readonly on: TextQuote; readonly review: Review; readonly fields: Readonly<Record<string, string | null>>}
	| {readonly kind: 'article'; readonly article: ArticleId; readonly fields: Readonly<Record<string, string | null>>}
	| {readonly kind: 'tag'; readonly article: ArticleId; readonly tag: string; readonly on: boolean}
	| {readonly kind: 'mark'; readonly article: ArticleId; readonly mark: 'starred' | 'reviewed'; readonly on: boolean}
	/** "" takes the note away. */
	| {readonly kind: 'note'; readonly article: ArticleId; readonly text: string}
	/** Taken out of the library, a live blog with its posts; nothing of it leaves the disk. */
	| {readonly kind: 'delete'; readonly article: ArticleId; readonly on: boolean}
	| {readonly kind: 'cut'; readonly act: CutAct; readonly at: LineQuote; readonly through: LineQuote}
	/** The same for all alike: this line is junk wherever the outlet's pages have it (any outlet: null), or this name is another's alias. */
	| {readonly kind: 'junk'; readonly outlet: string | null; readonly exact: string}
	| {readonly kind: 'alias'; readonly name: string; readonly alias: string}
	/** `was`: the events the two were in when it was said. */
	| {readonly kind: 'together' | 'apart'; readonly articles: readonly [ArticleId, ArticleId]; readonly was?: readonly [EventName, EventName]}
	| {readonly kind: 'label'; readonly event: string; readonly label: string}
	/** A storyline that a person made: the events that hold these articles are in it. The last one of a label counts; without articles there is none. */
	| {readonly kind: 'storyline'; readonly label: string; readonly articles: readonly ArticleId[]}
	/** Null takes the saved one away. */
	| {readonly kind: 'comparison'; readonly name: string; readonly saved: SavedComparison | null}
	| {readonly kind: 'question'; readonly name: string; readonly tracked: TrackedQuestion | null};

/** One entry of the append-only log. An undo is an entry too. */
export type LogEntry = {
	/** 1-based, without gaps. */
	readonly sequence: number;
	readonly who: string;
	/** ISO time. */
	readonly when: string;
	readonly why: string | null;
	/** The entry that its act began with, where one act took several: they are taken back together. */
	readonly begun?: number;
	readonly act: {readonly kind: 'correct'; readonly correction: Correction} | {readonly kind: 'undo' | 'redo'; readonly sequence: number};
};

/** The quote that finds line `number` (1-based) again: its words, and those of the filled lines around it. Null where the line is blank or not there. */
export const lineQuoteOf = (document: DocumentId, lines: ReadonlyArray<Pick<RawLine, 'number' | 'text'>>, number: number): LineQuote | null => {
	const filled = lines.filter(({text}) => text.trim() !== '');
	const index = filled.findIndex(line => line.number === number);
	const words = (at: number): string => filled[at]?.text.trim() ?? '';
	return index < 0 ? null : {document, line: number, exact: words(index), before: words(index - 1), after: words(index + 1)};
};
