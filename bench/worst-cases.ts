import {articleOf} from '../test/helpers/article.ts';
import {column} from '../test/helpers/build.ts';
import {shorten} from '../source/cluster/label.ts';
import {align} from '../source/compare/align.ts';
import {readNumbers} from '../source/extract/numbers.ts';
import {extract} from '../source/extract/extract.ts';
import {html} from '../source/readers/html.ts';
import {decodeLines} from '../source/readers/decode.ts';
import {safePattern} from '../source/search/pattern.ts';
import {segment} from '../source/segment/segment.ts';
import {doubtfulNumbers} from '../source/text/doubtful.ts';
import {clean} from '../source/text/sanitise.ts';
import {tokens} from '../source/text/tokens.ts';
import {unseenIn} from '../source/text/unseen.ts';
import {wrapLines} from '../source/text/wrap.ts';
import {type BenchFigure, cpuNow, reading} from './harness.ts';

/** In turn, so that what else the machine does, and what is compiled and collected meanwhile, meets both. */
const ROUNDS = 4;

/** What is worst for whoever looks at letters: sequences and marks without end. */
const LETTERS = ['\u001B]', '\u001B[1;', '\u001B[!!!!', 'e\u0301\u0327\u0323\u0325\u0330', '5\u200B', '\u202E5', '\u009D', '\u{E0041}', '👩‍🚒', '5\u2028', 'the tide came in ', '1,', '1O'];
/** For whoever looks at words and sentences: what may go on, and never does. */
const WORDS = [
	'said 5 people ', '“5 said ” ', 'according to 5 ', '12 people said 40 homes ', 'Aa Bb said 5 ', '“We lost 5 men in it,” he said. ', 'A, 5, B, ', '(5) [5] ', 'since 2010 5 ', 'minus 5C -', '5-', '1.', '1,', '½1', 'Mr. ', 'one in ',
	'declined to say how many ', 'could not say how many ', '“a ‘b’ c” dogs\' \'x ', '“a', 'he said "so it goes on," and ', 'Roe, ', 'a',
];
const NUMBERS = ['1,234 5-6 £7 ', '9', 'two and a half ', 'to 3 ', 'Aa-', '1-1-', 'one in '];
const HARM = ['<div>', '<a href="', '<!-', '&#27;[2J', '<h2><a href=/>Another headline</a></h2>'];
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

type Stage = {readonly name: string; readonly size: number; readonly parts: readonly string[]; /** `text`: `part` again and again. */ readonly work: (text: string, part: string) => unknown};
/** Each stage that reads what comes from outside, with what is worst for it. */
const stages: readonly Stage[] = [
	{name: 'the cleaner', size: 200_000, parts: LETTERS, work: text => clean(text)},
	{name: 'numbers that hide something', size: 200_000, parts: LETTERS, work: text => doubtfulNumbers(clean(text).text)},
	{name: 'signs that are not seen', size: 200_000, parts: LETTERS, work: text => unseenIn(text)},
	{name: 'tokens', size: 100_000, parts: ['a', '1,', 'A.', '\'', 'a\'', '橋'], work: text => tokens(text)},
	{name: 'wrapping', size: 100_000, parts: ['the smoke alarm “did” not sound ', 'a', '橋', 'e\u0301'], work: text => wrapLines(text, 62)},
	{name: 'numbers', size: 50_000, parts: NUMBERS, work: text => readNumbers(text)},
	{name: 'figures and quotes', size: 25_000, parts: WORDS, work: text => extract(articleOf([text]))},
	{name: 'labels', size: 50_000, parts: ['A', 'A ', ' - A', ', ', '‘', '’a', ': ', 'as ', ' '], work: text => shorten(`As ${text}!`)},
	{name: 'cutting a page', size: 25_000, parts: ['word ', 'Aa ', 'a.B', 'Share\n', 'By Ann Roe\n', 'Flood closes the coast road\n2 May 2024\n'], work: text => segment({kind: 'page', lines: decodeLines(bytes(text))}, {document: 'bench', path: 'bench.txt', given: {}})},
	{name: 'a saved page', size: 50_000, parts: HARM, work: async text => html.read(bytes(`<html><body>${text}A sentence stands at the end of it all, and nobody expected it there.`))},
	{name: 'a pattern that was typed', size: 50_000, parts: ['a*a*b', 'a+.*c', '(a{0,30})x', '.*.*z'], work: (text, pattern) => safePattern(pattern).test('a'.repeat(text.length))},
	{name: 'paragraphs set side by side', size: 100, parts: ['The ferry was towed to port.'], work: ({length}, part) => align(['a', 'b', 'c', 'd'].map(id => column(id, Array.from({length}, (_, at) => `${part} Number ${at} of ${id} tells of ${at * 7} things.`))))},
];

const cpuOfWork = async (work: () => unknown): Promise<number> => {
	const before = cpuNow();
	await work();
	return cpuNow() - before;
};

/** Of some rounds the least of each, in ms of CPU: whatever else runs on the machine only adds. What takes less than one is not told apart from nothing. */
const leastOf = async (...works: ReadonlyArray<() => unknown>): Promise<readonly number[]> => {
	const least = works.map(() => Infinity);
	for (let round = 0; round < ROUNDS; round++) for (const [at, work] of works.entries()) least[at] = Math.min(least[at] ?? Infinity, await cpuOfWork(work));
	return least.map(time => Math.max(1, time));
};

/** Signs that act or are not seen, by their numbers. */
const printable = (text: string): string => text.replace(/[^ -~]/gu, sign => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);

/** CPU for twice the input beside that for the input, for what is worst in it; 2 is linear, 4 a step for each pair. */
export const figure: BenchFigure = {
	name: 'worst-cases',
	async run() {
		const readings = [];
		for (const {name, size, parts, work} of stages) {
			let [worst, ours, once] = ['', 0, 1];
			for (const part of parts) {
				// Whole parts: what stands cut at the end may be another case.
				const count = Math.ceil(size / part.length);
				const [half, whole] = [part.repeat(count), part.repeat(2 * count)];
				const [one = 1, two = 1] = await leastOf(() => work(half, part), () => work(whole, part));
				if (two / one > ours / once) [worst, ours, once] = [part, two, one];
			}

			readings.push(reading(`twice the text for ${name}, at its worst`, [ours], {name: 'the text once', runs: [once]}, 2.5, {note: printable(worst)}));
		}

		return readings;
	},
};
