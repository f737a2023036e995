import {expect, test} from 'vitest';
import {exporters} from '../../source/exporters/index.ts';
import {comparison} from '../exporters/helpers.ts';
import {checks} from './exported-checks.ts';
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

test.each<[string, (good: string) => string]>([
	['md', good => `${good}\n[a](http://x.example)\n`], ['html', good => good.replace('</body>', '<img src=x></body>')], ['txt', good => `${good}\u001B[31m`], ['json', good => `${good},`],
	['jsonl', good => `${good}{"a":1}\n`], ['csv', good => good.replace(/\r\n([^,]+)/, '\r\n=1+1')], ['tsv', good => good.replace(/\n([^\t]+)/, '\n@SUM(A1)')],
	['csl.json', good => good.replace('"title"', '"URL": "javascript:x", "title"')], ['ris', good => good.replace('ER  - \r\n', 'ER  - \r\nTY  - NEWS\r\nTI  - x\r\nER  - \r\n')], ['bib', good => good.replace('{{', '{\\input{x} {')],
])('what acts in an export is found: %s', async (extension, spoil) => {
	const good = exporters.find(each => each.extension === extension)?.write(comparison) ?? '';
	const faults = async (text: string) => Promise.resolve().then(async () => checks[extension]?.(text, comparison)).catch(error => [String(error)]);
	expect(await faults(good)).toEqual([]);
	expect(spoil(good)).not.toBe(good);
	expect(await faults(spoil(good))).not.toEqual([]);
});
