import type {AlignedRow, Column} from '../model/comparison.ts';
import {content, likeness, paragraphsOf, rarityOf, type Paragraph, type Rarity} from './alike.ts';
import {measureOf, takesPart} from './measures.ts';
import {pairUp} from './pairing.ts';
import {topicOf} from './topics.ts';
import {containment, shingles} from '../text/shingles.ts';
import {tokens} from '../text/tokens.ts';

type Place = {readonly column: number; readonly segment: number};
type Rows = Place[][];

/** Paragraphs less alike than this tell different things; found on the pairs of articles in test/quality/alignment.json. */
const ALIKE = 0.12;
/** A paragraph left over joins the row of its neighbour from here on: one paper tells in two paragraphs what the other tells in one. */
const PART_OF = 0.18;
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

type Pairing = {readonly rows: Rows; readonly all: readonly Paragraph[][]; readonly column: number; readonly other: number};

/** Of the rows that hold a neighbour of this paragraph the one whose paragraphs of the other column are most like it, if any is enough so. */
const neighbouring = ({rows, all, column, other}: Pairing, segment: number): Place[] | undefined => {
	const mine = all[column]?.[segment];
	const near = rows.filter(row => row.some(place => place.column === column && Math.abs(place.segment - segment) === 1)).map(row => ({
		row,
		alike: Math.max(0, ...row.map(place => {
			const told = place.column === other ? all[other]?.[place.segment] : undefined;
			return told === undefined || mine === undefined ? 0 : likeness(told, mine);
		})),
	}));
	return near.filter(({alike}) => alike >= PART_OF).toSorted((a, b) => b.alike - a.alike)[0]?.row;
};

/** "“I am sorry,” she said." and "“I always was.”" stand in one row with the paragraph that has both: whatever was left alone on either side. */
const gather = (pairing: Pairing, placed: Set<number>): void => {
	const {rows, all, column, other} = pairing;
	for (const segment of (all[column] ?? []).keys()) {
		const row = placed.has(segment) ? undefined : neighbouring(pairing, segment);
		if (row === undefined) continue;
		row.push({column, segment});
		placed.add(segment);
	}

	for (const alone of rows.filter(row => row.length === 1 && row[0]?.column === other)) {
		const segment = alone[0]?.segment ?? 0;
		const row = neighbouring({...pairing, column: other, other: column}, segment);
		if (row === undefined) continue;
		row.push({column: other, segment});
		rows.splice(rows.indexOf(alone), 1);
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
		for (let other = 0; other < column; other++) {
			join(rows, all, column, other, placed);
			gather({rows, all, column, other}, placed);
		}

		for (const segment of (all[column] ?? []).keys()) if (!placed.has(segment)) insert(rows, column, segment);
	}

	return rows;
};

const sharedColumns = (row: readonly Place[], columns: readonly Column[]): number[] => {
	const sets = row.map(({column, segment}) => shingles(tokens(columns[column]?.article.segments[segment]?.text ?? '')));
	const shared = row.filter(({column}, i) => sets.some((set, j) => row[j]?.column !== column && containment(set, sets[i] ?? new Set()) >= COPIED));
	return [...new Set(shared.map(({column}) => column))];
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
	const cells = columns.map((_, column) => row.filter(place => place.column === column).map(place => place.segment).toSorted((a, b) => a - b));
	return {
		cells,
		topic: cells.some(cell => cell.length === 0) ? topicOf(row, columns, rarity) : null,
		difference: differs(cells, columns),
		shared: sharedColumns(row, columns),
	};
};

/** Sets the paragraphs of the columns side by side: those that tell the same thing in one row, a gap where a column does not. */
export const align = (columns: readonly Column[]): AlignedRow[] => {
	const rarity = rarityOf(columns.flatMap(({article}) => article.segments.map(segment => content(segment.text))));
	return groupedRows(columns).map(row => alignedRow(row, columns, rarity));
};
