/** Somebody wants this to end; `code` is then what the program ends with. */
export type Interrupt = {readonly signal: AbortSignal; readonly code: () => number | null; readonly release: () => void};

/**
 * Until it is released, control-C, a friendly kill and a closed window do not end the program but abort `signal`, so that what was finished
 * can be kept; `asked` does the same from within. The second one ends it at once, as does any after the release.
 */
export const heedInterrupts = (asked?: AbortSignal): Interrupt => {
	const abort = new AbortController();
	let code: number | null = null;
	const release = (): void => {
		process.off('SIGINT', onInterrupt);
		process.off('SIGTERM', onEnd);
		process.off('SIGHUP', onHangup);
	};

	const heed = (number: number): void => {
		code = number;
		release();
		abort.abort();
	};

	const onInterrupt = (): void => heed(130);
	const onEnd = (): void => heed(143);
	const onHangup = (): void => heed(129);
	asked?.addEventListener('abort', onInterrupt, {once: true});
	process.on('SIGINT', onInterrupt);
	process.on('SIGTERM', onEnd);
	process.on('SIGHUP', onHangup);
	return {signal: abort.signal, code: () => code, release};
};
