import type {ArticleCard, ArticleId, Marks, Segment} from '../model/article.ts';
import type {Document, DocumentId, Given, Removal} from '../model/document.ts';
import type {NewsEvent, Storyline} from '../model/event.ts';
import type {Figure} from '../model/figure.ts';
import type {ArticlePlace, StageVersions} from '../model/library.ts';
import type {LogEntry} from '../model/override.ts';
import type {Quote} from '../model/quote.ts';

/** A document as the library lists it. */
export type StoredDocument = {
	readonly document: Document;
	readonly removed: readonly Removal[];
	readonly versions: StageVersions;
	readonly revises: DocumentId | null;
	/** What the importer said of it; null for documents that came in before that was kept. */
	readonly given: Given | null;
	/** Where its bytes lie: `documents/<name>.pack` from byte `offset` on; null for a file of its own, `documents/<id>`. */
	readonly pack: {readonly name: string; readonly offset: number} | null;
	/** Entries of the log (by sequence) about how pages are cut that found no place on this one. */
	readonly unplaced: readonly number[];
};

/** A card as the stages made it: what people marked lies in the log alone. */
export type StoredCard = Omit<ArticleCard, keyof Marks>;
/** A quote as the stages read it: what people say of it lies in the log alone. */
export type StoredQuote = Omit<Quote, 'review'>;

/** Where an article's words lie: a line of `bodies/<pack>.jsonl`, in bytes, without its line end. `check`: first 16 hex digits of the line's SHA-256. */
export type BodyRef = {
	readonly article: ArticleId;
	readonly pack: string;
	readonly offset: number;
	readonly length: number;
	readonly check: string;
};

/** An earlier reading of an article; `document` is the page it was read from. `card`: null where a library of version 1 did not keep it. */
export type Revision = BodyRef & {readonly document: DocumentId; readonly card: StoredCard | null};

/** An article that a later reading of its page does not have any more. */
export type Tombstone = {readonly card: StoredCard; readonly body: BodyRef};

/** Another document that brought the words of an article; `contentHash` says which words. */
export type StoredPlace = ArticlePlace & {readonly article: ArticleId; readonly contentHash: string};

/** One line of a pack: everything about an article that a list does not need. */
export type Body = {
	readonly article: ArticleId;
	readonly headlineSegment: Segment | null;
	readonly standfirstSegment: Segment | null;
	readonly segments: readonly Segment[];
	readonly removed: readonly Removal[];
	readonly figures: readonly Figure[];
	readonly quotes: readonly StoredQuote[];
};

/** `data` of library.json: what lists need, what people did, and where the rest lies. Arrays only, so that no id is ever an object key. */
export type LibraryData = {
	readonly name: string;
	readonly documents: readonly StoredDocument[];
	readonly articles: readonly StoredCard[];
	readonly bodies: readonly BodyRef[];
	readonly places: readonly StoredPlace[];
	readonly revisions: readonly Revision[];
	readonly tombstones: readonly Tombstone[];
	readonly events: readonly NewsEvent[];
	readonly storylines: readonly Storyline[];
	/** The log as far as it stands here; what was said since lies in the journal (journal.ts). */
	readonly entries: readonly LogEntry[];
};

/** A library before its first import. */
export const emptyData = (name: string): LibraryData =>
	({name, documents: [], articles: [], bodies: [], places: [], revisions: [], tombstones: [], events: [], storylines: [], entries: []});
