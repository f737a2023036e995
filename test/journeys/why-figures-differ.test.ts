import {describe, test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

describe.each(['80x24', '120x36', '200x50'] as const)('at %s', size => {
	test('somebody asks why the figures differ, and goes from question to question', async () => {
		const {deck} = await sitDown({size});
		await deck.press('c').titled('1 Explain').sees('figures answer', /▌ casualties, a total/, 'over 5,000', 'a week, and a total', 'These can all be true together.').told('4 of 7 articles').fits()
			.press('n').sees(/▌ casualties, one week/).press('G').told(/alone \d of \d/).press('g', 'g').told('1 of 6').press('esc').titled('newsdeck').fits();
	});
});
