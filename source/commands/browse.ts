import type {MendableLibrary} from '../model/library.ts';
import {exitCodes, Problem} from '../model/problem.ts';
import {exists} from '../host/files.ts';
import {tilde} from '../host/paths.ts';
import type {Command, Context, FlagSpecs} from './command.ts';
import {printEvents} from './events.ts';
import {deckAsText} from './print/deck-text.ts';
import {settingFlags} from './asked/given-settings.ts';
import {indexInThread} from './intake/index-work.ts';
import {intakeOf} from './intake/intake.ts';
import type {SessionOptions} from '../ui/session/session-options.ts';

export const browseFlags: FlagSpecs = {
	keys: {value: 'KEYS', help: 'press these keys first: "/casulties\\r"; \\r enter, \\e escape, \\t tab'},
	snapshot: {help: 'print one frame as text and leave'},
	size: {value: 'WxH', help: 'the size of that frame; default 80x24, or the terminal\'s'},
	...settingFlags,
};

const escapes: Readonly<Record<string, string>> = {r: '\r', n: '\r', e: '\u001B', t: '\t', '\\': '\\'};
const pressed = (keys: string): string => keys.replaceAll(/\\([rnet\\])/g, (_, letter: string) => escapes[letter] ?? letter);

const frameSize = ({flags, io}: Context): {columns: number; rows: number} => {
	const size = flags.text('size');
	if (size === undefined) return io.terminal ? {columns: io.columns, rows: io.rows} : {columns: 80, rows: 24};
	const [, columns, rows] = /^([1-9]\d{0,2})x([1-9]\d{0,2})$/.exec(size) ?? [];
	if (columns === undefined || rows === undefined) throw new Problem({exit: 'usage', what: `--size ${size} is no size.`, why: '', remedy: 'Write it as 100x30.'});
	return {columns: Number(columns), rows: Number(rows)};
};

/** Whether there is somebody before a terminal for whom the screen may be opened. */
const isInteractive = ({io, flags}: Context): boolean => io.terminal && process.stdin.isTTY === true && process.env['TERM'] !== 'dumb' && !flags.refused('input');

/** Ink's layout engine asks fetch for bytes that it carries itself, which loads a whole HTTP client; where there is no fetch it decodes them. */
const withoutFetch = async <T>(load: () => Promise<T>): Promise<T> => {
	const fetch = Object.getOwnPropertyDescriptor(globalThis, 'fetch');
	Object.defineProperty(globalThis, 'fetch', {value: undefined, configurable: true, writable: true});
	try {
		return await load();
	} finally {
		if (fetch !== undefined) Object.defineProperty(globalThis, 'fetch', fetch);
	}
};

/** The keymap with the person's own keys; those that cannot be are told. */
const keymapOf = async ({settings, io}: Context) => {
	const {createKeymap} = await import('../ui/keys/bindings.ts');
	const {keymap, problems} = createKeymap(settings.values.keys);
	for (const problem of problems) io.tell(`newsdeck: ${problem}`);
	return keymap;
};

/** The readers come with all the stages: only a raw page that is looked at needs them. */
const rawLines: SessionOptions['rawLines'] = async (document, bytes) => (await import('../readers/raw-lines.ts')).rawLines(document, bytes);

/** The screen itself, until it is left; what was put right is written then at the latest, however it ends. */
const openScreen = async (context: Context, library: MendableLibrary, keys: string): Promise<number> => {
	const {settings: {values}} = context;
	const {runScreen} = await withoutFetch(async () => import('../ui/app.tsx'));
	const {chooseTheme} = await import('../ui/paint/theme.ts');
	const {guardScreen, leaveScreen, stopScreen} = await import('../host/terminal.ts');
	const {sitting} = await import('./mend/sitting.ts');
	const {hostDesk, usualPrograms} = await import('../host/desk.ts');
	const {terminalKind} = await import('../host/terminal-kind.ts');
	const usual = usualPrograms(process.env);
	const at = sitting(library, context.io.complain);
	let release = (): void => {};
	try {
		const left = await runScreen({
			library: at.library, effects: context.effects, rawLines, keys, keymap: await keymapOf(context), ascii: values.ascii, mouse: values.mouse, screenReader: values.screenReader,
			theme: chooseTheme(terminalKind(process.stdout, process.env, values.color), values.theme === 'auto' ? undefined : values.theme),
			desk: hostDesk(values.editor ?? usual.editor, values.pager ?? usual.pager), intake: intakeOf(context, at.move),
			index: async (articles, watched) => indexInThread(context.folder, articles, watched),
			opened(screen) {
				at.begin(screen);
				release = guardScreen(screen, at.end);
				return leaveScreen;
			},
			stop: () => void stopScreen(),
		});
		return await at.end() ?? (left === 'interrupted' ? exitCodes.interrupted : exitCodes.done);
	} finally {
		await at.end();
		release();
	}
};

/** The screen over a library; one frame for --snapshot; plain text where stdout is no terminal. Ink is loaded only for the screen. */
export const browseLibrary = async (context: Context, library: MendableLibrary): Promise<number> => {
	const keys = pressed(context.flags.text('keys') ?? '');
	try {
		if (context.flags.has('snapshot')) {
			const {snapshot} = await import('../ui/snapshot.ts');
			const {ascii, screenReader} = context.settings.values;
			context.io.write(`${await snapshot({library, effects: context.effects, ...frameSize(context), keys, ascii, screenReader, keymap: await keymapOf(context), rawLines})}\n`);
			return exitCodes.done;
		}

		if (context.flags.has('json')) return await printEvents(context, library, '');

		if (!isInteractive(context)) {
			for (const line of await deckAsText(library)) context.io.print(line);
			return exitCodes.done;
		}

		return await openScreen(context, library, keys);
	} finally {
		await library.close();
	}
};

/** What is asked of a screen that is not opened is told, not passed over. Before anything about the library. */
export const checkScreenFlags = (context: Context): void => {
	const {flags} = context;
	if (flags.has('snapshot')) return void frameSize(context);
	const refused = flags.text('size') !== undefined ? '--size is the size of a frame.' : flags.text('keys') !== undefined && !isInteractive(context) ? '--keys presses keys on the screen, and there is none here.' : null;
	if (refused !== null) throw new Problem({exit: 'usage', what: refused, why: '', remedy: 'Add --snapshot: it prints one frame as text.'});
};

export const command: Command = {
	usage: ['newsdeck [LIBRARY] [--keys KEYS] [--snapshot] [--size WxH]'],
	summary: 'the screen; as plain text where stdout is no terminal',
	examples: [],
	flags: browseFlags,
	async run(context) {
		checkScreenFlags(context);
		if (await exists(context.folder)) return browseLibrary(context, await context.openLibrary('write'));
		if (context.folderGiven) throw new Problem({exit: 'library', what: `There is no library at ${tilde(context.folder)}.`, why: '', remedy: 'Check the path; newsdeck import PATH... --library DIR makes one.'});
		return browseLibrary(context, await context.openDemo());
	},
};
