import {segmentAt, STANDFIRST} from './article.ts';
import type {Article, ArticleId} from './article.ts';
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

/** A random sample for a person to check, by the words of each: figures as the stages read them, and passages in which they read none; `of`: how many there are of each. */
export type DrawnAudit = {
	readonly seed: number;
	/** The words that chose the event or storyline; null for the whole library. */
	readonly event: string | null;
	readonly figures: readonly TextQuote[];
	readonly passages: readonly TextQuote[];
	readonly of: {readonly figures: number; readonly passages: number};
};

/** What a person says of a figure, by the names of its fields: lists are written "a; b", yes and no in words. */
export type Fields = Readonly<Record<string, string | number | null>>;
/** The same of a quote. */
export type TextFields = Readonly<Record<string, string | null>>;

/** What a person put right. Replayed over what the program derived, in order, last of all. */
export type Correction =
	| {readonly kind: 'figure'; readonly on: TextQuote; readonly review: Review; readonly fields: Fields}
	| {readonly kind: 'quote'; readonly on: TextQuote; readonly review: Review; readonly fields: TextFields}
	| {readonly kind: 'article'; readonly article: ArticleId; readonly fields: TextFields}
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
	/** A printed word is to be read as this measure, in the articles of one outlet or (null) of all. */
	| {readonly kind: 'measure'; readonly word: string; readonly measure: string; readonly outlet: string | null}
	/** `was`: the events the two were in when it was said. */
	| {readonly kind: 'together' | 'apart'; readonly articles: readonly [ArticleId, ArticleId]; readonly was?: readonly [EventName, EventName]}
	| {readonly kind: 'label'; readonly event: string; readonly label: string}
	/** A storyline that a person made: the events that hold these articles are in it. The last one of a label counts; without articles there is none. */
	| {readonly kind: 'storyline'; readonly label: string; readonly articles: readonly ArticleId[]}
	/** Null takes the saved one away. */
	| {readonly kind: 'comparison'; readonly name: string; readonly saved: SavedComparison | null}
	| {readonly kind: 'question'; readonly name: string; readonly tracked: TrackedQuestion | null}
	| {readonly kind: 'search'; readonly name: string; readonly query: string | null}
	/** Somebody looked at a followed question: figures (by id) that were there for the first time, and those that are no longer there. */
	| {readonly kind: 'look'; readonly name: string; readonly figures: ReadonlyArray<{readonly id: string; readonly article: ArticleId}>; readonly gone: readonly string[]}
	| {readonly kind: 'audit'; readonly drawn: DrawnAudit}
	/** A passage in which nothing was read: how many figures a person finds in it. */
	| {readonly kind: 'passage'; readonly on: TextQuote; readonly holds: number};

const light: ReadonlySet<Correction['kind']> = new Set(['figure', 'quote', 'tag', 'mark', 'note']);
/** Whether a correction concerns one article and is only replayed over it: no list, no group, no other reading depends on it. */
export const isLight = ({kind}: Correction): boolean => light.has(kind);

/** The articles a correction speaks of. */
export const articlesOf = (correction: Correction): readonly ArticleId[] => {
	switch (correction.kind) {
		case 'figure':
		case 'quote':
		case 'passage': return [correction.on.article];
		case 'article':
		case 'tag':
		case 'mark':
		case 'note':
		case 'delete': return [correction.article];
		case 'together':
		case 'apart':
		case 'storyline': return correction.articles;
		case 'comparison': return correction.saved?.articles ?? [];
		default: return [];
	}
};

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

/** The first and the last of these lines (numbers from 1, both included) that have words: blank ones at either end mean nothing. Null where none has. */
export const lineQuotesOf = (document: DocumentId, lines: ReadonlyArray<Pick<RawLine, 'number' | 'text'>>, from: number, to: number): readonly [LineQuote, LineQuote] | null => {
	const filled = lines.filter(({number, text}) => number >= from && number <= to && text.trim() !== '');
	const [at, through] = [filled[0], filled.at(-1)].map(line => line === undefined ? null : lineQuoteOf(document, lines, line.number));
	return at == null || through == null ? null : [at, through];
};

/** A stretch of an article's text, in the segment's UTF-16 units. */
export type Place = {readonly segment: number; readonly start: number; readonly end: number};

/** All places of the quoted words with exactly these words before and after (W3C TextQuoteSelector). */
export const placesOf = (article: Article, {exact, prefix, suffix}: Omit<TextQuote, 'article'>): readonly Place[] => {
	const places: Place[] = [];
	const needle = prefix + exact + suffix;
	if (exact === '') return places;
	for (let segment = STANDFIRST; segment < article.segments.length; segment++) {
		const text = segmentAt(article, segment)?.text ?? '';
		for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
			places.push({segment, start: at + prefix.length, end: at + prefix.length + exact.length});
		}
	}
	return places;
};

/**
 * Where the words of a fact stand once somebody says that they begin or end elsewhere: the place of these words in its own segment that
 * shares most with the one it has. Null where they do not stand there, or nowhere near.
 */
export const placeOfWords = (article: Article, {segment, start, end}: Place, words: string): Place | null => {
	const text = segmentAt(article, segment)?.text ?? '';
	const shared = (at: number): number => Math.min(end, at + words.length) - Math.max(start, at);
	let best: number | null = null;
	for (let at = words === '' ? -1 : text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
		if (shared(at) > 0 && (best === null || shared(at) > shared(best))) best = at;
	}
	return best === null ? null : {segment, start: best, end: best + words.length};
};

/** Words on either side that are usually enough to find a place again in another version of the text; more are taken where they stand twice. */
const AROUND = 32;

/** The words that hold on to a place of an article. A paragraph that stands twice, word for word, cannot be told from itself. */
export const textQuoteOf = (article: Article, {segment, start, end}: Place): TextQuote => {
	const text = segmentAt(article, segment)?.text ?? '';
	const around = (length: number): TextQuote => ({article: article.id, exact: text.slice(start, end), prefix: text.slice(Math.max(0, start - length), start), suffix: text.slice(end, end + length)});
	let length = AROUND;
	while (length < text.length && placesOf(article, around(length)).length > 1) length *= 2;
	return around(length);
};
