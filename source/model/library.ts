import type {AlikeAct, PlannedAlike} from './alike.ts';
import type {Article, ArticleCard, ArticleId} from './article.ts';
import type {Bytes, Document, DocumentId, Given, Removal} from './document.ts';
import type {EventChange, EventId, Explanation, Grouping, NewsEvent, Storyline} from './event.ts';
import type {Figure} from './figure.ts';
import type {Correction, Fields, LogEntry, Place, SavedComparison, TrackedQuestion} from './override.ts';
import type {Quote} from './quote.ts';
import type {AuditSheet} from './review.ts';
import type {EventAct} from './ties.ts';
import type {TrackedRow} from './tracking.ts';
import type {Watched} from './watched.ts';

/** What the stages derived from one article, with the versions of the stages that made it. */
export type Derivation = {readonly article: Article; readonly figures: readonly Figure[]; readonly quotes: readonly Quote[]};
export type StageVersions = {readonly segment: number; readonly extract: number; readonly cluster: number};

/** A derivation without its card. */
export type Words = Omit<Derivation, 'article'> & Pick<Article, 'headlineSegment' | 'standfirstSegment' | 'segments' | 'removed'>;

/** A stretch of an open file, in bytes. */
export type Stretch = {readonly file: number; readonly start: number; readonly length: number};

/** A derivation of which only the card is in memory: its words lie on the disk until they are asked for. `lies`: where, as they are stored; null where they have to be made anew. */
export type KeptDerivation = {readonly article: ArticleCard; readonly words: () => Words; readonly lies: Stretch | null};

/** A derivation, wherever its words are: a large import does not fit into memory. */
export type Told = Derivation | KeptDerivation;

/** A derivation with its words in memory. */
export const wholeOf = (told: Told): Derivation => {
	if (!('words' in told)) return told;
	const {figures, quotes, ...words} = told.words();
	return {article: {...told.article, ...words}, figures, quotes};
};

/** Everything one import of one document brings. */
export type DocumentImport = {
	readonly document: Document;
	readonly bytes: Uint8Array;
	readonly removed: readonly Removal[];
	readonly derivations: readonly Derivation[];
	readonly versions: StageVersions;
	/** An earlier document at the same path that this one takes the place of (its articles stay, as a revision). Single articles are known by address and importer's id as well. */
	readonly revises: DocumentId | null;
	/** What the importer said of it; kept, so that the document can be read anew. Absent: nothing. */
	readonly given?: Given;
	/** Corrections of how pages are cut that found no place on this one; they go to the review. */
	readonly unplaced?: readonly Correction[];
};

/** The same of a document that need not be in memory. */
export type LargeImport = Omit<DocumentImport, 'bytes' | 'derivations'> & {readonly bytes: Uint8Array | Bytes; readonly derivations: readonly Told[]};

/** A document that is in the library already, read anew: by newer stages, or cut otherwise by hand. */
export type Rereading = {
	readonly document: DocumentId;
	readonly removed: readonly Removal[];
	readonly derivations: readonly Derivation[];
	readonly versions: StageVersions;
	/** As in an import. */
	readonly unplaced?: readonly Correction[];
};

/** Changes that are written together or not at all. */
export type Changes = {
	readonly imports?: readonly LargeImport[];
	/** An article keeps its id where at least half of its lines are still its own; one that no reading has any more becomes a tombstone. */
	readonly readings?: readonly Rereading[];
	/** In the ids that `plan` gives; minted ids that are stored otherwise are understood too. */
	readonly grouping?: Grouping;
	/** One act, taken back together; with `anew` another act begins. */
	readonly corrections?: ReadonlyArray<{readonly correction: Correction; readonly who: string; readonly when: string; readonly why: string | null; readonly anew?: true}>;
	/** Without a sequence, the last correction that stands (or was taken back). */
	readonly undo?: {readonly who: string; readonly when: string; readonly redo: boolean; readonly sequence?: number};
};

/** What imports and readings become in a library, before they are written. */
export type Plan = {
	/** New or read otherwise than before, under the ids they will be stored under. */
	readonly derivations: readonly Told[];
	/** Articles that will stand no longer. */
	readonly gone: readonly ArticleId[];
	/** Articles whose words are there already, by the id they came with: each is another place of a stored one. */
	readonly repeated: ReadonlyMap<ArticleId, ArticleId>;
	/** Articles that are new versions of stored ones, by the id they came with. */
	readonly revised: ReadonlyMap<ArticleId, ArticleId>;
};

/** Where an article's words came in. Lines are 1-based, of the imported file. */
export type ArticlePlace = Pick<ArticleCard, 'document' | 'path' | 'startLine' | 'endLine' | 'externalId' | 'url'>;

/** An article that is not listed any more: taken out by a person, or not found again when its page was read anew. */
export type Tombstone = {readonly card: ArticleCard; readonly why: 'deleted' | 'read otherwise'};

/** An event, and when its newest article was published, in milliseconds since 1970; null where none is dated. */
export type DatedEvent = NewsEvent & {readonly newest: number | null};

export type Cursor = string;
export type Page<T> = {readonly items: readonly T[]; readonly next: Cursor | null};

export type Summary = {
	readonly name: string;
	readonly readOnly: boolean;
	readonly generation: number;
	readonly documents: number;
	readonly articles: number;
	readonly events: number;
	readonly storylines: number;
	readonly figures: number;
	readonly outlets: number;
};

/** Where a library lies and where its caches go (null: nowhere), so that another thread can open it too. */
export type LibraryPlace = {readonly folder: string; readonly cache: string | null};

/**
 * A library of articles. Asynchronous throughout; lists carry no bodies and are paged by a cursor over
 * (published, id), newest first, undated last. Every failure is a Problem.
 */
export interface Library {
	/** Absent where nobody else can open it to write to it. */
	readonly place?: LibraryPlace;
	summary(): Promise<Summary>;
	documents(): Promise<readonly Document[]>;
	/** `given`: null where it was not kept, in libraries of the first layout. */
	document(id: DocumentId): Promise<{readonly document: Document; readonly removed: readonly Removal[]; readonly versions: StageVersions; readonly given: Given | null} | null>;
	/** The bytes as they came. */
	raw(id: DocumentId): Promise<Uint8Array>;
	articles(options?: {readonly after?: Cursor; readonly limit?: number}): Promise<Page<ArticleCard>>;
	/** Without bodies, in the order asked for; unknown and deleted ones are left out. */
	cards(ids: readonly ArticleId[]): Promise<readonly ArticleCard[]>;
	/** With bodies, in the order asked for; unknown and deleted ones are left out. Corrections are replayed, unless what the stages read is wanted. */
	read(ids: readonly ArticleId[], options?: {readonly uncorrected?: boolean}): Promise<readonly Derivation[]>;
	/** The same as long as nothing has been written, whoever writes: for caches of what was asked before. */
	state(): Promise<string>;
	/** Whether somebody else has written since this was asked last; absent where what is one's own cannot be told from it. */
	othersWrote?(): Promise<boolean>;
	/** Of each article, what changes with its body and with what people have said of it; cards are not looked at. */
	prints(): Promise<ReadonlyMap<ArticleId, string>>;
	/** Every place the article's words came in at, its own first; empty for an unknown id. */
	places(id: ArticleId): Promise<readonly ArticlePlace[]>;
	/** Earlier readings of an article, oldest first, each with the document it was read from. Not corrected. */
	revisions(id: ArticleId): Promise<ReadonlyArray<{readonly document: DocumentId; readonly derivation: Derivation}>>;
	/** Articles that are not listed any more. */
	tombstones(): Promise<readonly Tombstone[]>;
	events(): Promise<readonly NewsEvent[]>;
	/** The same a page at a time, newest first by their newest article, undated last. */
	eventPage(options?: {readonly after?: Cursor; readonly limit?: number}): Promise<Page<DatedEvent>>;
	storylines(): Promise<readonly Storyline[]>;
	/** The whole log, oldest first. */
	log(): Promise<readonly LogEntry[]>;
	/** Corrections that found no place. */
	review(): Promise<readonly LogEntry[]>;
	/** Comparisons that people saved, by name, oldest first. */
	saved(): Promise<ReadonlyMap<string, SavedComparison>>;
	/** Questions that people follow, by name, oldest first. */
	tracked(): Promise<ReadonlyMap<string, TrackedQuestion>>;
	/** Searches that people saved, by name, oldest first: their queries. */
	searches(): Promise<ReadonlyMap<string, string>>;
	/** What imports and readings would become now: the ids to group by. Holds for a commit that expects this generation. */
	plan(changes: Pick<Changes, 'imports' | 'readings'>): Promise<Plan>;
	/** Writes all or nothing; returns the new generation. Throws a Problem if the library has moved on from `expected`. */
	commit(changes: Changes, expected: number): Promise<number>;
	close(): Promise<void>;
}

/** Corrections that were not made yet, and what they would change. */
export type PlannedAct = {readonly corrections: readonly Correction[]; readonly changes: readonly EventChange[]};

/** A figure or quote that a person is about to add. `fields` null: what the stages make of its words where they stand. */
export type Addition = {readonly kind: 'figure' | 'quote'; readonly article: ArticleId; readonly place: Place; readonly fields: Fields | null};

/** The correction that would add a fact, and how that fact would read. */
export type PlannedFact =
	| {readonly kind: 'figure'; readonly fact: Figure; readonly correction: Extract<Correction, {readonly kind: 'figure'}>}
	| {readonly kind: 'quote'; readonly fact: Quote; readonly correction: Extract<Correction, {readonly kind: 'quote'}>};

/** A library whose readings and groups follow what people say of it. */
export interface MendableLibrary extends Library {
	/** The events as they would be after these corrections, or after this undo; nothing is written. */
	foresee(changes: Pick<Changes, 'corrections' | 'undo'>): Promise<readonly NewsEvent[]>;
	/** What an act on events would take down, and which events it would change; nothing is written. */
	planAct(act: EventAct): Promise<PlannedAct>;
	/** How a figure or quote would read that a person adds; nothing is written. Throws a Problem where its words are not there, or are read already. */
	planFact(addition: Addition): Promise<PlannedFact>;
	/** What an act on all alike would take down, and what would read otherwise by it; nothing is written. Throws a Problem where there is nothing to say. */
	planAlike(act: AlikeAct): Promise<PlannedAlike>;
	/** Why the articles of an event are in it; reads the whole library, for how rare a word is depends on it. Broken off, it throws a Problem. */
	reasons(event: EventId, watched: Watched): Promise<readonly Explanation[]>;
	/** The followed questions and what is otherwise with them since the last look, which this is not. Where there is one it reads all that has figures: not before the first frame. */
	following(): Promise<readonly TrackedRow[]>;
	/** The audit that was drawn last; null where none was. */
	audit(): Promise<AuditSheet | null>;
}

/** Cards to a page: enough that a usual library is one page, few enough that a key is answered between two of them. */
const PAGE = 1000;

/** Every card, newest first, page after page. */
export const allCards = async (library: Pick<Library, 'articles'>): Promise<ArticleCard[]> => {
	const cards: ArticleCard[] = [];
	let after: Cursor | null = null;
	do {
		const page: Page<ArticleCard> = await library.articles({limit: PAGE, ...(after !== null && {after})});
		cards.push(...page.items);
		after = page.next;
	} while (after !== null);

	return cards;
};

/** So often somebody else may come first before it is called a failure. */
const TRIES = 20;

/**
 * Commits what `make` makes of the newest generation; where somebody else has written meanwhile, it is made anew.
 * Null from `make`: nothing is to be written. Returns the generation. Throws what `commit` throws for any other reason.
 */
export const commitLatest = async (library: Library, make: () => Promise<Changes | null>): Promise<number> => {
	for (let tries = 1; ; tries++) {
		const {generation} = await library.summary();
		const changes = await make();
		if (changes === null) return generation;
		try {
			return await library.commit(changes, generation);
		} catch (error) {
			if (tries >= TRIES || (await library.summary()).generation === generation) throw error;
		}
	}
};
