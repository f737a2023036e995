import {sharedQuotes} from '../../compare/shared-quotes.ts';
import type {Comparison} from '../../model/comparison.ts';
import type {QuoteCarrier, QuotePart, SharedQuote} from '../../model/views.ts';
import {createCanvas} from '../paint/canvas.ts';
import {wrapRuns} from '../figure-list.ts';
import {MODULE, pageWidth, textAt, textBehind, textWidth, type Size} from '../paint/layout.ts';
import type {Row, Run} from '../paint/row.ts';
import type {CompareViewState} from '../state.ts';
import {symbols} from '../paint/theme.ts';
import {count, publishedWords} from '../words/words.ts';
import type {CompareView} from './compare-view.ts';
import {keptFor} from './kept.ts';
import {outletOf} from './names.ts';
import {besides, bodyOf, drawPage, pageMetrics, plainPage, saidWithPlace, type Page} from './page.ts';

/** From here on the speaker stands at the left and the words in two modules beside. */
const BESIDE = 3 * MODULE;

/** What several carry first, most carriers first; then in the order they stand. */
const board = keptFor(comparison => sharedQuotes(comparison.columns).toSorted((a, b) => b.carriers.length - a.carriers.length));

const cutWords: Readonly<Record<QuoteCarrier['cut'], string>> = {
	whole: 'in the same words', start: 'its beginning is cut', end: 'its end is cut', 'both ends': 'cut at both ends', inside: 'cut inside', 'other words': 'in other words',
};

/** Longer stretches that a carrier leaves out are counted, not printed again. */
const MOST_CUT = 8;

const partRun = ({kind, text}: QuotePart): Run[] => {
	if (kind === 'same') return [{text: `${text} `, role: 'dim'}];
	if (kind === 'added') return [{text: `${text} `, role: 'quote', bold: true}];
	const words = text.split(/\s+/).filter(Boolean);
	return [{text: `[${symbols.none} ${words.length > MOST_CUT ? count(words.length, 'word') : text}] `, role: 'own', italic: true}];
};

const carrierName = (comparison: Comparison, {article}: QuoteCarrier, here = false): Row => {
	const card = comparison.columns.find(column => column.article.id === article)?.article;
	return card === undefined ? [] : [...outletOf(comparison, article, here ? {inverse: true} : {}), {text: `  ${publishedWords(card.published)}`, role: 'dim'}];
};

/** Who else carries it, and how it was cut: dim as in the fullest wording, bold what is not in it, newsdeck's own what is left out. */
const carrierRows = (comparison: Comparison, carrier: QuoteCarrier, cells: number, here: boolean): Row[] => [
	...wrapRuns([...carrierName(comparison, carrier, here), {text: `  ${cutWords[carrier.cut]}`, role: 'own', italic: true}], cells),
	...(carrier.cut === 'whole' ? [] : wrapRuns(carrier.parts.flatMap(partRun), cells - 2).map(row => [{text: '  '}, ...row])),
];

const quoteRows = (comparison: Comparison, quote: SharedQuote, cells: number, here: number | null): Row[] => [
	...wrapRuns([{text: `“${quote.text}”`, role: 'quote'}], cells),
	...quote.carriers.slice(1).flatMap((carrier, index) => carrierRows(comparison, carrier, cells, here === index + 1)),
];

const speakerRows = (comparison: Comparison, quote: SharedQuote, cells: number): Row[] => [
	...wrapRuns([quote.speaker === null ? {text: 'nobody named', role: 'own', italic: true} : {text: quote.speaker, bold: true}], cells),
	...wrapRuns(carrierName(comparison, quote.carriers[0]).map(run => ({...run, role: run.role ?? 'dim'})), cells),
	...(quote.carriers.length > 1 ? [[{text: `carried by ${quote.carriers.length}`, role: 'dim' as const}]] : []),
];

const pageOf = (comparison: Comparison, at: {readonly cursor: number; readonly figure: number} | null, width: number): Page => {
	const cursor = at?.cursor ?? null;
	const quotes = board(comparison);
	const wide = width >= BESIDE;
	const cells = wide ? textBehind(width, 1) : Math.min(textWidth(2), width - 4);
	const here = (index: number): number | null => index === cursor ? at?.figure ?? null : null;
	const blocks = quotes.map((quote, index) => ({
		rows: wide ? besides(width, [{x: textAt(0), rows: speakerRows(comparison, quote, textWidth(1))}, {x: textAt(1), rows: quoteRows(comparison, quote, cells, here(index))}])
			: besides(width, [{x: 3, rows: [...speakerRows(comparison, quote, cells), ...quoteRows(comparison, quote, cells, here(index))]}]),
		apart: 1,
	}));
	const shared = quotes.flatMap(({carriers}, index) => carriers.length > 1 ? [index] : []);
	const body = bodyOf(width, blocks, shared, cursor, (canvas, from, to) => canvas.bar(1, from, to));
	if (quotes.length === 0) body.canvas.text(3, 0, [{text: `${symbols.none} no quotations in these articles`, role: 'own', italic: true}]);
	const head = createCanvas(width, 1);
	if (wide) head.text(3, 0, 'Speaker', {bold: true});
	head.text(wide ? textAt(1) : 3, 0, [{text: 'Quotes', bold: true}, {text: '  each once, as it is quoted most fully', role: 'dim'}]);
	head.text(width - 1, 0, `${shared.length} of ${quotes.length} shared`, {role: 'dim', align: 'right'});
	return {head: head.rows(), body, foot: [], rules: wide ? [MODULE] : [], said: at === null || quotes.length === 0 ? '' : saidWithPlace(`${Math.min(at.cursor + 1, quotes.length)} of ${count(quotes.length, 'quote')}`, at.figure, quotes[at.cursor]?.carriers.length ?? 0, 'carrier')};
};

const screenPage = (comparison: Comparison, view: CompareViewState, size: Size): Page => pageOf(comparison, view, pageWidth(size.columns));

/** Each quotation once, who carries it, and how it was cut. */
export const quotesView: CompareView = {
	name: 'quotes',
	moves: 'rows',
	draw: (comparison, view, size) => drawPage(comparison, view, size, screenPage(comparison, view, size)),
	measure: (comparison, view, size) => pageMetrics(screenPage(comparison, view, size), size),
	plain: (comparison, width) => plainPage(comparison, width, pageOf(comparison, null, pageWidth(width))),
	places: (comparison, view) => board(comparison)[view.cursor]?.carriers.length ?? 0,
	target(comparison, view) {
		const carriers = board(comparison)[view.cursor]?.carriers;
		const carrier = carriers?.[view.figure] ?? carriers?.[0];
		const column = comparison.columns.findIndex(({article}) => article.id === carrier?.article);
		return column < 0 || carrier === undefined ? null : {column, figure: null, segment: carrier.quote.segment, quote: carrier.quote};
	},
};
