import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

test('somebody drops columns down to two, and is told that two stay', async () => {
	const {deck} = await sitDown();
	await deck.press('c', '3', 'x').told('outlet unknown stands here no longer').press('k').seesNot('outlet unknown').press('x').seesNot('of 3').sees('The Independent').press('x').told('A comparison keeps two columns.');
});
