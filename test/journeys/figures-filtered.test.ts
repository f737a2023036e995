import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

test('somebody sees only what was said of the killed, in three views, and escape shows all again', async () => {
	const {deck} = await sitDown({size: '80x24'});
	await deck.press('c', '3', 'F').sees('Only figures with these words').type('killed korea').press('enter').sees('More than 100').seesNot('deployed').fits()
		.press('3').sees('Ledger', 'More than 100').seesNot('deployed').press('7').sees('More than 100').seesNot('deployed').press('1').sees('over 5,000')
		.press('3', 'esc').titled('3 Figures').sees('over 5,000').press('esc').titled('newsdeck');
});
