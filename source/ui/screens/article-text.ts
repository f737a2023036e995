import {segmentAt, type Article} from '../../model/article.ts';
import type {Figure} from '../../model/figure.ts';
import type {Quote} from '../../model/quote.ts';
import type {Row, Run} from '../paint/row.ts';
import {figureRuns} from '../words/words.ts';

/** A stretch of a segment that looks other than plain ink. Later ones win over earlier ones. */
type Mark = {readonly start: number; readonly end: number; readonly look: Omit<Run, 'text'>};

const figureMarks = (figure: Figure, current: boolean): Mark[] => {
	const number = figureRuns(figure).at(-1)?.text.length ?? 0;
	const split = Math.max(figure.start, figure.end - number);
	const look = {role: 'figure', bold: false, ...(current && {inverse: true})} as const;
	return figure.refusal ? [] : [{start: figure.start, end: split, look}, {start: split, end: figure.end, look: {...look, bold: true}}];
};

/** A hedge stands in the figure's own paragraph; the nearest one before it, else the first after. */
const hedgeMarks = (figure: Figure, text: string): Mark[] => figure.hedges.flatMap(hedge => {
	const before = text.lastIndexOf(hedge, figure.start);
	const at = before >= 0 ? before : text.indexOf(hedge, figure.end);
	return hedge === '' || at < 0 ? [] : [{start: at, end: at + hedge.length, look: {role: 'figure' as const, italic: true}}];
});

const QUOTATION = /^[“"‘«]$/;
/** The marks around a quote belong to it on the screen. */
const quoteMark = (quote: Quote, text: string, current: boolean): Mark => ({
	start: QUOTATION.test(text[quote.start - 1] ?? '') ? quote.start - 1 : quote.start,
	end: /^[”"’»]$/.test(text[quote.end] ?? '') ? quote.end + 1 : quote.end,
	look: {role: 'quote', ...(current && {inverse: true})},
});

/** The marks of a segment: quotes, then hedges, then figures. */
export const marksOf = (article: Article, segment: number, figures: readonly Figure[], quotes: readonly Quote[], current: string | null): Mark[] => {
	const text = segmentAt(article, segment)?.text ?? '';
	const here = figures.filter(figure => figure.segment === segment);
	return [
		...quotes.filter(quote => quote.segment === segment).map(quote => quoteMark(quote, text, quote.id === current)),
		...here.flatMap(figure => hedgeMarks(figure, text)),
		...here.flatMap(figure => figureMarks(figure, figure.id === current)),
	];
};

/** `text` from `start` to `end` as runs, with its marks. */
export const markedRuns = (text: string, start: number, end: number, marks: readonly Mark[], look: Omit<Run, 'text'> = {}): Row => {
	const cuts = [...new Set([start, end, ...marks.flatMap(mark => [mark.start, mark.end])])].filter(at => at >= start && at <= end).sort((a, b) => a - b);
	return cuts.slice(0, -1).map((from, index) => {
		const to = cuts[index + 1] ?? end;
		const mark = marks.findLast(candidate => candidate.start <= from && candidate.end >= to && candidate.start < candidate.end);
		return {text: text.slice(from, to), ...look, ...mark?.look};
	});
};
