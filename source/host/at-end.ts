import process from 'node:process';

/** Ends that can be caught, and what the program ends with. */
const ends = {SIGINT: 130, SIGTERM: 143, SIGHUP: 129, SIGQUIT: 131} as const;

let held = 0;

/** Whether somebody still has something to do before the end, and ends the program then: nobody else may end it meanwhile. */
export const isEndHeld = (): boolean => held > 0;

/** Does `last` before an end that can be caught: control-C, a kill, a terminal that is closed. Returns what takes that back. A second signal ends at once. */
export const atEnd = (last: () => Promise<unknown>): (() => void) => {
	held++;
	const off = (): void => {
		for (const {signal, handler} of handlers) process.off(signal, handler);
	};

	const handlers = Object.entries(ends).map(([signal, code]) => {
		const handler = (): void => {
			off();
			void last().catch(() => undefined).finally(() => process.exit(code));
		};
		process.once(signal, handler);
		return {signal, handler};
	});
	let released = false;
	return () => {
		off();
		if (!released) held--;
		released = true;
	};
};
