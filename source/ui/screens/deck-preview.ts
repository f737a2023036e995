import {countOrigins} from '../../compare/origins.ts';
import type {Comparison, Reason} from '../../model/comparison.ts';
import type {Figure} from '../../model/figure.ts';
import {clip} from '../../text/width.ts';
import type {Canvas} from '../paint/canvas.ts';
import {figureListHead, groupBlocks, groupFigures, wrapRuns, type FigureGroup} from '../figure-list.ts';
import {kicker, MODULE, textWidth} from '../paint/layout.ts';
import {previewIds, type Entry} from '../session/load.ts';
import type {Row} from '../paint/row.ts';
import {SIDE_BY_SIDE} from '../reduce/deck.ts';
import type {State} from '../state.ts';
import {symbols} from '../paint/theme.ts';
import {count, countRange, daysInWords, figureRuns, headlineWords, monthWords, say, thousands} from '../words/words.ts';
import type {World} from '../world.ts';
import {coverage, COVERAGE_ROWS} from './coverage.ts';
import {paneTitle, type Pane} from './pane.ts';

/** `partly`: not every article was read for it, so there may be more origins. */
const facts = (entry: Entry, origins: {readonly low: number; readonly high: number}, partly: boolean): Row => [
	{text: `${count(entry.articles.length, 'article')}${entry.undated > 0 ? `, ${thousands(entry.undated)} undated` : ''}   `, role: 'dim'},
	{text: countRange(entry.outlets, 'outlet'), role: 'dim'},
	...(origins.high > 0 ? [{text: `   ${partly ? 'at least ' : ''}${countRange(origins, 'origin')}`, role: 'dim' as const, bold: true}] : []),
];

const reasonRow = (reason: Reason): Row => {
	const names = reason.figures.slice(0, 2).map(figure => figureRuns(figure).map(run => run.text).join('')).join(', ');
	return [{text: `${symbols.notEqual} `, role: 'warn'}, {text: `${names}: `, bold: true}, {text: reason.fact === '' ? reason.reason : daysInWords(reason.fact), role: 'dim'}];
};

/** A row whose further lines stand under its words, not under its sign; two lines at most. */
const hanging = (row: Row, cells: number): Row[] =>
	wrapRuns(row.slice(1), cells - 2).slice(0, 2).map((line, index) => [index === 0 ? row[0] ?? {text: '  '} : {text: '  '}, ...line]);

/** At most two reasons, then what logic says of all the figures together. */
const explainRows = (comparison: Comparison, cells: number, why: string | null): Row[] => {
	const apart = comparison.reasons.filter(reason => !reason.comparable && reason.figures.length > 1).slice(0, 2).map(reasonRow);
	const tension = comparison.tensions[0];
	const last: Row = tension
		? [{text: `${symbols.tension} `, role: 'warn', bold: true}, {text: daysInWords(tension.explanation), role: 'own', italic: true}]
		: [{text: '  '}, {text: say.canAllBeTrue, role: 'own', italic: true}, ...(why === null || apart.length === 0 ? [] : [{text: `  press ${why} for why`, role: 'dim' as const}])];
	return [...apart, last].flatMap(row => hanging(row, cells));
};

const explainCounts = (comparison: Comparison): string => {
	const figures = comparison.questions.reduce((sum, group) => sum + group.figures.length, 0);
	return `${count(figures, 'figure')}, ${count(comparison.questions.length, 'question')}`;
};

/** Draws the entry under the cursor; returns what goes on below its last row. */
export const preview = (canvas: Canvas, entry: Entry, _state: State, world: World, pane: Pane): string => {
	const {x, right, bottom} = pane;
	const read = previewIds(entry.articles);
	const comparison = world.comparison(read, entry.label);
	const figures = comparison?.columns.flatMap(column => column.figures) ?? [];
	const told = entry.kind === 'storyline' ? `storyline${entry.oldest ? `, from ${monthWords(entry.oldest)}` : ''}` : '';
	let y = paneTitle(canvas, pane, entry.label, told);
	const roomy = world.size.columns >= SIDE_BY_SIDE;
	if (world.size.rows >= 20) canvas.text(x, y++, facts(entry, countOrigins(figures), entry.articles.some(card => card.figureCount > 0 && !read.includes(card.id))), {width: right - x});
	if (roomy) y++;
	if (!comparison) {
		canvas.text(x, y, say.loading, 'dim');
		return '';
	}

	const ordered = inQuestionOrder(comparison);
	const groups = groupFigures(ordered, comparison.questions.flatMap(group => group.derived));
	if (groups.length === 0) return noFigures(canvas, entry, {...pane, y});
	// From four modules on, what explains the figures stands beside them.
	const wide = right - x >= textWidth(3);
	const list = wide ? x + textWidth(2) : right;
	const beside = {x: wide ? x + 2 * MODULE : x, right, bottom};
	const explained = roomy && figures.length > 1 ? explainRows(comparison, right - beside.x, world.keymap.keyFor('view-explain', 'deck')) : [];
	if (!roomy && figures.length > 1) {
		canvas.text(x, y, [{text: `${explainCounts(comparison)}: `, role: 'dim'}, ...lastWord(comparison)], {width: right - x});
		y++;
	} else if (roomy) {
		kicker(canvas, x, y, 'Figures', list, thousands(ordered.length));
		y++;
	}

	const reserved = wide || explained.length === 0 ? 0 : explained.length + 2;
	const used = figuresIn(canvas, groups, world, {x, y, right: list, bottom: bottom - reserved}, roomy);
	let after = wide ? y - 1 : used.y + 1;
	if (explained.length > 0) {
		kicker(canvas, beside.x, after, 'Explain', right, explainCounts(comparison));
		for (const [index, row] of explained.entries()) canvas.text(beside.x, after + 1 + index, row);
		after += explained.length + 2;
	}

	const covered = wide ? used.y + 1 : after;
	if (roomy && used.left === 0 && covered + COVERAGE_ROWS - 1 <= bottom && coverage(canvas, entry, comparison, {x, y: covered, right: list, bottom}) && !wide) after += COVERAGE_ROWS + 1;
	if (roomy && after + 2 <= bottom) titles(canvas, entry, {...beside, y: after});
	return used.left > 0 ? `${count(used.left, 'more figure', 'more figures')}` : '';
};

const lastWord = (comparison: Comparison): Row => comparison.tensions.length > 0
	? [{text: `${symbols.tension} ${thousands(comparison.tensions.length)}`, role: 'warn', bold: true}]
	: [{text: 'can all be true together', role: 'own', italic: true}];

/** Questions first, in their order; what no question holds comes last. */
const inQuestionOrder = (comparison: Comparison): Figure[] => {
	const asked = comparison.questions.flatMap(group => group.figures);
	const known = new Set(asked.map(figure => figure.id));
	return [...asked, ...comparison.columns.flatMap(column => column.figures).filter(figure => !known.has(figure.id))];
};

type Used = {readonly y: number; readonly left: number};

/** Groups of figures as long as there is room; hedges in rows of their own only where everything fits with them. */
const figuresIn = (canvas: Canvas, groups: readonly FigureGroup[], world: World, pane: Pane, roomy: boolean): Used => {
	const cells = pane.right - pane.x;
	const room = pane.bottom - pane.y;
	const drawn = (hedged: boolean): Row[][][] => groups.map(group => groupBlocks(group, world.data.cards, Math.min(76, cells), hedged));
	const height = (of: readonly Row[][][], gap: number): number => of.reduce((sum, blocks) => sum + blocks.flat().length + gap, -gap);
	const hedged = drawn(true);
	const fits = height(hedged, roomy ? 1 : 0) <= room;
	const shownGroups = fits ? hedged : drawn(false);
	const gap = roomy && (fits || height(shownGroups, 1) <= room) ? 1 : 0;
	canvas.text(pane.x, pane.y, figureListHead(Math.min(76, cells)));
	let y = pane.y + 1;
	let shown = 0;
	for (const [index, blocks] of shownGroups.entries()) {
		const figures = groups[index]?.figures.length ?? 0;
		const start = y;
		for (const [at, rows] of blocks.entries()) {
			if (y + rows.length - 1 > pane.bottom) break;
			for (const row of rows) canvas.text(pane.x, y++, row);
			if (at < figures) shown++;
		}

		// What does not fit whole ends the list: a later, lower figure would look as if it came next.
		if (y - start < blocks.flat().length) break;
		y += index < shownGroups.length - 1 ? gap : 0;
	}

	const total = groups.reduce((sum, group) => sum + group.figures.length, 0);
	return {y, left: Math.max(0, total - shown)};
};

/** The headlines of an entry, as many as there is room for. */
const titles = (canvas: Canvas, entry: Entry, {x, y, right, bottom}: Pane): void => {
	const room = bottom - y;
	kicker(canvas, x, y, 'Articles', right, entry.articles.length > room ? `${room} of ${thousands(entry.articles.length)}` : thousands(entry.articles.length));
	for (const [index, card] of entry.articles.slice(0, room).entries()) {
		const date = card.published === null ? 'undated' : monthWords(card.published);
		const {text, role = 'ink'} = headlineWords(card);
		canvas.text(x, y + 1 + index, clip(text, right - x - 12), role);
		canvas.text(right, y + 1 + index, date, {role: 'dim', align: 'right'});
	}
};

const noFigures = (canvas: Canvas, entry: Entry, pane: Pane): string => {
	canvas.text(pane.x, pane.y, [{text: `${symbols.none} ${say.noFigures}`, role: 'own', italic: true}]);
	if (pane.y + 3 <= pane.bottom) titles(canvas, entry, {...pane, y: pane.y + 2});
	return '';
};
