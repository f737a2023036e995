import {timelineOf} from '../../compare/timeline.ts';
import type {Comparison} from '../../model/comparison.ts';
import type {Figure} from '../../model/figure.ts';
import type {Time} from '../../model/views.ts';
import {createCanvas} from '../paint/canvas.ts';
import {wrapRuns} from '../figure-list.ts';
import {kicker, MODULE, pageWidth, rowWidth, textAt, textBehind, textWidth, type Size} from '../paint/layout.ts';
import type {Row} from '../paint/row.ts';
import type {CompareViewState} from '../state.ts';
import {symbols} from '../paint/theme.ts';
import {figureRuns, hedgesOf, quoted, say, sourceRuns, whenWords} from '../words/words.ts';
import type {CompareView} from './compare-view.ts';
import {keptFor} from './kept.ts';
import {outletOf} from './names.ts';
import {besides, bodyOf, drawPage, pageMetrics, plainPage, saidWithPlace, targetOf, type Page} from './page.ts';
import {axisOf, axisRows, magnitudeOf, magnitudeWords, plotFigure, type Axis} from './plot.ts';

/** From here on origins stand at the left and the plot in two modules beside. */
const BESIDE = 3 * MODULE;
/** Cells of a line's name and of the column for what has no date; the axis takes the rest. */
const NAME = 9;
const UNDATED = 19;

/** What one origin says to one question: figures with their times, and those without any. */
type Strip = {readonly question: string; readonly first: boolean; readonly placed: ReadonlyArray<{readonly figure: Figure; readonly time: Time}>; readonly undated: readonly Figure[]};

const originOf = ({source}: Figure): string => source ?? '';

/** Questions in their order, under each the origins: the earliest first, undated ones last. */
const stripsOf = keptFor((comparison): readonly Strip[] => {
	const {points, undated} = timelineOf(comparison);
	return comparison.questions.flatMap(({label, figures}) => {
		const ids = new Set(figures.map(({id}) => id));
		const placed = points.filter(({figure}) => ids.has(figure.id));
		const without = undated.filter(({figure}) => ids.has(figure.id)).map(({figure}) => figure);
		const origins = [...new Set([...placed.map(({figure}) => originOf(figure)), ...without.map(originOf)])];
		return origins.map((origin, index) => ({
			question: label, first: index === 0,
			placed: placed.filter(({figure}) => originOf(figure) === origin), undated: without.filter(figure => originOf(figure) === origin),
		}));
	});
});

const figuresOf = (strip: Strip): readonly Figure[] => [...strip.placed.map(({figure}) => figure), ...strip.undated];

/** Who says it, of when, how sure; and whose page it is. */
const labelRows = (comparison: Comparison, strip: Strip, cells: number): Row[] => {
	const [figure] = figuresOf(strip);
	if (figure === undefined) return [];
	return [
		...wrapRuns(sourceRuns(figure), cells),
		...wrapRuns([{text: whenWords(figure), role: 'dim'}, ...hedgesOf(figure).map(hedge => ({text: `  ${quoted(hedge)}`, role: 'figure' as const, italic: true}))], cells),
		...wrapRuns([...new Set(figuresOf(strip).map(({article}) => article))].flatMap((id, index) => [...(index > 0 ? [{text: '; ', role: 'dim' as const}] : []), ...outletOf(comparison, id, {role: 'dim'})]), cells),
	];
};

const plotRows = (strip: Strip, axis: Axis | null, cells: number, here: string | null): Row[] => {
	const lines = [...new Set(figuresOf(strip).map(magnitudeOf))].sort((a, b) => (b ?? -Infinity) - (a ?? -Infinity));
	const height = (line: number | null): number => Math.max(1, strip.placed.filter(({figure}) => magnitudeOf(figure) === line).length, strip.undated.filter(figure => magnitudeOf(figure) === line).length);
	const canvas = createCanvas(cells, Math.max(1, lines.reduce<number>((sum, line) => sum + height(line), 0)));
	let y = 0;
	for (const line of lines) {
		canvas.text(NAME - 1, y, line === null ? symbols.none : magnitudeWords(line), {role: 'dim', align: 'right'});
		const points = strip.placed.filter(({figure}) => magnitudeOf(figure) === line);
		for (const [index, point] of points.entries()) if (axis) plotFigure(canvas, NAME + UNDATED, y + index, axis, point, point.figure.id === here);
		for (const [index, figure] of strip.undated.filter(one => magnitudeOf(one) === line).entries()) {
			const value = figureRuns(figure).map(run => figure.id === here ? {...run, inverse: true} : run);
			canvas.text(NAME, y + index, rowWidth(value) < UNDATED ? value : wrapRuns(value, UNDATED - 1)[0] ?? []);
		}

		y += height(line);
	}

	return canvas.rows();
};

const axisFoot = (axis: Axis | null, x: number, width: number): Row[] => {
	const canvas = createCanvas(width, 3);
	canvas.rule(0, x + NAME, x + NAME + UNDATED - 2);
	canvas.text(x + NAME, 1, 'undated', 'dim');
	for (const [y, row] of (axis ? axisRows(axis) : []).entries()) canvas.text(x + NAME + UNDATED, y, row);
	return canvas.rows();
};

const questionHead = (strip: Strip, width: number): Row[] => {
	const canvas = createCanvas(width, 1);
	kicker(canvas, 3, 0, strip.question, width - 1);
	return canvas.rows();
};

const pageOf = (comparison: Comparison, at: {readonly cursor: number; readonly figure: number; readonly filter: string} | null, width: number, low: boolean): Page => {
	const cursor = at?.cursor ?? null;
	const strips = stripsOf(comparison);
	const wide = width >= BESIDE;
	const cells = wide ? textBehind(width, 1) : Math.min(textWidth(2), width - 4);
	const axis = axisOf(strips.flatMap(({placed}) => placed.map(({time}) => time)), cells - NAME - UNDATED);
	const here = (index: number, strip: Strip): string | null => index === cursor && at !== null && at.figure > 0 ? figuresOf(strip)[at.figure]?.id ?? null : null;
	const blocks = strips.map((strip, index) => ({
		head: strip.first ? 1 : 0,
		rows: [
			...(strip.first ? questionHead(strip, width) : []),
			...(wide ? besides(width, [{x: textAt(0), rows: labelRows(comparison, strip, textWidth(1))}, {x: textAt(1), rows: plotRows(strip, axis, cells, here(index, strip))}])
				: besides(width, [{x: 3, rows: [...labelRows(comparison, strip, cells), ...plotRows(strip, axis, cells, here(index, strip))]}])),
		],
		apart: low ? 0 : 1,
	}));
	const body = bodyOf(width, blocks, [], cursor, (canvas, from, to) => canvas.bar(1, from + (blocks[cursor ?? 0]?.head ?? 0), to));
	if (strips.length === 0) body.canvas.text(3, 0, say.noFigures, {role: 'own', italic: true});
	const head = createCanvas(width, 2);
	head.text(3, 0, 'Timeline', {bold: true});
	head.text(wide ? 3 : 14, wide ? 1 : 0, 'a strip an origin, by its question', 'dim');
	const legend: Row = [{text: symbols.stated, role: 'figure'}, {text: ' the time it is about   ', role: 'dim'}, {text: symbols.inferredPlot, role: 'figure'}, {text: width < 76 ? ' no start told, or only said' : ' since a start not stated, or only said then', role: 'dim'}];
	head.text(wide ? textAt(1) : 3, wide ? 0 : 1, legend);
	if (wide) head.text(textAt(1), 1, 'a line is an order of magnitude; nothing joins two origins', 'dim');
	return {
		head: head.rows(), body, foot: axisFoot(axis, wide ? textAt(1) : 3, width), rules: wide ? [MODULE] : [],
		said: at === null || strips.length === 0 ? '' : (at.filter === '' ? '' : `only “${at.filter}”   `) + saidWithPlace(`${Math.min(at.cursor + 1, strips.length)} of ${strips.length} strips`, at.figure, strips.slice(at.cursor, at.cursor + 1).flatMap(figuresOf).length),
	};
};

const screenPage = (comparison: Comparison, view: CompareViewState, size: Size): Page => pageOf(comparison, view, pageWidth(size.columns), size.rows < 30);

const figuresAt = (comparison: Comparison, {cursor}: CompareViewState): readonly Figure[] => stripsOf(comparison).slice(cursor, cursor + 1).flatMap(figuresOf);

/** Figures through time, a strip an origin: the time they hold for, apart from when they were said and published. */
export const timelineView: CompareView = {
	name: 'timeline',
	moves: 'rows',
	draw: (comparison, view, size) => drawPage(comparison, view, size, screenPage(comparison, view, size)),
	measure: (comparison, view, size) => pageMetrics(screenPage(comparison, view, size), size),
	plain: (comparison, width) => plainPage(comparison, width, pageOf(comparison, null, pageWidth(width), false)),
	places: (comparison, view) => figuresAt(comparison, view).length,
	target(comparison, view) {
		return targetOf(comparison, figuresAt(comparison, view)[view.figure]);
	},
};
