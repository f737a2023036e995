import process from 'node:process';

/** Ends that can be caught, and what the program ends with. */
const ends = {SIGINT: 130, SIGTERM: 143, SIGHUP: 129} as const;

/** Does `last` before an end that can be caught: control-C, a kill, a terminal that is closed. Returns what takes that back. A second signal ends at once. */
export const atEnd = (last: () => Promise<unknown>): (() => void) => {
	const handlers = Object.entries(ends).map(([signal, code]) => {
		const handler = (): void => {
			release();
			void last().catch(() => undefined).finally(() => process.exit(code));
		};
		process.once(signal, handler);
		return {signal, handler};
	});
	const release = (): void => {
		for (const {signal, handler} of handlers) process.off(signal, handler);
	};
	return release;
};
