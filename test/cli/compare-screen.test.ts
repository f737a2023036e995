import {afterEach, expect, test} from 'vitest';
import {built, emptyPlace} from '../helpers/program.ts';
import {openTerminal} from '../helpers/terminal.ts';

let terminal: ReturnType<typeof openTerminal> | undefined;
afterEach(() => terminal?.close());

/** What is pressed, then what is seen: the next keys follow when it is there. */
type Step = readonly [string, string | RegExp];

const journeys: ReadonlyArray<readonly [string, readonly [number, number], readonly Step[]]> = [
	['why figures differ, to the wording a headline lost', [120, 36], [['c', 'These can all be true together.'], [')', 'relay wording: enter'], ['\r', 'one statement, twice in one article'], ['nnn', '3 of '], ['\u001B', 'question 1 of']]],
	['text side by side, each column alone, together again', [80, 24], [['c2', '2 Text'], ['=', 'Each column scrolls alone'], ['lG', 'each column alone'], ['=', 'The columns scroll together.']]],
	['a cell to its sentence, and the file it stands in', [120, 36], [['c3', '≠ not comparable'], ['l\r', 'sha256'], ['\u001B', '3 Figures'], ['r', 'The raw page'], ['\u001B', '3 Figures']]],
	['origins for columns', [200, 50], [['c3O', 'in HuffPost UK°'], ['x', 'Columns are origins now'], ['O', 'base']]],
	['an article is added and dropped', [80, 24], [['c3a', 'Add a column'], ['kim jong', 'Kim Jong Un pledges'], ['\r', 'BBC News stands here now'], ['x', 'stands here no longer'], ['j', /\d–\d of 4/]]],
	['five articles in the Ledger, a question closed', [120, 36], [['\t j j j j 3', '5 articles, a row a figure'], ['h', /▌ \+ /], ['l', /▌ +\S/], ['s', 'none is ranked']]],
	['only the killed, and all again', [80, 24], [['c3F', 'Only figures with these words'], ['killed\r', 'More than 100'], ['\u001B', 'deployed']]],
	['headlines, quotes, gaps and time, one key each', [200, 50], [['c4', 'the headline drops the hedge'], ['5', 'each once'], ['6', 'The Independent°, lead;'], ['7', /█+ over 5,000/], ['1', 'Why they differ']]],
	['a figure confirmed where it stands', [120, 36], [['c3l', '3 Figures'], ['f', 'is confirmed'], ['3', '1 checked'], ['u', 'was taken back']]],
];

test.each(journeys)('%s', async (_, [columns, rows], steps) => {
	const {folder} = emptyPlace();
	const deck = openTerminal(process.execPath, [built], {columns, rows, cwd: folder, env: {XDG_DATA_HOME: folder, XDG_CACHE_HOME: folder, HOME: folder, NEWSDECK_LIBRARY: ''}});
	terminal = deck;
	await deck.waitFor('newsdeck  demo', 30_000);
	for (const [keys, seen] of steps) {
		deck.write(keys);
		await deck.waitFor(seen, 30_000);
	}

	deck.write('Q');
	expect((await deck.exited(30_000)).exitCode).toBe(0);
});
