import type {Article, ArticleCard} from '../model/article.ts';
import type {Figure} from '../model/figure.ts';
import {placeOfWords} from '../model/override.ts';
import type {Quote} from '../model/quote.ts';
import {isIsoDate} from '../text/dates.ts';
import {figureRuns, thousands} from './words/words.ts';

/** What a field becomes in the log, or why the words typed do not fit it. */
export type Parsed = {readonly fields: Readonly<Record<string, string | number | null>>} | {readonly wrong: string};

/**
 * A field of a reading as a person puts it right: what stands there now ("" for nothing), what the line holds when it is opened (the same,
 * unless told), and what typed words make of it.
 */
export type Field<T> = {readonly label: string; readonly now: (of: T) => string; readonly opened?: (of: T) => string; readonly parse: (typed: string) => Parsed};

const words = <T>(label: string, key: string, now: (of: T) => string | null): Field<T> => ({label, now: of => now(of) ?? '', parse: typed => ({fields: {[key]: typed === '' ? null : typed}})});

/** One of a few words, by its beginning: "per" is "period"; none of them only where that says something. */
const oneOf = <T>(label: string, key: string, choices: readonly string[], now: (of: T) => string | null, orNone = true): Field<T> => ({
	label, now: of => now(of) ?? '',
	parse(typed) {
		if (typed === '' && orNone) return {fields: {[key]: null}};
		const found = typed === '' ? [] : choices.filter(choice => choice.startsWith(typed.toLowerCase()));
		return found[0] !== undefined && found.length === 1 ? {fields: {[key]: found[0]}} : {wrong: `${label}: ${choices.join(', ')}`};
	},
});

const date = <T>(label: string, key: string, now: (of: T) => string | null): Field<T> => ({
	label, now: of => now(of) ?? '',
	parse: typed => typed === '' ? {fields: {[key]: null}} : isIsoDate(typed) ? {fields: {[key]: typed}} : {wrong: 'a date is written as 2025, 2025-03 or 2025-03-31'},
});

const NUMBER = String.raw`(\d[\d,]*(?:\.\d+)?)\s*(k|m|bn|%)?`;
const VALUE = new RegExp(String.raw`^(>=|<=|>|<|~|=)?\s*${NUMBER}(?:\s*(?:-|–|to)\s*${NUMBER})?$`, 'i');
const SCALES: Readonly<Record<string, number>> = {k: 1e3, m: 1e6, bn: 1e9};
const numberOf = (digits: string, scale: string | undefined): number => Number(digits.replaceAll(',', '')) * (SCALES[scale?.toLowerCase() ?? ''] ?? 1);

/** "5000", ">5,000", "<=1.2m", "~40", "100-200": bounds and qualifier as FEATURES spells them. */
export const parseValue = (typed: string): Parsed => {
	const [, sign = '=', first, firstScale, second, secondScale] = VALUE.exec(typed.trim()) ?? [];
	if (first === undefined) return {wrong: 'a value is written as 5000, >5000, <=1.2m, ~40 or 100-200'};
	const low = numberOf(first, firstScale ?? (second === undefined ? undefined : secondScale));
	if (second !== undefined) {
		const high = numberOf(second, secondScale);
		return high < low ? {wrong: 'a range begins with its lower end'} : {fields: {low, high, qualifier: 'range', boundsBasis: 'stated'}};
	}

	return {fields: {low: sign.startsWith('<') ? null : low, high: sign.startsWith('>') ? null : low, qualifier: sign, boundsBasis: 'stated'}};
};

/** The bounds of a figure as they are typed: ">5,000", "100-200"; "" where there are none. */
export const valueTyped = ({low, high, qualifier}: Pick<Figure, 'low' | 'high' | 'qualifier'>): string => {
	const number = (value: number): string => Number.isInteger(value) ? thousands(value) : String(value);
	if (low !== null && high !== null && low !== high) return `${number(low)}-${number(high)}`;
	const one = low ?? high;
	return one === null ? '' : `${qualifier === '=' || qualifier === 'range' || qualifier === 'vague' ? '' : qualifier}${number(one)}`;
};

/** The value as printed; what a person made of it, where they did, stands behind. */
const valueNow = (figure: Figure): string => {
	const printed = figureRuns(figure).map(run => run.text).join('');
	return figure.review === 'edited' && !figure.refusal ? `${printed} (${valueTyped(figure) || 'no value'})` : printed;
};

/** The fields of a figure that people put right, in the order in which one reads them. */
export const figureFields: ReadonlyArray<Field<Figure>> = [
	{label: 'value', now: valueNow, opened: valueTyped, parse: parseValue},
	words('unit', 'unit', figure => figure.unit),
	words('measure', 'measure', figure => figure.measure),
	words('subject', 'subject', figure => figure.subject),
	words('scope', 'scope', figure => figure.scope),
	words('source', 'source', figure => figure.source),
	{label: 'hedges', now: figure => figure.hedges.join('; '), parse: typed => ({fields: {hedges: typed === '' ? null : typed}})},
	oneOf('how', 'directness', ['direct', 'indirect', 'own'], figure => figure.directness, false),
	oneOf('counts', 'flow', ['total', 'period'], figure => figure.flow),
	words('period', 'periodText', figure => figure.periodText),
	date('as of', 'asOf', figure => figure.asOf),
	date('said', 'saidOn', figure => figure.saidOn),
	oneOf('stance', 'stance', ['certain', 'probable', 'possible', 'uncommitted', 'denied'], figure => figure.stance, false),
	oneOf('refusal', 'refusal', ['yes', 'no'], figure => figure.refusal ? 'yes' : 'no', false),
];

/** A fact's own words, which may begin or end elsewhere in its paragraph: they must stand there as they are typed. */
export const ownWords = (fact: Figure | Quote, article: Article): Omit<Field<Figure | Quote>, 'now'> => ({
	label: 'words',
	parse: typed => placeOfWords(article, fact, typed) === null ? {wrong: 'these words do not stand there: type them as the article has them'} : {fields: {text: typed}},
});


/** The fields of a quote that people put right. `in full`: the whole name of who spoke. */
export const quoteFields: ReadonlyArray<Field<Quote>> = [
	words('speaker', 'speaker', quote => quote.speaker),
	words('in full', 'speakerName', quote => quote.speakerName),
	words('cue', 'cue', quote => quote.cue),
];

/** The fields of an article that people put right. */
export const articleFields: ReadonlyArray<Field<ArticleCard>> = [
	words('headline', 'headline', card => card.headline),
	words('standfirst', 'standfirst', card => card.standfirst),
	words('outlet', 'outlet', card => card.outlet),
	words('byline', 'byline', card => card.byline),
	date('published', 'published', card => card.published),
	date('captured', 'captured', card => card.captured),
	words('language', 'language', card => card.language),
	words('url', 'url', card => card.url),
	oneOf('kind', 'kind', ['article', 'live-blog', 'post', 'related', 'blurb'], card => card.kind, false),
];
