import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

test('somebody lets one column scroll alone, goes on with the differences, and ties them together again', async () => {
	const {deck} = await sitDown();
	await deck.press('c', '2', '=').told('Each column scrolls alone').press('l', 'j', 'j', 'j', 'j').sees('North Koreans taking ‘heavy').seesNot('Casualties In Ukraine War, UK Says')
		.told('each column alone').press('G').sees(/in the time he needs|Russia|Ukraine/).press('n').told('differences').fits()
		.press('=').told('The columns scroll together.').press('g', 'g').sees('Casualties In Ukraine War, UK Says');
});
