import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

test('a filter that nothing fits leaves an empty page that says so', async () => {
	const {deck} = await sitDown({size: '80x24'});
	await deck.press('c', '3', 'F').type('zebras').press('enter').sees('no figure has these words').fits().press('3').sees('no figure has these words').press('F').sees('> zebras').press('ctrl+u', 'enter').sees('over 5,000');
});
