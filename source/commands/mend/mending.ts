import type {Background} from '../../cluster/background.ts';
import {eventChanges} from '../../model/event.ts';
import {allCards, type Changes, type Library, type PlannedAct, type Rereading} from '../../model/library.ts';
import type {Correction, CutAct} from '../../model/override.ts';
import {Problem} from '../../model/problem.ts';
import {beforeTies, tiesFor, type EventAct} from '../../model/ties.ts';
import {correctionsInForce, extendLog} from '../../store/overrides.ts';
import {groupSafely, unwatched} from '../intake/group-work.ts';
import {readAnew} from '../intake/rereading.ts';

type Readings = Pick<Changes, 'readings'>;

/** What people said of who belongs together: taken back, and new. */
type Ties = {readonly gone: readonly Correction[]; readonly fresh: readonly Correction[]};
type Grouped = Pick<Changes, 'readings' | 'grouping'>;

/** Readings with the groups that come of them: what reads otherwise joins the events anew, the rest stays where it is. */
export const withGroups = async (library: Library, {readings = []}: Readings, inForce: readonly Correction[], background: () => Promise<Background>, ties: Ties = {gone: [], fresh: []}): Promise<Grouped> => {
	const plan = await library.plan({readings});
	if (ties.gone.length + ties.fresh.length === 0 && plan.derivations.length === 0 && plan.gone.length === 0) return {readings};
	const replaced = new Set([...plan.gone, ...plan.derivations.map(({article}) => article.id)]);
	const grouping = await groupSafely(library, {
		settled: beforeTies(await library.events(), ties.gone), storylines: await library.storylines(), corrections: inForce, background: await background(),
	}, {ids: (await allCards(library)).flatMap(({id}) => replaced.has(id) ? [] : [id]), fresh: plan.derivations}, unwatched);
	return {readings, grouping};
};

const cutsIn = (corrections: readonly Correction[]): Map<string, Correction> => new Map(corrections.flatMap(each => each.kind === 'cut' || each.kind === 'junk' ? [[JSON.stringify(each), each]] : []));
/** What of `one` is not in `other`, of the ties alone. */
const tiesBeside = (one: readonly Correction[], other: readonly Correction[]): readonly Correction[] => {
	const there = new Set(other.map(each => JSON.stringify(each)));
	return one.filter(each => (each.kind === 'together' || each.kind === 'apart') && !there.has(JSON.stringify(each)));
};

/** The documents that read otherwise because of what was added or taken back: those that are cut; all of them where a line was called junk. */
const touched = async (library: Library, before: readonly Correction[], after: readonly Correction[]): Promise<readonly string[]> => {
	const [old, fresh] = [cutsIn(before), cutsIn(after)];
	const changed = [...[...old].flatMap(([key, cut]) => fresh.has(key) ? [] : [cut]), ...[...fresh].flatMap(([key, cut]) => old.has(key) ? [] : [cut])];
	const all = (await library.documents()).map(({id, path}) => ({id, path}));
	if (changed.some(each => each.kind === 'junk')) return all.map(({id}) => id);
	const cut = new Set(changed.flatMap(each => each.kind === 'cut' ? [each.at.document] : []));
	const paths = new Set(all.flatMap(({id, path}) => cut.has(id) && path !== '-' ? [path] : []));
	return all.flatMap(({id, path}) => cut.has(id) || paths.has(path) ? [id] : []);
};

const WHY_NOT: Readonly<Record<CutAct, string>> = {
	split: 'No article holds this line, or one begins there already.', join: 'There is no article before it on its page.', previous: 'There is no article before this one on its page.',
	next: 'There is no article after this one on its page.', restore: 'No removed line stands there.', remove: 'No text stands there.',
};

/** A cut that changes nothing is not taken down: somebody would wait for what never comes. */
const refuseIdle = (changes: Changes, readings: readonly Rereading[]): void => {
	for (const {correction} of changes.corrections ?? []) {
		if (correction.kind !== 'cut') continue;
		const idle = readings.some(({document, unplaced = []}) => document === correction.at.document && unplaced.some(each => JSON.stringify(each) === JSON.stringify(correction)));
		if (idle) throw new Problem({exit: 'usage', what: 'The page was left as it is.', why: WHY_NOT[correction.act], remedy: ''});
	}
};

/**
 * What a correction (or its undo) brings with it: pages that are cut otherwise, read anew, and, where people said what belongs
 * together, the groups. All of it goes into one commit.
 */
export const withConsequences = async (library: Library, changes: Changes, background: () => Promise<Background>): Promise<Changes> => {
	const log = await library.log();
	const [before, after] = [correctionsInForce(log), correctionsInForce(extendLog(log, changes))];
	const readings = [...changes.readings ?? []];
	for (const id of await touched(library, before, after)) {
		const reading = await readAnew(library, id, after);
		if (reading !== null) readings.push(reading);
	}

	refuseIdle(changes, readings);
	const ties: Ties = {gone: tiesBeside(before, after), fresh: tiesBeside(after, before)};
	if (readings.length + ties.gone.length + ties.fresh.length === 0) return changes;
	return {...changes, ...await withGroups(library, {readings}, after, background, ties)};
};

/** What an act on events would take down, and which events it would change. */
export const planAct = async (library: Library, act: EventAct, background: () => Promise<Background>): Promise<PlannedAct> => {
	const events = await library.events();
	const corrections = tiesFor(act, events, correctionsInForce(await library.log()));
	// Nobody has said it yet: neither who nor when is known.
	const unsigned = corrections.map(correction => ({correction, who: '', when: '', why: null}));
	const {grouping} = await withConsequences(library, {corrections: unsigned}, background);
	return {corrections, changes: eventChanges(events, grouping?.events ?? events)};
};
