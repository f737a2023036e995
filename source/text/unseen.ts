import {doubtfulNumbers, LETTERED} from './doubtful.ts';
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

/** Collects the numbers of cleaned texts that were not read; `told`: those of all texts so far, each in quotation marks with the reason; null where there are none. */
export type UnreadNumbers = {readonly add: (text: string) => void; readonly told: () => string | null};

/** So many are told, the others counted. */
const MOST_TOLD = 3;

/** None so far. Those in which letters pass for digits are told last. */
export const unreadCollector = (): UnreadNumbers => {
	const kinds = {marked: {count: 0, first: new Array<string>()}, lettered: {count: 0, first: new Array<string>()}};
	return {
		add(text) {
			for (const {start, end, why} of doubtfulNumbers(text)) {
				const kind = why === LETTERED ? kinds.lettered : kinds.marked;
				kind.count++;
				if (kind.first.length < MOST_TOLD) kind.first.push(`“${text.slice(start, Math.min(end, start + 24))}”: ${why}`);
			}
		},
		told() {
			const all = kinds.marked.count + kinds.lettered.count;
			if (all === 0) return null;
			return [...[...kinds.marked.first, ...kinds.lettered.first].slice(0, MOST_TOLD), ...all > MOST_TOLD ? [`${all - MOST_TOLD} more`] : []].join('; ');
		},
	};
};

/** Those of one text. */
export const unreadNumbers = (text: string): string | null => {
	const numbers = unreadCollector();
	numbers.add(text);
	return numbers.told();
};
