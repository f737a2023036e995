import type {MatrixRow, Tension} from '../model/comparison.ts';
import type {Figure} from '../model/figure.ts';
import {isPartOfCasualties, isShare} from './measures.ts';
import {compareSubjects} from './subjects.ts';

/** Only what was stated can conflict: nobody said the upper end of "thousands". */
const stated = (figure: Figure): boolean => figure.boundsBasis === 'stated' && !figure.refusal && !isShare(figure) && figure.unit === 'people';

/** Words of a place, for the question whether two scopes are one: "in Kursk" and "the Kursk region" may be. */
const sameScope = (a: Figure, b: Figure): boolean => a.scope === null || b.scope === null || compareSubjects(a.scope, b.scope) === 'same';
/** "killed, wounded or missing" counts more than "killed or wounded". */
const sameParts = (a: Figure, b: Figure): boolean => a.components === null || b.components === null || a.components.toSorted().join() === b.components.toSorted().join();
const sameSubject = (a: Figure, b: Figure): boolean => compareSubjects(a.subject, b.subject) === 'same' && sameScope(a, b);
const sourceOf = (figure: Figure): string | null => figure.source?.toLowerCase().replace(/^the\s+/, '') ?? null;
const total = (figure: Figure): boolean => figure.flow === 'total';
const holds = (figure: Figure): string | null => figure.asOf ?? figure.saidOn;
const rounded = (figure: Figure): boolean => figure.qualifier === '~';

/** Whether a part holds no later than its whole. Both without a date hold for the same now; where only one has a date, nobody can say. */
const isAt = (part: Figure, whole: Figure): boolean => {
	const [from, to] = [holds(part), holds(whole)];
	return from === null || to === null ? from === to : from <= to;
};

type Rule = {readonly name: string; readonly innocent: readonly string[]; readonly breaks: (a: Figure, b: Figure) => string | null};

/** What logic alone says. Each gets two figures in either order and tells how they cannot both be true as they are read. */
const rules: readonly Rule[] = [
	{
		name: 'killed within casualties',
		innocent: ['another day', 'another count', 'misread here'],
		breaks(part, whole) {
			if (!isPartOfCasualties(part.measure) || whole.measure !== 'casualties' || !total(part) || !total(whole) || !sameSubject(part, whole)) return null;
			if (!isAt(part, whole)) return null;
			return part.low !== null && whole.high !== null && part.low > whole.high && !rounded(whole) ? `${part.text} ${part.measure}, of ${whole.text} casualties` : null;
		},
	},
	{
		name: 'a period within a later total',
		innocent: ['the total holds for an earlier day', 'misread here'],
		breaks(period, whole) {
			if (period.flow !== 'period' || !total(whole) || period.measure !== whole.measure || !sameSubject(period, whole) || !sameParts(period, whole)) return null;
			const [from, to] = [holds(period), holds(whole)];
			if (from === null || to === null || to < from) return null;
			return period.low !== null && whole.high !== null && period.low > whole.high && !rounded(whole) ? `${period.text} in a period, of ${whole.text} in all` : null;
		},
	},
	{
		name: 'one origin’s totals never fall',
		innocent: ['lowered by the origin', 'two counts', 'misread here'],
		breaks(earlier, later) {
			if (!total(earlier) || !total(later) || earlier.measure !== later.measure || sourceOf(earlier) === null || sourceOf(earlier) !== sourceOf(later)) return null;
			if (!sameSubject(earlier, later) || !sameParts(earlier, later)) return null;
			const [from, to] = [holds(earlier), holds(later)];
			if (from === null || to === null || from >= to || rounded(earlier) || rounded(later)) return null;
			return earlier.low !== null && later.high !== null && later.high < earlier.low ? `${earlier.text} to ${from}, then ${later.text} to ${to}` : null;
		},
	},
];

/** Every pair of figures that cannot both be true as they are read, with the rule and what may be behind it. Empty: they can all be true together. */
export const tensionsOf = (matrix: readonly MatrixRow[]): Tension[] => {
	const figures = matrix.flatMap(row => row.cells.flatMap(cell => cell.figures)).filter(figure => stated(figure));
	return figures.flatMap(a => figures.flatMap(b => a === b ? [] : rules.flatMap(({name, innocent, breaks}) => {
		const explanation = breaks(a, b);
		return explanation === null ? [] : [{figures: [a.id, b.id], rule: name, explanation, innocent}];
	})));
};
