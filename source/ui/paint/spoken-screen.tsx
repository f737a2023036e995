import {Static, Text, useApp} from 'ink';
import {useCallback, useEffect, useRef, useState} from 'react';
import type {OpenScreen} from '../../model/effects.ts';
import type {Left} from '../app.tsx';
import {beforeEnd} from '../keys/keys.ts';
import type {Session} from '../session/session-options.ts';
import {announced, spokenFrame, SPOKEN_SIZE, type Spoken} from './spoken.ts';
import {useKeymap} from '../keys/use-keymap.ts';

type Props = {readonly session: Session; readonly ascii: boolean; readonly onAside?: (aside: OpenScreen['aside']) => void; readonly stop?: () => void};

/** The screen for those who hear it: no boxes, no other page, only lines; after each key what has changed, the selected item first. */
export const SpokenScreen = ({session, ascii, onAside, stop}: Props) => {
	const {exit, suspendTerminal} = useApp();
	const before = useRef<readonly Spoken[]>([]);
	const [lines, setLines] = useState<readonly string[]>([]);
	const say = useCallback((): void => {
		const now = spokenFrame(session.frame(SPOKEN_SIZE), ascii);
		const fresh = announced(before.current, now);
		before.current = now;
		if (fresh.length > 0) setLines(said => [...said, ...fresh]);
		if (session.state().quit) exit('closed' satisfies Left);
	}, [session, ascii, exit]);

	useEffect(() => {
		onAside?.(suspendTerminal);
	}, [onAside, suspendTerminal]);
	useEffect(say, [say]);
	useKeymap(keys => {
		if (keys.includes('ctrl+z')) return stop?.();
		// Only what stands still is said: a frame that waits for its articles is not.
		session.press(beforeEnd(keys)).then(say).catch((error: unknown) => exit(error instanceof Error ? error : new Error(String(error))));
		if (keys.includes('ctrl+c')) exit('interrupted' satisfies Left);
	});
	return <Static items={[...lines]}>{(line, index) => <Text key={index}>{line}</Text>}</Static>;
};
