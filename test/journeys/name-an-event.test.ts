import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

test('somebody gives an event a name, takes it back, and puts it there again', async () => {
	const {deck} = await sitDown();
	await deck.press('G', 'R', 'ctrl+u').type('The last one').press('enter').told('It is called “The last one” now.').sees(/▌ The last one/);
	await deck.press('u').seesNot('The last one').press('ctrl+r').sees('The last one');
});
