import path from 'node:path';
import {built, emptyPlace} from '../helpers/program.ts';
import {openTerminal} from '../helpers/terminal.ts';
import type {Pledge} from './pledge.ts';

const provoke = path.join(import.meta.dirname, 'provoke.mjs');

/** A way out of the screen, and the exit code a shell then sees. */
export type Way = {readonly name: string; readonly code: number; readonly key?: string; readonly signal?: NodeJS.Signals; readonly fault?: string};

/** Every way out of the screen, with the exit code a shell then sees. */
const ways: readonly Way[] = [
	{name: 'Q', key: 'Q', code: 0}, {name: 'control-C', key: '\u0003', code: 130},
	{name: 'SIGHUP', signal: 'SIGHUP', code: 129}, {name: 'SIGINT', signal: 'SIGINT', code: 130}, {name: 'SIGQUIT', signal: 'SIGQUIT', code: 131}, {name: 'SIGTERM', signal: 'SIGTERM', code: 143},
	...['throw', 'rejection', 'overflow'].map(fault => ({name: fault, fault, signal: 'SIGUSR2' as const, code: 70})),
	{name: 'exit', fault: 'exit', signal: 'SIGUSR2', code: 9},
];

/** A shell in a pseudo terminal that runs newsdeck. */
const openShell = async (script: string, fault = '') => {
	const {folder} = emptyPlace();
	const terminal = openTerminal('bash', ['-c', script], {
		columns: 100, rows: 40, cwd: folder,
		env: {XDG_DATA_HOME: folder, XDG_CACHE_HOME: folder, HOME: folder, NEWSDECK_LIBRARY: '', NEWSDECK_TEST_FAULT: fault, PROGRAM: `${process.execPath} --import ${provoke} ${built}`},
	});
	await terminal.waitFor('newsdeck  demo', 20_000);
	return terminal;
};

type Shell = Awaited<ReturnType<typeof openShell>>;

/** What a person would find wrong with the terminal now; [] where it is as before. */
const disorder = ({terminal, raw, text}: Shell, code: number): string[] => {
	const after = (on: string, off: string): boolean => raw().lastIndexOf(off) > raw().lastIndexOf(on);
	const shown = text();
	return [
		...terminal.buffer.active.type === 'normal' ? [] : ['the other page is still shown'],
		...after('\u001B[?25l', '\u001B[?25h') ? [] : ['the cursor is hidden'],
		...terminal.modes.mouseTrackingMode === 'none' ? [] : ['the mouse is still reported'],
		...terminal.modes.bracketedPasteMode ? ['pastes are still bracketed'] : [],
		...[' icanon', ' echo ', 'isig'].filter(mode => !shown.includes(mode) || shown.includes(`-${mode.trim()} `)).map(mode => `${mode.trim()} is off`),
		...new RegExp(`^code=${code}$`, 'm').test(shown) ? [] : [`the exit code is ${/^code=(\d+)$/m.exec(shown)?.[1] ?? 'none'}, not ${code}`],
	];
};

/** Leaves the screen in a shell; returns what a person would find wrong then. */
export const leave = async (way: Way): Promise<string[]> => {
	// SIGINT and SIGQUIT are for newsdeck alone; the shell must live to tell.
	const shell = await openShell('trap "" INT QUIT; (trap - INT QUIT; echo pid=$BASHPID; exec $PROGRAM); echo code=$?; stty -a; echo "the end"', way.fault);
	try {
		if (way.key !== undefined) shell.write(way.key);
		if (way.signal !== undefined) process.kill(Number(/pid=(\d+)/.exec(shell.raw())?.[1]), way.signal);
		await shell.waitFor('the end', 10_000);
		const told = way.code === 70 && !/^newsdeck: this is a bug/m.test(shell.text()) ? ['the message is gone with the screen'] : [];
		return [...disorder(shell, way.code), ...told].map(what => `${way.name}: ${what}`);
	} catch (error) {
		return [`${way.name}: ${String(error).split('\n')[0]}`];
	} finally {
		shell.close();
	}
};

/** Control-Z and a stop from outside, once the screen stands or (fault "slow") while it is held up after its first frame: the shell has its terminal, and after `fg` the screen stands again and hears its keys. */
export const stopAndGoOn = async (name: string, stop: (shell: Shell) => void, fault = ''): Promise<string[]> => {
	const shell = await openShell('set -m; $PROGRAM; echo code=$?; stty -a; echo "stopped here"; read -r; fg >/dev/null; echo code=$?; stty -a; echo "the end"', fault);
	try {
		stop(shell);
		await shell.waitFor('stopped here', 30_000);
		const stopped = disorder(shell, 148);
		shell.write('\r');
		await shell.waitFor('newsdeck  demo', 30_000);
		shell.write('?');
		await shell.waitFor('Everywhere', 30_000);
		shell.write('\u0003');
		await shell.waitFor('the end', 30_000);
		return [...stopped, ...disorder(shell, 130)].map(what => `${name}: ${what}`);
	} catch (error) {
		return [`${name}: ${String(error).split('\n')[0]}`];
	} finally {
		shell.close();
	}
};

/** A window that is closed under the program: it ends, and does not go on without a terminal. */
export const closeWindow = async (): Promise<string[]> => {
	const shell = await openShell('(echo pid=$BASHPID; exec $PROGRAM)');
	const pid = Number(/pid=(\d+)/.exec(shell.raw())?.[1]);
	shell.close();
	for (let waited = 0; waited < 5000; waited += 50) {
		try {
			process.kill(pid, 0);
		} catch {
			return [];
		}

		await new Promise(resolve => setTimeout(resolve, 50));
	}

	process.kill(pid, 'SIGKILL');
	return ['a closed window: the program still runs five seconds later'];
};

export const terminalGivenBack: Pledge = {
	name: 'the terminal is given back',
	short: 1,
	long: 3,
	async keep(times) {
		if (process.platform === 'win32') return {why: 'there are no pseudo terminals with signals here'};
		const broken: string[] = [];
		for (let time = 0; time < times; time++) {
			// A few shells at a time: each is mostly waiting.
			for (let at = 0; at < ways.length; at += 4) broken.push(...(await Promise.all(ways.slice(at, at + 4).map(leave))).flat());
			broken.push(...await stopAndGoOn('control-Z', shell => shell.write('\u001A')), ...await stopAndGoOn('control-Z at the first frame', shell => shell.write('\u001A'), 'slow'), ...await closeWindow());
		}

		return {counts: `${times * (ways.length + 3)} ways out, ${broken.length} left it in disorder`, broken};
	},
};
