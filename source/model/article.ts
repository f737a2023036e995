import type {DocumentId, Removal} from './document.ts';

/** Minted at first import from the document's hash and the first raw line of the body, then stored: it never changes. */
export type ArticleId = string;

export type ArticleKind = 'article' | 'live-blog' | 'post' | 'related' | 'blurb';
export type SegmentKind = 'headline' | 'standfirst' | 'heading' | 'paragraph' | 'quote' | 'list' | 'caption';

/** How a value is known: printed with the article, taken over from its parent or page, concluded from the text, said by the person who imported it. */
export type Basis = 'stated' | 'inherited' | 'inferred' | 'given';

/**
 * A stretch of segment text that stands unbroken in a raw line.
 * `at`: offset in the segment's text; `column`: offset in the raw line; `length`: of both. All UTF-16 units.
 */
export type Piece = {readonly at: number; readonly line: number; readonly column: number; readonly length: number};

/** One paragraph (or heading, caption...) with the way back to the raw page. */
export type Segment = {
	readonly kind: SegmentKind;
	readonly text: string;
	/** 1-based lines of the imported file, both included; for records both are the record's line. */
	readonly startLine: number;
	readonly endLine: number;
	/** Empty for records: their raw place is the record itself. */
	readonly pieces: readonly Piece[];
};

/** Segment numbers: the body counts from 0; these two stand before it. */
export const HEADLINE = -1;
export const STANDFIRST = -2;

/** What people mark an article with; it lies in the log alone. `note`: their own words, null where there are none. */
export type Marks = {readonly starred: boolean; readonly reviewed: boolean; readonly note: string | null};
/** An article that nobody has marked: what the stages make. */
export const unmarked: Marks = {starred: false, reviewed: false, note: null};

/** An article without its body: what lists hold. */
export type ArticleCard = {
	readonly id: ArticleId;
	readonly externalId: string | null;
	/** More than one where duplicates were merged. */
	readonly externalIds: readonly string[];
	readonly document: DocumentId;
	readonly path: string;
	readonly parent: ArticleId | null;
	readonly kind: ArticleKind;
	readonly headline: string | null;
	readonly standfirst: string | null;
	readonly byline: string | null;
	readonly outlet: string | null;
	readonly outletBasis: Basis | null;
	/** The words that name the outlet, where it was inferred: "told HuffPost UK", line 39. */
	readonly outletEvidence: string | null;
	/** ISO date, or date-time with the offset as stated. A date without a time stays a date. */
	readonly published: string | null;
	readonly publishedBasis: Basis | null;
	readonly captured: string | null;
	/** BCP 47, "en"; null where too little text tells. */
	readonly language: string | null;
	readonly startLine: number;
	readonly endLine: number;
	readonly url: string | null;
	readonly tags: readonly string[];
	/** SHA-256 of the cleaned headline and body: the same content elsewhere has the same. */
	readonly contentHash: string;
	/** 1-based place among the top-level articles of its document, and how many there are. */
	readonly position: number;
	readonly siblings: number;
	/** Counts, so that lists need no bodies. */
	readonly segmentCount: number;
	readonly figureCount: number;
	readonly quoteCount: number;
} & Marks;

/** An article with its words. */
export type Article = ArticleCard & {
	readonly headlineSegment: Segment | null;
	readonly standfirstSegment: Segment | null;
	/** The body: headline and standfirst are not in it. */
	readonly segments: readonly Segment[];
	/** Lines removed inside the article's own range. */
	readonly removed: readonly Removal[];
};

/** The segment a fact points at; undefined where the number is out of range. */
export const segmentAt = (article: Pick<Article, 'headlineSegment' | 'standfirstSegment' | 'segments'>, index: number): Segment | undefined =>
	index === HEADLINE ? article.headlineSegment ?? undefined : index === STANDFIRST ? article.standfirstSegment ?? undefined : article.segments[index];

/** The piece a character stands in; one between two pieces (where lines were joined) counts to the end of the one before. */
const pieceAt = ({pieces}: Pick<Segment, 'pieces'>, offset: number): Piece | undefined => pieces.findLast(candidate => candidate.at <= offset);

/** Where a character of a segment stands in the raw page: 1-based line and UTF-16 column. Null for records, whose raw place is the record. */
export const rawPlace = (segment: Pick<Segment, 'pieces'>, offset: number): {readonly line: number; readonly column: number} | null => {
	const piece = pieceAt(segment, offset);
	return piece === undefined ? null : {line: piece.line, column: piece.column + Math.min(offset - piece.at, piece.length)};
};

/** The raw line of a character of a segment; for records, the record's. */
export const rawLine = (segment: Pick<Segment, 'pieces' | 'startLine'>, offset: number): number => rawPlace(segment, offset)?.line ?? segment.startLine;

/** The columns that a stretch of a segment takes in the raw line it begins in, the end excluded. Null for records. */
export const rawColumns = (segment: Pick<Segment, 'pieces'>, start: number, end: number): {readonly from: number; readonly to: number} | null => {
	const from = rawPlace(segment, start)?.column;
	const piece = pieceAt(segment, start);
	return piece === undefined || from === undefined ? null : {from, to: Math.min(piece.column + piece.length, from + end - start)};
};

/** What outlets are compared by: "The Ebb" and "THE EBB" are one. */
export const outletKey = (name: string): string => name.toLowerCase();

/** The outlets that articles name, each once, as it is printed first. */
export const outletsNamed = (articles: ReadonlyArray<Pick<ArticleCard, 'outlet'>>): string[] => {
	const names = new Map<string, string>();
	for (const {outlet} of articles) if (outlet !== null && !names.has(outletKey(outlet))) names.set(outletKey(outlet), outlet);
	return [...names.values()];
};

/** How many outlets articles are of, as a range: a page that does not name its outlet may be of one that is named, or of one more. */
export const countOutlets = (articles: ReadonlyArray<Pick<ArticleCard, 'outlet' | 'document'>>): {readonly low: number; readonly high: number} => {
	const named = outletsNamed(articles).length;
	const unnamedPages = new Set(articles.filter(({outlet}) => outlet === null).map(({document}) => document)).size;
	return {low: named === 0 && unnamedPages > 0 ? 1 : named, high: named + unnamedPages};
};
