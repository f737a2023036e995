import type {Tension} from '../model/comparison.ts';
import {changeKinds, type Change, type ChangeKind, type ToldFigure} from '../model/tracking.ts';
import {measureOf} from './measures.ts';

const capital = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;
const outletOf = ({outlet}: ToldFigure): string => outlet ?? 'an outlet unknown';

/** When something was told: "on 2031-03-14"; an undated page by the day it was saved or came in. */
const dayWords = ({day, dayBasis}: ToldFigure): string => dayBasis === 'published' ? `on ${day}` : `undated, ${dayBasis === 'captured' ? 'saved' : 'came in'} on ${day}`;
const heldFor = ({figure}: ToldFigure): string => figure.asOf === null ? '' : ` (as of ${figure.asOf})`;
const where = (told: ToldFigure): string => `${outletOf(told)}, ${dayWords(told)}`;
const sourceOf = ({figure}: ToldFigure): string => figure.source === null ? '' : `, ${figure.source.replace(/^The\s/, 'the ')}`;

type Why = 'first' | 'other origin' | 'same' | 'looser' | 'superseded' | 'higher' | 'sharper' | 'lower' | 'words' | 'earlier day' | 'revision' | 'gone';

const reasons: Readonly<Record<Why, (told: ToldFigure, against: ToldFigure) => string>> = {
	first: () => 'nothing of this was told before',
	'other origin': (_, against) => `another origin than that of ${against.figure.text} (${where(against)})`,
	same: (_, against) => `as told before (${where(against)})`,
	looser: (_, against) => `in looser words than ${against.figure.text} (${where(against)})`,
	superseded: (_, against) => `told before, and the same origin has told ${against.figure.text}${heldFor(against)} since (${where(against)})`,
	higher: (_, against) => `after ${against.figure.text}${heldFor(against)} (${where(against)})`,
	sharper: (_, against) => `more exact than ${against.figure.text} (${where(against)})`,
	lower: (_, against) => `after ${against.figure.text}${heldFor(against)} (${where(against)})`,
	words: (_, against) => `its sentence says that ${against.figure.text} (${where(against)}) was put right`,
	'earlier day': (_, against) => `for an earlier day than ${against.figure.text}${heldFor(against)} (${where(against)})`,
	revision: (_, against) => `the article said ${against.figure.text} before`,
	gone: () => 'the newest version of the article has it no longer',
};

/** A change with its sentence. `against`: what it is measured by; itself where there is nothing. */
export const changeOf = (kind: ChangeKind, told: ToldFigure, against: ToldFigure | null, why: Why): Change => {
	const reason = reasons[why](told, against ?? told);
	return {
		kind, told, against, reason, innocent: [], figures: [told.figure.id, ...(against === null ? [] : [against.figure.id])],
		sentence: `${capital(kind)}: ${told.figure.text} ${measureOf(told.figure)}${sourceOf(told)}${heldFor(told)}; ${where(told)}: ${reason}.`,
	};
};

/** A tension as a change, seen from the figure that was told last. `members`: its figures, in the order of the tension. */
export const conflictOf = ({explanation, rule, innocent, figures}: Tension, members: readonly ToldFigure[]): Change[] => {
	const [last, ...others] = members.toSorted((a, b) => a.day < b.day ? 1 : a.day > b.day ? -1 : 0);
	if (last === undefined) return [];
	return [{
		kind: 'in conflict', told: last, against: others[0] ?? null, reason: `${explanation} (${rule})`, figures, innocent,
		sentence: `In conflict: ${explanation} (${rule}); ${members.map(told => `${told.figure.text}, ${where(told)}`).join('; ')}. It may be: ${innocent.join(', ')}.`,
	}];
};

/** How much of each kind: "2 updated, 1 withdrawn"; "nothing" where nothing is otherwise. For a line that says what there is since the last look. */
export const changeSummary = (changes: ReadonlyArray<Pick<Change, 'kind'>>): string => changeKinds.flatMap(kind => {
	const count = changes.filter(change => change.kind === kind).length;
	return count === 0 ? [] : [`${count} ${kind}`];
}).join(', ') || 'nothing';
