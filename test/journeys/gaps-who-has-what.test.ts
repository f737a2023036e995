import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

test('somebody sees which claim stands where; two articles of one outlet are told apart', async () => {
	const {deck} = await sitDown({size: '200x50'});
	await deck.press('c', '6').titled('6 Gaps').sees(/▌ Some 11,000 deployed/, 'The Independent°, lead;', 'not in').seesNot(/Independent°, The Independent\b/).fits()
		.press(')').told('carrier 2 of 2').press('enter').titled('HuffPost UK').sees('Around 11,000').press('esc', '(').press('enter').titled('outlet unknown');
});
