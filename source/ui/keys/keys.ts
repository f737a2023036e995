import {graphemes} from '../../text/width.ts';

/** What terminals send for keys that are no characters. */
const SEQUENCES: Readonly<Record<string, string>> = {
	'[A': 'up', '[B': 'down', '[C': 'right', '[D': 'left', OA: 'up', OB: 'down', OC: 'right', OD: 'left',
	'[H': 'home', '[F': 'end', OH: 'home', OF: 'end', '[1~': 'home', '[4~': 'end', '[5~': 'pageup', '[6~': 'pagedown', '[3~': 'delete', '[Z': 'shift+tab',
	OP: 'f1', '[P': 'f1', '[11~': 'f1', '[[A': 'f1',
};
/** How the name of a paste begins; what was pasted follows. */
export const PASTED = 'paste ';
/** How the name of a click begins; column and row follow, from 0: "click 12 5". */
export const CLICKED = 'click ';

const CONTROLS: Readonly<Record<string, string>> = {'\r': 'enter', '\n': 'enter', '\t': 'tab', '\u007F': 'backspace', '\b': 'backspace', ' ': 'space', '\u001B': 'esc'};
/** A mouse report, as terminals of the last twenty years write it: button, column and row from 1, pressed or let go. */
const MOUSE = /^\u001B\[<(\d{1,3});(\d{1,4});(\d{1,4})([Mm])/;
const WHEEL: Readonly<Record<string, string>> = {64: 'wheelup', 65: 'wheeldown'};

/** The key that a mouse report stands for; null for buttons and moves that mean nothing here. */
const mouseKey = ([, button = '', column = '', row = '', how = '']: RegExpExecArray): string | null =>
	how === 'm' ? null : WHEEL[button] ?? (button === '0' ? `${CLICKED}${Number(column) - 1} ${Number(row) - 1}` : null);

const SEQUENCE = /^\u001B(\[\[?[\d;]{0,8}[A-Za-z~]|O[A-Z])/;

const keyOf = (character: string): string => {
	const named = CONTROLS[character];
	if (named) return named;
	const code = character.charCodeAt(0);
	return code < 32 ? `ctrl+${String.fromCharCode(code + 96)}` : character;
};

/** Cuts what was typed, one key or many in a burst, into names of keys: "jj", "/word\r", "\u001B[B". */
export const splitKeys = (typed: string): string[] => {
	const keys: string[] = [];
	let rest = typed;
	while (rest !== '') {
		const mouse = MOUSE.exec(rest);
		if (mouse) {
			const key = mouseKey(mouse);
			if (key) keys.push(key);
			rest = rest.slice(mouse[0].length);
			continue;
		}

		const sequence = SEQUENCE.exec(rest);
		const name = sequence && SEQUENCES[sequence[1] ?? ''];
		if (sequence) {
			// Sequences that mean no key here are dropped whole: their letters were never typed.
			if (name) keys.push(name);
			rest = rest.slice(sequence[0].length);
			continue;
		}

		const first = rest.charCodeAt(0);
		const character = first < 32 || first === 127 ? rest.slice(0, 1) : wholeCharacter(rest);
		keys.push(keyOf(character));
		rest = rest.slice(character.length);
	}

	return keys;
};

/** The first character as a reader sees it; looks ahead only a little, so that a long paste stays cheap. */
const wholeCharacter = (text: string): string => {
	const [first] = graphemes(text.slice(0, 40));
	return first && first.at === 0 ? text.slice(0, first.end) : text.slice(0, 1);
};

export const isOfTheMouse = (key: string): boolean => key.startsWith(CLICKED) || Object.values(WHEEL).includes(key);

/** What was typed before control-C, in one burst with it: that still counts. */
export const beforeEnd = (keys: readonly string[]): readonly string[] => keys.includes('ctrl+c') ? keys.slice(0, keys.indexOf('ctrl+c')) : keys;
