import type {ArticleCard, ArticleId} from '../model/article.ts';
import type {Removal} from '../model/document.ts';
import type {Column, Comparison} from '../model/comparison.ts';
import type {NewsEvent} from '../model/event.ts';
import type {Derivation} from '../model/library.ts';
import type {FieldValues} from '../search/library-search.ts';
import type {SearchAnswer} from '../search/search.ts';
import type {Keymap} from './keys/bindings.ts';
import type {Size} from './paint/layout.ts';
import type {DeckData} from './session/load.ts';
import type {SearchState} from './state.ts';
import type {Theme} from './paint/theme.ts';
import type {CompareView} from './views/compare-view.ts';

/** A format to write a comparison in. */
export type Format = {readonly name: string; readonly extension: string; readonly title: string; write(comparison: Comparison): string};

/** The stages and views the screen works with, handed in so that a test can hand in others. */
export type Tools = {
	readonly formats: readonly Format[];
	compare(columns: readonly Column[], title: string): Comparison;
	/** The articles of a group worth setting side by side, the base first. */
	choose(candidates: readonly Column[], limit: number): readonly Column[];
	readonly views: readonly CompareView[];
	/** Articles in a format of the shelf, in parts that are made as they are asked for; each event for itself where the format is a list. */
	handed(columns: readonly Column[], events: readonly NewsEvent[], title: string, format: number): Iterable<string>;
};

/** A raw page as lines, with what was removed from it. */
export type RawPage = {readonly lines: readonly string[]; readonly removed: readonly Removal[]};

/** What the reducer and the screens may look at beside the state: data that is there, never a promise. */
export type World = {
	readonly data: DeckData;
	readonly size: Size;
	readonly theme: Theme;
	readonly keymap: Keymap;
	/** As in the state: where the cursor of a typed line stands, counted from its end. */
	readonly caret: number;
	/** Signs and letters of ASCII alone. */
	readonly ascii: boolean;
	/** Drawn to be said: what an overlay covers is left out. */
	readonly spoken: boolean;
	readonly tools: Tools;
	card(id: ArticleId): ArticleCard | undefined;
	/** Null until it has been read. */
	derivation(id: ArticleId): Derivation | null;
	/** What the stages read in it, without what people put right. Null until it has been read. */
	first(id: ArticleId): Derivation | null;
	raw(document: string): RawPage | null;
	/** Null until every article of it has been read. */
	comparison(ids: readonly ArticleId[], title: string): Comparison | null;
	/** What a search has found; while a new one is under way, what the one before it had. */
	answer(view: SearchState): SearchAnswer;
	/** Whether that is the answer to this very query. */
	isAnswered(view: SearchState): boolean;
	/** Commands that were run from the screen, the last one first. */
	readonly commands: readonly string[];
	/** What fields can be completed with; null until a search was opened. */
	readonly values: FieldValues | null;
	/** What a format makes of a comparison; kept for the last one. */
	written(format: Format, comparison: Comparison): string;
};
