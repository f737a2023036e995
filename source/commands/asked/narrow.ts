import type {Column} from '../../model/comparison.ts';
import type {Figure} from '../../model/figure.ts';
import {Problem} from '../../model/problem.ts';
import {measureOf} from '../../compare/measures.ts';
import {sameSource} from '../../compare/sources.ts';
import {earliest, latest, publishedDays, timeOf, type Published} from '../../compare/times.ts';
import type {FlagSpecs, Flags} from '../command.ts';

const stances = ['certain', 'probable', 'possible', 'uncommitted', 'denied'];

/** Flags of every view: which articles and which figures take part. */
export const narrowingFlags = {
	measure: {value: 'MEASURE', help: 'only figures of this measure: killed, casualties, ...'},
	outlet: {value: 'OUTLET', help: 'only articles of outlets with this in their name'},
	source: {value: 'SOURCE', help: 'only figures on this source\'s word'},
	stance: {value: 'STANCE', help: `only figures whose source is ${stances.join(', ')}`},
	from: {value: 'DATE', help: 'only figures that hold on this day or later: 2025, 2025-03 or 2025-03-31'},
	to: {value: 'DATE', help: 'only figures that hold on this day or earlier'},
} as const satisfies FlagSpecs;

type Test = (figure: Figure, published: Published) => boolean;
/** What the flags leave: an article passes by its outlet, a figure by every test. */
export type Narrowing = {readonly outlet: string | null; readonly figures: readonly Test[]};

const dateFlag = (flags: Flags, name: 'from' | 'to'): string | null => {
	const given = flags.text(name);
	if (given !== undefined && !/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(given)) throw new Problem({exit: 'usage', what: `--${name} ${given} is no date.`, why: '', remedy: 'Write it as 2025, 2025-03 or 2025-03-31.'});
	return given ?? null;
};

const has = (text: string | null, words: string): boolean => (text ?? '').toLowerCase().includes(words.toLowerCase());

/** Reads the flags; wrong usage is a Problem. What has no date passes no date. */
export const readNarrowing = (flags: Flags): Narrowing => {
	const [measure, source, stance, from, to] = [flags.text('measure'), flags.text('source'), flags.text('stance'), dateFlag(flags, 'from'), dateFlag(flags, 'to')];
	if (stance !== undefined && !stances.includes(stance)) throw new Problem({exit: 'usage', what: `There is no stance "${stance}".`, why: '', remedy: `Stances are ${stances.join(', ')}.`});
	const figures: Array<Test | null> = [
		measure === undefined ? null : figure => measureOf(figure).toLowerCase() === measure.toLowerCase() || figure.measureText?.toLowerCase() === measure.toLowerCase(),
		source === undefined ? null : figure => figure.source !== null && (sameSource(figure.source, source) || has(figure.source, source)),
		stance === undefined ? null : figure => figure.stance === stance,
		from === null ? null : (figure, published) => (timeOf(figure, published)?.to ?? '') >= earliest(from),
		to === null ? null : (figure, published) => (timeOf(figure, published)?.from ?? '9999') <= latest(to),
	];
	return {outlet: flags.text('outlet') ?? null, figures: figures.filter(test => test !== null)};
};

/** Flags of a list of facts: what narrows them, and how it is printed. */
export const listingFlags = {
	unchecked: {help: 'only those that nobody has confirmed, rejected or edited'},
	csv: {help: 'print a table, a row each'},
} satisfies FlagSpecs;

/** What narrows quotes: a quote has no measure and no stance, and holds for the day it was published. */
export const quoteNarrowingFlags = {
	outlet: narrowingFlags.outlet,
	source: {value: 'SPEAKER', help: 'only what this speaker said'},
	from: {value: 'DATE', help: 'only quotes published on this day or later: 2025, 2025-03 or 2025-03-31'},
	to: {value: 'DATE', help: 'only quotes published on this day or earlier'},
} satisfies FlagSpecs;

/** The columns with only the articles and quotes that pass; flags as in `quoteNarrowingFlags`. */
export const narrowQuotes = (columns: readonly Column[], flags: Flags): Column[] => {
	const [outlet, speaker, from, to] = [flags.text('outlet'), flags.text('source'), dateFlag(flags, 'from'), dateFlag(flags, 'to')];
	return columns.filter(({article: {outlet: of, published}}) => (outlet === undefined || has(of, outlet)) && (from === null || (published ?? '') >= earliest(from)) && (to === null || (published?.slice(0, 10) ?? '9999') <= latest(to)))
		.map(column => ({...column, quotes: column.quotes.filter(({speaker: short, speakerName}) => {
			const name = speakerName ?? short;
			return speaker === undefined || (name !== null && (sameSource(name, speaker) || has(name, speaker)));
		})}));
};

/** The columns with only the articles and figures that pass. */
export const narrow = (columns: readonly Column[], {outlet, figures: tests}: Narrowing): Column[] => {
	const published = publishedDays(columns);
	return columns.filter(({article}) => outlet === null || has(article.outlet, outlet))
		.map(column => ({...column, figures: column.figures.filter(figure => tests.every(test => test(figure, published)))}));
};
