import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

test('somebody adds an article of the event, then one of another by its name', async () => {
	const {deck} = await sitDown({size: '80x24'});
	await deck.press('c', '3', 'a').sees('Add a column', /▌ Captured North Korean soldier/, 'of another event').fits().press('enter').told('stands here now; x drops it').sees('The Independent')
		.press('a').type('kim jong').sees(/▌ Kim Jong Un pledges/).press('enter').told('BBC News stands here now').fits().press('x').told('BBC News stands here no longer').press('k').seesNot('BBC News');
});
