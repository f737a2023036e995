import {spawn} from '@lydell/node-pty';
import xterm from '@xterm/headless';

export type Opened = {readonly columns?: number; readonly rows?: number; readonly env?: Readonly<Record<string, string>>; readonly cwd?: string};

/** The environment of this process without what makes programs think nobody looks on. */
const environment = (own: Readonly<Record<string, string>>): Record<string, string> => {
	const hidden = new Set(['CI', 'CONTINUOUS_INTEGRATION', 'NO_COLOR', 'FORCE_COLOR', 'COLORFGBG', 'TERM']);
	const kept = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined && !hidden.has(entry[0]));
	return {...Object.fromEntries(kept), COLORTERM: 'truecolor', TERM: 'xterm-256color', LANG: 'C.UTF-8', ...own};
};

const pause = async (ms: number): Promise<void> => new Promise(resolve => {
	setTimeout(resolve, ms);
});

/** Runs a program in a real pseudo terminal and keeps its screen as a grid of cells. */
export const openTerminal = (file: string, args: readonly string[], {columns = 120, rows = 36, env = {}, cwd}: Opened = {}) => {
	const terminal = new xterm.Terminal({cols: columns, rows, allowProposedApi: true, scrollback: 200});
	const child = spawn(file, [...args], {cols: columns, rows, name: 'xterm-256color', env: environment(env), ...(cwd !== undefined && {cwd})});
	let raw = '';
	let exit: {readonly exitCode: number; readonly signal?: number | undefined} | null = null;
	child.onData(data => {
		raw += data;
		terminal.write(data);
	});
	// Answers to what programs ask a terminal: its attributes, where the cursor is.
	terminal.onData(data => {
		child.write(data);
	});
	child.onExit(how => {
		exit = how;
	});
	const text = (): string => Array.from({length: terminal.rows}, (_, y) => terminal.buffer.active.getLine(terminal.buffer.active.viewportY + y)?.translateToString(true) ?? '').join('\n');

	const until = async <T>(found: () => T | null, ms: number, what: string): Promise<T> => {
		for (let waited = 0; waited <= ms; waited += 10) {
			const value = found();
			if (value !== null) return value;
			await pause(10);
		}

		throw new Error(`${what} did not come in ${ms} ms; the screen:\n${text()}`);
	};

	return {
		terminal, text,
		raw: () => raw,
		write(keys: string): void {
			child.write(keys);
		},
		resize(toColumns: number, toRows: number): void {
			terminal.resize(toColumns, toRows);
			child.resize(toColumns, toRows);
		},
		/** Waits for words or a pattern; returns the screen that has them. */
		waitFor: async (wanted: string | RegExp, ms = 10_000): Promise<string> => until(() => {
			const screen = text();
			return (typeof wanted === 'string' ? screen.includes(wanted) : wanted.test(screen)) ? screen : null;
		}, ms, String(wanted)),
		/** Waits until nothing new has been drawn for a moment. */
		async still(ms = 150): Promise<string> {
			for (let seen = -1; seen !== raw.length;) {
				seen = raw.length;
				await pause(ms);
			}

			return text();
		},
		exited: async (ms = 5000) => until(() => exit, ms, 'the end'),
		close(): void {
			if (!exit) child.kill();
		},
	};
};
