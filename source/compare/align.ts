import type {AlignedRow, Column} from '../model/comparison.ts';
import {content, likeness, paragraphsOf, rarityOf, type Paragraph, type Rarity} from './alike.ts';
import {measureOf, takesPart} from './measures.ts';
import {pairUp} from './pairing.ts';
import {topicOf} from './topics.ts';
import {containment, shingles} from '../text/shingles.ts';
import {tokens} from '../text/tokens.ts';

type Place = {readonly column: number; readonly segment: number};
type Rows = Place[][];

/** Paragraphs less alike than this tell different things; found by reading pairs of reports of one event. */
const ALIKE = 0.14;
/** Shared wording: half of the five-word runs of the shorter paragraph. */
const COPIED = 0.5;

/** Joins a column's paragraphs to rows that hold one of `other` and none of its own yet. */
const join = (rows: Rows, all: readonly Paragraph[][], column: number, other: number, placed: Set<number>): void => {
	const mine = all[column] ?? [];
	const open = rows.filter(row => row.some(one => one.column === other) && !row.some(one => one.column === column));
	const candidates = open.flatMap((row, left) => {
		const told = all[other]?.[row.find(one => one.column === other)?.segment ?? -1];
		return told === undefined ? [] : mine.flatMap((paragraph, right) => {
			const alike = placed.has(right) ? 0 : likeness(told, paragraph);
			// Squared, so that one sure pair is not given up for two doubtful ones.
			return alike >= ALIKE ? [{left, right, worth: alike * alike}] : [];
		});
	});
	for (const [left, segment] of pairUp(candidates)) {
		open[left]?.push({column, segment});
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

/** What a cell's figures say, measure by measure, for the question whether two cells differ. */
const answers = (column: Column | undefined, segments: readonly number[]): Map<string, string> => {
	const told = new Map<string, string>();
	for (const figure of column?.figures ?? []) {
		if (!takesPart(figure) || !segments.includes(figure.segment)) continue;
		const answer = `${figure.low}..${figure.high}${figure.unit}${figure.flow ?? ''}${figure.refusal ? 'none' : ''}`;
		const before = told.get(measureOf(figure));
		told.set(measureOf(figure), before === undefined || before === answer ? answer : `${before} ${answer}`);
	}

	return told;
};

const differs = (cells: ReadonlyArray<readonly number[]>, columns: readonly Column[]): boolean => {
	const told = cells.map((segments, i) => answers(columns[i], segments));
	const measures = new Set(told.flatMap(map => [...map.keys()]));
	return [...measures].some(measure => new Set(told.map(map => map.get(measure) ?? '')).size > 1);
};

const alignedRow = (row: readonly Place[], columns: readonly Column[], rarity: Rarity): AlignedRow => {
	const cells = columns.map((_, column) => row.filter(place => place.column === column).map(place => place.segment));
	return {
		cells,
		topic: row.length < columns.length ? topicOf(row, columns, rarity) : null,
		difference: differs(cells, columns),
		shared: row.length > 1 ? sharedColumns(row, columns) : [],
	};
};

/** Sets the paragraphs of the columns side by side: those that tell the same thing in one row, a gap where a column does not. */
export const align = (columns: readonly Column[]): AlignedRow[] => {
	const rarity = rarityOf(columns.flatMap(({article}) => article.segments.map(segment => content(segment.text))));
	return groupedRows(columns).map(row => alignedRow(row, columns, rarity));
};
