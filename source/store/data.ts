import type {ArticleCard, ArticleId, Segment} from '../model/article.ts';
import type {Document, DocumentId, Removal} from '../model/document.ts';
import type {NewsEvent, Storyline} from '../model/event.ts';
import type {Figure} from '../model/figure.ts';
import type {StageVersions} from '../model/library.ts';
import type {LogEntry} from '../model/override.ts';
import type {Quote} from '../model/quote.ts';

/** A document as the library lists it; its bytes lie in `documents/<id>`. */
export type StoredDocument = {
	readonly document: Document;
	readonly removed: readonly Removal[];
	readonly versions: StageVersions;
	readonly revises: DocumentId | null;
};

/** Where an article's words lie: a line of `bodies/<pack>.jsonl`, in bytes, without its line end. `check`: first 16 hex digits of the line's SHA-256. */
export type BodyRef = {
	readonly article: ArticleId;
	readonly pack: string;
	readonly offset: number;
	readonly length: number;
	readonly check: string;
};

/** An earlier reading of an article that a newer version of its document replaced. */
export type Revision = BodyRef & {readonly document: DocumentId};

/** One line of a pack: everything about an article that a list does not need. */
export type Body = {
	readonly article: ArticleId;
	readonly headlineSegment: Segment | null;
	readonly standfirstSegment: Segment | null;
	readonly segments: readonly Segment[];
	readonly removed: readonly Removal[];
	readonly figures: readonly Figure[];
	readonly quotes: readonly Quote[];
};

/** `data` of library.json: what lists need, what people did, and where the rest lies. Arrays only, so that no id is ever an object key. */
export type LibraryData = {
	readonly name: string;
	readonly documents: readonly StoredDocument[];
	readonly articles: readonly ArticleCard[];
	readonly bodies: readonly BodyRef[];
	readonly revisions: readonly Revision[];
	readonly events: readonly NewsEvent[];
	readonly storylines: readonly Storyline[];
	readonly log: readonly LogEntry[];
};

/** A library before its first import. */
export const emptyData = (name: string): LibraryData =>
	({name, documents: [], articles: [], bodies: [], revisions: [], events: [], storylines: [], log: []});
