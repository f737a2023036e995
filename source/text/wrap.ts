import {graphemes, type Grapheme} from './width.ts';

/** A line of a wrapped text: `text.slice(start, end)`; blanks where it was broken belong to no line. */
export type Line = {readonly start: number; readonly end: number};

/** A line may also end after these, inside of a word. */
const AFTER = /[-–—/]/;
/** But not where nothing of the word stands before them: "-3", "--force". */
const BEGINS = /[\s([{"'“‘\-–—]/;

/**
 * Breaks a text into lines of at most `cells` cells, at blanks, after hyphens, between wide characters, and inside a
 * word only where the word alone is too long. Always one line at least. Linear in the length of the text.
 */
export const wrapLines = (text: string, cells: number): Line[] => {
	const all = graphemes(text);
	const room = Math.max(2, cells);
	const lines: Line[] = [];
	let first = 0;
	while (first < all.length && all[first]?.text === ' ') first++;
	while (first < all.length) {
		const {last, next} = lineFrom(all, first, room);
		const from = all[first];
		const to = all[last];
		if (from && to) lines.push({start: from.at, end: to.end});
		first = next;
	}

	return lines.length > 0 ? lines : [{start: 0, end: 0}];
};

const lineFrom = (all: readonly Grapheme[], first: number, room: number): {last: number; next: number} => {
	let used = 0;
	// The last place where the line may end (its last character), and where the next one would then begin.
	let last = -1;
	let next = -1;
	let index = first;
	for (; index < all.length; index++) {
		const here = all[index];
		if (!here) break;
		if (here.text === ' ') {
			if (all[index - 1]?.text !== ' ') last = index - 1;
			next = index + 1;
		} else if (used + here.cells > room) {
			break;
		}

		used += here.cells;
		if (here.cells > 1 || (AFTER.test(here.text) && index > first && !BEGINS.test(all[index - 1]?.text ?? ' '))) {
			if (used > room) break;
			last = index;
			next = index + 1;
		}
	}

	if (index >= all.length) {
		let end = all.length - 1;
		while (end > first && all[end]?.text === ' ') end--;
		return {last: end, next: all.length};
	}

	if (last < first) return {last: Math.max(first, index - 1), next: Math.max(first + 1, index)};
	while (all[next]?.text === ' ') next++;
	return {last, next};
};

/** The lines themselves. */
export const wrap = (text: string, cells: number): string[] => wrapLines(text, cells).map(line => text.slice(line.start, line.end));
