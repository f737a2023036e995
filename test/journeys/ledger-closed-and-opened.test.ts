import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

test('somebody closes a question, its values stay in sight, and opens it again', async () => {
	const {deck} = await sitDown({size: '80x24'});
	await deck.press('c', '3', '3', 'h').sees(/▌ \+ casualties, a total.*over 5,000/).press('h').told('closed already').press('j', 'k', 'enter').seesNot('+ casualties, a total')
		.press('l').told('open already').press('h', 'l').sees(/▌ +(?:casualties +)?over 5,000/).fits();
});
