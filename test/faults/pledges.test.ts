import {expect, test} from 'vitest';
import {foreign} from './painted.ts';
import {pledges} from './pledges.ts';

const skipped = (why: string): void => console.warn(`left out: ${why}`);

// The short form of each; `npm run faults` tries them at length.
test.each(pledges.map(pledge => [pledge.name, pledge] as const))('%s', async (_, {keep, short}) => {
	const outcome = await keep(short);
	if ('why' in outcome) return skipped(outcome.why);
	expect(outcome.broken).toEqual([]);
}, 120_000);

test('what is not newsdeck\'s own in a painted frame is found', () => {
	expect(foreign('\u001B[1mbold\u001B[22m \u001B[2;5H \u001B[38;2;1;2;3mcolour\u001B[39m')).toEqual([]);
	for (const bad of ['\u001B]0;title\u0007', '\u001B[8mhidden', '\u001B]8;;http://x\u001B\\', '\u009B2J', '\u202E', '\u001Bc', '\u001B[5n', 'a\u{E0041}', '\b']) expect(foreign(`before${bad}after`)).not.toEqual([]);
});
