import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

test('somebody sorts within a question, by value, by outlet and by time again; questions are never ranked', async () => {
	const {deck} = await sitDown();
	await deck.press('c', '3', '3', 's').told('none is ranked against another').sees('within it by value', /Some 11,000[\s\S]*Around 11,000[\s\S]*thousands +South Korea/)
		.press('s').sees('within it by outlet', /Around 11,000[\s\S]*Some 11,000[\s\S]*thousands +South Korea/).press('s').sees('within it by time');
});
