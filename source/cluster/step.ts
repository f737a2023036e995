/** Told how many of how many units of work are done; it stops the work by throwing. */
export type Progress = (done: number, total: number) => void;

/** The same within one phase of the work: told how many items of the phase are done. */
export type Step = (done: number) => void;

/** The phases of a work of so many of them, each over `items`: phase 0 is the first. */
export const phasesOf = (progress: Progress | undefined, phases: number, items: number): ((phase: number) => Step) =>
	phase => done => progress?.(phase * items + Math.min(done, items), phases * items);
