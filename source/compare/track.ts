import {outletKey} from '../model/article.ts';
import type {Figure} from '../model/figure.ts';
import type {Change, ChangeKind, ToldFigure} from '../model/tracking.ts';
import {notComparable} from './comparable.ts';
import {measureOf} from './measures.ts';
import {oneOrigin} from './sources.ts';
import {changeOf} from './track-sentences.ts';
import {earliest} from './times.ts';

/** What is known of a question at the last look, and now, in the order in which it came in. `was`: readings of articles that read otherwise since, which `now` has no longer. */
export type Looks = {
	readonly now: readonly ToldFigure[];
	readonly seen: (figure: Figure) => boolean;
	readonly was: readonly ToldFigure[];
};

/** "The guard corrected its count to 18", "a revised toll", "an earlier version of this article said 20". */
const SAYS_CORRECTED = /\b(?:correct(?:ed|s|ing|ion)|revis(?:ed|es|ing|ion)|amend(?:ed|s|ing)|misstated|(?:an?|the) (?:earlier|previous) (?:version|report) of this|(?:wrongly|mistakenly|erroneously) (?:said|gave|reported|put|counted))\b/i;

/** The day a figure holds for: its own, else the day it was told. */
const at = ({figure, day}: ToldFigure): string => figure.asOf ?? figure.saidOn ?? day;
const sooner = (one: ToldFigure, other: ToldFigure): boolean => earliest(at(one)) < earliest(at(other));

const sameValue = (one: Figure, other: Figure): boolean => one.low === other.low && one.high === other.high;
/** What a figure says least and most: "more than 20" says nothing of its upper end. */
const least = ({low}: Figure): number => low ?? -Infinity;
const most = ({high}: Figure): number => high ?? Infinity;
/** "More than 20" beside 22: the looser words say nothing else. */
const isLooser = (one: Figure, other: Figure): boolean => least(one) <= least(other) && most(one) >= most(other);

const oneQuestion = (one: Figure, other: Figure): boolean => measureOf(one) === measureOf(other) && notComparable(one, other) === null;
/** One origin, or, where neither names one, one outlet in its own voice. */
const oneVoice = (one: ToldFigure, other: ToldFigure): boolean => oneOrigin(one.figure, other.figure) || (one.figure.source === null && other.figure.source === null && one.outlet !== null && other.outlet !== null && outletKey(one.outlet) === outletKey(other.outlet));

/** What has been told so far. `stands`: it was, when it was told, the newest word of its origin: a value that was only told again is none. */
type Known = {readonly told: ToldFigure; readonly stands: boolean};

/** The word for the latest day; of two for one day the one told later in the list. */
const latest = (all: readonly ToldFigure[]): ToldFigure | null => all.reduce<ToldFigure | null>((best, each) => best === null || !sooner(each, best) ? each : best, null);
const newest = (known: readonly Known[]): ToldFigure | null => latest(known.filter(({stands}) => stands).map(({told}) => told));

type Verdict = {readonly kind: ChangeKind; readonly against: ToldFigure | null; readonly why: 'first' | 'other origin' | 'same' | 'looser' | 'superseded' | 'higher' | 'sharper' | 'lower' | 'words' | 'earlier day'};

/** What a figure with an origin is to all that this origin told before. */
const besideOwn = (told: ToldFigure, own: readonly Known[]): Verdict | null => {
	const last = newest(own);
	if (last === null) return null;
	const {figure} = told;
	const same = own.findLast(each => sameValue(each.told.figure, figure))?.told ?? null;
	if (sameValue(figure, last.figure)) return {kind: 'repeated', against: last, why: 'same'};
	// Told late, or of an earlier day: what came after it is no change of it.
	if (told.day < last.day && sooner(told, last)) return same === null ? {kind: 'new', against: last, why: 'earlier day'} : {kind: 'repeated', against: same, why: 'same'};
	if (same !== null && !(figure.asOf !== null && sooner(last, told))) return {kind: 'recycled', against: last, why: 'superseded'};
	if (sooner(told, last)) return {kind: 'new', against: last, why: 'earlier day'};
	if (SAYS_CORRECTED.test(figure.sentence)) return {kind: 'corrected', against: last, why: 'words'};
	if (least(figure) > most(last.figure)) return {kind: 'updated', against: last, why: 'higher'};
	if (most(figure) < least(last.figure)) return {kind: 'lowered', against: last, why: 'lower'};
	if (isLooser(figure, last.figure)) return {kind: 'repeated', against: last, why: 'looser'};
	return {kind: 'updated', against: last, why: isLooser(last.figure, figure) ? 'sharper' : 'higher'};
};

/** What a figure without a source is to all that anybody told: it is theirs where it gives their value. */
const besideAll = ({figure}: ToldFigure, all: readonly Known[]): Verdict | null => {
	const same = all.filter(({told}) => sameValue(told.figure, figure)).map(({told}) => told);
	const lastOf = (told: ToldFigure): ToldFigure => newest(all.filter(each => oneVoice(each.told, told))) ?? told;
	const standing = same.find(told => sameValue(lastOf(told).figure, figure));
	if (standing !== undefined) return {kind: 'repeated', against: standing, why: 'same'};
	const [old] = same;
	return old === undefined ? null : {kind: 'recycled', against: lastOf(old), why: 'superseded'};
};

const judge = (told: ToldFigure, known: readonly Known[]): Verdict => {
	const peers = known.filter(each => oneQuestion(each.told.figure, told.figure));
	const borrowed = told.figure.source === null ? besideAll(told, peers) : null;
	return borrowed ?? besideOwn(told, peers.filter(each => oneVoice(each.told, told))) ?? {kind: 'new', against: newest(peers), why: peers.length === 0 ? 'first' : 'other origin'};
};

/** What one article tells twice, in the headline and below, counts once: as it is told best. */
const once = (all: readonly ToldFigure[]): ToldFigure[] => {
	const telling = ({figure}: ToldFigure): number => (figure.source === null ? 0 : 4) + (figure.asOf === null ? 0 : 2) + (figure.segment < 0 ? 0 : 1);
	const kept: ToldFigure[] = [];
	for (const each of all) {
		const index = kept.findIndex(other => other.figure.article === each.figure.article && (other.figure.low ?? other.figure.high) === (each.figure.low ?? each.figure.high) && oneQuestion(other.figure, each.figure));
		const other = kept[index];
		if (other === undefined) kept.push(each);
		else if (telling(each) > telling(other)) kept[index] = each;
	}

	return kept;
};

/** By day; within a day in the order given. */
const inOrder = (all: readonly ToldFigure[]): ToldFigure[] => all.toSorted((a, b) => a.day < b.day ? -1 : a.day > b.day ? 1 : 0);

/** The figures told, in order, each with whether it stood when it was told: an old value told again, or the newest once more, does not. */
const standingAmong = (all: readonly ToldFigure[]): Known[] => {
	const known: Known[] = [];
	for (const told of all) known.push({told, stands: !['recycled', 'repeated'].includes(judge(told, known).kind)});
	return known;
};

/** The newest word on a question, whoever told it; a recycled value is none. Null where nothing was told. */
export const newestOf = (told: readonly ToldFigure[]): ToldFigure | null => newest(standingAmong(inOrder(once(told))));

/** Figures of a revised article beside those it had: each new one with the old one it stands for, by its value first, else by its question; and old ones that nothing stands for. */
const revised = (was: readonly ToldFigure[], fresh: readonly ToldFigure[]): {readonly of: ReadonlyMap<string, ToldFigure>; readonly withdrawn: readonly ToldFigure[]} => {
	const of = new Map<string, ToldFigure>();
	const left = new Set(was);
	for (const test of [sameValue, oneQuestion]) {
		for (const {figure} of fresh) {
			const old = of.has(figure.id) ? undefined : [...left].find(each => each.figure.article === figure.article && oneQuestion(each.figure, figure) && test(each.figure, figure));
			if (old === undefined) continue;
			of.set(figure.id, old);
			left.delete(old);
		}
	}

	return {of, withdrawn: [...left]};
};

/**
 * What is otherwise than at the last look, each change with its reason: first what was told, by day, then what was withdrawn. Pure: the same
 * figures give the same changes, and none of them says which figure is right.
 */
export const track = ({now, seen, was}: Looks): Change[] => {
	const before = inOrder(once(now.filter(({figure}) => seen(figure))));
	const fresh = inOrder(once(now.filter(({figure}) => !seen(figure)))).filter(each => !before.some(other => other.figure.article === each.figure.article && sameValue(other.figure, each.figure) && oneQuestion(other.figure, each.figure)));
	const {of, withdrawn} = revised(once(was), fresh);
	const known = standingAmong(before);
	const changes: Change[] = [];
	for (const told of fresh) {
		const old = of.get(told.figure.id);
		const verdict = judge(told, known);
		known.push({told, stands: !['recycled', 'repeated'].includes(verdict.kind)});
		if (old === undefined) changes.push(changeOf(verdict.kind, told, verdict.against, verdict.why));
		else if (!sameValue(old.figure, told.figure)) changes.push(changeOf('corrected', told, old, 'revision'));
	}

	return [...changes, ...inOrder(withdrawn).map(told => changeOf('withdrawn', told, null, 'gone'))];
};
