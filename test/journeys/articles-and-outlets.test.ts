import {describe, test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

describe.each(['80x24', '120x36', '200x50'] as const)('at %s', size => {
	test('somebody looks through all articles, the chosen one beside the list, and opens it', async () => {
		const {deck} = await sitDown({size});
		await deck.press('g', 'a').titled(/Articles +demo +26 articles/).press('j').sees(/▌ Captured North Korean soldier/, 'taken prisoner in Ukraine has died').fits()
			.press('enter').titled(/The Independent.*article 2 of 26/).press('esc').titled('Articles').press('g', 'e').titled('newsdeck');
	});

	test('somebody asks what one outlet has, and compares two of its articles', async () => {
		const {deck} = await sitDown({size});
		await deck.press('g', 'o').titled('6 outlets').press('j').sees(/▌ HuffPost UK/).press('enter').titled(/HuffPost UK.*8 articles/)
			.press('space', 'j', 'space').told('2 marked').press('2').titled('2 Text').fits();
	});
});

test('all articles are there, down to the last', async () => {
	const {deck} = await sitDown();
	await deck.press('g', 'a', 'G').told('26 of 26').press('k', 'ctrl+u').told(/\d+ of 26/);
});
