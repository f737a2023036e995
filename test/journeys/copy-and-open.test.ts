import {expect, test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

test('somebody copies a figure with its source, and the sentence', async () => {
	const {deck, used} = await sitDown();
	await deck.press('c', '3', 'l', 'y').sees('Copy', 'the figure, with its source', 'the sentence it stands in', 'a citation').press('enter').told('copied: the figure, with its source')
		.press('y', 'j', 'enter').told('copied: the sentence').press('y', 'j', 'j', 'enter').told('copied: its evidence');
	expect(used[0]).toMatch(/^copy .+\(.+\), .+; .+/);
	expect(used[1]).toMatch(/^copy .{20,}/);
	// Whoever checks it needs the words, the place and the whole hash, not its ends.
	expect(used[2]).toMatch(/^copy “.+”, .+, line \d+, chars \d+–\d+, sha256 [\da-f]{64}$/);
});

test('on the deck it is the event, in a list the article; escape copies nothing', async () => {
	const {deck, used} = await sitDown({size: '80x24'});
	await deck.press('y').sees('the name of the event', 'its articles, a line each').press('esc').seesNot('Copy').press('g', 'a', 'j', 'y').sees('the headline', 'a citation').press('q');
	expect(used).toEqual([]);
});

test('an article without an address is not opened, and says so; one that is read in the pager comes whole', async () => {
	const {deck, used} = await sitDown();
	await deck.press('g', 'a', 'j', 'o').told('This article has no address.').press('P');
	expect(used).toHaveLength(1);
	expect(used[0]).toMatch(/^page [^\n]+\n\n[^\n]+, [^\n]+\n\n/);
});
