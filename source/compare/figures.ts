import type {Column, Derived, MatrixCell, MatrixRow, NotComparable} from '../model/comparison.ts';
import type {Figure} from '../model/figure.ts';
import {whyNotComparable} from './comparable.ts';
import {deriveFrom} from './derived.ts';
import {isMoney, isOfAnybody, isPartOfCasualties, isUntold, measureOf, measureRank, sameKind, takesPart} from './measures.ts';
import {coarser} from './rounding.ts';
import {compareSubjects, mayJoin, subjectWords} from './subjects.ts';

type Entry = {readonly figure: Figure; readonly column: number};
/** `kinds`: one figure of each unit and subject among the entries, of thousands the few that decide who else belongs; `named`: those that say of whom. */
type Bundle = {readonly label: string; readonly entries: Entry[]; readonly kinds: Map<string, Figure>; readonly named: Figure[]};
/** What takes part of each article. */
type Told = ReadonlyMap<string, readonly Figure[]>;

/** How much a figure tells: the quoted one with its date and hedge stands for its repeats, the headline last. */
const telling = (figure: Figure): number =>
	(figure.directness === 'direct' ? 4 : 0) + (figure.source === null ? 0 : 2) + (figure.asOf === null ? 0 : 2) + Math.min(2, figure.hedges.length) + (figure.segment >= 0 ? 3 : 0);

const sameValue = (a: Figure, b: Figure): boolean =>
	a.low === b.low && a.high === b.high && a.unit === b.unit && a.refusal === b.refusal && (a.flow === 'period') === (b.flow === 'period')
	&& ['same', 'unknown'].includes(compareSubjects(a.subject, b.subject));

/** Folds what one article tells twice: the most telling stays, in the place of the first. */
const folded = (figures: readonly Figure[]): {readonly figures: Figure[]; readonly repeats: Figure[]} => {
	const kept: Figure[] = [];
	const repeats: Figure[] = [];
	for (const figure of figures) {
		const at = kept.findIndex(other => sameValue(other, figure));
		const other = kept[at];
		if (other === undefined) {
			kept.push(figure);
		} else if (telling(figure) > telling(other)) {
			kept[at] = figure;
			repeats.push(other);
		} else {
			repeats.push(figure);
		}
	}

	return {figures: kept, repeats};
};

/** "Of the 26 dead 16 were miners": a part of what its own article tells in a greater figure of others, or of nobody named. */
const isPart = (figure: Figure, told: Told): boolean => subjectWords(figure.subject).length > 0 && (told.get(figure.article) ?? []).some(whole =>
	measureOf(whole) === measureOf(figure) && sameKind(whole, figure) && coarser(figure, whole) === null && (whole.low ?? 0) > (figure.high ?? figure.low ?? Infinity) && compareSubjects(whole.subject, figure.subject) !== 'same');

/** Money of several givers is one row, with its reason; people and rates of another subject are another question, and another row. */
const belongs = (bundle: Bundle, figure: Figure, told: Told): boolean => {
	if (bundle.label !== measureOf(figure)) return false;
	const kinds = [...bundle.kinds.values()];
	if (!kinds.every(other => sameKind(other, figure))) return false;
	if (isMoney(figure)) return true;
	// "an 80% drop" of nobody knows what stands alone
	if (/^(?:increase|decrease)$/.test(bundle.label) && !kinds.every(other => compareSubjects(other.subject, figure.subject) === 'same')) return false;
	const {named} = bundle;
	// One of each kind answers for most; only where none of these is of the figure's own article are all asked.
	if (subjectWords(figure.subject).length === 0 && ((!isOfAnybody(bundle.label) && !mayJoin(figure, kinds.filter(({subject}) => subjectWords(subject).length > 0)) && !mayJoin(figure, named)) || (named.length > 0 && named.every(one => isPart(one, told))))) return false;
	return kinds.every(other => ['same', 'unknown'].includes(compareSubjects(other.subject, figure.subject)));
};

const put = (bundle: Bundle, {figure, column}: Entry): void => {
	bundle.entries.push({figure, column});
	bundle.kinds.set(JSON.stringify([figure.unit, figure.subject]), figure);
	if (subjectWords(figure.subject).length > 0) bundle.named.push(figure);
};

const bundled = (columns: readonly Column[]): Bundle[] => {
	const bundles: Bundle[] = [];
	// Those that name their subject first, so that one without may join what is there.
	const entries = columns.flatMap((column, index) => column.figures.filter(figure => takesPart(figure)).map(figure => ({figure, column: index})));
	const told: Told = Map.groupBy(entries.map(({figure}) => figure), ({article}) => article);
	for (const entry of [...entries.filter(({figure}) => subjectWords(figure.subject).length > 0), ...entries.filter(({figure}) => subjectWords(figure.subject).length === 0)]) {
		let bundle = bundles.find(one => belongs(one, entry.figure, told));
		if (bundle === undefined) {
			bundle = {label: measureOf(entry.figure), entries: [], kinds: new Map(), named: []};
			bundles.push(bundle);
		}

		put(bundle, entry);
	}

	return bundles;
};

/** Most cells of a large table hold nothing, and these are one. */
const EMPTY: MatrixCell = {figures: [], derived: [], repeats: []};

const cellsOf = (bundle: Bundle, columns: readonly Column[]): MatrixCell[] => {
	const byColumn = Map.groupBy(bundle.entries, entry => entry.column);
	return columns.map((column, index) => {
		const mine = byColumn.get(index);
		return mine === undefined ? EMPTY : cellOf(mine.map(entry => entry.figure), column);
	});
};

const cellOf = (mine: readonly Figure[], column: Column): MatrixCell => {
	const {figures, repeats} = folded(mine.toSorted((a, b) => a.segment - b.segment || a.start - b.start));
	const derived = new Map<string, Derived>();
	for (const figure of figures) {
		const one = deriveFrom(figure, column.figures);
		if (one !== null) derived.set(one.text, one);
	}

	return {figures, derived: [...derived.values()], repeats};
};

/** The bracket between two cells: told only where no figure of the one may be set against any of the other. */
const bracketBetween = (left: MatrixCell, right: MatrixCell): {readonly left: Figure; readonly right: Figure; readonly reason: string} | null => {
	const pairs = left.figures.filter(f => !f.refusal).flatMap(a => right.figures.filter(f => !f.refusal).map(b => ({left: a, right: b, reason: whyNotComparable(a, b)})));
	const [first] = pairs;
	return first !== undefined && pairs.every(pair => pair.reason !== null) ? {...first, reason: first.reason ?? ''} : null;
};

const brackets = (cells: readonly MatrixCell[]): NotComparable[] => cells.flatMap((left, leftColumn) => {
	for (let rightColumn = leftColumn + 1; rightColumn < cells.length; rightColumn++) {
		const right = cells[rightColumn];
		if (right === undefined || !right.figures.some(figure => !figure.refusal)) continue;
		// Only neighbours among the cells that hold figures are tied: the next one has its own bracket.
		const found = bracketBetween(left, right);
		return found === null ? [] : [{...found, leftColumn, rightColumn}];
	}

	return [];
});

/** The subject as it is told best; "the" and "others" name nobody. */
const subjectOf = (bundle: Bundle): string | null =>
	bundle.entries.find(({figure}) => subjectWords(figure.subject).length > 0)?.figure.subject ?? null;

/** "men of men" says nothing, and of "congressional officials" beside "officials" only the first word does. */
const ofSubject = (label: string, subject: string | null): string | null => {
	if (subject === null || subject.toLowerCase() === label.toLowerCase()) return null;
	return subject.toLowerCase().endsWith(` ${label.toLowerCase()}`) ? subject.slice(0, -label.length - 1) : `of ${subject}`;
};

const noteOf = (bundle: Bundle, labels: readonly string[]): string | null => {
	const [first] = bundle.entries;
	if (first !== undefined && isMoney(first.figure)) return isUntold(bundle.label) ? null : 'money';
	const scopes = new Set(bundle.entries.flatMap(({figure}) => figure.scope ?? []));
	const alone = labels.filter(label => label === bundle.label).length === 1;
	if (isPartOfCasualties(bundle.label) && alone && labels.includes('casualties')) return 'part of casualties';
	if (bundle.label === 'deployed' && scopes.size > 1) return 'each with its scope';
	const subject = subjectOf(bundle);
	if (subject === null) return !alone && first?.figure.unit === 'people' ? 'of whom is not told' : null;
	const note = ofSubject(bundle.label, subject);
	// "nine family members" in one column, "10 people" in another: that these are family is not told
	const told = new Set(bundle.entries.flatMap(({figure, column}) => subjectWords(figure.subject).length > 0 ? [column] : []));
	return note !== null && note.startsWith('of ') && bundle.entries.some(({column}) => !told.has(column)) ? `${note}, where told` : note;
};

/**
 * The figure matrix: a row a measure (and subject), a cell a column. Rows that several columns answer stand first, casualties
 * before their parts; figures that do not say what they count stand last.
 */
export const matrixOf = (columns: readonly Column[]): MatrixRow[] => {
	const bundles = bundled(columns);
	const labels = bundles.map(bundle => bundle.label);
	const rows = bundles.map(bundle => {
		const cells = cellsOf(bundle, columns);
		return {label: bundle.label, note: noteOf(bundle, labels), cells, notComparable: brackets(cells)};
	});
	const answered = (row: MatrixRow): number => row.cells.filter(cell => cell.figures.length > 0).length;
	// The parts of casualties stay with them, whoever tells them.
	const rank = (row: MatrixRow): number => measureRank(row.label) < measureRank('arrested') ? 0 : isUntold(row.label) ? 3 : answered(row) > 1 ? 1 : 2;
	const ranked = rows.map(row => ({row, rank: rank(row), answered: answered(row)}));
	return ranked.toSorted((a, b) => a.rank - b.rank || measureRank(a.row.label) - measureRank(b.row.label) || b.answered - a.answered).map(({row}) => row);
};
