import type {TrackedQuestion} from '../model/override.ts';
import type {Change, Look, ToldFigure, TrackedRow, TrackedState} from '../model/tracking.ts';
import {newestOf} from './track.ts';
import {changeSummary} from './track-sentences.ts';

/** What one look at a followed question found. `told`: every figure that answers it; `lookedAt`: ISO day of the last look, null before the first. */
export type Looked = {
	readonly name: string;
	readonly question: TrackedQuestion;
	readonly changes: readonly Change[];
	readonly told: readonly ToldFigure[];
	readonly lookedAt: string | null;
	/** What remembers this look; null where there is nothing to remember. */
	readonly look: Look | null;
};

/** "killed, miners, Lima, a total": a question in words; what is left open is left out. */
const asksOf = ({measure, subject, scope, flow}: TrackedQuestion): string =>
	[measure, subject, scope, flow === null ? null : flow === 'total' ? 'a total' : 'a period'].filter(word => word !== null).join(', ');

const stateOf = ({changes, told}: Looked): TrackedState => changes.length > 0 ? 'changed' : told.length > 0 ? 'quiet' : 'unanswered';
const rank: Readonly<Record<TrackedState, number>> = {changed: 0, quiet: 1, unanswered: 2};

const rowOf = (looked: Looked): TrackedRow => {
	const {name, question, changes, told, lookedAt, look} = looked;
	const newest = newestOf(told);
	const byDay = told.toSorted((a, b) => a.day < b.day ? 1 : a.day > b.day ? -1 : 0);
	return {
		name, question, lookedAt, look, changes, newest, asks: asksOf(question), state: stateOf(looked), summary: changeSummary(changes), figures: told.length,
		articles: [...new Set([...changes.map(change => change.told), ...byDay].map(({figure}) => figure.article))],
	};
};

/** The newest day on which anything of a row was told; "" where nothing was. */
const lastDay = ({changes, newest}: TrackedRow): string => changes.reduce((day, {told}) => told.day > day ? told.day : day, newest?.day ?? '');

/** Followed questions as a list shows them: those with changes first, then the quiet ones, then those that nothing answers; the newest told first. */
export const trackedRows = (looked: readonly Looked[]): TrackedRow[] => looked.map(rowOf).sort((a, b) =>
	rank[a.state] - rank[b.state] || (lastDay(a) < lastDay(b) ? 1 : lastDay(a) > lastDay(b) ? -1 : a.name < b.name ? -1 : 1));

/** What there is since the last look, over all questions. `since`: the earliest of their last looks; null where one was never looked at. */
export type SinceLastLook = {readonly changed: number; readonly of: number; readonly summary: string; readonly since: string | null; readonly changes: readonly Change[]};

/** Null where no question is followed: there is nothing to tell, not even that nothing changed. */
export const sinceLastLook = (rows: readonly TrackedRow[]): SinceLastLook | null => {
	if (rows.length === 0) return null;
	const changes = rows.flatMap(row => row.changes);
	const since = rows.some(({lookedAt}) => lookedAt === null) ? null : rows.map(({lookedAt}) => lookedAt ?? '').sort()[0] ?? null;
	return {changed: rows.filter(({state}) => state === 'changed').length, of: rows.length, summary: changeSummary(changes), since, changes};
};
