import type {Column, Comparison} from '../../model/comparison.ts';
import {createCanvas, type Canvas} from '../paint/canvas.ts';
import {clip, width} from '../../text/width.ts';
import {createPage, footer, MODULE, modulesOf, pageWidth, tabRow, textAt, textWidth, type Size} from '../paint/layout.ts';
import type {Row, Run} from '../paint/row.ts';
import type {CompareViewState} from '../state.ts';
import {outletRuns, publishedWords} from '../words/words.ts';
import type {CompareMetrics} from './compare-view.ts';
import {onItsPage} from './names.ts';
import {tabsWhile} from './tabs.ts';

/** Rows 0 and 1 hold the tabs, 2 and 3 the heads of the columns, 4 their rule. */
const HEAD = 5;
const FOOT = 2;
const MOST_COLUMNS = 4;

/** Columns that stand side by side. */
export type Shown = {readonly first: number; readonly count: number};

/** Of so many columns those that fit, so that the focused one is among them. */
export const shownOf = (all: number, focus: number, columns: number): Shown => {
	const count = Math.min(MOST_COLUMNS, modulesOf(columns), all);
	return {first: Math.max(0, Math.min(focus - count + 1, all - count)), count};
};

/** The columns of a comparison that fit. */
export const shownColumns = (comparison: Comparison, view: Pick<CompareViewState, 'column'>, columns: number): Shown => shownOf(comparison.columns.length, view.column, columns);

/** Under this the footer says its state in few words. */
export const isNarrow = (size: Size): boolean => size.columns < 100;

/** Lines of the body seen at once. */
export const roomFor = (size: Size): number => Math.max(1, size.rows - HEAD - FOOT);

/** What a piece is, after its date: "live blog, lead", "10 of 10 on its page". */
const kindWords = ({article}: Column): string => {
	if (article.kind === 'live-blog') return 'live blog, lead';
	if (article.kind === 'post') return 'live blog, post';
	return onItsPage(article);
};

/** An outlet's name within so many cells; the sign of what is inferred stays. */
export const nameWithin = (article: Pick<Column['article'], 'outlet' | 'outletBasis'>, cells: number, look: Omit<Run, 'text'> = {}): Row => {
	const [name, ...signs] = outletRuns(article, look);
	const room = cells - signs.reduce((sum, run) => sum + width(run.text), 0);
	return name === undefined ? [] : [{...name, text: clip(name.text, room)}, ...signs];
};

/** What stands over a column. */
export type Head = {readonly article: Column['article']; readonly under: string; readonly isBase: boolean};

/** The columns' own heads: outlet, date, and what the piece is on its page. */
const headsOf = (comparison: Comparison): Head[] => comparison.columns.map((column, index) => ({
	article: column.article, under: [publishedWords(column.article.published), kindWords(column)].filter(Boolean).join(' · '), isBase: index === 0,
}));

const drawHead = (canvas: Canvas, {article, under, isBase}: Head, module: number): void => {
	const x = textAt(module);
	canvas.text(x, 2, nameWithin(article, isBase ? 30 : 36, {bold: true}), {bold: true});
	if (isBase) canvas.text(x + 36, 2, 'base', {role: 'dim', align: 'right'});
	canvas.text(x, 3, under, {role: 'dim', width: textWidth(1)});
};

/** A body of any length, drawn before it is known which part of it is seen: a canvas and where each row of the comparison begins in it. `below`: lines that go on, where the canvas holds only what is seen. */
export type Body = {readonly canvas: Canvas; readonly offsets: readonly number[]; readonly differences: readonly number[]; readonly below?: number};

/** A body's canvas, as wide as its columns and so many lines high. */
export const bodyCanvas = (count: number, lines: number): Canvas => createCanvas(count * MODULE, Math.max(1, lines));

export const metricsOf = (body: Body, size: Size): CompareMetrics => ({offsets: body.offsets, total: body.canvas.height, room: roomFor(size), differences: body.differences});

/** Beside other words, and where it is narrow, the columns are only numbers: the key that leads to the others needs the room. */
const stateWords = (comparison: Comparison, shown: Shown, said: string, narrow: boolean): string => {
	const all = comparison.columns.length;
	const columns = shown.count === all ? '' : shown.count === 1 ? `column ${shown.first + 1} of ${all}` : `${narrow && said !== '' ? '' : 'columns '}${shown.first + 1}–${shown.first + shown.count} of ${all}`;
	return [columns, said].filter(Boolean).join('   ');
};

/** Row 0 and 1: what is compared, and the views by their keys. */
export const viewTabs = (canvas: Canvas, comparison: Comparison, view: CompareViewState): void => {
	const {tabs, open} = tabsWhile(view.view);
	tabRow(canvas, view.title || comparison.title, tabs, open);
};

/** Rows 2 to 4: the heads of the shown columns over their rule, double under the one with the focus; and the rules between them down to `end`. */
export const drawHeads = (canvas: Canvas, heads: readonly Head[], shown: Shown, focus: number, size: Size, end = size.rows - FOOT - 1): void => {
	canvas.rule(HEAD - 1, 0, pageWidth(size.columns));
	for (let module = 0; module < shown.count; module++) {
		const head = heads[shown.first + module];
		if (head === undefined) continue;
		drawHead(canvas, head, module);
		if (shown.first + module === focus) canvas.rule(HEAD - 1, module * MODULE, (module + 1) * MODULE + (module + 1 < shown.count ? 1 : 0), {double: true});
	}

	for (let module = 1; module < shown.count; module++) canvas.vertical(module * MODULE, 2, end);
};

/** The frame round a body: tabs, heads of the columns, vertical rules, the lines that are seen, footer. */
export const framed = (comparison: Comparison, view: CompareViewState, size: Size, body: Body, said: string, heads: readonly Head[] = headsOf(comparison)): Row[] => {
	const {canvas} = createPage(size);
	const shown = shownColumns(comparison, view, size.columns);
	const room = roomFor(size);
	const scroll = body.below === undefined ? Math.max(0, Math.min(view.scroll, body.canvas.height - room)) : 0;
	viewTabs(canvas, comparison, view);
	drawHeads(canvas, heads, shown, view.column, size);
	for (const [line, row] of body.canvas.rows().slice(scroll, scroll + room).entries()) canvas.text(0, HEAD + line, row);
	const below = body.below ?? body.canvas.height - scroll - room;
	footer(canvas, {state: stateWords(comparison, shown, said, size.columns < 2 * MODULE + 1), more: below > 0 ? `${below} more below` : ''});
	return canvas.rows();
};

/** One band of a pipe: the heads of its columns, then its body. The title stands over the first. */
const plainBand = (comparison: Comparison, {first, count}: Shown, body: Body): Row[] => {
	const heads = createCanvas(count * MODULE, HEAD);
	const all = headsOf(comparison);
	heads.rule(HEAD - 1, 0, count * MODULE);
	for (let module = 0; module < count; module++) {
		const head = all[first + module];
		if (head !== undefined) drawHead(heads, head, module);
		if (module > 0) heads.vertical(module * MODULE, 2, HEAD - 1);
	}

	return [...heads.rows().slice(2), ...body.canvas.rows()];
};

/** The whole comparison for a pipe: the columns that fit, and the others in further bands below. */
export const plainBody = (comparison: Comparison, columns: number, draw: (shown: Shown) => Body): string[] => {
	const all = comparison.columns.length;
	const most = Math.max(1, Math.min(modulesOf(columns), all));
	const lines = [`   ${clip(comparison.title, columns - 4)}`, ''];
	for (let first = 0; first < all; first += most) {
		const shown = {first, count: Math.min(most, all - first)};
		if (first > 0) lines.push('');
		lines.push(...plainBand(comparison, shown, draw(shown)).map(row => row.map(run => run.text).join('').trimEnd()));
	}

	return lines;
};
