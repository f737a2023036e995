import type {AlikeAct, PlannedAlike} from '../model/alike.ts';
import type {ArticleId} from '../model/article.ts';
import type {ComparisonView} from '../model/comparison.ts';
import type {Ran} from '../model/desk.ts';
import type {EventId, Explanation} from '../model/event.ts';
import type {Addition, Derivation, PlannedAct, PlannedFact} from '../model/library.ts';
import type {SavedComparison, TrackedQuestion} from '../model/override.ts';
import type {EventAct} from '../model/ties.ts';

/** What a line is asked for, and what it will be of. */
export type Ask =
	| {readonly kind: 'label'; readonly event: string}
	| {readonly kind: 'tag'; readonly articles: readonly ArticleId[]}
	| {readonly kind: 'note'; readonly article: ArticleId}
	| {readonly kind: 'comparison-note'; readonly name: string; readonly saved: SavedComparison}
	| {readonly kind: 'junk'; readonly exact: string}
	| {readonly kind: 'follow'; readonly tracked: TrackedQuestion}
	| {readonly kind: 'alias'; readonly alias: string}
	/** A printed word, and the outlet it is printed in. */
	| {readonly kind: 'measure'; readonly word: string; readonly outlet: string | null}
	| {readonly kind: 'filter'}
	/** A query whose articles are marked; a path that is imported. */
	| {readonly kind: 'find'}
	| {readonly kind: 'import-files'}
	/** `saved`: all there are, by name. */
	| {readonly kind: 'save-search'; readonly query: string; readonly saved: ReadonlyMap<string, string>}
	| {readonly kind: 'rename-search'; readonly name: string; readonly saved: ReadonlyMap<string, string>}
	| {readonly kind: 'save'; readonly articles: readonly ArticleId[]; readonly view: ComparisonView};

/** A figure or quote that is about to be added. `planned`: how it would read; null until it is worked out. */
export type Draft = {readonly addition: Addition; readonly planned: PlannedFact | null};

/** A figure or a quote by its id. */
export type FactRef = {readonly kind: 'figure' | 'quote'; readonly id: string};

/**
 * Something is put right. `field`: under the cursor; `text`: what is typed into it, null while it is closed. `fact`: one that is there; `draft`: one that is
 * about to be added; neither where only the article is put right.
 */
export type PutRight = {readonly kind: 'put-right'; readonly of: 'fact' | 'article'; readonly fact: FactRef | null; readonly draft: Draft | null; readonly article: ArticleId; readonly field: number; readonly text: string | null};

/** What lies over the view on top and takes the keys. `scroll` counts lines; `cursor` an entry of the palette. */
export type Overlay =
	/** `query`: only keys with these words; `typing`: letters go into it. */
	| {readonly kind: 'help'; readonly scroll: number; readonly query: string; readonly typing: boolean}
	| {readonly kind: 'copy'; readonly choices: readonly Choice[]; readonly cursor: number}
	| {readonly kind: 'palette'; readonly query: string; readonly cursor: number}
	| PutRight
	/** An article is chosen to stand beside the others. */
	| {readonly kind: 'choose'; readonly query: string; readonly cursor: number}
	/** `offered`: the text is an offer that nobody has touched; a letter takes its place, an editing key keeps it. `behind`: where escape leads back to. */
	| {readonly kind: 'ask'; readonly about: Ask; readonly text: string; readonly offered?: boolean; readonly behind?: PutRight}
	/** A command is typed; `recalled`: which of the earlier ones it is, 0 the last one, null for none. */
	| {readonly kind: 'pipe'; readonly ids: readonly ArticleId[]; readonly title: string; readonly text: string; readonly format: number; readonly recalled: number | null}
	/** `ran`: what it came to; null while it runs. */
	| {readonly kind: 'output'; readonly command: string; readonly ran: Ran | null; readonly scroll: number}
	/** `planned`: null until it is worked out. */
	| {readonly kind: 'mend-events'; readonly act: EventAct; readonly planned: PlannedAct | null; readonly scroll: number}
	/** `versions`: of the article, oldest first, the one now last; null until they are read. `at`: the one that is set against the one before it. */
	| {readonly kind: 'versions'; readonly article: ArticleId; readonly versions: readonly Derivation[] | null; readonly at: number; readonly scroll: number}
	/** `outlet`: the one that a measure can be held to; `behind`: where escape leads back to. */
	| {readonly kind: 'alike'; readonly act: AlikeAct; readonly outlet: string | null; readonly planned: PlannedAlike | null; readonly scroll: number; readonly behind?: PutRight}
	| {readonly kind: 'why'; readonly event: EventId; readonly label: string; readonly reasons: readonly Explanation[] | null; readonly scroll: number};

/** Something that can be copied: what it is, and its words. */
export type Choice = {readonly what: string; readonly text: string};
