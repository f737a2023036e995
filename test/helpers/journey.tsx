import {cp, mkdtemp, readFile, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {expect, inject, onTestFinished} from 'vitest';
import {parseBackground} from '../../source/cluster/background.ts';
import {mendable} from '../../source/commands/mend/mendable.ts';
import type {Desk, Intake} from '../../source/model/desk.ts';
import {cat, fakeDesk} from './fake-desk.ts';
import type {Library} from '../../source/model/library.ts';
import type {Correction} from '../../source/model/override.ts';
import {deferred} from '../../source/store/deferred.ts';
import {openLibrary} from '../../source/store/lowdb-library.ts';
import {App} from '../../source/ui/app.tsx';
import {createKeymap, type Remaps} from '../../source/ui/keys/bindings.ts';
import {createSession} from '../../source/ui/session/session.ts';
import {tools} from '../../source/ui/tools.ts';
import {memoryEffects} from './memory-library.ts';
import {root} from './program.ts';
import {openScreen} from './screen.ts';

/** Keys that are no characters, as people say them. */
const named: Readonly<Record<string, string>> = {
	enter: '\r', esc: '\u001B', tab: '\t', 'shift+tab': '\u001B[Z', space: ' ', backspace: '\u007F', up: '\u001B[A', down: '\u001B[B', right: '\u001B[C', left: '\u001B[D',
	wheeldown: '\u001B[<65;5;5M', wheelup: '\u001B[<64;5;5M', pagedown: '\u001B[6~', pageup: '\u001B[5~', home: '\u001B[H', end: '\u001B[F', f1: '\u001BOP',
};
const sent = (key: string): string => named[key] ?? key.replace(/^ctrl\+(.)$/, (_, letter: string) => String.fromCharCode(letter.charCodeAt(0) - 96));

/** Turns that are waited for another thread's first word, some milliseconds each. */
const MOST_TURNS = 1000;

/** Turns after which a look at the disk has been answered. */
const LOOKED = 5;

/** Somebody at the screen: what they press and what they see, one after the other. Await the last one. */
export type Journey = PromiseLike<void> & {
	/** One key after the other: "j", "enter", "ctrl+r". */
	press(...keys: readonly string[]): Journey;
	/** A key whose work takes long: goes on when it has been drawn once. */
	start(key: string): Journey;
	/** The left button, on a cell from 0. */
	click(column: number, row: number): Journey;
	/** A paste, as terminals mark it. */
	paste(text: string): Journey;
	/** Letters in one burst. */
	type(text: string): Journey;
	sees(...texts: ReadonlyArray<string | RegExp>): Journey;
	seesNot(...texts: ReadonlyArray<string | RegExp>): Journey;
	/** The first row; the last one. */
	titled(text: string | RegExp): Journey;
	told(text: string | RegExp): Journey;
	/** The last row, as soon as it says so: what another thread tells comes when it comes. */
	isTold(text: string | RegExp): Journey;
	/** The letters of the first row that are underlined. */
	underlined(text: string): Journey;
	resize(columns: number, rows: number): Journey;
	/** No row is wider than the screen, and what was drawn stands in its cells. */
	fits(): Journey;
	/** Another program writes to the same library, and the screen looks. */
	meanwhile(work: (library: Library) => Promise<unknown>): Journey;
	/** The screen was left. */
	leaves(): Journey;
};

/** Where the journey goes: the demo, a library made of the five seeds (only beside the shared data), or one of the test's own. */
export type Over = 'demo' | 'seeds' | {readonly folder: string};

/** Where somebody sits, and with what. */
export type Seat = {
	readonly over?: Over;
	readonly size?: `${number}x${number}`;
	readonly keys?: Remaps;
	readonly ascii?: boolean;
	readonly mouse?: boolean;
	/** What the editor makes of a text. */
	readonly editor?: (text: string) => string;
	readonly intake?: (library: Library) => Intake;
	/** What a command makes of what it is handed. Default: it prints it. */
	readonly command?: Desk['run'];
	/** What was done before somebody sits down. */
	readonly before?: (library: Library) => Promise<unknown>;
};

/** Corrections that somebody made before. */
export const made = (...corrections: readonly Correction[]) => async (library: Library): Promise<number> =>
	library.commit({corrections: corrections.map(correction => ({correction, who: 'tester', when: '2026-01-01T09:00:00.000Z', why: null}))}, (await library.summary()).generation);

/** Sits down before a library of one's own, a copy, in a real terminal grid of so many columns and rows. */
export const sitDown = async ({over = 'demo', size = '120x36', keys = {}, ascii = false, mouse = false, editor = text => text, intake, command = cat, before}: Seat = {}): Promise<{readonly deck: Journey; readonly files: ReadonlyMap<string, string>; readonly used: readonly string[]}> => {
	const [columns = 120, rows = 36] = size.split('x').map(Number);
	const folder = await mkdtemp(path.join(os.tmpdir(), 'newsdeck-journey-'));
	const name = typeof over === 'string' ? over : path.basename(over.folder);
	await cp(over === 'demo' ? path.join(root, 'data/demo/library') : over === 'seeds' ? inject('seedsLibrary') : over.folder, path.join(folder, name), {recursive: true});
	const effects = memoryEffects();
	const background = async () => parseBackground(await readFile(path.join(root, 'data/background/news.tsv'), 'utf8'));
	const openAgain = async () => mendable(await openLibrary(path.join(folder, name), {now: effects.now}), background);
	const library = deferred(await openAgain(), {failed(error) {
		throw error;
	}});
	await before?.(library);
	const {desk, used} = fakeDesk(editor, command);
	const session = await createSession({library, effects, size: {columns, rows}, tools, keymap: createKeymap(keys).keymap, ascii, desk, ...(intake && {intake: intake(library)})});
	await session.settled();
	const screen = await openScreen(<App session={session} mouse={mouse}/>, {columns, rows});
	onTestFinished(async () => {
		screen.close();
		await library.close();
		await rm(folder, {recursive: true, force: true});
	});

	let last: Promise<unknown> = Promise.resolve();
	const then = (step: () => unknown): Journey => {
		last = last.then(step);
		// A step that fails is told by whoever awaits the last one.
		last.catch(() => undefined);
		return deck;
	};

	/** Pressed, worked off, drawn. */
	const press = async (bursts: readonly string[]): Promise<void> => {
		for (const burst of bursts) {
			await screen.press(burst);
			await session.settled();
			await screen.settle();
		}
	};

	const row = (index: number): string => screen.text().split('\n').at(index) ?? '';
	/** What stands below the last rule: the keys and the state, and over them a message too long to stand beside them. */
	const footer = (): string => {
		const rows = screen.text().split('\n');
		return rows.slice(rows.findLastIndex(line => /^[─-]{9}/.test(line)) + 1).map(line => line.trim()).join(' ');
	};

	const contains = (text: string, wanted: string | RegExp): void => {
		if (typeof wanted === 'string') expect(text).toContain(wanted);
		else expect(text).toMatch(wanted);
	};

	const deck: Journey = {
		press: (...keys) => then(async () => press(keys.map(sent))),
		type: text => then(async () => press([text])),
		start: key => then(async () => {
			await screen.press(sent(key));
			await screen.settle();
		}),
		click: (column, row) => then(async () => press([`\u001B[<0;${column + 1};${row + 1}M`])),
		paste: text => then(async () => press([`\u001B[200~${text}\u001B[201~`])),
		sees: (...texts) => then(() => texts.forEach(text => contains(screen.text(), text))),
		seesNot: (...texts) => then(() => texts.forEach(text => {
			if (typeof text === 'string') expect(screen.text()).not.toContain(text);
			else expect(screen.text()).not.toMatch(text);
		})),
		titled: text => then(() => contains(row(0), text)),
		told: text => then(() => contains(footer(), text)),
		isTold: text => then(async () => {
			const says = (): boolean => typeof text === 'string' ? footer().includes(text) : text.test(footer());
			for (let turn = 0; turn < MOST_TURNS && !says(); turn++) await screen.settle();
			contains(footer(), text);
		}),
		underlined: text => then(() => {
			const line = screen.terminal.buffer.active.getLine(0);
			const cells = Array.from({length: screen.terminal.cols}, (_, x) => line?.getCell(x));
			expect(cells.filter(cell => cell?.isUnderline()).map(cell => cell?.getChars()).join('')).toBe(text);
		}),
		resize: (toColumns, toRows) => then(async () => screen.resize(toColumns, toRows)),
		fits: () => then(() => {
			expect(screen.text().split('\n')).toHaveLength(screen.terminal.rows);
			expect(screen.terminal.buffer.active.baseY).toBe(0);
		}),
		meanwhile: work => then(async () => {
			const other = await openAgain();
			await work(other);
			await other.close();
			session.look();
			// A look is not waited for by anybody: it is over when the disk has answered.
			for (let turn = 0; turn < LOOKED; turn++) await screen.settle();
			await session.settled();
			await screen.settle();
		}),
		leaves: () => then(async () => {
			await screen.leaving;
			expect(screen.left()).toBe(true);
		}),
		// A journey is awaited as a whole.
		// oxlint-disable-next-line unicorn/no-thenable
		then: (done, failed) => last.then(() => undefined).then(done, failed),
	};
	return {deck, files: effects.files, used};
};
