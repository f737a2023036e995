import type {Comparison} from '../../model/comparison.ts';
import type {Figure} from '../../model/figure.ts';
import type {LedgerGroup, LedgerRow} from '../../model/views.ts';
import {clip} from '../../text/width.ts';
import {createCanvas} from '../paint/canvas.ts';
import {figureBlock, wrapRuns} from '../figure-list.ts';
import {kicker, MODULE, pageWidth, rowWidth, textWidth, type Size} from '../paint/layout.ts';
import type {Row} from '../paint/row.ts';
import type {CompareViewState} from '../state.ts';
import {symbols} from '../paint/theme.ts';
import {count, dateWords, figureRuns, hedgesOf, isChecked, measureWords, outletRuns, quoted, say, sourceRuns, whenWords} from '../words/words.ts';
import type {CompareView} from './compare-view.ts';
import {keptFor} from './kept.ts';
import {apartOf} from './names.ts';
import {ledgerItems} from './ledger-items.ts';
import {bodyOf, drawPage, pageMetrics, plainPage, targetOf, type Page} from './page.ts';

/** From here on a figure is one row with all that is told of it; below it takes the rows of the other lists. */
const WIDE = 3 * MODULE;
/** Cells from the left margin: check 0, as printed 2, value to 36, source from 40, said to 76, holds for from 80, outlet to 116. */
const PRINTED = 5;
const VALUE_END = 39;
const SOURCE = 43;
const SAID_END = 79;
const WHEN = 83;
const OUTLET_END = 119;

const cardsOf = keptFor(comparison => new Map(comparison.columns.map(({article}) => [article.id, article])));

const check = (figure: Figure): Row => isChecked(figure) ? [{text: symbols.checked, bold: true}] : [];
const saidWords = (figure: Figure): string => figure.saidOn !== null ? dateWords(figure.saidOn).replace(/ \d{4}$/, '') : figure.saidOnText === null ? '' : quoted(figure.saidOnText.replace(/^on /i, ''));
/** "said" has a column of its own here. */
const holdsWords = (figure: Figure): string => figure.asOf === null && figure.asOfText === null && figure.periodText === null && !figure.refusal ? 'no date' : whenWords(figure);

const wideRow = (comparison: Comparison, {figure}: LedgerRow): Row[] => {
	const card = cardsOf(comparison).get(figure.article);
	const source: Row = [...sourceRuns(figure), ...hedgesOf(figure).map(hedge => ({text: ` ${quoted(hedge)}`, role: 'figure' as const, italic: true}))];
	const said = saidWords(figure);
	const outlet = card ? outletRuns(card, {role: 'dim'}) : [];
	const value = wrapRuns(figureRuns(figure), 20);
	const printed = wrapRuns([{text: figure.measureText ?? measureWords(figure)}], VALUE_END - PRINTED - Math.max(...value.map(rowWidth)) - 1);
	const sources = wrapRuns(source, SAID_END - SOURCE - (said === '' ? 0 : said.length + 1));
	const when = holdsWords(figure);
	const apart = apartOf(comparison).get(figure.article) ?? '';
	const whens = wrapRuns([{text: when, role: 'dim'}], Math.max(12, OUTLET_END - WHEN - Math.max(rowWidth(outlet), apart.length) - 1));
	const canvas = createCanvas(WIDE, Math.max(value.length, printed.length, sources.length, whens.length, apart === '' ? 1 : 2));
	canvas.text(3, 0, check(figure));
	for (const [y, row] of printed.entries()) canvas.text(PRINTED, y, row);
	for (const [y, row] of value.entries()) canvas.text(VALUE_END - rowWidth(row), y, row);
	for (const [y, row] of sources.entries()) canvas.text(SOURCE, y, row);
	canvas.text(SAID_END, 0, said, {role: 'dim', align: 'right'});
	for (const [y, row] of whens.entries()) canvas.text(WHEN, y, row);
	canvas.text(OUTLET_END - rowWidth(outlet), 0, outlet);
	canvas.text(OUTLET_END, 1, apart, {role: 'dim', align: 'right'});
	return canvas.rows();
};

const narrowRow = (comparison: Comparison, {figure}: LedgerRow, width: number): Row[] => {
	const cells = Math.min(textWidth(2), width - 4);
	const rows = figureBlock(figure, cardsOf(comparison), cells, apartOf(comparison));
	const canvas = createCanvas(width, rows.length);
	for (const [y, row] of rows.entries()) canvas.text(3, y, row);
	canvas.text(3, 0, check(figure));
	return canvas.rows();
};

const headOf = ({label, note, rows}: LedgerGroup, width: number): Row[] => {
	const canvas = createCanvas(width, 1);
	const right = width - 1;
	kicker(canvas, 3, 0, label, right, String(rows.length));
	// What it is of stands in the rule, dim.
	if (note !== null) canvas.text(3 + label.length, 0, clip(`  ${note} `, Math.max(0, right - 6 - label.length)), {role: 'dim'});
	return canvas.rows();
};

/** A closed question keeps its values in sight: "aid  money: £1bn, £3bn". */
const closedRow = ({label, note, rows}: LedgerGroup, width: number): Row[] => {
	const canvas = createCanvas(width, 1);
	const values = [...new Set(rows.map(({figure}) => figureRuns(figure).map(run => run.text).join('')))].join(', ');
	kicker(canvas, PRINTED, 0, label, width - 1, String(rows.length));
	canvas.text(3, 0, symbols.closed, {bold: true});
	canvas.text(PRINTED + label.length, 0, clip(`  ${[note, values].filter(Boolean).join(': ')} `, Math.max(0, width - 4 - PRINTED - label.length)), {role: 'dim'});
	return canvas.rows();
};

/** The sentence of the figure under the cursor, and where it stands. */
const footOf = (figure: Figure | undefined, width: number): Row[] => {
	if (width < WIDE) return [];
	// Two rows also over a closed question: the page does not jump.
	if (figure === undefined) return [[], []];
	const lines = wrapRuns([{text: figure.sentence}], textWidth(2)).slice(0, 2);
	const place = figure.segment < 0 ? 'headline' : `paragraph ${figure.segment + 1}`;
	const canvas = createCanvas(width, 2);
	canvas.text(3, 0, `${place}, line ${figure.line}`, 'dim');
	for (const [y, row] of lines.entries()) canvas.text(SOURCE, y, row);
	return canvas.rows();
};

/** All of it, as a pipe gets it. */
const whole = {closed: [], order: 'time', filter: ''} as const;

const orderWords = {time: 'by time', value: 'by value', outlet: 'by outlet'} as const;

const pageOf = (comparison: Comparison, cursor: number | null, looks: Pick<CompareViewState, 'closed' | 'order' | 'filter'>, width: number, low: boolean): Page => {
	const wide = width >= WIDE;
	const all = ledgerItems(comparison, looks);
	// A group's head goes with its first figure, so that the cursor's rows are the figures.
	const blocks = all.map(({group, row, head, last}) => ({
		rows: row === null ? closedRow(group, width) : [...(head ? headOf(group, width) : []), ...(wide ? wideRow(comparison, row) : narrowRow(comparison, row, width))],
		apart: last && !low ? 1 : 0, head: head ? 1 : 0,
	}));
	const body = bodyOf(width, blocks, all.flatMap(({group, head}, index) => head && group.rows.length > 1 ? [index] : []), cursor, (canvas, from, to) => {
		canvas.bar(1, from + (blocks[cursor ?? 0]?.head ?? 0), to);
		canvas.tint(2, width - 1, from + (blocks[cursor ?? 0]?.head ?? 0), to);
	});
	if (all.length === 0) body.canvas.text(3, 0, say.noFigures, {role: 'own', italic: true});
	const head = createCanvas(width, wide ? 2 : 1);
	head.text(3, 0, [{text: 'Ledger', bold: true}, {text: `  ${count(comparison.columns.length, 'article')}, a row a figure`, role: 'dim'}]);
	if (wide) {
		head.text(SOURCE, 0, `grouped by question, within it ${orderWords[looks.order]}`, 'dim');
		head.text(OUTLET_END, 0, `${symbols.checked} checked by a person`, {role: 'dim', align: 'right'});
		head.text(PRINTED, 1, 'as printed', 'dim');
		head.text(VALUE_END, 1, 'figure', {role: 'dim', align: 'right'});
		head.text(SOURCE, 1, 'on whose word', 'dim');
		head.text(SAID_END, 1, 'said', {role: 'dim', align: 'right'});
		head.text(WHEN, 1, 'holds for', 'dim');
		head.text(OUTLET_END, 1, 'outlet', {role: 'dim', align: 'right'});
	}

	const checked = all.filter(({row}) => row !== null && isChecked(row.figure)).length;
	const only = looks.filter === '' ? '' : `only “${looks.filter}”   `;
	const at = cursor === null ? '' : `${only}${Math.min(cursor + 1, all.length)} of ${all.length}${wide ? `, ${checked} checked` : ''}`;
	return {head: head.rows(), body, foot: cursor === null ? [] : footOf(all[cursor]?.row?.figure, width), rules: [], said: at};
};

const screenPage = (comparison: Comparison, view: CompareViewState, size: Size): Page => pageOf(comparison, view.cursor, view, pageWidth(size.columns), size.rows < 30);

/** A row a figure, for any number of articles: under its question, by time. */
export const ledgerView: CompareView = {
	name: 'ledger',
	moves: 'rows',
	draw: (comparison, view, size) => drawPage(comparison, view, size, screenPage(comparison, view, size)),
	measure: (comparison, view, size) => pageMetrics(screenPage(comparison, view, size), size),
	plain: (comparison, width) => plainPage(comparison, width, pageOf(comparison, null, whole, width >= WIDE ? WIDE : width, false)),
	target: (comparison, view) => targetOf(comparison, ledgerItems(comparison, view)[view.cursor]?.row?.figure),
	places: () => 1,
};
