import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {parsedBlocks} from '../../source/readers/html/fragment.ts';
import {simpleBlocks} from '../../source/readers/html/simple.ts';

/** Without lines: a fragment stands on one. */
const told = (blocks: ReadonlyArray<{readonly kind: string; readonly text: string; readonly links: number}> | null) => blocks?.map(({kind, text, links}) => ({kind, text, links})) ?? null;

const parts = ['<p>', '</p>', '<br>', '<br/>', '</br>', '<b>', '</b>', '<em>', '</em>', '<a href="https://example.org/?a=1&amp;b=2">', '</a>', '<a/>', '<p class="x">', '<li>', '<!-- -->', 'The ferry stopped.', ' Nobody & nothing', 'a < b', '&amp;', '&nbsp;', '&rsquo;', '&#8217;', '&#x2014;', '&#27;', '&#150;', '&AMP;', '&copy', '&#55296;', ' ', '\n', '“words”'];

describe('plain prose in HTML', () => {
	test('is read without building a page', () => {
		expect(told(simpleBlocks('<p>The ferry &amp; the <b>mail</b> boat.</p><p>One<br>line.<br><br>Read <a href="https://example.org/">on</a></p>', 1))).toEqual([
			{kind: 'paragraph', text: 'The ferry & the mail boat.', links: 0}, {kind: 'paragraph', text: 'One line.', links: 0}, {kind: 'paragraph', text: 'Read on', links: 2 / 7},
		]);
		for (const more of ['<div>x</div>', '<p class="ad">x</p>', '<script>x</script>', '<b><p>x</p></b>', 'a < b', '&copy; x']) expect(simpleBlocks(more, 1), more).toBeNull();
	});

	test('reads as it does where a page is built, whatever stands next to what', async () => {
		await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom(...parts), {maxLength: 12}), async some => {
			const simple = told(simpleBlocks(some.join(''), 1));
			if (simple !== null) expect(simple).toEqual(told(await parsedBlocks(some.join(''))));
		}), {numRuns: 1500, seed: 7});
	});
});
