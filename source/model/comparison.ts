import type {Article} from './article.ts';
import type {Figure} from './figure.ts';
import type {Quote} from './quote.ts';
import type {Statement} from './views.ts';

/** The ways of looking at one comparison; the first is what opens. */
export const comparisonViews = ['explain', 'text', 'figures', 'ledger', 'headlines', 'quotes', 'gaps', 'timeline'] as const;
export type ComparisonView = (typeof comparisonViews)[number];

/** One article as it takes part in a comparison. */
export type Column = {readonly article: Article; readonly figures: readonly Figure[]; readonly quotes: readonly Quote[]};

/** Paragraphs that tell the same thing stand in one row. */
export type AlignedRow = {
	/** Body segment numbers per column (empty: a gap). */
	readonly cells: ReadonlyArray<readonly number[]>;
	/** What a gap misses, in a few words: "aid to Ukraine"; null where every column tells it. */
	readonly topic: string | null;
	/** Cells that share their figures' question but not its answer, or a gap that holds figures elsewhere. */
	readonly difference: boolean;
	/** Column numbers whose wording is shared with another (5-word shingles). */
	readonly shared: readonly number[];
};

/** What a figure answers. Two figures may be set against each other only within one question. */
export type Question = {
	readonly measure: string | null;
	readonly subject: string | null;
	readonly scope: string | null;
	readonly flow: Figure['flow'];
	readonly unit: string | null;
};

/** A value newsdeck works out and nobody said: "at least roughly 1,700", a third of over 5,000. */
export type Derived = {readonly text: string; readonly from: string; readonly low: number | null; readonly high: number | null};

export type MatrixCell = {
	/** Best told first; repeats of the same figure in one article are left to `repeats`. */
	readonly figures: readonly Figure[];
	readonly derived: readonly Derived[];
	readonly repeats: readonly Figure[];
};

/** Two cells that may not be set against each other, and why. */
export type NotComparable = {readonly left: Figure; readonly right: Figure; readonly leftColumn: number; readonly rightColumn: number; readonly reason: string};

export type MatrixRow = {
	readonly label: string;
	/** Beside the label: "of North Korean troops", "part of casualties", "each with its scope", "money". */
	readonly note: string | null;
	readonly cells: readonly MatrixCell[];
	readonly notComparable: readonly NotComparable[];
};

/** The smallest set of figures (by id) that cannot all be true as they are read, the rule that says so, and what may be behind it. */
export type Tension = {readonly figures: readonly string[]; readonly rule: string; readonly explanation: string; readonly innocent: readonly string[]};

/** Why two figures differ: a reason of a fixed list, then the fact. */
export type Cause = {
	readonly reason: 'another question' | 'a week, and a total' | 'a share, and a count' | 'part of' | 'later as-of' | 'other origin' | 'rounding' | 'looser bound' | 'wider definition'
		| 'relay wording' | 'revision' | 'no reason found in the texts';
	readonly fact: string;
	/** What the fact sets beside each other, with the day of each where time is the reason (else empty): several facts of a kind are told as one by them. */
	readonly sides?: ReadonlyArray<{readonly words: string; readonly at: string}>;
};
/** The first reason why two figures differ. */
export type Reason = Cause & {readonly figures: readonly Figure[]; readonly comparable: boolean};

export type QuestionGroup = {readonly label: string; readonly note: string | null; readonly question: Question; readonly figures: readonly Figure[]; readonly derived: readonly Derived[]};

/** Chosen articles set side by side; the first column is the base. */
export type Comparison = {
	readonly schema: 'newsdeck/comparison@1';
	readonly title: string;
	readonly columns: readonly Column[];
	/** Independent origins of the figures: people nobody names may be somebody who is named, so a range. */
	readonly origins: {readonly low: number; readonly high: number};
	readonly rows: readonly AlignedRow[];
	readonly matrix: readonly MatrixRow[];
	readonly questions: readonly QuestionGroup[];
	readonly reasons: readonly Reason[];
	readonly tensions: readonly Tension[];
	/** What a source said on one occasion, where more than one article carries it. */
	readonly statements: readonly Statement[];
};
/** A comparison without its paragraphs: all that is asked of figures alone. */
export type Answered = Omit<Comparison, 'schema' | 'title' | 'rows'>;
