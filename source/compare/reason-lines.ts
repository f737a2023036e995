import type {Cause} from '../model/comparison.ts';
import type {Difference} from '../model/views.ts';

/** One line of reasons: a cause, and every pair of answers that differs for it. */
export type ReasonLine = {readonly cause: Cause; readonly pairs: readonly Difference[]};

/** Innocent ones first, as they are told of one pair. */
const ORDER: ReadonlyArray<Cause['reason']> = ['another question', 'a week, and a total', 'a share, and a count', 'part of', 'later as-of', 'rounding', 'looser bound', 'other origin', 'wider definition', 'relay wording', 'revision', 'no reason found in the texts'];
const listed = (words: readonly string[]): string => words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')}, and ${words.at(-1) ?? ''}`;

/** One fact for several causes of a kind: what they set beside each other, in order of time, else each fact once. */
const factOf = (causes: readonly Cause[]): string => {
	const sides = causes.flatMap(({sides: both}) => both ?? []);
	if (sides.length < 2 * causes.length) return [...new Set(causes.map(({fact}) => fact))].join('; ');
	const words = [...new Set(sides.toSorted((a, b) => a.at < b.at ? -1 : a.at > b.at ? 1 : 0).map(({words: side}) => side))];
	return causes.length === 1 ? causes[0]?.fact ?? '' : sides.some(({at}) => at !== '') ? words.join(', ') : listed(words);
};

/**
 * The reasons of many differences in few lines: one a kind of reason, however many pairs have it. Twelve papers that count on from day to day
 * make sixty-six pairs and one line. A relay keeps a line of its own, since each leads somewhere else.
 */
export const reasonLines = (differences: readonly Difference[]): ReasonLine[] => {
	const all = differences.flatMap(difference => difference.why.map(cause => ({difference, cause})));
	const keyOf = ({cause}: (typeof all)[number]): string => cause.reason === 'relay wording' ? `${cause.reason} ${cause.fact}` : cause.reason;
	return [...Map.groupBy(all, keyOf).values()].flatMap(group => {
		const [first] = group;
		return first === undefined ? [] : [{cause: {reason: first.cause.reason, fact: factOf(group.map(({cause}) => cause))}, pairs: [...new Set(group.map(({difference}) => difference))]}];
	}).toSorted((a, b) => ORDER.indexOf(a.cause.reason) - ORDER.indexOf(b.cause.reason));
};

/** Which pairs a line is about: "12 / 14", "12 / 14 and 12 / 15", "66 pairs". */
export const pairWords = ({pairs}: ReasonLine, between = ' / '): string =>
	pairs.length > 2 ? `${pairs.length} pairs` : pairs.map(({left, right}) => `${left}${between}${right}`).join(' and ');

const told = ({reason, fact}: Cause): string => `${reason}, ${fact}`;

/** The same as sentences for a page without columns: "12 / 14: later as-of, ...; other origin, ...". Lines about the same pairs are one. */
export const reasonSentences = (differences: readonly Difference[]): string[] =>
	[...Map.groupBy(reasonLines(differences), ({pairs}) => pairs.map(({figures}) => figures.join()).join(' ')).values()].flatMap(lines => {
		const [first] = lines;
		return first === undefined ? [] : [`${pairWords(first)}: ${lines.map(({cause}) => told(cause)).join('; ')}`];
	});

/** Why questions are not one another, as sentences; those that stand apart from one for the same reasons are told together. */
export const apartSentences = (apart: readonly Difference[]): string[] =>
	[...Map.groupBy(apart, ({left, why}) => `${left} ${why.map(told).join('; ')}`).values()].flatMap(group => {
		const [first] = group;
		return first === undefined ? [] : [`${first.left} / ${[...new Set(group.map(({right}) => right))].join(', ')}: ${first.why.map(told).join('; ')}`];
	});
