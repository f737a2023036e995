import type {ArticleId} from '../model/article.ts';
import type {ComparisonView} from '../model/comparison.ts';
import type {DocumentId} from '../model/document.ts';
import type {Correction} from '../model/override.ts';
import type {Sought} from '../search/search.ts';
import type {Message} from './paint/layout.ts';
import type {Overlay} from './overlays.ts';

export type {Ask, Choice, Draft, FactRef, Overlay} from './overlays.ts';

export type DeckState = {
	/** Entry under the cursor, and the first one shown. */
	readonly cursor: number;
	readonly top: number;
	readonly pane: 'entries' | 'articles';
	/** Article under the cursor in the right pane. */
	readonly article: number;
	/** In the order of marking: the first is the base. */
	readonly marked: readonly ArticleId[];
};

export type ReaderState = {
	readonly kind: 'reader';
	/** The articles that `]` and `[` walk through. */
	readonly list: readonly ArticleId[];
	readonly index: number;
	/** What the list is: an event's label, a query. */
	readonly of: string;
	/** First visible line. */
	readonly scroll: number;
	/** Body paragraph under the cursor; -1 is the head. */
	readonly paragraph: number;
	/** Figure in reading order; null where there is none. */
	readonly figure: number | null;
	/** Quote in reading order, where the cursor is on one instead of a figure. */
	readonly quote: number | null;
	/** What was searched for, null where nothing was, and the match gone to last; null while it was none. */
	readonly found: Sought | null;
	readonly match: number | null;
	readonly evidence: boolean;
	/** Words that are being chosen; null while one reads. */
	readonly select: Selection | null;
};

/** Words of a segment, counted from 0: the one under the cursor, and the one where extending began; null while it is not extended. */
export type Selection = {readonly segment: number; readonly word: number; readonly from: number | null};

/**
 * A comparison that is open. `cursor` is a row of the view (an aligned row, a measure, a figure...), `figure` counts within it, `scroll` is the
 * first visible line of the body; `column` has the focus, the base is column 0.
 */
export type CompareViewState = {
	readonly kind: 'compare';
	readonly ids: readonly ArticleId[];
	readonly title: string;
	readonly view: ComparisonView;
	readonly column: number;
	readonly cursor: number;
	readonly figure: number;
	readonly scroll: number;
	/** Shared wording dim (the default) or plain. */
	readonly sharedDim: boolean;
	/** Text: the first line of each column while they scroll apart; null while they scroll together. */
	readonly free: readonly number[] | null;
	/** Figures: columns are origins instead of articles. */
	readonly byOrigin: boolean;
	/** How figures of a question follow each other in the Ledger. */
	readonly order: LedgerOrder;
	/** The ids as they were chosen, while the columns stand by outlet. */
	readonly chosen: readonly ArticleId[] | null;
	/** Questions of the Ledger that are closed, by their names. */
	readonly closed: readonly string[];
	/** Only figures that have all of these words are shown; empty: all. */
	readonly filter: string;
};
export const ledgerOrders = ['time', 'value', 'outlet'] as const;
export type LedgerOrder = (typeof ledgerOrders)[number];

/** A comparison as it opens: at its head, everything in sight. */
export const openComparison = (ids: readonly ArticleId[], title: string, view: ComparisonView): CompareViewState => ({
	kind: 'compare', ids, title, view, column: 0, cursor: 0, figure: 0, scroll: 0, sharedDim: true, free: null, byOrigin: false, order: 'time', chosen: null, closed: [], filter: '',
});

/** One statement of a comparison and how it was carried; `relay`: its place among them, `cursor`: the row. */
export type RelayState = {
	readonly kind: 'relay';
	readonly ids: readonly ArticleId[];
	readonly title: string;
	readonly relay: number;
	readonly column: number;
	readonly cursor: number;
	readonly scroll: number;
};

/** A list of articles that a search can be held to. */
export type Within = {readonly title: string; readonly articles: readonly ArticleId[]};

export type SearchState = {
	readonly kind: 'search';
	readonly query: string;
	readonly cursor: number;
	readonly top: number;
	/** The list it was opened from, and whether only that is searched. */
	readonly list: Within | null;
	readonly within: boolean;
	/** Which of the earlier searches this is, 0 the last one, and what was typed before it was brought back; null for one that is typed. */
	readonly recalled: {readonly at: number; readonly typed: string} | null;
	/** The saved search that was opened here. */
	readonly name: string | null;
};

/** A search as it opens: over everything. */
export const searchFor = (query: string, name: string | null = null, list: Within | null = null): SearchState =>
	({kind: 'search', query, cursor: 0, top: 0, list, within: false, recalled: null, name});

export type ExportState = {
	readonly kind: 'export';
	readonly ids: readonly ArticleId[];
	readonly title: string;
	/** Place in the shelf of exporters. */
	readonly format: number;
	/** First line of the preview shown. */
	readonly scroll: number;
	/** The target is there already and enter was pressed once: pressed again, it is written over. */
	readonly sure: boolean;
	readonly there: boolean | null;
};

/** A list of articles, or of what they have in common; the chosen one is seen beside it. "some": those behind a line of another listing. */
export type ListingState = {
	readonly kind: 'listing';
	readonly of: {readonly kind: 'articles' | 'outlets' | 'starred' | 'saved' | 'searches' | 'review' | 'questions'} | {readonly kind: 'some'; readonly title: string; readonly articles: readonly ArticleId[]};
	readonly cursor: number;
	readonly top: number;
	/** Review: which of the places is chosen where a correction may belong now. */
	readonly choice: number;
};

/** A document as it came in. `cursor`: the line under it, from 0; `top`: the first line seen; `from`: where a range was begun. */
export type PageState = {readonly kind: 'page'; readonly document: DocumentId; readonly path: string; readonly cursor: number; readonly top: number; readonly from: number | null};

/** What a key asks of the library; the session does it and answers with `told`. */
export type Request =
	/** `instead`: an entry of the log that is taken back with it. */
	| {readonly kind: 'correct'; readonly corrections: readonly Correction[]; readonly told: string; readonly instead?: number}
	/** Without a sequence the last correction; `told`: instead of the usual words. */
	| {readonly kind: 'undo'; readonly sequence?: number; readonly told?: string}
	| {readonly kind: 'redo'}
	| Errand;

/** What a key asks of the world outside the library: the clipboard, other programs, files. */
export type Errand =
	| {readonly kind: 'copy'; readonly text: string; readonly what: string}
	| {readonly kind: 'address'; readonly url: string}
	/** The line of the overlay, to be written on in the person's editor. */
	| {readonly kind: 'edit'; readonly text: string}
	/** A path in the line of the overlay, to be completed. */
	| {readonly kind: 'complete-path'; readonly text: string}
	| {readonly kind: 'pager'; readonly article: ArticleId}
	| {readonly kind: 'find'; readonly query: string}
	| {readonly kind: 'import-files'; readonly path: string}
	| {readonly kind: 'demo'}
	| {readonly kind: 'regroup'}
	/** Articles in a format, handed to a command; `pipe-here`: it has the terminal to itself. */
	| (Handed & {readonly kind: 'pipe'})
	| (Handed & {readonly kind: 'pipe-here'})
	/** What is under way is to end. */
	| {readonly kind: 'break-off'}
	| {readonly kind: 'redraw'};

/** A command, its words, and what it is handed: articles in the format at this place of the shelf. */
export type Handed = {readonly command: string; readonly words: readonly string[]; readonly ids: readonly ArticleId[]; readonly title: string; readonly format: number};

export type View = {readonly kind: 'deck'} | ReaderState | CompareViewState | RelayState | SearchState | ExportState | ListingState | PageState;

/** Everything that keys change. The deck is always at the bottom of the stack. */
export type State = {
	readonly deck: DeckState;
	readonly stack: readonly View[];
	readonly overlay: Overlay | null;
	readonly message: Message | null;
	/** What goes on beside the keys: it stands where a message would until it is over, and no key takes it away. */
	readonly busy: Message | null;
	/** Where a range of marks was begun in the list on top; null where none was. */
	readonly range: number | null;
	/** Letters between the cursor of the line that is typed and its end. */
	readonly caret: number;
	/** Keys of a chord typed so far. */
	readonly pending: string;
	readonly quit: boolean;
	readonly request: Request | null;
};

export const initialState: State = {
	deck: {cursor: 0, top: 0, pane: 'entries', article: 0, marked: []},
	stack: [{kind: 'deck'}], overlay: null, message: null, busy: null, range: null, caret: 0, pending: '', quit: false, request: null,
};

/** The view on top. */
export const viewOf = (state: State): View => state.stack.at(-1) ?? {kind: 'deck'};

/** Puts another view in the place of the one on top. */
export const withView = (state: State, view: View): State => ({...state, stack: [...state.stack.slice(0, -1), view]});
/** Opens a view over the one on top. */
export const pushView = (state: State, view: View): State => ({...state, range: null, stack: [...state.stack, view]});
/** Closes the view on top; at the root it quits. */
export const popView = (state: State): State => state.stack.length > 1 ? {...state, range: null, stack: state.stack.slice(0, -1)} : {...state, quit: true};
/** Says something in the state's place until the next key. */
export const withMessage = (state: State, text: string, failed = false): State => ({...state, message: {text, failed}});
