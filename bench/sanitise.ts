/**
 * The cleaner of text: CPU for twice the input as a ratio of that for the input, for what is worst in it; 2 is linear. Beside each the same for node:util's
 * stripVTControlCharacters, the peer. Exit 1 where a ratio is over 2.5. `tsx bench/sanitise.ts`
 */
import process from 'node:process';
import {stripVTControlCharacters} from 'node:util';
import {doubtfulNumbers} from '../source/text/doubtful.ts';
import {clean} from '../source/text/sanitise.ts';
import {unseenIn} from '../source/text/unseen.ts';

const limit = 2.5;
const sizes = [200_000, 400_000] as const;
const peerSizes = [4000, 8000] as const;
const rounds = 5;

const worst: Readonly<Record<string, string>> = {
	'sequences without end': '\u001B]', 'parameters without end': '\u001B[1;', 'intermediates': '\u001B[!!!!', 'marks': 'e\u0301\u0327\u0323\u0325\u0330', 'unseen between digits': '5\u200B', 'overrides': '\u202E5',
	'8-bit strings': '\u009D', 'tags': '\u{E0041}', 'emoji': '👩‍🚒', 'line ends between digits': '5\u2028', 'plain words': 'the tide came in ', 'numbers': '1,', 'letters for digits': '1O',
};

const cpu = (work: () => unknown): number => {
	const before = process.cpuUsage();
	work();
	const {user, system} = process.cpuUsage(before);
	return user + system;
};

/** The least of some rounds: whatever else runs on the machine only adds. */
const least = (work: () => unknown): number => Math.max(200, Math.min(...Array.from({length: rounds}, () => cpu(work))));

const growth = (work: (text: string) => unknown, unit: string, [small, large]: readonly [number, number]): number => {
	const [one, two] = [small, large].map(size => unit.repeat(Math.ceil(size / unit.length)).slice(0, size));
	return least(() => work(two ?? '')) / least(() => work(one ?? ''));
};

/** Both times at the floor: nothing was measured. */
const peerWords = (ratio: number): string => ratio === 1 ? 'too quick to tell' : ratio.toFixed(2);

const stages: ReadonlyArray<readonly [string, (text: string) => unknown]> = [['clean', text => clean(text)], ['doubtful', text => doubtfulNumbers(clean(text).text)], ['unseen', text => unseenIn(text)]];
let slow = 0;
for (const [name, unit] of Object.entries(worst)) {
	const own = stages.map(([stage, work]) => [stage, growth(work, unit, sizes)] as const);
	slow += own.filter(([, ratio]) => ratio > limit).length;
	console.log(`${name.padEnd(26)} ${own.map(([stage, ratio]) => `${stage} ${ratio.toFixed(2)}`).join('  ')}  stripVTControlCharacters ${peerWords(growth(stripVTControlCharacters, unit, peerSizes))}`);
}

process.exit(slow === 0 ? 0 : 1);
