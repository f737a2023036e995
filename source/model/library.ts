import type {Article, ArticleCard, ArticleId} from './article.ts';
import type {Document, DocumentId, Removal} from './document.ts';
import type {Grouping, NewsEvent, Storyline} from './event.ts';
import type {Figure} from './figure.ts';
import type {Correction, LogEntry} from './override.ts';
import type {Quote} from './quote.ts';

/** What the stages derived from one article, with the versions of the stages that made it. */
export type Derivation = {readonly article: Article; readonly figures: readonly Figure[]; readonly quotes: readonly Quote[]};
export type StageVersions = {readonly segment: number; readonly extract: number; readonly cluster: number};

/** Everything one import of one document brings. */
export type DocumentImport = {
	readonly document: Document;
	readonly bytes: Uint8Array;
	readonly removed: readonly Removal[];
	readonly derivations: readonly Derivation[];
	readonly versions: StageVersions;
	/** An earlier document at the same path that this one takes the place of (its articles stay, as a revision). */
	readonly revises: DocumentId | null;
};

/** Changes that are written together or not at all. */
export type Changes = {
	readonly imports?: readonly DocumentImport[];
	readonly grouping?: Grouping;
	readonly corrections?: ReadonlyArray<{readonly correction: Correction; readonly who: string; readonly when: string; readonly why: string | null}>;
	readonly undo?: {readonly who: string; readonly when: string; readonly redo: boolean};
};

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

/**
 * A library of articles. Asynchronous throughout; lists carry no bodies and are paged by a cursor over
 * (published, id), newest first, undated last. Every failure is a Problem.
 */
export interface Library {
	summary(): Promise<Summary>;
	documents(): Promise<readonly Document[]>;
	document(id: DocumentId): Promise<{readonly document: Document; readonly removed: readonly Removal[]; readonly versions: StageVersions} | null>;
	/** The bytes as they came. */
	raw(id: DocumentId): Promise<Uint8Array>;
	articles(options?: {readonly after?: Cursor; readonly limit?: number}): Promise<Page<ArticleCard>>;
	/** With bodies, in the order asked for; unknown ids are left out. Corrections are already replayed. */
	read(ids: readonly ArticleId[]): Promise<readonly Derivation[]>;
	events(): Promise<readonly NewsEvent[]>;
	storylines(): Promise<readonly Storyline[]>;
	/** The whole log, oldest first. */
	log(): Promise<readonly LogEntry[]>;
	/** Corrections that found no place. */
	review(): Promise<readonly LogEntry[]>;
	/** Writes all or nothing; returns the new generation. Throws a Problem if the library has moved on from `expected`. */
	commit(changes: Changes, expected: number): Promise<number>;
	close(): Promise<void>;
}

/** Cards to a page: enough that a usual library is one page, few enough that a large one is not held twice. */
const PAGE = 5000;

/** Every card, newest first, page after page. */
export const allCards = async (library: Library): Promise<ArticleCard[]> => {
	const cards: ArticleCard[] = [];
	let after: Cursor | null = null;
	do {
		const page: Page<ArticleCard> = await library.articles({limit: PAGE, ...(after !== null && {after})});
		cards.push(...page.items);
		after = page.next;
	} while (after !== null);

	return cards;
};
