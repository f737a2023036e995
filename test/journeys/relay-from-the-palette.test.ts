import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

test('somebody looks for the relay by name, and goes on to the next statement', async () => {
	const {deck} = await sitDown();
	await deck.press('c', ':').type('relay').sees('relay: how carriers changed a statement').press('enter').titled('relay wording').told('1 of 2 statements')
		.press(')').told('2 of 2 statements').press(')').told('No further statement').press('(').told('1 of 2 statements').press('q').titled('1 Explain');
});
