import {doubtfulNumbers} from './doubtful.ts';
import {clean} from './sanitise.ts';

/** What the cleaner took out of a raw text, for people: "U+200B twice, U+202E"; null where that was nothing. */
export const unseenIn = (raw: string): string | null => {
	const {text, cuts} = clean(raw);
	const kinds = new Map<string, number>();
	const count = (from: number, to: number): void => {
		for (const character of raw.slice(from, to)) {
			// What stands within an escape sequence goes with it: naming the escape is enough.
			const code = character.codePointAt(0) ?? 0;
			if (code >= 0x20 && code < 0x7F) continue;
			const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
			kinds.set(name, (kinds.get(name) ?? 0) + 1);
		}
	};

	let raised = 0;
	let seen = 0;
	const replaced = (until: number): void => {
		for (; seen < until; seen++) if (text[seen] === '\uFFFD' && raw[seen + raised] !== '\uFFFD') count(seen + raised, seen + raised + 1);
	};

	for (const {at, length} of cuts) {
		replaced(at);
		count(at + raised, at + raised + length);
		raised += length;
	}

	replaced(text.length);
	if (kinds.size === 0) return null;
	const told = [...kinds].slice(0, 4).map(([name, times]) => times === 1 ? name : `${name} ${times} times`);
	return [...told, ...kinds.size > 4 ? [`${kinds.size - 4} more kinds`] : []].join(', ');
};

/** The numbers of a cleaned text that were not read, each in quotation marks with the reason; null where there are none. */
export const unreadNumbers = (text: string): string | null => {
	const found = doubtfulNumbers(text);
	if (found.length === 0) return null;
	const told = found.slice(0, 3).map(({start, end, why}) => `“${text.slice(start, Math.min(end, start + 24))}”: ${why}`);
	return [...told, ...found.length > 3 ? [`${found.length - 3} more`] : []].join('; ');
};
