import type {ArticleId} from './article.ts';
import type {QuestionGroup, Tension, Cause} from './comparison.ts';
import type {Figure} from './figure.ts';
import type {Quote} from './quote.ts';

/** A stretch of an article's text, as facts point at it: segment -1 is the headline; UTF-16 offsets, the end excluded. */
export type Stretch = {readonly segment: number; readonly start: number; readonly end: number; readonly text: string};

/** One value that a question got, and every figure that gives it. */
export type Answer = {readonly text: string; readonly figures: readonly Figure[]};

/** Two answers that differ, and why: every reason that the texts give, innocent ones first. `figures`: ids, of the left answer first. */
export type Difference = {readonly figures: readonly string[]; readonly left: string; readonly right: string; readonly why: readonly [Cause, ...Cause[]]};

/** A question with its answers; no differences where all give one value. `apart`: why it is not the question before it that it could be taken for. */
export type ExplainedQuestion = {readonly group: QuestionGroup; readonly answers: readonly Answer[]; readonly differences: readonly Difference[]; readonly apart: Difference | null};

/** The explain view. Nothing in it says which figure is right. */
export type Explanation = {
	/** "7 figures answer 4 questions." */
	readonly summary: string;
	/** Questions with several figures, and those that could be taken for them: killed beside casualties, a week beside a total. */
	readonly questions: readonly ExplainedQuestion[];
	/** Between two of these questions, why the one is not the other: what stands at each question, all together. */
	readonly apart: readonly Difference[];
	/** Questions that only one figure answers, and nothing else comes near. */
	readonly alone: readonly QuestionGroup[];
	/** "These can all be true together.", or that they cannot as they are read. */
	readonly conclusion: string;
	readonly tensions: readonly Tension[];
};

/** What a carrier did with words of a statement: null where it left them out, or added them. */
export type Drift = {readonly what: 'value' | 'hedge' | 'verb' | 'period' | 'source'; readonly from: string | null; readonly to: string | null};

export type Carrier = {readonly article: ArticleId; readonly figure: Figure; readonly drifts: readonly Drift[]};

/** What one source said on one occasion, and who carried it. The first carrier is the most direct, then the earliest: the others are measured against it. */
export type Statement = {readonly id: string; readonly source: string | null; readonly carriers: readonly [Carrier, ...Carrier[]]; readonly figures: readonly string[]};

/** One headline of the board. What a field does not find is null; nothing is guessed. */
export type HeadlineRow = {
	readonly article: ArticleId;
	readonly headline: string | null;
	/** Figures of the headline, by id. */
	readonly figures: readonly string[];
	readonly numbers: readonly Stretch[];
	readonly actor: Stretch | null;
	readonly verb: Stretch | null;
	readonly attribution: Stretch | null;
	/** Each names the figure it is about, and figures of the body that show it. */
	readonly flags: ReadonlyArray<{readonly flag: HeadlineFlag; readonly figure: string; readonly body: readonly string[]; readonly words: string | null}>;
};
export type HeadlineFlag = 'the headline\'s number is not in the body' | 'the headline drops the hedge' | 'the headline drops the source';

/** One claim and who has it: outlets by name, null for an outlet that is not known; articles by id. */
export type Gap = {
	readonly kind: 'figure' | 'quote' | 'paragraph';
	readonly claim: string;
	readonly carriedBy: ReadonlyArray<string | null>;
	readonly missingFrom: ReadonlyArray<string | null>;
	readonly articles: readonly ArticleId[];
	readonly missing: readonly ArticleId[];
	/** Where each carrier tells it. */
	readonly places: ReadonlyArray<{readonly article: ArticleId; readonly segment: number}>;
	readonly figures: readonly string[];
	readonly quotes: readonly string[];
};

/** A run of words that is in both, only in the longest (cut by this carrier), or only in this carrier's. Joined by spaces, `same` and `added` give the carrier's words. */
export type QuotePart = {readonly kind: 'same' | 'cut' | 'added'; readonly text: string};
export type QuoteCarrier = {readonly article: ArticleId; readonly quote: Quote; readonly cut: 'whole' | 'start' | 'end' | 'both ends' | 'inside' | 'other words'; readonly parts: readonly QuotePart[]};
/** Words somebody said, once, as the carrier has them that quotes most; then everybody who carries them. */
export type SharedQuote = {readonly text: string; readonly speaker: string | null; readonly carriers: readonly [QuoteCarrier, ...QuoteCarrier[]]};

/** Where a figure stands in time, and by which of its dates. `at`: ISO year, month or day as told; from, to: the first and the last day it can mean. */
export type Time = {readonly at: string; readonly from: string; readonly to: string; readonly basis: 'as of' | 'period' | 'said' | 'published'};
export type TimelinePoint = {readonly figure: Figure; readonly question: string; readonly time: Time};
/** One origin's figures in order; null: no source is told. */
export type Strip = {readonly origin: string | null; readonly points: readonly TimelinePoint[]};
/** Figures in order of time, all together and origin by origin. What has no date of any kind is never placed. */
export type Timeline = {readonly points: readonly TimelinePoint[]; readonly strips: readonly Strip[]; readonly undated: ReadonlyArray<{readonly figure: Figure; readonly question: string}>};

/** The ledger: a question's figures, one a row, oldest first, those without a date last. `repeats`: the same told again in the same article. */
export type LedgerRow = {readonly figure: Figure; readonly time: Time | null; readonly repeats: readonly Figure[]};
export type LedgerGroup = {readonly label: string; readonly note: string | null; readonly rows: readonly LedgerRow[]};

/** Words of a text that stayed, came or went from one version to the next. */
export type WordChange = {readonly kind: 'same' | 'added' | 'removed'; readonly text: string};
/** A paragraph of an article from one version to the next. */
export type ChangedParagraph = {readonly kind: 'same' | 'changed' | 'added' | 'removed'; readonly parts: readonly WordChange[]};
