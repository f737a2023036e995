import type {AlignedRow, Column} from '../model/comparison.ts';
import {likeness, paragraphsOf, type Paragraph} from './alike.ts';
import {measureOf, takesPart} from './measures.ts';
import {topicOf} from './topics.ts';
import {containment, shingles} from '../text/shingles.ts';
import {tokens} from '../text/tokens.ts';

type Place = {readonly column: number; readonly segment: number};
type Rows = Place[][];

/** Paragraphs less alike than this tell different things; found by reading pairs of reports of one event. */
const ALIKE = 0.16;
/** Shared wording: half of the five-word runs of the shorter paragraph. */
const COPIED = 0.5;

type Pair = {readonly row: Place[]; readonly segment: number; readonly alike: number};

/** Pairs of a row's paragraph in one column and a paragraph of another column, best first, each row and paragraph once. */
const matches = (rows: ReadonlyArray<{readonly row: Place[]; readonly told: Paragraph}>, mine: readonly Paragraph[], placed: ReadonlySet<number>): Pair[] => {
	const pairs = rows.flatMap(({row, told}) => mine.flatMap((paragraph, segment) => {
		const alike = placed.has(segment) ? 0 : likeness(told, paragraph);
		return alike >= ALIKE ? [{row, segment, alike}] : [];
	})).toSorted((p, q) => q.alike - p.alike);
	const rowsTaken = new Set<Place[]>();
	const taken = new Set<number>();
	return pairs.filter(({row, segment}) => {
		if (rowsTaken.has(row) || taken.has(segment)) return false;
		rowsTaken.add(row);
		taken.add(segment);
		return true;
	});
};

/** Joins a column's paragraphs to rows that hold one of `other` and none of its own yet. */
const join = (rows: Rows, all: readonly Paragraph[][], column: number, other: number, placed: Set<number>): void => {
	const open = rows.flatMap(row => {
		const place = row.find(one => one.column === other);
		const told = place === undefined ? undefined : all[other]?.[place.segment];
		return told === undefined || row.some(one => one.column === column) ? [] : [{row, told}];
	});
	for (const {row, segment} of matches(open, all[column] ?? [], placed)) {
		row.push({column, segment});
		placed.add(segment);
	}
};

/** What nobody told before follows what stands before it in its own article; an opening of its own stands below the base's. */
const insert = (rows: Rows, column: number, segment: number): void => {
	const before = rows.findLastIndex(row => row.some(place => place.column === column && place.segment === segment - 1));
	rows.splice(before === -1 ? Math.min(1, rows.length) : before + 1, 0, [{column, segment}]);
};

/** Rows of the base in its order; each other column joins them, the base's rows first, then those of the columns before it. */
const groupedRows = (columns: readonly Column[]): Rows => {
	const all = paragraphsOf(columns);
	const rows: Rows = (all[0] ?? []).map((_, segment) => [{column: 0, segment}]);
	for (let column = 1; column < columns.length; column++) {
		const placed = new Set<number>();
		for (let other = 0; other < column; other++) join(rows, all, column, other, placed);
		for (const segment of (all[column] ?? []).keys()) if (!placed.has(segment)) insert(rows, column, segment);
	}

	return rows;
};

const sharedColumns = (row: readonly Place[], columns: readonly Column[]): number[] => {
	const sets = row.map(({column, segment}) => shingles(tokens(columns[column]?.article.segments[segment]?.text ?? '')));
	return row.flatMap(({column}, i) => sets.some((set, j) => j !== i && containment(set, sets[i] ?? new Set()) >= COPIED) ? [column] : []);
};

/** What a cell's figures say, for the question whether two cells differ. */
const answers = (column: Column | undefined, segments: readonly number[]): Map<string, string> => new Map((column?.figures ?? [])
	.filter(figure => takesPart(figure) && segments.includes(figure.segment))
	.map(figure => [measureOf(figure), `${figure.low}..${figure.high}${figure.flow ?? ''}${figure.refusal ? 'none' : ''}`]));

const differs = (cells: ReadonlyArray<readonly number[]>, columns: readonly Column[]): boolean => {
	const told = cells.map((segments, i) => answers(columns[i], segments));
	const measures = new Set(told.flatMap(map => [...map.keys()]));
	return [...measures].some(measure => new Set(told.map(map => map.get(measure) ?? '')).size > 1);
};

/** Sets the paragraphs of the columns side by side: those that tell the same thing in one row, a gap where a column does not. */
export const align = (columns: readonly Column[]): AlignedRow[] => groupedRows(columns).map(row => {
	const cells = columns.map((_, column) => row.filter(place => place.column === column).map(place => place.segment));
	return {
		cells,
		topic: cells.some(cell => cell.length === 0) ? topicOf(row, columns) : null,
		difference: differs(cells, columns),
		shared: row.length > 1 ? sharedColumns(row, columns) : [],
	};
});
