import {describe, test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

describe.each(['80x24', '120x36', '200x50'] as const)('at %s', size => {
	test('every view is one key away, and one step from the deck', async () => {
		const {deck} = await sitDown({size});
		await deck.press('c').titled('1 Explain').press('2').titled('2 Text').fits().press('3').titled('3 Figures').fits().press('3').titled('3 Ledger').fits().press('4').titled('4 Headlines').fits()
			.press('5').titled('5 Quotes').fits().press('6').titled('6 Gaps').fits().press('7').titled('7 Timeline').fits().press('1').titled('1 Explain').press('esc').titled('newsdeck');
	});
});
