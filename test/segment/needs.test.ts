import {describe, expect, test} from 'vitest';
import {CUES, cuesFor} from '../../source/segment/masthead-cues.ts';
import {entriesOf} from '../../source/segment/entries.ts';
import {rowsFor} from '../../source/segment/needs.ts';
import {ours} from '../../source/segment/tables.ts';
import {decodeLines} from '../../source/readers/decode.ts';
import {corpusPages} from '../corpus/corpus.ts';

const linesOf = (bytes: Uint8Array) => entriesOf(decodeLines(bytes), ours).map(({line}) => line);

describe('which patterns a line is asked', () => {
	test('those that find a word in it that they need, and those that need none, in their order', () => {
		const rows = [{pattern: /ferry/}, {pattern: /\w+/}, {pattern: /© \d+|‘quoted’/}];
		const lines = linesOf(new TextEncoder().encode('The Ferry\na’s\n© 2024\nof “boats”'));
		expect(lines.map(line => rowsFor(rows)(line).map(row => rows.indexOf(row)))).toEqual([[0, 1], [1], [1, 2], [1]]);
	});
	test('none that would match is left out, on any line of the corpus', () => {
		const lines = corpusPages().flatMap(({bytes}) => linesOf(bytes));
		const missed = lines.flatMap(line => CUES.filter(cue => cue.pattern.test(line.text) && !cuesFor(line).includes(cue)).map(({pattern}) => `${pattern} in ${line.text}`));
		expect(lines.filter(line => CUES.some(({pattern}) => pattern.test(line.text))).length).toBeGreaterThan(100);
		expect(missed).toEqual([]);
	});
});
