import type {Column, MatrixRow, Tension} from '../model/comparison.ts';
import type {Figure} from '../model/figure.ts';
import {contradictions, type Bounds, type Inequality} from './bounds.ts';
import {isPartOfCasualties, isShare, isStock} from './measures.ts';
import {compareScopes} from './scopes.ts';
import {oneOrigin} from './sources.ts';
import {subjectWithin} from './subjects.ts';
import {before, holdsFor, publishedDays, type Published} from './times.ts';

/** Only what was stated can conflict: nobody said the upper end of "thousands". */
const stated = (figure: Figure): boolean => figure.boundsBasis === 'stated' && !figure.refusal && !isShare(figure) && figure.unit === 'people';
/** "About 40" may be 30 or 50: how far "about" reaches nobody said, so it bounds nothing. */
const boundsOf = (figure: Figure): Bounds => figure.qualifier === '~' ? {low: null, high: null} : {low: figure.low, high: figure.high};

const total = (figure: Figure): boolean => figure.flow === 'total';
/** Whoever is counted stays counted. The missing are found, and troops go home. */
const onlyGrows = (figure: Figure): boolean => !isStock(figure.measure) && figure.measure !== 'missing';

/** "Killed, wounded or missing" counts more than "killed or wounded"; where one does not say, it is taken for the same count. */
const partsWithin = (part: Figure, whole: Figure): boolean => part.components === null || whole.components === null || part.components.every(each => whole.components?.includes(each));

/** Whoever and wherever a part counts is counted by its whole: "200 in Lima" says nothing of 500 in all of Peru. A whole without a place is the whole event. */
const isInside = (part: Figure, whole: Figure): boolean => subjectWithin(part.subject, whole.subject)
	&& (whole.scope === null || ['same', 'within'].includes(compareScopes(part.scope, whole.scope)));

/** Whether a part holds no later than its whole. Both without any date hold for the same now; where only one has a date, nobody can say. */
const isAt = (part: Figure, whole: Figure, published: Published): boolean => {
	const [from, to] = [holdsFor(part, published), holdsFor(whole, published)];
	return from === to || (onlyGrows(part) && from !== null && to !== null && before(from, to));
};

type Rule = {
	readonly name: string;
	/** Whether the part can never be more than the whole. */
	readonly holds: (part: Figure, whole: Figure, published: Published) => boolean;
	readonly tell: (part: Figure, whole: Figure, published: Published) => string;
	readonly innocent?: string;
};

/** What logic alone says of two figures, each given as part and as whole. */
const rules: readonly Rule[] = [
	{
		name: 'killed within casualties',
		holds: (part, whole, published) => isPartOfCasualties(part.measure) && whole.measure === 'casualties' && total(part) && total(whole)
			&& (whole.components === null || whole.components.some(each => each === part.measure)) && isInside(part, whole) && isAt(part, whole, published),
		tell: (part, whole) => `${part.text} ${part.measure}, of ${whole.text} casualties`,
	},
	{
		name: 'part within whole',
		holds: (part, whole, published) => total(part) && total(whole) && part.measure === whole.measure && partsWithin(part, whole)
			&& compareScopes(part.scope, whole.scope) === 'within' && isInside(part, whole) && isAt(part, whole, published),
		tell: (part, whole) => `${part.text}, ${part.scope}, of ${whole.text}, ${whole.scope}`,
	},
	{
		name: 'a period within a later total',
		holds: (period, whole, published) => period.flow === 'period' && total(whole) && onlyGrows(period) && period.measure === whole.measure && partsWithin(period, whole)
			&& holdsFor(period, published) !== null && isAt(period, whole, published) && isInside(period, whole),
		tell: (period, whole) => `${period.text} in a period, of ${whole.text} in all`,
		innocent: 'the total holds for an earlier day',
	},
	{
		name: 'one origin’s totals never fall',
		holds(earlier, later, published) {
			const [from, to] = [holdsFor(earlier, published), holdsFor(later, published)];
			return total(earlier) && total(later) && onlyGrows(earlier) && earlier.measure === later.measure && oneOrigin(earlier, later)
				&& from !== null && to !== null && before(from, to) && partsWithin(earlier, later) && isInside(earlier, later);
		},
		tell: (earlier, later, published) => `${earlier.text} to ${holdsFor(earlier, published)}, then ${later.text} to ${holdsFor(later, published)}`,
		innocent: 'lowered by the origin',
	},
];

const SUM = 'killed and wounded within casualties';
type Ruled = Inequality & {readonly rule: string; readonly explanation: string; readonly innocent: string | null};

/** Of every pair the first rule that ties it. */
const pairs = (figures: readonly Figure[], published: Published): Ruled[] => figures.flatMap((part, i) => figures.flatMap((whole, j) => {
	const rule = i === j ? undefined : rules.find(({holds}) => holds(part, whole, published));
	return rule === undefined ? [] : [{parts: [i], whole: j, rule: rule.name, explanation: rule.tell(part, whole, published), innocent: rule.innocent ?? null}];
}));

/** The killed and the wounded of one count are different people: one source's, of one day, people and place. */
const sums = (figures: readonly Figure[], tied: readonly Ruled[], published: Published): Ruled[] => {
	const within = tied.filter(({rule}) => rule === 'killed within casualties');
	return within.flatMap(({parts: [i = 0], whole: k}) => within.flatMap(({parts: [j = 0], whole}) => {
		const [killed, wounded, all] = [figures[i], figures[j], figures[k]];
		if (whole !== k || killed?.measure !== 'killed' || wounded?.measure !== 'wounded' || all === undefined) return [];
		const oneCount = oneOrigin(killed, wounded) && holdsFor(killed, published) === holdsFor(wounded, published)
			&& subjectWithin(killed.subject, wounded.subject) && subjectWithin(wounded.subject, killed.subject) && killed.scope === wounded.scope;
		return oneCount ? [{parts: [i, j], whole: k, rule: SUM, explanation: `${killed.text} killed and ${wounded.text} wounded, of ${all.text} casualties`, innocent: null}] : [];
	}));
};

/** What may be behind it, as far as these figures allow: each is an innocent reading, none is newsdeck's. */
const innocentOf = (figures: readonly Figure[], own: string | null): string[] => [
	...(own === null ? [] : [own]),
	...(figures.some(figure => figure.asOf === null) ? ['another day'] : []),
	...(figures.some(figure => figures.some(other => !oneOrigin(figure, other))) ? ['another count'] : []),
	...(figures.some(figure => figure.stance !== 'certain') ? ['the source itself is not sure'] : []),
	'misread here',
];

/**
 * The smallest sets of figures that cannot all be true as they are read: no values lie within all their stated bounds and obey
 * the rules. Empty: they can all be true together. Carriers of one statement count once.
 */
export const tensionsOf = (matrix: readonly MatrixRow[], columns: readonly Column[]): Tension[] => {
	const published = publishedDays(columns);
	const figures = matrix.flatMap(row => row.cells.flatMap(cell => cell.figures)).filter(figure => stated(figure));
	const tied = pairs(figures, published);
	const inequalities = [...sums(figures, tied, published), ...tied];
	const told = new Set<string>();
	return contradictions(figures.map(boundsOf), inequalities).flatMap(set => {
		const members = set.flatMap(index => figures[index] ?? []);
		const saying = members.map(figure => `${figure.statement ?? figure.id} ${figure.text}`).toSorted().join('\n');
		if (told.has(saying)) return [];
		told.add(saying);
		const inside = inequalities.filter(({parts, whole}) => set.includes(whole) && parts.every(part => set.includes(part)));
		return [{
			figures: members.map(figure => figure.id),
			rule: inside[0]?.rule ?? '',
			explanation: inside.map(({explanation}) => explanation).join('; '),
			innocent: innocentOf(members, inside[0]?.innocent ?? null),
		}];
	});
};
