import {EventEmitter} from 'node:events';
import {Writable} from 'node:stream';
import {render} from 'ink';
import type {ReactNode} from 'react';
import xterm from '@xterm/headless';

/** A terminal as wide and high as a test wants it. */
export type ScreenSize = {readonly columns?: number; readonly rows?: number};

/** Keyboard and paper that Ink takes for a terminal. */
const streams = (terminal: InstanceType<typeof xterm.Terminal>, columns: number, rows: number) => {
	const stdout = Object.assign(new Writable({
		decodeStrings: false,
		write(chunk: string | Uint8Array, _encoding, done) {
			terminal.write(chunk, done);
		},
	}), {columns, rows, isTTY: true, getColorDepth: () => 24});
	const waiting: string[] = [];
	const keyboard = Object.assign(new EventEmitter(), {
		isTTY: true, setEncoding() {}, setRawMode() {}, resume() {}, pause() {}, ref() {}, unref() {},
		read: (): string | null => waiting.shift() ?? null,
	});
	return {stdout, keyboard, waiting};
};

/**
 * Draws an Ink tree into a terminal emulator inside this process: no pseudo terminal, no child, a grid of cells
 * instead of a stream of frames.
 */
export const openScreen = async (tree: ReactNode, {columns = 120, rows = 36}: ScreenSize = {}) => {
	const terminal = new xterm.Terminal({cols: columns, rows, allowProposedApi: true, convertEol: true});
	const {stdout, keyboard, waiting} = streams(terminal, columns, rows);
	const app = render(tree, {
		stdout, stdin: keyboard as unknown as NodeJS.ReadStream, interactive: true, alternateScreen: true, maxFps: 1000, exitOnCtrlC: false, patchConsole: false,
	});
	let left = false;
	const leaving = app.waitUntilExit().then(() => {
		left = true;
	});
	/** Some turns of the loop: keys, reading, React, then the emulator. */
	const settle = async (): Promise<void> => {
		for (let turn = 0; turn < 4; turn++) {
			await new Promise(resolve => setTimeout(resolve, 2));
			if (!left) await app.waitUntilRenderFlush();
		}
	};

	const text = (): string => Array.from({length: terminal.rows}, (_, y) => terminal.buffer.active.getLine(y)?.translateToString(true) ?? '').join('\n');
	await settle();
	return {
		terminal, text, leaving, settle,
		left: () => left,
		/** Each argument arrives as one read, as a terminal sends it: "jj" is a burst. */
		async press(...bursts: readonly string[]): Promise<string> {
			for (const burst of bursts) {
				waiting.push(burst);
				keyboard.emit('readable');
				// A lone escape may begin a sequence: Ink waits a moment before it is a key.
				if (burst === '\u001B') await new Promise(resolve => setTimeout(resolve, 40));
				await settle();
			}

			return text();
		},
		async resize(toColumns: number, toRows: number): Promise<string> {
			terminal.resize(toColumns, toRows);
			Object.assign(stdout, {columns: toColumns, rows: toRows});
			stdout.emit('resize');
			await settle();
			return text();
		},
		close(): void {
			app.unmount();
			terminal.dispose();
		},
	};
};
