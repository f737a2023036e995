import {doubtfulNumbers} from '../source/text/doubtful.ts';
import {clean} from '../source/text/sanitise.ts';
import {unseenIn} from '../source/text/unseen.ts';
import {cpuOf, reading, type BenchFigure} from './harness.ts';

const LETTERS = 200_000;
const ROUNDS = 3;

/** What is worst in a text. */
const worst: Readonly<Record<string, string>> = {
	'sequences without end': '\u001B]', 'parameters without end': '\u001B[1;', 'intermediates': '\u001B[!!!!', 'marks': 'e\u0301\u0327\u0323\u0325\u0330', 'unseen between digits': '5\u200B', 'overrides': '\u202E5',
	'8-bit strings': '\u009D', 'tags': '\u{E0041}', 'emoji': '👩‍🚒', 'line ends between digits': '5\u2028', 'plain words': 'the tide came in ', 'numbers': '1,', 'letters for digits': '1O',
};

/** The least of some rounds: whatever else runs on the machine only adds. */
const least = (work: () => unknown): number => Math.max(0.2, Math.min(...Array.from({length: ROUNDS}, () => cpuOf(work))));

const stages: ReadonlyArray<readonly [string, (text: string) => unknown]> = [['the cleaner', text => clean(text)], ['numbers that hide something', text => doubtfulNumbers(clean(text).text)], ['signs that are not seen', text => unseenIn(text)]];

/** The cleaner of text: CPU for twice the input beside that for the input, for what is worst in it; 2 is linear. */
export const figure: BenchFigure = {
	name: 'sanitise',
	async run() {
		return stages.map(([stage, work]) => {
			const slowest = Object.entries(worst).map(([kind, unit]) => {
				const text = unit.repeat(Math.ceil(2 * LETTERS / unit.length));
				return {kind, one: least(() => work(text.slice(0, LETTERS))), two: least(() => work(text.slice(0, 2 * LETTERS)))};
			}).toSorted((a, b) => b.two / b.one - a.two / a.one)[0];
			return reading(`twice the text for ${stage}, at its worst`, [slowest?.two ?? Number.NaN], {name: 'the text once', runs: [slowest?.one ?? Number.NaN]}, 2.5, {note: slowest?.kind ?? ''});
		});
	},
};
