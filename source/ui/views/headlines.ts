import {headlinesOf} from '../../compare/headlines.ts';
import type {Comparison} from '../../model/comparison.ts';
import type {HeadlineRow, Stretch} from '../../model/views.ts';
import {HEADLINE} from '../../model/article.ts';
import {createCanvas} from '../paint/canvas.ts';
import {wrapRuns} from '../figure-list.ts';
import {MODULE, pageWidth, textAt, textBehind, textWidth, type Size} from '../paint/layout.ts';
import type {Row, Run} from '../paint/row.ts';
import {markedRuns, marksOf} from '../screens/article-text.ts';
import type {CompareViewState} from '../state.ts';
import {symbols} from '../paint/theme.ts';
import {outletRuns, publishedWords} from '../words/words.ts';
import type {CompareView} from './compare-view.ts';
import {keptFor} from './kept.ts';
import {apartOf} from './names.ts';
import {besides, bodyOf, drawPage, pageMetrics, plainPage, saidWithPlace, targetOf, type Page} from './page.ts';

/** From here on outlets stand at the left and headlines in two modules beside them. */
const BESIDE = 3 * MODULE;
/** Number, who, does, on whose word: cells from the left of the headline. */
const FIELDS = [0, 19, 40, 60] as const;
const LABELS = ['number', 'who', 'does', 'on whose word'] as const;

const board = keptFor(comparison => headlinesOf(comparison.columns));

const fieldRows = (stretch: Stretch | null, look: Omit<Run, 'text'>, cells: number): Row[] =>
	stretch === null ? [[{text: `${symbols.none} none`, role: 'own', italic: true}]] : wrapRuns([{text: stretch.text, ...look}], cells);

/** What the headline says, lined up with the other headlines, and what its own body says otherwise. */
const saidRows = (comparison: Comparison, row: HeadlineRow, cells: number, here: string | null): Row[] => {
	const column = comparison.columns.find(({article}) => article.id === row.article);
	if (row.headline === null || column === undefined) return [[{text: 'without a headline', role: 'own', italic: true}]];
	const marks = marksOf(column.article, HEADLINE, column.figures, column.quotes, here);
	const fields = [
		fieldRows(row.numbers[0] ?? null, {role: 'figure', bold: true}, 17), fieldRows(row.actor, {}, 19),
		fieldRows(row.verb, {}, 18), fieldRows(row.attribution, {}, cells - FIELDS[3]),
	];
	const canvas = createCanvas(cells, Math.max(...fields.map(rows => rows.length)));
	for (const [index, rows] of fields.entries()) for (const [y, line] of rows.entries()) canvas.text(FIELDS[index] ?? 0, y, line);
	const flags = row.flags.flatMap(({flag, words}) => wrapRuns([{text: `${symbols.tension} `, role: 'warn', bold: true}, {text: flag, role: 'dim'}, ...(words === null ? [] : [{text: `: “${words}”`, role: 'dim' as const}])], cells));
	return [...wrapRuns(markedRuns(row.headline, 0, row.headline.length, marks, {bold: true}), cells), ...canvas.rows(), ...flags];
};

const outletRows = (comparison: Comparison, row: HeadlineRow): Row[] => {
	const article = comparison.columns.find(column => column.article.id === row.article)?.article;
	const piece = article === undefined ? undefined : apartOf(comparison).get(article.id);
	return article === undefined ? [] : [outletRuns(article, {bold: true}), [{text: [publishedWords(article.published), piece].filter(Boolean).join(' · '), role: 'dim'}]];
};

/** Narrow: outlet and date share one row. */
const outletRow = (comparison: Comparison, row: HeadlineRow, cells: number): Row => {
	const [outlet = [], date = []] = outletRows(comparison, row).map(runs => runs.map(run => ({...run, bold: false, role: run.role ?? 'dim' as const})));
	const canvas = createCanvas(cells, 1);
	canvas.text(0, 0, outlet);
	canvas.text(cells, 0, date.map(run => run.text).join(''), {role: 'dim', align: 'right'});
	return canvas.rows()[0] ?? [];
};

const pageOf = (comparison: Comparison, at: {readonly cursor: number; readonly figure: number} | null, width: number, low: boolean): Page => {
	const cursor = at?.cursor ?? null;
	const rows = board(comparison);
	const here = (index: number): string | null => index === cursor && at !== null && at.figure > 0 ? rows[index]?.figures[at.figure] ?? null : null;
	const wide = width >= BESIDE;
	const cells = wide ? textBehind(width, 1) : Math.min(textWidth(2), width - 4);
	const blocks = rows.map((row, index) => ({
		rows: wide ? besides(width, [{x: textAt(0), rows: outletRows(comparison, row)}, {x: textAt(1), rows: saidRows(comparison, row, cells, here(index))}])
			: besides(width, [{x: 3, rows: [outletRow(comparison, row, cells), ...saidRows(comparison, row, cells, here(index))]}]),
		apart: low ? 1 : 2,
	}));
	const flagged = rows.flatMap((row, index) => row.flags.length > 0 ? [index] : []);
	const body = bodyOf(width, blocks, flagged, cursor, (canvas, from, to) => canvas.bar(1, from, to));
	const head = createCanvas(width, 2);
	const x = wide ? textAt(1) : 3;
	if (wide) head.text(3, 0, 'Outlet', {bold: true});
	head.text(x, 0, 'Headline, and what it says', {bold: true});
	for (const [index, label] of LABELS.entries()) head.text(x + (FIELDS[index] ?? 0), 1, label, 'dim');
	return {head: head.rows(), body, foot: [], rules: wide ? [MODULE] : [], said: at === null ? '' : saidWithPlace(`${Math.min(at.cursor + 1, rows.length)} of ${rows.length} headlines`, at.figure, rows[at.cursor]?.figures.length ?? 0)};
};

const screenPage = (comparison: Comparison, view: CompareViewState, size: Size): Page => pageOf(comparison, view, pageWidth(size.columns), size.rows < 30);

/** The headlines one below the other: number, actor, verb and attribution lined up, and each against its own body. */
export const headlinesView: CompareView = {
	name: 'headlines',
	moves: 'rows',
	draw: (comparison, view, size) => drawPage(comparison, view, size, screenPage(comparison, view, size)),
	measure: (comparison, view, size) => pageMetrics(screenPage(comparison, view, size), size),
	plain: (comparison, width) => plainPage(comparison, width, pageOf(comparison, null, pageWidth(width), false)),
	places: (comparison, view) => board(comparison)[view.cursor]?.figures.length ?? 0,
	target(comparison, view) {
		const row = board(comparison)[view.cursor];
		const column = comparison.columns.findIndex(({article}) => article.id === row?.article);
		const figure = comparison.columns[column]?.figures.find(({id}) => id === row?.figures[view.figure]);
		return column < 0 ? null : targetOf(comparison, figure) ?? {column, figure: null, segment: null};
	},
};
