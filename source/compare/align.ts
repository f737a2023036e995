import type {AlignedRow, Column} from '../model/comparison.ts';
import {measureOf, takesPart} from './measures.ts';
import {topicOf} from './topics.ts';
import {containment, shingles} from '../text/shingles.ts';
import {stems} from '../text/stems.ts';
import {tokens} from '../text/tokens.ts';

type Vector = ReadonlyMap<string, number>;
type Place = {readonly column: number; readonly segment: number};

/** Paragraphs less alike than this tell different things; found on pairs of reports of one event, where unrelated ones stay under .1. */
const ALIKE = 0.16;
/** Shared wording: half of the five-word runs of the shorter paragraph. */
const COPIED = 0.5;
const STOP = new Set('the a an of to in on at by for with from and or but that this these those it its is are was were be been has have had will would not as he she they his her their who which said say says'.split(' '));

const content = (text: string): string[] => stems(text).filter(word => !STOP.has(word) && word.length > 1);

/** A paragraph as weighted words; what its figures count weighs as much as a rare name, since that is what is compared. */
const vectors = (columns: readonly Column[]): Vector[][] => {
	const terms = columns.map(({article, figures}) => article.segments.map((segment, index) => {
		const counted = figures.filter(figure => figure.segment === index && takesPart(figure)).map(figure => `measure:${measureOf(figure)}`);
		return [...content(segment.text), ...counted];
	}));
	const paragraphs = terms.flat().length;
	const frequency = new Map<string, number>();
	for (const paragraph of terms.flat()) for (const term of new Set(paragraph)) frequency.set(term, (frequency.get(term) ?? 0) + 1);
	return terms.map(column => column.map(paragraph => {
		const counts = new Map<string, number>();
		for (const term of paragraph) counts.set(term, (counts.get(term) ?? 0) + 1);
		const weighted = [...counts].map(([term, count]) => [term, (1 + Math.log(count)) * Math.log(1 + paragraphs / (frequency.get(term) ?? 1)) * (term.startsWith('measure:') ? 1.5 : 1)] as const);
		const length = Math.hypot(...weighted.map(([, weight]) => weight));
		return new Map(weighted.map(([term, weight]) => [term, length === 0 ? 0 : weight / length]));
	}));
};

const cosine = (a: Vector, b: Vector): number => {
	const [small, large] = a.size <= b.size ? [a, b] : [b, a];
	let sum = 0;
	for (const [term, weight] of small) sum += weight * (large.get(term) ?? 0);
	return sum;
};

/** Pairs of paragraphs of two columns, best first, each paragraph once. */
const matches = (left: readonly Vector[], right: readonly Vector[], free: (segment: number) => boolean): Map<number, number> => {
	const pairs = left.flatMap((a, i) => right.flatMap((b, j) => {
		const alike = cosine(a, b);
		return alike >= ALIKE && free(j) ? [{i, j, alike}] : [];
	})).toSorted((p, q) => q.alike - p.alike || p.i - q.i || p.j - q.j);
	const taken = new Set<number>();
	const found = new Map<number, number>();
	for (const {i, j} of pairs) {
		if (found.has(i) || taken.has(j)) continue;
		found.set(i, j);
		taken.add(j);
	}

	return found;
};

/** Rows of the base in its order; each other column joins them, and what nobody told before follows what stands before it in its own article. */
const groupedRows = (columns: readonly Column[]): Place[][] => {
	const all = vectors(columns);
	const rows: Place[][] = (columns[0]?.article.segments ?? []).map((_, segment) => [{column: 0, segment}]);
	for (let column = 1; column < columns.length; column++) {
		const mine = all[column] ?? [];
		const placed = new Set<number>();
		for (let other = 0; other < column; other++) {
			const theirs = all[other] ?? [];
			const open = theirs.map((vector, segment) => rows.some(row => row.some(place => place.column === other && place.segment === segment) && !row.some(place => place.column === column)) ? vector : new Map<string, number>());
			for (const [theirSegment, segment] of matches(open, mine, candidate => !placed.has(candidate))) {
				rows.find(row => row.some(place => place.column === other && place.segment === theirSegment))?.push({column, segment});
				placed.add(segment);
			}
		}

		for (let segment = 0; segment < mine.length; segment++) {
			if (placed.has(segment)) continue;
			const before = rows.findLastIndex(row => row.some(place => place.column === column && place.segment < segment));
			rows.splice(before === -1 ? (segment === 0 ? 0 : rows.length) : before + 1, 0, [{column, segment}]);
		}
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
