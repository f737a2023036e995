import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

test('somebody confirms a figure in its cell: the mark stands there, in the Ledger too, until it is taken back', async () => {
	const {deck} = await sitDown({size: '120x36'});
	await deck.press('c', '3', 'l').seesNot('√').press('f').told('is confirmed').sees(/▌√ +over 5,000/).press('3').sees(/√ +(?:casualties +)?over 5,000/).press('u').seesNot(/√ +(?:casualties +)?over 5,000/).fits();
});
