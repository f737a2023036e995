import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

test('somebody sees the figures through time, a strip an origin', async () => {
	const {deck} = await sitDown({size: '200x50'});
	await deck.press('c', '7').titled('7 Timeline').sees('undated', /░+█+ over 5,000/, 'Dec', '2025').fits().press('j').sees(/▌ The White House/).press('enter').titled('The Independent').sees('thousands');
});
