import {fold, wordSpans, type WordSpan} from './words.ts';

/** A stretch of text: first offset, and the one after the last. UTF-16 units. */
export type Range = readonly [number, number];

/** A word to mark. `prefix`: longer words count, of which only the typed beginning is marked, unless `whole`. */
export type WantedWord = {readonly word: string; readonly prefix: boolean; readonly whole: boolean};

/** Words next to each other; a single word is a sequence of one. */
export type Wanted = readonly WantedWord[];

/** Finds what a search looked for in one text, in order, as lazily as it is read. */
export type Finder = (text: string) => Generator<Range>;

const holds = (wanted: WantedWord, span: WordSpan): boolean => (wanted.prefix ? span.word.startsWith(wanted.word) : span.word === wanted.word);

const rangeOf = (wanted: Wanted, spans: readonly WordSpan[]): Range | null => {
	const first = spans.at(-wanted.length);
	const last = spans.at(-1);
	const lastWanted = wanted.at(-1);
	if (first === undefined || last === undefined || lastWanted === undefined) return null;
	if (!wanted.every((word, at) => holds(word, spans[spans.length - wanted.length + at] ?? last))) return null;
	// Marks on letters can make the printed word longer than the folded one: never beyond its end.
	return [first.start, lastWanted.prefix && !lastWanted.whole ? Math.min(last.end, last.start + lastWanted.word.length) : last.end];
};

/** What a query looks for in texts: sequences of words, and patterns by their source. */
export type Sought = {readonly words: readonly Wanted[]; readonly patterns: readonly string[]};
export const nothingSought: Sought = {words: [], patterns: []};

/** Finds any of the sequences. */
export const wordFinder = (wanted: readonly Wanted[]): Finder => {
	const longest = Math.max(1, ...wanted.map(sequence => sequence.length));
	return function * (text) {
		const recent: WordSpan[] = [];
		for (const span of wordSpans(text)) {
			recent.push(span);
			if (recent.length > longest) recent.shift();
			for (const sequence of wanted) {
				const range = sequence.length <= recent.length ? rangeOf(sequence, recent) : null;
				if (range !== null) yield range;
			}
		}
	};
};

/** Finds what a pattern matches; matches of nothing are no matches. */
export const patternFinder = (pattern: RegExp): Finder => function * (text) {
	for (const match of text.matchAll(pattern)) {
		if (match[0] !== '') yield [match.index, match.index + match[0].length];
	}
};

/** Ranges in order, those that touch or overlap made one. */
export const joined = (ranges: Iterable<Range>): Range[] => {
	const kept: Array<[number, number]> = [];
	for (const [start, end] of [...ranges].toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
		const last = kept.at(-1);
		if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
		else kept.push([start, end]);
	}

	return kept;
};

/** Text around the first match, at most `width` UTF-16 units and two ellipses, with its matches; null without one. */
export const snippetOf = (text: string, find: Finder, width: number): {text: string; matches: Range[]} | null => {
	const ranges: Range[] = [];
	let from = 0;
	let to = 0;
	for (const range of find(text)) {
		if (ranges.length === 0) {
			// A third of the room before the match: enough to see who is spoken of.
			from = wordStart(text, Math.max(0, range[0] - Math.floor(width / 3)), range[0]);
			to = wordEnd(text, Math.max(range[1], Math.min(text.length, from + width)), range[1]);
		}

		if (range[1] > to) break;
		ranges.push(range);
	}

	if (ranges.length === 0) return null;
	const before = from > 0 ? '… ' : '';
	// Line breaks become spaces one for one: offsets stay.
	const cut = text.slice(from, to).replace(/\s/g, ' ');
	const kept = cut.trimEnd();
	return {
		text: `${before}${kept}${to < text.length ? ' …' : ''}`,
		matches: joined(ranges).map(([start, end]) => [start - from + before.length, end - from + before.length]),
	};
};

/** The first beginning of a word at or after `at`, not after `latest`. */
const wordStart = (text: string, at: number, latest: number): number => {
	if (at === 0) return 0;
	const space = text.slice(at - 1, latest).search(/\s\S/);
	return space === -1 ? latest : at + space;
};

/** The last end of a word at or before `at`, not before `earliest`. */
const wordEnd = (text: string, at: number, earliest: number): number => {
	if (at >= text.length) return text.length;
	for (let end = at; end > earliest; end--) {
		if (/\s/.test(text[end] ?? '') && !/\s/.test(text[end - 1] ?? ' ')) return end;
	}

	return earliest;
};

/** A word as it is wanted when it stands alone in a query. */
export const wantedWord = (word: string, prefix: boolean, whole = false): WantedWord => ({word: fold(word), prefix, whole});
