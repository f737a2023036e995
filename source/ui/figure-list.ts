import type {ArticleCard, ArticleId} from '../model/article.ts';
import {compareSubjects, mayJoin} from '../compare/subjects.ts';
import type {Derived} from '../model/comparison.ts';
import type {Figure} from '../model/figure.ts';
import {clip, width} from '../text/width.ts';
import {wrapLines} from '../text/wrap.ts';
import {createCanvas, type Canvas} from './paint/canvas.ts';
import {rowWidth} from './paint/layout.ts';
import type {Row, Run} from './paint/row.ts';
import {derivedRuns, figureRuns, hedgesOf, measureWords, outletRuns, quoted, sourceRuns, whenWords} from './words/words.ts';

/** Figures that count the same thing, most telling first. */
export type FigureGroup = {readonly label: string; readonly figures: readonly Figure[]; readonly derived: readonly Derived[]};

/** The spine of a list: value right-aligned to 25, source from 27, when from 50, outlet right-aligned to 76. */
const VALUE_END = 25;
const SOURCE = 27;
const SOURCE_WIDTH = 21;
const WHEN = 50;
const WIDE = 76;
/** An outlet longer than this would leave the time beside it no room. */
const LONGEST_BESIDE = 16;
/** A name no longer than this leaves the time beside it room enough: it is not clipped even in a preview. */
const NEVER_CLIPPED = 13;

/** Says of two figures of one article that they are the same one, told again. */
const told = (figure: Figure): string => [figure.article, figure.measure ?? figure.measureText, figure.low, figure.high, figure.flow, figure.refusal].join('|');

/** How much a figure tells: a headline gives no source, the body may. */
const telling = (figure: Figure): number => (figure.source === null ? 0 : 4) + (figure.segment >= 0 ? 2 : 0) + (figure.asOf === null && figure.saidOn === null ? 0 : 1);

/** One group a measure, in the order the figures come in; what one article tells twice is told once, where it tells most; minor and rejected ones are left out. */
export const groupFigures = (figures: readonly Figure[], derived: readonly Derived[] = []): FigureGroup[] => {
	const counted = figures.filter(figure => !figure.minor && !figure.derived && figure.review !== 'rejected');
	const best = new Map<string, Figure>();
	for (const figure of counted) {
		const known = best.get(told(figure));
		if (!known || telling(figure) > telling(known)) best.set(told(figure), figure);
	}

	const groups = new Map<string, Figure[]>();
	for (const figure of best.values()) {
		const label = measureWords(figure);
		groups.set(label, [...groups.get(label) ?? [], figure]);
	}

	// A derived value stands with the figures it is worked out from.
	const belongs = (item: Derived, group: readonly Figure[]): boolean => group.some(figure => item.from.includes(figure.text));
	const placed = new Set<Derived>();
	return [...groups].map(([label, list]) => {
		const own = derived.filter(item => !placed.has(item) && belongs(item, list));
		for (const item of own) placed.add(item);
		return {label, figures: list, derived: own};
	});
};

/** The words over the columns of a figure list. */
export const figureListHead = (cells: number): Row => {
	const canvas = createCanvas(cells, 1);
	canvas.text(0, 0, 'measure', 'dim');
	canvas.text(VALUE_END, 0, 'figure', {role: 'dim', align: 'right'});
	canvas.text(SOURCE, 0, 'on whose word', 'dim');
	if (cells >= WIDE) {
		canvas.text(WHEN, 0, 'when', 'dim');
		canvas.text(WIDE, 0, 'outlet', {role: 'dim', align: 'right'});
	}

	return canvas.rows()[0] ?? [];
};

/** Runs broken into rows of so many cells. */
export const wrapRuns = (runs: Row, cells: number): Row[] => {
	const text = runs.map(run => run.text).join('');
	return wrapLines(text, cells).map(line => sliceRuns(runs, line.start, line.end));
};

/** The runs between two offsets of their joined text. */
export const sliceRuns = (runs: Row, start: number, end: number): Row => {
	let at = 0;
	const kept: Run[] = [];
	for (const run of runs) {
		const from = Math.max(start, at);
		const to = Math.min(end, at + run.text.length);
		if (from < to) kept.push({...run, text: run.text.slice(from - at, to - at)});
		at += run.text.length;
	}

	return kept;
};

type RowParts = {readonly label: Row; readonly value: Row; readonly source: Row; readonly under: readonly Row[]; readonly when: string; readonly outlet: Row; readonly apart: string; readonly whole: boolean};

/** One figure: as many rows as its longest column needs. */
const figureRows = (parts: RowParts, cells: number): Row[] => {
	const wide = cells >= WIDE;
	const sources = [...wrapRuns(parts.source, wide ? SOURCE_WIDTH : Math.max(8, cells - SOURCE)), ...parts.under.flatMap(row => wrapRuns(row, wide ? SOURCE_WIDTH : cells - SOURCE))];
	const whenRow = sources.length;
	if (!wide) sources.push([{text: parts.when, role: 'dim'}]);
	const fits = rowWidth(parts.value) <= VALUE_END;
	const values = fits ? [parts.value] : wrapRuns(parts.value, VALUE_END);
	// A preview has few rows to spare: there a long name is clipped, it stands whole in the views.
	const outlet = wide && (parts.whole || rowWidth(parts.outlet) <= NEVER_CLIPPED) ? parts.outlet : clipRuns(parts.outlet, Math.max(10, wide ? WIDE - WHEN - width(parts.when) - 1 : cells - SOURCE - width(parts.when) - 2));
	// Right of the time while that keeps room for a word; a long name stands under it, whole.
	const beside = Math.max(rowWidth(outlet), width(parts.apart)) <= LONGEST_BESIDE;
	const whens = wide ? wrapRuns([{text: parts.when, role: 'dim'}], WIDE - WHEN - (beside ? Math.max(rowWidth(outlet), width(parts.apart)) + 1 : 0)) : [];
	const outlets = wide ? [...wrapRuns(outlet, WIDE - WHEN), ...(parts.apart === '' ? [] : [[{text: parts.apart, role: 'dim' as const}]])] : [];
	const outletRow = beside ? 0 : whens.length;
	const height = Math.max(sources.length, values.length, whens.length, outletRow + outlets.length);
	const canvas: Canvas = createCanvas(cells, height);
	canvas.text(0, 0, parts.label);
	for (const [y, row] of values.entries()) canvas.text(VALUE_END - rowWidth(row), y, row);
	for (const [y, row] of sources.entries()) canvas.text(SOURCE, y, row);
	for (const [y, row] of whens.entries()) canvas.text(WHEN, y, row);
	for (const [y, row] of outlets.entries()) canvas.text(WIDE - rowWidth(row), outletRow + y, row);

	// Between the two sizes the outlet shares the row of the time.
	if (!wide && cells - SOURCE - width(parts.when) - 2 >= rowWidth(outlet)) canvas.text(cells - rowWidth(outlet), whenRow, outlet);
	return canvas.rows();
};

const clipRuns = (runs: Row, cells: number): Row => {
	const over = rowWidth(runs) - cells;
	const [first, ...rest] = runs;
	return over > 0 && first ? [{...first, text: clip(first.text, width(first.text) - over)}, ...rest] : runs;
};

/** The subject most figures of a group have; the others say theirs. */
const mainSubject = (figures: readonly Figure[]): string | null => {
	const subjects = figures.flatMap(figure => figure.unit === 'people' && figure.subject !== null ? [figure.subject] : []);
	return subjects.toSorted((a, b) => subjects.filter(other => other === b).length - subjects.filter(other => other === a).length)[0] ?? null;
};

/** Whose number it is, where that is not the group's own: two armies' losses may stand in one list, never unsaid. */
const subjectRow = (figure: Figure, figures: readonly Figure[], main: string | null): Row[] => {
	if (figure.unit !== 'people' || figure.refusal || main === null) return [];
	const how = compareSubjects(figure.subject, main);
	if (how === 'other' || how === 'mixed') return [[{text: `of ${figure.subject ?? ''}`, role: 'dim'}]];
	return figure.subject === null && !mayJoin(figure, figures) ? [[{text: 'of whom is not told', role: 'own', italic: true}]] : [];
};

/** Scopes are told at the row where one group holds several. */
const scopesDiffer = (figures: readonly Figure[]): boolean => new Set(figures.flatMap(figure => figure.scope ?? [])).size > 1;

/** What tells an article from the others of its outlet, by article. */
export type Apart = ReadonlyMap<ArticleId, string>;

const partsOf = (figure: Figure, card: ArticleCard | undefined, whose: readonly Row[], scoped: boolean, hedged: boolean, apart: Apart | undefined): RowParts => {
	const value = figureRuns(figure);
	const scope = scoped ? figure.scope : null;
	const beside = scope !== null && width(scope) + 1 + rowWidth(value) <= VALUE_END;
	return {
		value, label: beside && scope ? [{text: scope, role: 'dim'}] : [], source: sourceRuns(figure), when: whenWords(figure),
		under: [
			...whose,
			...(scope !== null && !beside && hedged ? [[{text: scope, role: 'dim' as const}]] : []),
			...(hedged ? hedgesOf(figure).map(hedge => [{text: quoted(hedge), role: 'figure' as const, italic: true}]) : []),
		],
		outlet: card ? outletRuns(card, {role: 'dim'}, true) : [], apart: apart?.get(figure.article) ?? '', whole: apart !== undefined,
	};
};

/**
 * A group as rows of `cells` cells, a block a figure, so that a list is cut only between figures. The label stands beside the
 * first value, or above it where both do not fit. `hedged`: hedges and long scopes get rows of their own.
 */
export const groupBlocks = (group: FigureGroup, cards: ReadonlyMap<string, ArticleCard>, cells: number, hedged: boolean, apart?: Apart): Row[][] => {
	const scoped = scopesDiffer(group.figures);
	const main = mainSubject(group.figures);
	const items = group.figures.map(figure => partsOf(figure, cards.get(figure.article), subjectRow(figure, group.figures, main), scoped, hedged, apart));
	const first = items[0];
	const beside = first && first.label.length === 0 && width(group.label) + 1 + rowWidth(first.value) <= VALUE_END;
	const head = createCanvas(cells, 1);
	head.text(0, 0, clip(group.label, cells));
	const blocks = items.map((parts, index) => {
		const rows = figureRows(index === 0 && beside ? {...parts, label: [{text: group.label}]} : parts, cells);
		return index === 0 && !beside && group.label !== '' ? [...head.rows(), ...rows] : rows;
	});
	for (const item of group.derived) {
		const from: Row = [{text: item.from, role: 'own', italic: true}];
		blocks.push(figureRows({label: [], value: derivedRuns(item), source: from, under: [], when: '', apart: '', whole: true, outlet: [{text: 'derived', role: 'own', italic: true}]}, cells));
	}

	return blocks;
};

/** One figure by itself, with its hedges; no label. */
export const figureBlock = (figure: Figure, cards: ReadonlyMap<string, ArticleCard>, cells: number, apart?: Apart): Row[] =>
	figureRows(partsOf(figure, cards.get(figure.article), [], false, true, apart), cells);

/** The same, one row after the other. */
export const groupRows = (...of: Parameters<typeof groupBlocks>): Row[] => groupBlocks(...of).flat();
