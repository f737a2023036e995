import {Box, render, useApp, useStdout} from 'ink';
import {useCallback, useEffect, useMemo, useSyncExternalStore} from 'react';
import type {OpenScreen} from '../model/effects.ts';
import {RowLine} from './components/row-line.tsx';
import {beforeEnd, splitKeys} from './keys/keys.ts';
import type {Size} from './paint/layout.ts';
import {MOUSE_OFF, MOUSE_ON} from './keys/beside-ink.ts';
import {createSession} from './session/session.ts';
import type {Session, SessionOptions} from './session/session-options.ts';
import {SPOKEN_SIZE} from './paint/spoken.ts';
import {SpokenScreen} from './paint/spoken-screen.tsx';
import {chooseTheme, type Theme} from './paint/theme.ts';
import {useKeymap} from './keys/use-keymap.ts';

type Props = {
	readonly session: Session;
	/** Default: what the terminal can show. */
	readonly theme?: Theme;
	/** Default: the terminal's. */
	readonly size?: Size;
	/** Wheel and clicks come as keys; the terminal's own marking of text then needs shift. */
	readonly mouse?: boolean;
	/** Told how to have the terminal for a while. */
	readonly onAside?: (aside: OpenScreen['aside']) => void;
	/** Control-Z. */
	readonly stop?: () => void;
};

/** How the screen was left: closed, or broken off with control-C. */
export type Left = 'closed' | 'interrupted';

/** Colours the stream can show, in bits: 1 none, 4 sixteen, 24 all. A stream that is no terminal shows none. */
const depthOf = (stream: object): number => 'getColorDepth' in stream && typeof stream.getColorDepth === 'function' ? Number(stream.getColorDepth()) : 24;

/** The size of the terminal's window. Ink's own hook draws every first frame twice: what it is told at once is another object, if not another size. */
const useWindow = (stdout: NodeJS.WritableStream & {readonly columns?: number; readonly rows?: number}): Size => {
	const subscribe = useCallback((resized: () => void) => {
		stdout.on('resize', resized);
		return () => void stdout.off('resize', resized);
	}, [stdout]);
	// A stream that does not know its size says nothing, or 0.
	return {columns: useSyncExternalStore(subscribe, () => stdout.columns) || 80, rows: useSyncExternalStore(subscribe, () => stdout.rows) || 24};
};

/** The screen: the session's rows, painted; keys go to the session. It holds no state of its own. */
export const App = ({session, theme, size, mouse = false, onAside, stop}: Props) => {
	const {exit, suspendTerminal} = useApp();
	const {stdout} = useStdout();
	const window = useWindow(stdout);
	const columns = size?.columns ?? window.columns;
	const rows = size?.rows ?? window.rows;
	const current = useMemo(() => ({columns, rows}), [columns, rows]);
	const look = useMemo(() => {
		const depth = theme ? 0 : depthOf(stdout);
		return theme ?? chooseTheme({noColor: depth < 4, trueColor: depth >= 24});
	}, [theme, stdout]);
	const frame = useSyncExternalStore(session.subscribe, () => session.frame(current));
	const {quit} = session.state();
	useEffect(() => {
		if (!mouse) return onAside?.(suspendTerminal);
		stdout.write(MOUSE_ON);
		// Another program that has the terminal asks for the mouse itself.
		onAside?.(async work => {
			stdout.write(MOUSE_OFF);
			await suspendTerminal(work);
			stdout.write(MOUSE_ON);
		});
		return () => void stdout.write(MOUSE_OFF);
	}, [onAside, suspendTerminal, mouse, stdout]);
	useKeymap(keys => {
		// These two do not wait for their turn: a search that takes its time must not hold anybody.
		if (keys.includes('ctrl+z')) return stop?.();
		// A bug in a view ends the program with its error; it is never swallowed.
		session.press(beforeEnd(keys)).catch((error: unknown) => exit(error instanceof Error ? error : new Error(String(error))));
		if (keys.includes('ctrl+c')) exit('interrupted' satisfies Left);
	}, mouse);
	useEffect(() => {
		if (quit) exit('closed' satisfies Left);
	}, [quit, exit]);
	return (
		<Box flexDirection="column" width={columns} height={rows}>
			{frame.map((row, index) => <RowLine key={index} row={row} theme={look}/>)}
		</Box>
	);
};

/** What the screen needs from its caller. */
export type ScreenOptions = Omit<SessionOptions, 'size' | 'tools'> & {
	readonly keys?: string;
	/** Wheel and clicks come as keys. */
	readonly mouse?: boolean;
	/** Lines of text, said one after the other, on the terminal's own page. */
	readonly screenReader?: boolean;
	/** Told right before the screen takes the terminal; what it returns is called when the screen leaves it. */
	readonly opened?: (screen: OpenScreen) => () => void;
	/** Stops the program until it is told to go on. */
	readonly stop?: () => void;
};

/** Opens the screen on the terminal's other page and resolves when it is left; a bug rejects. */
export const runScreen = async ({keys = '', mouse = false, screenReader = false, ascii = false, opened, stop, ...options}: ScreenOptions): Promise<Left> => {
	const {tools} = await import('./tools.ts');
	const session = await createSession({...options, size: screenReader ? SPOKEN_SIZE : {columns: 80, rows: 24}, tools, spoken: screenReader, ascii: ascii && !screenReader});
	const {promise: aside, resolve: onAside} = Promise.withResolvers<OpenScreen['aside']>();
	const screen = screenReader ? <SpokenScreen session={session} ascii={ascii} onAside={onAside} {...(stop && {stop})}/>
		: <App session={session} mouse={mouse} onAside={onAside} {...(stop && {stop})} {...(options.theme && {theme: options.theme})}/>;
	let app: ReturnType<typeof render> | null = null;
	// Ink paints before it listens: whoever stops the program at the first frame must find the terminal guarded already, and waits until Ink can hand it over.
	const left = opened?.({leave: () => app?.unmount(), aside: async work => (await aside)(work), finish: session.finish, look: session.look, tell: session.tell});
	try {
		app = render(screen, {alternateScreen: !screenReader, exitOnCtrlC: false, interactive: true, patchConsole: false, maxFps: 60});
		session.readOn();
		await session.press(splitKeys(keys));
		return await app.waitUntilExit() === 'interrupted' ? 'interrupted' : 'closed';
	} finally {
		left?.();
	}
};
