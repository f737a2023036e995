import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

test('somebody steps through the figures of one cell, then on through the cells below, and is told where there is none further', async () => {
	const {deck} = await sitDown();
	await deck.press('c', '3', 'j', ')').told('figure 2 of 2').press('enter').titled('outlet unknown').sees('Western official').press('esc')
		.press('(').seesNot('figure 2 of 2').press('(').told('nothing further here').press(')').told('figure 2 of 2').press(')').sees(/▌ +Some 11,000/).press('(').told('figure 2 of 2')
		.press('l', 'G', ')').told('nothing further here');
});
