import type {Column} from '../model/comparison.ts';
import type {NewsEvent} from '../model/event.ts';
import type {Figure} from '../model/figure.ts';
import type {Carrier, Statement} from '../model/views.ts';
import {containment, shingles} from '../text/shingles.ts';
import {tokens} from '../text/tokens.ts';
import {content} from './alike.ts';
import {isShare, measureOf, sameKind, takesPart} from './measures.ts';
import {driftsOf} from './relay.ts';
import {mayMeanOne} from './rounding.ts';
import {compareScopes} from './scopes.ts';
import {oneOrigin, sameSource} from './sources.ts';
import {compareSubjects} from './subjects.ts';
import {daysBetween, publishedDays, sameTime, type Published} from './times.ts';

/** What was said on Friday is still printed on Monday. */
const CARRIED_DAYS = 3;
/** Of the shorter sentence's matter so much is in the other one, where source, question and day are one already. */
const SHARED = 0.2;
/** And so much where the day is not known, or the value is another. */
const SHARED_ALONE = 0.4;
/** A sentence of which half the five-word runs stand in another was copied from where that came from. */
const COPIED = 0.5;

type Told = {readonly figure: Figure; readonly words: ReadonlySet<string>; readonly runs: ReadonlySet<string>};

const sameQuestion = (a: Figure, b: Figure): boolean => measureOf(a) === measureOf(b) && sameKind(a, b) && isShare(a) === isShare(b)
	&& ['same', 'unknown'].includes(compareSubjects(a.subject, b.subject));

const sameValue = (a: Figure, b: Figure): boolean => a.low === b.low && a.high === b.high && a.unit === b.unit;

/** Whether two figures were said on one occasion, as far as their dates tell. */
const occasion = (a: Figure, b: Figure, published: Published): 'same' | 'unknown' | 'other' => {
	if (a.asOf !== null && b.asOf !== null && !sameTime(a.asOf, b.asOf)) return 'other';
	if (a.saidOn !== null && b.saidOn !== null) return sameTime(a.saidOn, b.saidOn) ? 'same' : 'other';
	const [from, to] = [a, b].map(figure => figure.saidOn ?? published.get(figure.article) ?? null);
	if (from === null || from === undefined || to === null || to === undefined) return 'unknown';
	const days = Math.abs(daysBetween(from, to));
	// A month or a year is no day: nobody knows how near.
	return Number.isNaN(days) ? 'unknown' : days <= CARRIED_DAYS ? 'same' : 'other';
};

/** One article tells its figure in the headline, in its own words and in a quotation: one statement, unless two people are named for it. */
const repeats = (a: Figure, b: Figure): boolean => sameValue(a, b)
	&& (a.source === null || b.source === null || oneOrigin(a, b) || Math.min(a.segment, b.segment) <= 0);

const isOne = (a: Told, b: Told, published: Published): boolean => {
	const [one, other] = [a.figure, b.figure];
	if (!sameQuestion(one, other)) return false;
	if (one.article === other.article) return (one.flow === 'period') === (other.flow === 'period') && repeats(one, other);
	const when = occasion(one, other, published);
	// Within one article "Ukraine" in the headline is "Kursk" in the body; of two articles nobody knows.
	if (when === 'other' || compareScopes(one.scope, other.scope) === 'other' || !mayMeanOne(one, other)) return false;
	if (one.source !== null && other.source !== null && !sameSource(one.source, other.source)) return false;
	if (sameValue(one, other) && containment(a.runs, b.runs) >= COPIED) return true;
	if (one.source === null || other.source === null) return false;
	const needed = when === 'same' && sameValue(one, other) && (one.flow === 'period') === (other.flow === 'period') ? SHARED : SHARED_ALONE;
	return containment(a.words, b.words) >= needed;
};

/** The best teller first: the source's own words, then the earliest, then the body before the headline, then who tells more. */
const order = (published: Published) => (a: Figure, b: Figure): number => {
	const day = (figure: Figure): string => published.get(figure.article) ?? '9999';
	const told = (figure: Figure): number => figure.hedges.length + Number(figure.periodText !== null) + Number(figure.asOf !== null);
	return Number(b.directness === 'direct') - Number(a.directness === 'direct') || Number(a.source === null) - Number(b.source === null)
		|| (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0) || Number(a.segment < 0) - Number(b.segment < 0) || told(b) - told(a) || (a.id < b.id ? -1 : 1);
};

/** Figures that are one statement; each must be one with all the others that are told elsewhere, so that no chain ties what does not belong together. */
const groups = (figures: readonly Figure[], published: Published): Figure[][] => {
	const found: Told[][] = [];
	// Only figures of one measure can be one statement: of a large library the others are not looked at.
	const byMeasure = new Map<string, Told[][]>();
	// Those with a source first: a headline without one joins what its article names.
	for (const figure of figures.toSorted(order(published))) {
		const told = {figure, words: new Set(content(figure.sentence)), runs: shingles(tokens(figure.sentence))};
		const near = byMeasure.get(measureOf(figure)) ?? [];
		const home = near.find(group => group.some(other => other.figure.article === figure.article && isOne(told, other, published)))
			?? near.find(group => group.every(other => isOne(told, other, published)));
		if (home !== undefined) {
			home.push(told);
			continue;
		}

		const fresh = [told];
		found.push(fresh);
		near.push(fresh);
		byMeasure.set(measureOf(figure), near);
	}

	return found.map(group => group.map(({figure}) => figure));
};

const named = (group: readonly Figure[]): string => `s-${group.map(({id}) => id).toSorted()[0] ?? ''}`;

/** The id of its statement for each figure: of every figure that takes part and has a source, or is carried with one that has. */
const statementIds = (columns: readonly Column[]): ReadonlyMap<string, string> => {
	const figures = columns.flatMap(column => column.figures).filter(figure => takesPart(figure) && !figure.refusal);
	return new Map(groups(figures, publishedDays(columns)).filter(group => group.length > 1 || group[0]?.source !== null)
		.flatMap(group => group.map(({id}) => [id, named(group)] as const)));
};

/** The columns with known statements written into them. */
export const withStatementIds = (columns: readonly Column[], ids: ReadonlyMap<string, string>): Column[] =>
	columns.map(column => ({...column, figures: column.figures.map(figure => ({...figure, statement: ids.get(figure.id) ?? null}))}));

/** The columns with the statement of each figure written into it. */
export const withStatements = (columns: readonly Column[]): Column[] => withStatementIds(columns, statementIds(columns));

/**
 * The same for articles from anywhere: a statement is told of what happened, so only figures of one event are set against each other, and the
 * time grows with the number of events. Articles of no event stand alone.
 */
export const withStatementsByEvent = (columns: readonly Column[], events: ReadonlyArray<Pick<NewsEvent, 'id' | 'articles'>>): Column[] => {
	const eventOf = new Map(events.flatMap(({id, articles}) => articles.map(article => [article, id] as const)));
	const together = Map.groupBy(columns, ({article}) => eventOf.get(article.id) ?? article.id);
	return withStatementIds(columns, new Map([...together.values()].flatMap(some => [...statementIds(some)])));
};

/** The statements that more than one article carries, from columns that know their statements; each carrier with how it changed the first one's words. */
export const statementsOf = (columns: readonly Column[]): Statement[] => {
	const groups = new Map<string, Figure[]>();
	for (const figure of columns.flatMap(column => column.figures)) {
		if (figure.statement !== null) groups.set(figure.statement, [...groups.get(figure.statement) ?? [], figure]);
	}

	const published = publishedDays(columns);
	return [...groups].flatMap(([id, figures]) => {
		const [first, ...rest] = figures.toSorted(order(published));
		if (first === undefined || new Set(figures.map(figure => figure.article)).size < 2) return [];
		// An article carries a statement as well as it does anywhere; its headline alone is the board's matter.
		const told = rest.filter((figure, index) => figure.article !== first.article && rest.findIndex(other => other.article === figure.article) === index);
		const carriers: [Carrier, ...Carrier[]] = [{article: first.article, figure: first, drifts: []}, ...told.map(figure => ({article: figure.article, figure, drifts: driftsOf(first, figure)}))];
		return [{id, source: first.source, carriers, figures: figures.map(figure => figure.id)}];
	});
};
