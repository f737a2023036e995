import {explain} from '../../compare/explain.ts';
import {driftsOf} from '../../compare/relay.ts';
import type {Comparison} from '../../model/comparison.ts';
import type {Figure} from '../../model/figure.ts';
import type {Carrier, Difference} from '../../model/views.ts';
import {keptFor} from './kept.ts';

/** One statement and everybody who carries it: several articles, or one article in its text and in its headline. */
export type Relay = {readonly source: string | null; readonly carriers: readonly [Carrier, ...Carrier[]]; readonly figures: readonly string[]};

/** Why they differ; worked out once for all that show it. */
export const explanationOf = keptFor(explain);

const isRelay = ({why}: Difference): boolean => why.some(({reason}) => reason === 'relay wording');

/** The pairs that differ by their wording alone; several of one figure are one relay of it. */
const retold = (comparison: Comparison, known: ReadonlySet<string>): Relay[] => {
	const figures = new Map(comparison.columns.flatMap(column => column.figures).map(figure => [figure.id, figure]));
	const pairs = explanationOf(comparison).questions.flatMap(({differences}) => differences.filter(isRelay)).map(({figures: [first = '', ...rest]}) => [first, rest] as const);
	return [...Map.groupBy(pairs, ([first]) => first)].flatMap(([id, list]) => {
		const first = figures.get(id);
		const others = [...new Set(list.flatMap(([, rest]) => rest))].flatMap(other => figures.get(other) ?? []).filter(other => other.id !== id && !known.has(`${id} ${other.id}`));
		return first === undefined || others.length === 0 ? [] : [relayOf(first, others)];
	});
};

const relayOf = (first: Figure, others: readonly Figure[]): Relay => ({
	source: first.source,
	carriers: [{article: first.article, figure: first, drifts: []}, ...others.map(figure => ({article: figure.article, figure, drifts: driftsOf(first, figure)}))],
	figures: [first.id, ...others.map(({id}) => id)],
});

/** Every statement of a comparison that is told in more than one wording: those of several articles first. */
export const relaysOf = keptFor((comparison): readonly Relay[] => {
	const known = new Set(comparison.statements.flatMap(({figures}) => figures.flatMap(a => figures.map(b => `${a} ${b}`))));
	return [...comparison.statements.map(({source, carriers, figures}) => ({source, carriers, figures})), ...retold(comparison, known)];
});

/** The relay that a difference tells of; null where it tells of none. */
export const relayOfDifference = (comparison: Comparison, difference: Difference): number | null => {
	if (!isRelay(difference)) return null;
	const at = relaysOf(comparison).findIndex(({figures}) => figures.filter(id => difference.figures.includes(id)).length > 1);
	return at < 0 ? null : at;
};

/** The relay a figure is part of; null where it is told once. */
export const relayOfFigure = (comparison: Comparison, figure: string): number | null => {
	const at = relaysOf(comparison).findIndex(({figures}) => figures.includes(figure));
	return at < 0 ? null : at;
};
