import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

test('somebody puts a measure right in the Ledger: the figure moves to another question and is marked', async () => {
	const {deck} = await sitDown();
	await deck.press('c', '3', '3', 'i').sees('Put right').press('j', 'j', 'enter', 'ctrl+u').type('losses').press('enter', 'esc').told('1 checked').sees(/casualties +more than 5,000/)
		.press('F').type('losses').press('enter').sees('losses, a total', /√ +casualties +over 5,000/);
});
