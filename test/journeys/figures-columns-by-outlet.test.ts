import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

test('somebody sets the columns by outlet: the base stays, and s brings the chosen order back', async () => {
	const {deck} = await sitDown({size: '160x45'});
	await deck.press('c', '3', 'b', 'l', 'l', 'b').sees(/The Independent° +base/).press('s').told('Columns by outlet')
		.sees(/The Independent° +base │ {2}HuffPost UK° +│ {2}outlet unknown/).press('s').told('as they were chosen').sees(/The Independent° +base │ {2}outlet unknown +│ {2}HuffPost UK°/);
});
