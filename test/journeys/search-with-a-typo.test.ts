import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

test('somebody looks for casualties, misspelt, and reads the figure in its article', async () => {
	const {deck} = await sitDown({size: '80x24'});
	await deck.press('/').type('casulties').sees('casulties: read as casualties', 'over 5,000').press('enter').sees(/more than 5,000|over 5,000/).fits();
});
