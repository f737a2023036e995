/** What is done one after the other: a key, or a task between two keys. */
export type Turns = {
	/** Queues keys, or a task; resolves when the queue has been worked off. */
	queue(...waiting: ReadonlyArray<string | (() => Promise<void>)>): Promise<void>;
	/** Resolves when the queue has been worked off; at once where nothing waits. */
	idle(): Promise<void>;
};

/** What the queue is worked off with. `next`: the key that waits behind, where one does. `ended`: nothing more is done. */
type Work = {
	key(key: string, next: string | undefined): Promise<void>;
	task(task: () => Promise<void>): Promise<void>;
	ended(): boolean;
};

export const createTurns = ({key, task, ended}: Work): Turns => {
	const waiting: Array<string | (() => Promise<void>)> = [];
	let working: Promise<void> | null = null;
	const work = async (): Promise<void> => {
		for (let next = waiting.shift(); next !== undefined && !ended(); next = waiting.shift()) {
			const [after] = waiting;
			await (typeof next === 'string' ? key(next, typeof after === 'string' ? after : undefined) : task(next));
		}
	};

	return {
		async queue(...more) {
			waiting.push(...more);
			working ??= work().finally(() => {
				working = null;
			});
			await working;
		},
		idle: async () => working ?? undefined,
	};
};
