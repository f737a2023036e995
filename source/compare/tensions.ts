import type {Column, MatrixRow, Tension} from '../model/comparison.ts';
import type {Figure} from '../model/figure.ts';
import {isPartOfCasualties, isShare} from './measures.ts';
import {compareScopes} from './scopes.ts';
import {sameSource} from './sources.ts';
import {subjectWithin} from './subjects.ts';

/** Only what was stated can conflict: nobody said the upper end of "thousands". */
const stated = (figure: Figure): boolean => figure.boundsBasis === 'stated' && !figure.refusal && !isShare(figure) && figure.unit === 'people';

/** "killed, wounded or missing" counts more than "killed or wounded". */
const sameParts = (a: Figure, b: Figure): boolean => a.components === null || b.components === null || a.components.toSorted().join() === b.components.toSorted().join();
const total = (figure: Figure): boolean => figure.flow === 'total';

/** Whoever and wherever a part counts is counted by its whole: "200 in Lima" says nothing of 500 in all of Peru. A whole without a place is the whole event. */
const isInside = (part: Figure, whole: Figure): boolean => subjectWithin(part.subject, whole.subject)
	&& (whole.scope === null || ['same', 'within'].includes(compareScopes(part.scope, whole.scope)));

const earliest = (date: string): string => `${date.slice(0, 10)}${'-01-01'.slice(date.length < 7 ? 0 : 3)}`.slice(0, 10);
const latest = (date: string): string => `${date.slice(0, 10)}${'-12-31'.slice(date.length < 7 ? 0 : 3)}`.slice(0, 10);
/** A day of March may be before or after what holds "to March": only what is surely earlier counts. */
const before = (from: string, to: string): boolean => latest(from) < earliest(to);

/** The day a figure holds for: its own, else the day it was said, else the day its article came out. */
type Holds = (figure: Figure) => string | null;

/** Whether a part holds no later than its whole. Both without any date hold for the same now; where only one has a date, nobody can say. */
const isAt = (part: Figure, whole: Figure, holds: Holds): boolean => {
	const [from, to] = [holds(part), holds(whole)];
	return from === to || (from !== null && to !== null && before(from, to));
};

/** A part above its whole; "about" on either side leaves room. */
const exceeds = (part: Figure, whole: Figure): boolean =>
	part.low !== null && whole.high !== null && part.low > whole.high && part.qualifier !== '~' && whole.qualifier !== '~';

type Rule = {readonly name: string; readonly innocent: readonly string[]; readonly breaks: (a: Figure, b: Figure, holds: Holds) => string | null};

/** What logic alone says. Each gets two figures in either order and tells how they cannot both be true as they are read. */
const rules: readonly Rule[] = [
	{
		name: 'killed within casualties',
		innocent: ['another day', 'another count', 'misread here'],
		breaks(part, whole, holds) {
			if (!isPartOfCasualties(part.measure) || whole.measure !== 'casualties' || !total(part) || !total(whole)) return null;
			return isInside(part, whole) && isAt(part, whole, holds) && exceeds(part, whole) ? `${part.text} ${part.measure}, of ${whole.text} casualties` : null;
		},
	},
	{
		name: 'part within whole',
		innocent: ['another day', 'another count', 'misread here'],
		breaks(part, whole, holds) {
			if (!total(part) || !total(whole) || part.measure !== whole.measure || !sameParts(part, whole) || compareScopes(part.scope, whole.scope) !== 'within') return null;
			return isInside(part, whole) && isAt(part, whole, holds) && exceeds(part, whole) ? `${part.text}, ${part.scope}, of ${whole.text}, ${whole.scope}` : null;
		},
	},
	{
		name: 'a period within a later total',
		innocent: ['the total holds for an earlier day', 'misread here'],
		breaks(period, whole, holds) {
			if (period.flow !== 'period' || !total(whole) || period.measure !== whole.measure || !sameParts(period, whole)) return null;
			if (holds(period) === null || !isAt(period, whole, holds) || !isInside(period, whole)) return null;
			return exceeds(period, whole) ? `${period.text} in a period, of ${whole.text} in all` : null;
		},
	},
	{
		name: 'one origin’s totals never fall',
		innocent: ['lowered by the origin', 'two counts', 'misread here'],
		breaks(earlier, later, holds) {
			if (!total(earlier) || !total(later) || earlier.measure !== later.measure || earlier.source === null || later.source === null || !sameSource(earlier.source, later.source)) return null;
			const [from, to] = [holds(earlier), holds(later)];
			if (from === null || to === null || !before(from, to) || !sameParts(earlier, later) || !isInside(earlier, later)) return null;
			return exceeds(earlier, later) ? `${earlier.text} to ${from}, then ${later.text} to ${to}` : null;
		},
	},
];

/** Every pair of figures that cannot both be true as they are read, with the rule and what may be behind it. Empty: they can all be true together. */
export const tensionsOf = (matrix: readonly MatrixRow[], columns: readonly Column[]): Tension[] => {
	const published = new Map(columns.map(({article}) => [article.id, article.published?.slice(0, 10) ?? null]));
	const holds: Holds = figure => figure.asOf ?? figure.saidOn ?? published.get(figure.article) ?? null;
	const figures = matrix.flatMap(row => row.cells.flatMap(cell => cell.figures)).filter(figure => stated(figure));
	return figures.flatMap(a => figures.flatMap(b => a === b ? [] : rules.flatMap(({name, innocent, breaks}) => {
		const explanation = breaks(a, b, holds);
		return explanation === null ? [] : [{figures: [a.id, b.id], rule: name, explanation, innocent}];
	})));
};
