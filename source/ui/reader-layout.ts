import {HEADLINE, STANDFIRST, segmentAt, type Article} from '../model/article.ts';
import type {Figure} from '../model/figure.ts';
import type {Derivation} from '../model/library.ts';
import {wrap, wrapLines} from '../text/wrap.ts';
import {factsOf} from './article-facts.ts';
import type {Size} from './paint/layout.ts';

/** A visible line of an article: a stretch of a segment's text, or a blank or note between them. */
export type ReaderLine =
	| {readonly kind: 'text'; readonly segment: number; readonly start: number; readonly end: number; readonly first: boolean}
	| {readonly kind: 'facts'; readonly text: string}
	| {readonly kind: 'blank'}
	| {readonly kind: 'removed'; readonly text: string};

/** Where things stand in the reader: text from `textX`, `textWidth` wide, marks in the margin, evidence beside it or below. */
export type ReaderFrame = {
	readonly textX: number; readonly textWidth: number; readonly marginX: number;
	readonly beside: boolean;
	/** First row and rows of the text, and of the evidence. */
	readonly textTop: number; readonly textRows: number;
	readonly evidenceX: number; readonly evidenceTop: number; readonly evidenceRows: number; readonly evidenceWidth: number;
};

const TEXT_X = 9;
const MEASURE = 62;

/** Evidence stands in the third module where there is one, else in the lower half, and only while it is shown. */
export const readerFrame = ({columns, rows}: Size, evidence: boolean): ReaderFrame => {
	const beside = columns >= 120;
	const body = rows - 4;
	const below = evidence && !beside ? Math.max(6, Math.floor(body * 0.45)) : 0;
	const textWidth = Math.min(MEASURE, columns - TEXT_X - 7);
	return {
		textX: TEXT_X, textWidth, marginX: TEXT_X + textWidth + 3, beside,
		textTop: 2, textRows: body - below,
		evidenceX: beside ? 83 : 3, evidenceTop: beside ? 2 : rows - 2 - below + 1,
		evidenceRows: beside ? body : Math.max(0, below - 1), evidenceWidth: beside ? 36 : columns - 4,
	};
};

/** Facts as one reads: headline, standfirst, then down the page. */
export const inOrder = <Fact extends {readonly segment: number; readonly start: number}>(facts: readonly Fact[]): Fact[] => {
	const place = ({segment}: Fact): number => segment === HEADLINE ? -2 : segment === STANDFIRST ? -1 : segment;
	return [...facts].sort((a, b) => place(a) - place(b) || a.start - b.start);
};

/** The figures as one reads them. */
export const figuresInOrder = (figures: readonly Figure[]): Figure[] => inOrder(figures);

/** Segment numbers of an article in reading order. */
export const segmentNumbers = (article: Article): number[] => [
	...(article.headlineSegment ? [HEADLINE] : []), ...(article.standfirstSegment ? [STANDFIRST] : []), ...article.segments.keys(),
];

const linesOf = (article: Article, segment: number, cells: number): ReaderLine[] =>
	wrapLines(segmentAt(article, segment)?.text ?? '', cells).map((line, index) => ({kind: 'text', segment, ...line, first: index === 0}));

const removedLines = (removed: Article['removed'][number], cells: number): ReaderLine[] => {
	const lines = removed.endLine - removed.startLine + 1;
	return wrap(`${lines} ${lines === 1 ? 'line' : 'lines'} removed here, ${lines === 1 ? 'line' : 'lines'} ${removed.startLine}${lines > 1 ? `–${removed.endLine}` : ''} (rule ${removed.rule})`, cells).map(text => ({kind: 'removed', text}));
};

/** The whole article as lines of at most `cells` cells. Wrapped once a width: the caller keeps it. */
export const readerLines = (derivation: Derivation, cells: number): ReaderLine[] => {
	const {article} = derivation;
	const facts = wrap(factsOf(derivation), cells).map((text): ReaderLine => ({kind: 'facts', text}));
	const lines: ReaderLine[] = [];
	const removed = [...article.removed].sort((a, b) => a.startLine - b.startLine);
	for (const segment of segmentNumbers(article)) {
		const starts = segmentAt(article, segment)?.startLine ?? 0;
		// Records have no lines of their own between paragraphs: what was removed from them is told at the end.
		const before = segment >= 0 ? removed.findIndex(item => item.endLine >= starts) : 0;
		for (const item of removed.splice(0, before < 0 ? removed.length : before)) lines.push({kind: 'blank'}, ...removedLines(item, cells));
		if (segment >= 0) lines.push({kind: 'blank'});
		lines.push(...linesOf(article, segment, cells));
		if (segment === HEADLINE) lines.push(...facts);
	}

	if (!article.headlineSegment) lines.unshift(...facts);
	for (const rest of removed) lines.push({kind: 'blank'}, ...removedLines(rest, cells));
	return lines;
};

/** The line on which an offset of a segment stands; 0 where it stands nowhere. */
export const lineAt = (lines: readonly ReaderLine[], segment: number, offset: number): number => {
	const found = lines.findLastIndex(line => line.kind === 'text' && line.segment === segment && line.start <= offset);
	return Math.max(0, found);
};

/** A scroll position from which `line` is seen, moved as little as possible, with some lines of context. */
export const scrollTo = (scroll: number, line: number, room: number, total: number): number => {
	const context = Math.min(3, Math.floor(room / 4));
	const wanted = line < scroll + context ? line - context : line > scroll + room - 1 - context ? line - room + 1 + context : scroll;
	return Math.max(0, Math.min(wanted, Math.max(0, total - room)));
};
