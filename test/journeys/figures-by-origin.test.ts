import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

test('somebody makes columns of origins: who says it stands above, who carries it in the cell', async () => {
	const {deck} = await sitDown({size: '120x36'});
	await deck.press('c', '3', 'O').sees(/The MoD +│/, 'in HuffPost UK°', /over 5,000 +HuffPost UK°/).told(/columns 1–\d of 12/).fits()
		.press('enter').titled('HuffPost UK').press('esc').press('x').told('Columns are origins now').press('O').sees(/outlet unknown +base/);
});
