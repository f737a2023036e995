import {describe, test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

describe.each(['80x24', '120x36', '200x50'] as const)('at %s', size => {
	test('somebody goes from cell to cell, and from a cell to the sentence with its evidence', async () => {
		const {deck} = await sitDown({size});
		await deck.press('c', '3', 'l').titled('3 Figures').sees(/▌ +over 5,000 +The MoD, quoted/, 'total, to Mar 2025', '“highly likely”').fits()
			.press('enter').titled('HuffPost UK').sees('over 5,000').press('esc').titled('3 Figures').sees(/▌ +over 5,000/)
			.press('h').sees(/▌ +— no figure/).press('enter').titled('outlet unknown');
	});
});
