import {rawColumns, segmentAt, type Article} from '../model/article.ts';
import type {Comparison} from '../model/comparison.ts';
import type {Figure} from '../model/figure.ts';
import {sentences} from '../text/sentences.ts';
import {figuresOf} from './fields.ts';
import {isTold} from './words.ts';

/** One figure and where it stands, numbered from 1 in the order of columns and places. */
export type Evidence = {
	readonly number: number;
	readonly figure: Figure;
	readonly article: Article;
	/** The sentences beside the figure's own, of the same article; null at its ends. */
	readonly before: string | null;
	readonly after: string | null;
};

type Fact = {readonly line: number; readonly segment: number; readonly start: number; readonly end: number};

/** UTF-16 columns of the raw line; null for records, whose raw place is the record. */
export const columnsOf = (article: Article, fact: Fact): {readonly from: number; readonly to: number} | null => {
	const segment = segmentAt(article, fact.segment);
	return segment === undefined ? null : rawColumns(segment, fact.start, fact.end);
};

/** "page.txt, line 12, characters 3–9": in the raw page; a record has a line only. */
export const placeWords = (article: Article, fact: Fact): string => {
	const columns = columnsOf(article, fact);
	return `${article.path}, line ${fact.line}${columns === null ? '' : `, characters ${columns.from}–${columns.to}`}`;
};

const cut = (text: string): string[] => sentences(text).map(({start, end}) => text.slice(start, end));

/** The sentences before and after a figure's own: of its paragraph, else of the paragraph beside it. Headlines stand alone. */
const neighbours = (article: Article, {segment, start}: Figure): {readonly before: string | null; readonly after: string | null} => {
	const own = segment < 0 ? undefined : article.segments[segment];
	if (own === undefined) return {before: null, after: null};
	const spans = sentences(own.text);
	const at = spans.findIndex(({end}) => start < end);
	const told = (index: number): string | undefined => {
		const span = spans[index];
		return span === undefined ? undefined : own.text.slice(span.start, span.end);
	};
	return {
		before: (at > 0 ? told(at - 1) : cut(article.segments[segment - 1]?.text ?? '').at(-1)) ?? null,
		after: (at === -1 ? undefined : told(at + 1)) ?? cut(article.segments[segment + 1]?.text ?? '')[0] ?? null,
	};
};

/** Every figure that is told, with its surroundings. */
export const evidenceOf = (comparison: Comparison): Evidence[] => figuresOf(comparison)
	.filter(({figure}) => isTold(figure))
	.map(({figure, article}, index) => ({number: index + 1, figure, article, ...neighbours(article, figure)}));

/** "7 of 12 not yet checked by a person." */
export const uncheckedWords = (evidence: readonly Evidence[]): string =>
	`${evidence.filter(({figure}) => figure.review === null).length} of ${evidence.length} not yet checked by a person.`;
