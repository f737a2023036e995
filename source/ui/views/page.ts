import type {Comparison} from '../../model/comparison.ts';
import type {Figure} from '../../model/figure.ts';
import {clip} from '../../text/width.ts';
import {createCanvas} from '../paint/canvas.ts';
import {createPage, footer, pageWidth, type Size} from '../paint/layout.ts';
import type {Row} from '../paint/row.ts';
import type {CompareViewState} from '../state.ts';
import type {CompareMetrics, Target} from './compare-view.ts';
import {viewTabs, type Body} from './frame.ts';

/** Tabs and rule, then `head`, then its double rule. */
const TOP = 2;
const FOOT = 2;

/** A view that is one page instead of columns: rows that stay at the head and at the foot, and the body that scrolls between. */
export type Page = {
	/** At most two rows. */
	readonly head: readonly Row[];
	readonly body: Body;
	/** Rows over the footer that never scroll; a rule stands over them. */
	readonly foot: readonly Row[];
	/** Cells at which a vertical rule parts the body. */
	readonly rules: readonly number[];
	/** What the footer says of the cursor. */
	readonly said: string;
};

const footHeight = ({foot}: Pick<Page, 'foot'>): number => foot.length === 0 ? 0 : foot.length + 1;

/** Lines of the body that are seen at once. */
const pageRoom = (page: Pick<Page, 'head' | 'foot'>, size: Size): number => Math.max(1, size.rows - TOP - page.head.length - 1 - footHeight(page) - FOOT);

export const pageMetrics = (page: Page, size: Size): CompareMetrics =>
	({offsets: page.body.offsets, total: page.body.canvas.height, room: pageRoom(page, size), differences: page.body.differences});

/** The page as exactly `size.rows` rows. */
export const drawPage = (comparison: Comparison, view: CompareViewState, size: Size, page: Page): Row[] => {
	const {canvas} = createPage(size);
	const width = pageWidth(size.columns);
	viewTabs(canvas, comparison, view);
	for (const [line, row] of page.head.entries()) canvas.text(0, TOP + line, row);
	const top = TOP + page.head.length + 1;
	const room = pageRoom(page, size);
	canvas.rule(top - 1, 0, width, {double: true});
	if (page.foot.length > 0) canvas.rule(top + room, 0, width);
	const scroll = Math.max(0, Math.min(view.scroll, page.body.canvas.height - room));
	for (const [line, row] of page.body.canvas.rows().slice(scroll, scroll + room).entries()) canvas.text(0, top + line, row);
	for (const x of page.rules) canvas.vertical(x, TOP, top + room - 1, {foot: page.foot.length > 0});
	const below = page.body.canvas.height - scroll - room;
	if (page.foot.length > 0) {
		if (below > 0) canvas.text(width - 1, top + room, ` ${below} more below `, {role: 'dim', align: 'right'});
		for (const [line, row] of page.foot.entries()) canvas.text(0, top + room + 1 + line, row);
	}

	footer(canvas, {state: page.said, more: below > 0 && page.foot.length === 0 ? `${below} more below` : ''});
	return canvas.rows();
};

/** All of the page as text, for a pipe. */
export const plainPage = (comparison: Comparison, width: number, page: Page): string[] => {
	const rows = (list: readonly Row[]): string[] => list.map(row => row.map(run => run.text).join('').trimEnd());
	return [`   ${clip(comparison.title, width - 4)}`, '', ...rows(page.head), ...rows(page.body.canvas.rows()), ...(page.foot.length === 0 ? [] : ['', ...rows(page.foot)])];
};

/** Parts side by side as rows as wide as the page, as many as the longest part has. */
export const besides = (width: number, parts: ReadonlyArray<{readonly x: number; readonly rows: readonly Row[]}>): Row[] => {
	const canvas = createCanvas(width, Math.max(1, ...parts.map(({rows}) => rows.length)));
	for (const {x, rows} of parts) for (const [y, row] of rows.entries()) canvas.text(x, y, row);
	return canvas.rows();
};

/** The place that `)` and `(` have come to, within a row that holds several: its number inverse, as in the reader. */
export const currentRows = (rows: readonly Row[]): Row[] => {
	const numbers = rows.some(row => row.some(run => run.role === 'figure' && run.bold));
	let found = false;
	return rows.map(row => row.map(run => {
		const isHere = numbers ? run.role === 'figure' && run.bold === true : !found && run.text.trim() !== '';
		found ||= isHere;
		return isHere ? {...run, inverse: true} : run;
	}));
};

/** "figure 2 of 3" behind what the footer says, where the cursor's row holds several. */
export const saidWithPlace = (said: string, figure: number, places: number, noun = 'figure'): string =>
	places < 2 ? said : [`${noun} ${Math.min(figure, places - 1) + 1} of ${places}`, said].filter(Boolean).join('   ');

/** The place of a figure in its comparison. */
export const targetOf = (comparison: Comparison, figure: Figure | undefined): Target | null => {
	if (figure === undefined) return null;
	const column = comparison.columns.findIndex(({article}) => article.id === figure.article);
	return column < 0 ? null : {column, figure, segment: figure.segment};
};

/** Blocks one below the other with a blank row between, as a body: each is drawn at its line, bars and tint by `mark`. */
export const bodyOf = (width: number, blocks: ReadonlyArray<{readonly rows: readonly Row[]; readonly apart: number}>, differences: readonly number[], cursor: number | null, mark: (canvas: ReturnType<typeof createCanvas>, from: number, to: number) => void): Body => {
	const height = Math.max(1, blocks.reduce((sum, {rows, apart}) => sum + rows.length + apart, 0));
	const canvas = createCanvas(width, height);
	const offsets: number[] = [];
	let y = 0;
	for (const [index, {rows, apart}] of blocks.entries()) {
		offsets.push(y);
		for (const [line, row] of rows.entries()) canvas.text(0, y + line, row);
		if (index === cursor && rows.length > 0) mark(canvas, y, y + rows.length - 1);
		y += rows.length + apart;
	}

	return {canvas, offsets, differences};
};
