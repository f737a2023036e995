import {writeSync} from 'node:fs';
import type {OpenScreen} from '../model/effects.ts';
import {exitCodes} from '../model/problem.ts';

/** What Ink does not undo, or may not have got to: mouse reports and bracketed paste off, plain looks, the cursor shown. */
const PLAIN_AGAIN = '\u001B[?1000l\u001B[?1002l\u001B[?1003l\u001B[?1006l\u001B[?2004l\u001B[0m\u001B[?25h';

/** How long a process that was told to stop may take to do so, in milliseconds. */
const STOPPING = 50;

let open: OpenScreen | null = null;
/** What is done before the program ends; null where there is nothing to do. */
let before: (() => Promise<unknown>) | null = null;
let ending = false;
let stopping = false;
/** Another program has the terminal: control-C is meant for it. */
let lent = false;

/** Gives the terminal back, whatever state the screen is in; does nothing where no screen is open. */
export const leaveScreen = (): void => {
	const screen = open;
	open = null;
	if (screen === null) return;
	try {
		screen.leave();
	} finally {
		try {
			writeSync(1, PLAIN_AGAIN);
			if (process.stdin.isTTY) process.stdin.setRawMode(false);
		} catch {
			// The terminal has gone (its window was closed): nothing is left to restore.
		}
	}
};

/**
 * Gives the terminal back and ends the program, once what is to be done before is done. Asked again meanwhile it only ends at once where somebody insists:
 * a terminal that is gone must not keep what was put right from being written.
 */
export const endScreen = (code: number, insist = false): void => {
	leaveScreen();
	if (before === null || (ending && insist)) process.exit(code);
	if (ending) return;
	ending = true;
	void before().finally(() => process.exit(code));
};

/**
 * Stops this program and those it was started by, as the terminal does for control-Z, with the terminal given back
 * meanwhile. Returns when somebody has let it go on. Without a shell that minds jobs the system lets nobody stop.
 */
export const stopScreen = async (): Promise<void> => {
	if (open === null || stopping || process.platform === 'win32') return;
	stopping = true;
	try {
		await open.aside(async () => {
			process.off('SIGTSTP', stopOnSignal);
			process.kill(0, 'SIGTSTP');
			await new Promise(resolve => setTimeout(resolve, STOPPING));
		});
	} finally {
		if (open !== null) process.on('SIGTSTP', stopOnSignal);
		stopping = false;
	}
};

const stopOnSignal = (): void => {
	// The program that has the terminal has been stopped with it; this one only has to hold still beside it.
	if (lent) process.kill(process.pid, 'SIGSTOP');
	else void stopScreen();
};

/** Lets another program have the terminal while `work` runs, then paints the screen anew. */
export const lendTerminal = async (work: () => Promise<void>): Promise<void> => {
	if (open === null) return work();
	let failure: unknown = null;
	await open.aside(async () => {
		lent = true;
		try {
			await work();
		} catch (error) {
			failure = error;
		} finally {
			lent = false;
		}
	});
	if (failure !== null) throw failure;
};

/** Stopped without having been asked (SIGSTOP), the shell has set its own modes meanwhile: takes them again and paints anew. */
const goOn = (): void => {
	if (!stopping && !lent) void open?.aside(async () => undefined).catch(() => undefined);
};

/** Signals that end a program, each with what the shell would say of it: 128 and the signal's number. */
const deadly = ([['SIGHUP', 129], ['SIGINT', exitCodes.interrupted], ['SIGQUIT', 131], ['SIGTERM', exitCodes.ended]] as const).map(([signal, code]) => [signal, (): void => {
	if (lent && signal === 'SIGINT') return;
	endScreen(code, true);
}] as const);

/**
 * To be called before the screen is painted: keys come as keys at once, so that no control-Z stops the program with its frame left behind.
 * From now on, until the returned function is called, no way for this process to end leaves the terminal as the screen had it, and every
 * one that can be caught waits for `last` (what was put right is written).
 */
export const guardScreen = (screen: OpenScreen, last: () => Promise<unknown>): (() => void) => {
	open = screen;
	before = last;
	for (const [signal, die] of deadly) process.on(signal, die);
	process.on('SIGTSTP', stopOnSignal);
	process.on('SIGCONT', goOn);
	process.on('exit', leaveScreen);
	if (process.stdin.isTTY) process.stdin.setRawMode(true);
	return () => {
		leaveScreen();
		before = null;
		for (const [signal, die] of deadly) process.off(signal, die);
		process.off('SIGTSTP', stopOnSignal);
		process.off('SIGCONT', goOn);
		process.off('exit', leaveScreen);
	};
};
