import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

test('somebody goes to the next question that several figures answer', async () => {
	const {deck} = await sitDown();
	await deck.press('c', '3', '3', 'n').sees(/▌ +sent +thousands/, 'paragraph').press('n').sees(/▌ +soldiers +hundreds/).press('N').sees(/▌ +sent +thousands/).press('enter').titled('The Independent');
});
