import type {Column, Comparison} from '../../model/comparison.ts';
import {createCanvas, type Canvas} from '../canvas.ts';
import {footerHints} from '../keymap.ts';
import {createPage, footer, MODULE, modulesOf, tabRow, textAt, type Size} from '../layout.ts';
import type {Row} from '../row.ts';
import type {CompareViewState} from '../state.ts';
import {outletRuns, publishedWords} from '../words.ts';
import type {CompareMetrics} from '../world.ts';

/** Rows 0 and 1 hold the tabs, 2 and 3 the heads of the columns, 4 their rule. */
const HEAD = 5;
const FOOT = 2;
const MOST_COLUMNS = 4;

/** The columns that fit, so that the focused one is among them. */
export const shownColumns = (comparison: Comparison, view: Pick<CompareViewState, 'column'>, columns: number): {readonly first: number; readonly count: number} => {
	const count = Math.min(MOST_COLUMNS, modulesOf(columns), comparison.columns.length);
	return {first: Math.max(0, Math.min(view.column - count + 1, comparison.columns.length - count)), count};
};

/** Lines of the body seen at once. */
export const roomFor = (size: Size): number => Math.max(1, size.rows - HEAD - FOOT);

/** What a piece is, after its date: "live blog, lead", "10 of 10 on its page". */
const kindWords = ({article}: Column): string => {
	if (article.kind === 'live-blog') return 'live blog, lead';
	if (article.kind === 'post') return 'live blog, post';
	return article.siblings > 1 ? `${article.position} of ${article.siblings} on its page` : '';
};

const drawHead = (canvas: Canvas, column: Column, module: number, isBase: boolean): void => {
	const x = textAt(module);
	canvas.text(x, 2, outletRuns(column.article, {bold: true}), {width: isBase ? 30 : 36, bold: true});
	if (isBase) canvas.text(x + 36, 2, 'base', {role: 'dim', align: 'right'});
	const words = [publishedWords(column.article.published), kindWords(column)].filter(Boolean).join(' · ');
	canvas.text(x, 3, words, {role: 'dim', width: 36});
};

/** A body of any length, drawn before it is known which part of it is seen: a canvas and where each row of the comparison begins in it. */
export type Body = {readonly canvas: Canvas; readonly offsets: readonly number[]; readonly differences: readonly number[]};

/** A body's canvas, as wide as its columns and so many lines high. */
export const bodyCanvas = (count: number, lines: number): Canvas => createCanvas(count * MODULE, Math.max(1, lines));

export const metricsOf = (body: Body, size: Size): CompareMetrics => ({offsets: body.offsets, total: body.canvas.height, room: roomFor(size), differences: body.differences});

const stateWords = (comparison: Comparison, shown: {readonly first: number; readonly count: number}, said: string): string => {
	const all = comparison.columns.length;
	const columns = shown.count < all ? `columns ${shown.first + 1}–${shown.first + shown.count} of ${all}` : '';
	return [columns, said].filter(Boolean).join('   ');
};

/** The frame round a body: tabs, heads of the columns, vertical rules, the lines that are seen, footer. */
export const framed = (comparison: Comparison, view: CompareViewState, size: Size, body: Body, said: string): Row[] => {
	const {canvas} = createPage(size);
	const shown = shownColumns(comparison, view, size.columns);
	const room = roomFor(size);
	const scroll = Math.max(0, Math.min(view.scroll, body.canvas.height - room));
	tabRow(canvas, view.title || comparison.title, [{key: '2', name: 'Text'}, {key: '3', name: 'Figures'}], view.view === 'text' ? '2' : '3');
	canvas.rule(HEAD - 1, 0, Math.max(shown.count * MODULE, Math.min(size.columns, MODULE * modulesOf(size.columns))));
	for (let module = 0; module < shown.count; module++) {
		const column = comparison.columns[shown.first + module];
		if (column === undefined) continue;
		drawHead(canvas, column, module, shown.first + module === 0);
		if (shown.first + module === view.column) canvas.rule(HEAD - 1, module * MODULE + (module === 0 ? 0 : 1), (module + 1) * MODULE, {double: true});
	}

	for (let module = 1; module < shown.count; module++) canvas.vertical(module * MODULE, 2, size.rows - FOOT - 1);
	for (const [line, row] of body.canvas.rows().slice(scroll, scroll + room).entries()) canvas.text(0, HEAD + line, row);
	const below = body.canvas.height - scroll - room;
	footer(canvas, {hints: footerHints(`compare-${view.view}`), state: stateWords(comparison, shown, said), more: below > 0 ? `${below} more below` : ''});
	return canvas.rows();
};

/** The body as lines for a pipe: heads of the columns first. */
export const plainBody = (comparison: Comparison, count: number, body: Body): string[] => {
	const heads = createCanvas(count * MODULE, HEAD);
	for (let module = 0; module < count; module++) {
		const column = comparison.columns[module];
		if (column !== undefined) drawHead(heads, column, module, module === 0);
	}

	heads.text(3, 0, comparison.title, {width: count * MODULE - 4});
	heads.rule(HEAD - 1, 0, count * MODULE);
	for (let module = 1; module < count; module++) heads.vertical(module * MODULE, 2, HEAD - 1);
	return [...heads.rows(), ...body.canvas.rows()].map(row => row.map(run => run.text).join('').trimEnd());
};
