import {describe, expect, test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

/** Keys somebody presses to put a page right, counted as they are pressed. */
const within = (most: number, ...keys: readonly string[]): readonly string[] => {
	expect(keys.length).toBeLessThan(most);
	return keys;
};

describe.each(['80x24', '120x36'] as const)('a page that was misread is put right by keys alone, in less than 25, at %s', size => {
	test('a post that is two', async () => {
		const {deck} = await sitDown({size});
		await deck.press(...within(25, 'g', 'a', 'j', 'enter', 'r', 'j', 'j', 's')).told('An article begins here now').sees('post 1, without a headline').press('u').seesNot('post 1, without a headline');
	});

	test('two posts that are one', async () => {
		const {deck} = await sitDown({size});
		await deck.press(...within(25, 'g', 'a', 'j', 'j', 'j', 'enter', 'r', 'J')).told('It belongs to the article before it now').seesNot('post: Two more villages captured');
	});

	test('a line that belongs to the article before', async () => {
		const {deck} = await sitDown({size});
		await deck.press(...within(25, 'g', 'a', 'j', 'j', 'j', 'enter', 'r', 'j', '<')).told('1 line to the article before');
	});

	test('a removed line that is text', async () => {
		const {deck} = await sitDown({size});
		await deck.press(...within(25, 'g', 'a', 'j', 'enter', 'r', 'G', 'k', 'k', 'k')).sees('removed: comments').press('a').told('1 line put back').seesNot('removed: comments');
	});

	test('from removal to removal', async () => {
		const {deck} = await sitDown({size});
		await deck.press('g', 'a', 'j', 'enter', 'r', 'n').sees('removed: comments').told('line 27 of 30').press('n').told('line 28 of 30').press('N').told('line 27 of 30').press('G', 'n').told('no further removed lines').fits();
	});

	test('a line of junk, on all pages of the outlet', async () => {
		const {deck} = await sitDown({size});
		await deck.press(...within(25, 'g', 'a', 'j', 'enter', 'r', 'j', 'L')).sees('No text, on all pages of').press('enter').told('Such lines are taken out').sees('removed: your junk line');
	});
});
