import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

test('a name that no article has adds nothing, and escape leaves the columns as they are', async () => {
	const {deck} = await sitDown();
	await deck.press('c', '2', 'a').type('zebra').sees('no article of that name').press('enter').sees('Add a column').press('esc').seesNot('Add a column').sees(/outlet unknown +base/);
});
