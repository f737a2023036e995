import type {ArticleKind, SegmentKind} from './article.ts';

/** SHA-256 of the bytes, as 64 lower-case hex digits. */
export type DocumentId = string;

/** Bytes that need not all be in memory: in order, a stretch at a time, from the start each time they are asked for. */
export type Bytes = {readonly byteLength: number; readonly chunks: () => Iterable<Uint8Array>};

/** One thing that came in, kept byte for byte under its hash. */
export type Document = {
	readonly id: DocumentId;
	/** As the person wrote it; "-" for standard input. */
	readonly path: string;
	/** Length in bytes. */
	readonly bytes: number;
	/** The reader that understood it. */
	readonly type: string;
	/** ISO time of the import, with offset Z. */
	readonly imported: string;
};

/** Characters that the cleaner took out: `length` UTF-16 units of the raw line, before offset `at` of the cleaned one. */
export type Cut = {readonly at: number; readonly length: number};

/** One line of a text document, cleaned; the raw bytes stay in the document. */
export type RawLine = {
	/** 1-based, of the imported file. */
	readonly number: number;
	/** Cleaned text, without the line end. */
	readonly text: string;
	readonly cuts: readonly Cut[];
	/** Byte offsets in the document: first byte, and the one after the last (line end not included). */
	readonly byteStart: number;
	readonly byteEnd: number;
};

/** Lines nobody wrote for the reader: which, and the rule that removed them. Both ends included, 1-based. */
export type Removal = {readonly startLine: number; readonly endLine: number; readonly rule: string};

/** What a person said about an input when importing it; overrides what the page tells. */
export type Given = {
	readonly outlet?: string;
	readonly url?: string;
	/** Published: an ISO date or date-time. */
	readonly date?: string;
	readonly captured?: string;
	readonly tags?: readonly string[];
};

/** A paragraph (heading, list item...) of a record. `line`: of a saved page, the line of its text that it is; else the record's line. */
export type RecordParagraph = {readonly kind: Exclude<SegmentKind, 'headline' | 'standfirst'>; readonly text: string; readonly line: number};

/** A line of a saved page's text, as a browser shows it: a paragraph each, 1-based. */
export type TextLine = {readonly number: number; readonly text: string; readonly kind: RecordParagraph['kind']};

/** An article that came already cut (a line of JSON Lines, a row of CSV, a feed entry, a saved page). Its raw place is the record or the element, not a byte. */
export type ArticleRecord = {
	/** 1-based: the line where it begins, of the imported file, of a saved page's text; or its number where lines tell nothing. */
	readonly line: number;
	readonly endLine: number;
	readonly kind: Exclude<ArticleKind, 'related'>;
	/** A post's live blog: the index of its record, which stands before it. */
	readonly parent: number | null;
	readonly id: string | null;
	readonly title: string | null;
	/** Where a page prints it; null where it stands in the page's data alone, and for all that is no page. */
	readonly titleLine: number | null;
	readonly standfirst: string | null;
	readonly standfirstLine: number | null;
	readonly byline: string | null;
	readonly paragraphs: readonly RecordParagraph[];
	readonly outlet: string | null;
	/** Who publishes the page or feed it stands in, where it says nothing itself. */
	readonly within: string | null;
	readonly date: string | null;
	readonly url: string | null;
	readonly captured: string | null;
	/** BCP 47 as stated; null where it must be found out. */
	readonly language: string | null;
	readonly tags: readonly string[];
	/** True where it was cut out of a page, among whose paragraphs furniture may still stand ("Sign up for our newsletter"). */
	readonly fromPage: boolean;
};

/** A feed that a list of feeds names. */
export type FeedLink = {readonly title: string; readonly url: string};

/** What a reader makes of the bytes: a page still to be cut, records that are cut already (`lines`: those of the saved page they were cut from, in none of which something is left untold), or a list of feeds, which holds no article. Problems concern single records; the rest goes on. */
export type Reading =
	| {readonly kind: 'page'; readonly lines: readonly RawLine[]}
	| {readonly kind: 'records'; readonly records: readonly ArticleRecord[]; readonly problems: readonly RecordProblem[]; readonly removed: readonly Removal[]; readonly lines?: readonly TextLine[]}
	| {readonly kind: 'feeds'; readonly feeds: readonly FeedLink[]};
export type RecordProblem = {readonly line: number; readonly what: string};
