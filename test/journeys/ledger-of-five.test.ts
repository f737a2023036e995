import {describe, test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

describe.each(['80x24', '120x36', '200x50'] as const)('at %s', size => {
	test('five articles open in the Ledger first, a row a figure; the same key goes on to the columns', async () => {
		const {deck} = await sitDown({size});
		await deck.press('tab', 'space', 'j', 'space', 'j', 'space', 'j', 'space', 'j', 'space', '3').titled('3 Ledger').sees('5 articles, a row a figure').fits()
			.press('3').titled('3 Figures').told(/columns? 1(?:–\d)? of 5/).press('1').titled('1 Explain').press('3').titled('3 Ledger');
	});
});
