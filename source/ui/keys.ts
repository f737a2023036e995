import {graphemes} from '../text/width.ts';

/** What terminals send for keys that are no characters. */
const SEQUENCES: Readonly<Record<string, string>> = {
	'[A': 'up', '[B': 'down', '[C': 'right', '[D': 'left', OA: 'up', OB: 'down', OC: 'right', OD: 'left',
	'[H': 'home', '[F': 'end', OH: 'home', OF: 'end', '[1~': 'home', '[4~': 'end', '[5~': 'pageup', '[6~': 'pagedown', '[3~': 'delete', '[Z': 'shift+tab',
};
const CONTROLS: Readonly<Record<string, string>> = {'\r': 'enter', '\n': 'enter', '\t': 'tab', '\u007F': 'backspace', '\b': 'backspace', ' ': 'space', '\u001B': 'esc'};
const SEQUENCE = /^\u001B(\[[\d;]{0,8}[A-Za-z~]|O[A-Z])/;

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
