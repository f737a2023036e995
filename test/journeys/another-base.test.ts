import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

test('somebody makes another article the base, in columns and where the rows say whose they are', async () => {
	const {deck} = await sitDown();
	await deck.press('c', '2', 'l', 'b').sees(/HuffPost UK° +base/).press('b').told('It is the base already.')
		.press('4', 'j', 'j', 'b', '3').sees(/The Independent° +base/);
});
