import type {Correction, LogEntry} from '../model/override.ts';

/** The corrections that stand: neither undone, nor undone and redone and undone again. */
export const correctionsInForce = (log: readonly LogEntry[]): Correction[] => {
	const undone = new Set<number>();
	for (const {act} of log) {
		if (act.kind === 'undo') undone.add(act.sequence);
		if (act.kind === 'redo') undone.delete(act.sequence);
	}

	return log.flatMap(({sequence, act}) => act.kind === 'correct' && !undone.has(sequence) ? [act.correction] : []);
};
