import {expect, test} from 'vitest';
import {decodeLines} from '../../source/readers/decode.ts';
import {entriesOf} from '../../source/segment/entries.ts';
import {CUES, cuesFor} from '../../source/segment/masthead-cues.ts';
import {ours} from '../../source/segment/tables.ts';
import {corpusPages} from '../corpus/corpus.ts';

test('no pattern that would match a line of the corpus is left out, and hardly any line is asked by many', () => {
	const lines = corpusPages().flatMap(({bytes}) => entriesOf(decodeLines(bytes), ours).map(({line}) => line));
	const missed = lines.flatMap(line => CUES.filter(cue => cue.pattern.test(line.text) && !cuesFor(line).includes(cue)).map(({pattern}) => `${pattern} in ${line.text}`));
	expect(lines.filter(line => CUES.some(({pattern}) => pattern.test(line.text))).length).toBeGreaterThan(20);
	expect(missed).toEqual([]);
	expect(lines.filter(line => cuesFor(line).length > 3).length).toBeLessThan(lines.length * .05);
	for (const line of lines) expect(cuesFor(line)).toEqual(CUES.filter(cue => cuesFor(line).includes(cue)));
});
