import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

test('somebody writes a note, sees it over the article, changes it and takes it away', async () => {
	const {deck} = await sitDown({size: '80x24'});
	await deck.press('g', 'a', 'j', 'A').sees('A note on this article').type('ask Yonhap').press('enter').told('The note is kept')
		.press('enter').sees('+ ask Yonhap').press('A').sees('> ask Yonhap').press('ctrl+u', 'enter').told('The note is gone').seesNot('+ ask Yonhap');
});
