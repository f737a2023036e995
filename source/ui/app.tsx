import {Box, render, useApp, useStdout, useWindowSize} from 'ink';
import {useEffect, useMemo, useSyncExternalStore} from 'react';
import type {Effects, OpenScreen} from '../model/effects.ts';
import type {Library} from '../model/library.ts';
import {RowLine} from './components/row-line.tsx';
import {splitKeys} from './keys.ts';
import type {Size} from './layout.ts';
import {createSession, type Session} from './session.ts';
import {chooseTheme, themes, type Theme} from './theme.ts';
import {useKeymap} from './use-keymap.ts';

type Props = {
	readonly session: Session;
	/** Default: what the terminal can show. */
	readonly theme?: Theme;
	/** Default: the terminal's. */
	readonly size?: Size;
	/** Told how to have the terminal for a while. */
	readonly onAside?: (aside: OpenScreen['aside']) => void;
	/** Control-Z. */
	readonly stop?: () => void;
};

/** How the screen was left: closed, or broken off with control-C. */
export type Left = 'closed' | 'interrupted';

/** Colours the stream can show, in bits: 1 none, 4 sixteen, 24 all. A stream that is no terminal shows none. */
const depthOf = (stream: object): number => 'getColorDepth' in stream && typeof stream.getColorDepth === 'function' ? Number(stream.getColorDepth()) : 24;

/** The screen: the session's rows, painted; keys go to the session. It holds no state of its own. */
export const App = ({session, theme, size, onAside, stop}: Props) => {
	const {exit, suspendTerminal} = useApp();
	const {stdout} = useStdout();
	const window = useWindowSize();
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
		onAside?.(suspendTerminal);
	}, [onAside, suspendTerminal]);
	useKeymap(keys => {
		// These two do not wait for their turn: a search that takes its time must not hold anybody.
		if (keys.includes('ctrl+c')) return exit('interrupted' satisfies Left);
		if (keys.includes('ctrl+z')) return stop?.();
		// A bug in a view ends the program with its error; it is never swallowed.
		session.press(keys).catch((error: unknown) => exit(error instanceof Error ? error : new Error(String(error))));
	});
	useEffect(() => {
		if (quit) exit('closed' satisfies Left);
	}, [quit, exit]);
	return (
		<Box flexDirection="column" width={columns} height={rows}>
			{frame.map((row, index) => <RowLine key={index} row={row} theme={look}/>)}
		</Box>
	);
};

/** What the screen needs from its caller. `colour` false: no colour at all, whatever the terminal can. */
export type ScreenOptions = {
	readonly library: Library;
	readonly effects: Effects;
	readonly keys?: string;
	readonly colour?: boolean;
	readonly theme?: Theme;
	/** Told as soon as the screen has the terminal; what it returns is called when the screen has left it. */
	readonly opened?: (screen: OpenScreen) => () => void;
	/** Stops the program until it is told to go on. */
	readonly stop?: () => void;
};

/** Opens the screen on the terminal's other page and resolves when it is left; a bug rejects. */
export const runScreen = async ({library, effects, keys = '', colour = true, theme, opened, stop}: ScreenOptions): Promise<Left> => {
	const {tools} = await import('./tools.ts');
	const session = await createSession({library, effects, size: {columns: 80, rows: 24}, tools});
	const chosen = colour ? theme : themes.mono;
	let aside: OpenScreen['aside'] | null = null;
	const onAside = (given: OpenScreen['aside']): void => {
		aside = given;
	};
	const app = render(<App session={session} onAside={onAside} {...(stop && {stop})} {...(chosen && {theme: chosen})}/>, {alternateScreen: true, exitOnCtrlC: false, interactive: true, patchConsole: false, maxFps: 60});
	const left = opened?.({leave: app.unmount, aside: async work => aside?.(work)});
	try {
		await session.press(splitKeys(keys));
		return await app.waitUntilExit() === 'interrupted' ? 'interrupted' : 'closed';
	} finally {
		left?.();
	}
};
