import {useInput, usePaste, useStdin, type Key} from 'ink';
import {useEffect, useEffectEvent} from 'react';
import {isOfTheMouse, PASTED, splitKeys} from './keys.ts';
import {heedUnheard} from './beside-ink.ts';

const NAMED: ReadonlyArray<readonly [keyof Key, string]> = [
	['upArrow', 'up'], ['downArrow', 'down'], ['leftArrow', 'left'], ['rightArrow', 'right'], ['pageUp', 'pageup'], ['pageDown', 'pagedown'],
	['home', 'home'], ['end', 'end'], ['return', 'enter'], ['escape', 'esc'], ['backspace', 'backspace'], ['delete', 'backspace'],
];

/** Names of the keys in one event of Ink's: one, or many where they were typed fast. */
export const keysOf = (input: string, key: Key): string[] => {
	const named = NAMED.find(([flag]) => key[flag]);
	if (key.tab) return [key.shift ? 'shift+tab' : 'tab'];
	if (named) return [named[1]];
	if (key.ctrl) return [`ctrl+${input}`];
	// Escape and a letter typed at once come as one: alt and the letter.
	return key.meta ? ['esc', ...splitKeys(input)] : splitKeys(input);
};

/** Hands every key to the screen, by name, and where `mouse` is heeded, wheel and clicks too. The only place where input is read. */
export const useKeymap = (press: (keys: readonly string[]) => void, mouse = false): void => {
	const {stdin} = useStdin();
	const report = useEffectEvent((sent: string) => {
		const keys = splitKeys(sent).filter(key => mouse || !isOfTheMouse(key));
		if (keys.length > 0) press(keys);
	});
	useEffect(() => heedUnheard(stdin, sent => report(sent)), [stdin]);
	useInput((input, key) => {
		press(keysOf(input, key));
	});
	usePaste(text => {
		press([`${PASTED}${text}`]);
	});
};
