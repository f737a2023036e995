import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

test('somebody steps through the figures of one cell, and is told where there is one alone', async () => {
	const {deck} = await sitDown();
	await deck.press('c', '3', 'j', ')').told('figure 2 of 2').press('enter').titled('outlet unknown').sees('Western official').press('esc')
		.press('(').seesNot('figure 2 of 2').press('l', ')').told('A single one in this row.');
});
