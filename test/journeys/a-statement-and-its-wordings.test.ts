import {describe, test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

describe.each(['80x24', '120x36', '200x50'] as const)('at %s', size => {
	test('somebody opens a relay wording: what was left out, and the sentence it stands in', async () => {
		const {deck} = await sitDown({size});
		await deck.press('c', ')').told('relay wording: enter').press('enter').titled(/The MoD.*relay wording/).sees('as written', /▌ The MoD said/, 'One statement: counted once').fits()
			.press('n').told('value').press('n').told('verb').press('n').sees('not here: “highly likely”').told('hedge')
			.press('l', 'enter').titled('HuffPost UK').sees('more than 5,000').press('esc').titled('relay wording').press('esc').titled('1 Explain');
	});
});
