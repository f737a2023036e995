import {isDeepStrictEqual} from 'node:util';
import type {Correction, LogEntry} from '../model/override.ts';
import {Problem} from '../model/problem.ts';
import type {Changes} from '../model/library.ts';
import {fieldProblem} from './fields.ts';
import {correctionsOf} from './replay.ts';
import {checkLog} from './schema.ts';

/** What is kept in the log and puts nothing right: `undo` passes over it unless it is asked for by its number. */
const isRecord = ({act}: LogEntry): boolean => act.kind === 'correct' && (act.correction.kind === 'look' || act.correction.kind === 'audit');

type Standing = {readonly done: readonly number[]; readonly undone: readonly number[]};

/** The first entry of the act that an entry belongs to: a person does one thing, however many entries it takes. */
const beginningOf = ({sequence, begun}: Pick<LogEntry, 'sequence' | 'begun'>): number => begun ?? sequence;

/** The entries of the act that an entry belongs to, itself among them. */
export const actOf = (log: readonly LogEntry[], sequence: number): readonly LogEntry[] => {
	const one = log.find(entry => entry.sequence === sequence);
	return one === undefined ? [] : log.filter(entry => beginningOf(entry) === beginningOf(one));
};

/** What stands and what could come back, last one last, by the entries that acts began with. A new correction ends the chance to redo, as in an editor. */
const standing = (log: readonly LogEntry[]): Standing => {
	const acts = new Map(log.map(entry => [entry.sequence, beginningOf(entry)]));
	let done: number[] = [];
	let undone: number[] = [];
	for (const entry of log) {
		const {act} = entry;
		if (act.kind === 'correct') {
			if (done.at(-1) !== beginningOf(entry)) done.push(beginningOf(entry));
			if (!isRecord(entry)) undone = [];
			continue;
		}
		const target = acts.get(act.sequence) ?? act.sequence;
		if (act.kind === 'undo') {
			done = done.filter(each => each !== target);
			undone.push(target);
		} else {
			undone = undone.filter(each => each !== target);
			done.push(target);
		}
	}
	return {done, undone};
};

/** The corrections that stand: made and not undone, oldest first. */
export const activeCorrections = (log: readonly LogEntry[]): readonly LogEntry[] => {
	const done = new Set(standing(log).done);
	return log.filter(entry => entry.act.kind === 'correct' && done.has(beginningOf(entry)));
};

/** What these entries correct, without who and when. */
export const correctionsInForce = (log: readonly LogEntry[]): readonly Correction[] => correctionsOf(activeCorrections(log));

/** The entry that an undo (or redo) would take back (or bring back): the last one, or the one that is asked for. Null where there is none. */
const undoTarget = (log: readonly LogEntry[], redo: boolean, wanted?: number): number | null => {
	const {done, undone} = standing(log);
	const records = new Set(log.flatMap(entry => isRecord(entry) ? [entry.sequence] : []));
	if (wanted === undefined) return (redo ? undone : done).findLast(sequence => !records.has(sequence)) ?? null;
	const made = log.find(({sequence, act}) => sequence === wanted && act.kind === 'correct');
	return made && done.includes(beginningOf(made)) !== redo ? beginningOf(made) : null;
};

/** The entries that made these corrections, by sequence. */
export const sequencesOf = (log: readonly LogEntry[], corrections: readonly Correction[]): readonly number[] =>
	corrections.length === 0 ? [] : log.flatMap(({sequence, act}) => act.kind === 'correct' && corrections.some(each => isDeepStrictEqual(each, act.correction)) ? [sequence] : []);

const refuse = (why: string): Problem => new Problem({exit: 'usage', what: 'The correction was not taken down.', why});

const tookDown = (log: readonly LogEntry[], {correction, who, when, why}: NonNullable<Changes['corrections']>[number], begun: number): LogEntry => {
	const sequence = log.length + 1;
	const entry: LogEntry = {sequence, who, when, why, ...(begun < sequence && {begun}), act: {kind: 'correct', correction}};
	const checked = checkLog(entry);
	if ('wrong' in checked) throw refuse(`What is wrong: ${checked.wrong}.`);
	const problem = fieldProblem(correction);
	if (problem !== null) throw refuse(problem);
	return entry;
};

const nothingTo = ({redo, sequence}: NonNullable<Changes['undo']>): {readonly what: string; readonly why: string; readonly remedy?: string} => sequence === undefined
	? {what: `There is nothing to ${redo ? 'redo' : 'undo'}.`, why: ''}
	: {what: `Entry ${sequence} was not ${redo ? 'brought back' : 'taken back'}.`, why: `It is no correction that ${redo ? 'was taken back' : 'stands'}.`, remedy: 'newsdeck log shows them.'};

/** The log with what a commit adds to it. Throws a Problem for a correction that could never be replayed, or an undo of nothing. */
export const extendLog = (log: readonly LogEntry[], {corrections = [], undo}: Pick<Changes, 'corrections' | 'undo'>): readonly LogEntry[] => {
	const longer = [...log];
	let begun = log.length + 1;
	for (const each of corrections) {
		if (each.anew === true) begun = longer.length + 1;
		longer.push(tookDown(longer, each, begun));
	}

	if (undo === undefined) return longer;
	const target = undoTarget(longer, undo.redo, undo.sequence);
	if (target === null) throw new Problem({exit: 'nothing', ...nothingTo(undo)});
	longer.push({sequence: longer.length + 1, who: undo.who, when: undo.when, why: null, act: {kind: undo.redo ? 'redo' : 'undo', sequence: target}});
	return longer;
};
