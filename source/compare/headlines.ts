import {HEADLINE} from '../model/article.ts';
import type {Column} from '../model/comparison.ts';
import type {Figure} from '../model/figure.ts';
import type {HeadlineRow, Stretch} from '../model/views.ts';
import {creditOf, deedOf, isHedged} from './headline-words.ts';
import {isShare, measureOf, takesPart} from './measures.ts';
import {coarser} from './rounding.ts';

type Flag = HeadlineRow['flags'][number];

const within = (inner: Figure, outer: Figure): boolean => (inner.low ?? inner.high ?? -Infinity) >= (outer.low ?? -Infinity) && (inner.high ?? inner.low ?? Infinity) <= (outer.high ?? Infinity);
const loose = (figure: Figure): boolean => figure.low !== figure.high;

/** Whether the body bears a headline's figure out: the same value, the same told in more digits, or one that lies in "thousands" or "more than 40". */
const bears = (body: Figure, headline: Figure): boolean => {
	if (body.unit !== headline.unit && !(isShare(body) && isShare(headline))) return false;
	if (body.low === headline.low && body.high === headline.high) return true;
	return measureOf(body) === measureOf(headline) && (coarser(headline, body) === headline || (loose(headline) && within(body, headline)));
};

/** The number itself, as printed, stands in the body, whatever was read there: no reading of newsdeck's may raise a false alarm. */
const isPrinted = (figure: Figure, {article}: Column): boolean => {
	const digits = /\p{Nd}[\p{Nd}.,]*/u.exec(figure.text)?.[0].replace(/[.,]$/, '');
	return digits !== undefined && article.segments.some(({text}) => new RegExp(String.raw`(?<![\p{Nd}.,])${digits.replaceAll('.', String.raw`\.`)}(?!\p{Nd}|[.,]\p{Nd})`, 'u').test(text));
};

/** Hedges that say how sure, not how exact. */
const doubts = (figure: Figure): string[] => figure.hedges.filter(hedge => !figure.text.toLowerCase().includes(hedge.toLowerCase()));
const ROUGH = new Set(['~', '>', '>=', '<', '<=']);

const droppedHedge = (figure: Figure, body: readonly Figure[], headline: string): string | null => {
	if (figure.hedges.length > 0 || isHedged(headline)) {
		const missing = body.flatMap(doubts).find(() => !isHedged(headline) && doubts(figure).length === 0);
		return missing ?? null;
	}

	const doubt = body.flatMap(doubts)[0];
	if (doubt !== undefined) return doubt;
	// "11,000" over a body that never says it without "some".
	const rough = body.length > 0 && figure.qualifier === '=' && body.every(one => ROUGH.has(one.qualifier));
	return rough ? body[0]?.text ?? null : null;
};

const flagsOf = (figure: Figure, column: Column, headline: string, credited: boolean): Flag[] => {
	const body = column.figures.filter(one => one.segment >= 0 && takesPart(one) && !one.refusal && bears(one, figure));
	const ids = body.map(({id}) => id);
	if (body.length === 0) return isPrinted(figure, column) ? [] : [{flag: 'the headline\'s number is not in the body', figure: figure.id, body: [], words: figure.text}];
	const hedge = droppedHedge(figure, body, headline);
	const source = !credited && figure.source === null && body.every(one => one.source !== null) ? body[0]?.source ?? null : null;
	return [
		...(hedge === null ? [] : [{flag: 'the headline drops the hedge' as const, figure: figure.id, body: ids, words: hedge}]),
		...(source === null ? [] : [{flag: 'the headline drops the source' as const, figure: figure.id, body: ids, words: source}]),
	];
};

const rowOf = (column: Column): HeadlineRow => {
	const {article} = column;
	const headline = article.headlineSegment?.text ?? article.headline;
	const figures = column.figures.filter(figure => figure.segment === HEADLINE && takesPart(figure) && !figure.refusal);
	const numbers: Stretch[] = figures.map(({start, end, text}) => ({segment: HEADLINE, start, end, text}));
	if (headline === null) return {article: article.id, headline: null, figures: [], numbers: [], actor: null, verb: null, attribution: null, flags: []};
	const sources = [...column.figures.flatMap(({source}) => source ?? []), ...column.quotes.flatMap(({speakerName, speaker}) => speakerName ?? speaker ?? [])];
	const credit = creditOf(headline, sources);
	return {
		article: article.id,
		headline,
		figures: figures.map(({id}) => id),
		numbers,
		...deedOf(headline, credit, numbers),
		attribution: credit?.source ?? null,
		flags: figures.flatMap(figure => flagsOf(figure, column, headline, credit !== null)),
	};
};

/** The headline board: number, who acts, verb and whose word, each with its place in the headline, and what the body says otherwise. One row a column. */
export const headlinesOf = (columns: readonly Column[]): HeadlineRow[] => columns.map(rowOf);
