/** SHA-256 of the bytes, as 64 lower-case hex digits. */
export type DocumentId = string;

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

/** An article that came already cut (a line of JSON Lines, later a feed entry). Its raw place is the record, not a byte. */
export type ArticleRecord = {
	readonly line: number;
	readonly id: string | null;
	readonly title: string | null;
	readonly paragraphs: readonly string[];
	readonly outlet: string | null;
	readonly date: string | null;
	readonly url: string | null;
	readonly captured: string | null;
	readonly tags: readonly string[];
};

/** What a reader makes of the bytes: a page still to be cut, or records that are cut already. Problems concern single records; the rest goes on. */
export type Reading =
	| {readonly kind: 'page'; readonly lines: readonly RawLine[]}
	| {readonly kind: 'records'; readonly records: readonly ArticleRecord[]; readonly problems: readonly RecordProblem[]};
export type RecordProblem = {readonly line: number; readonly what: string};
