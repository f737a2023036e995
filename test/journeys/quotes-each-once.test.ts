import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

test('somebody reads who said what, and goes to where it stands', async () => {
	const {deck} = await sitDown({size: '80x24'});
	await deck.press('c', '5').titled('5 Quotes').sees('each once', /▌ John Healey/, '“look wherever we can”').fits().press('G').sees('“have been eliminated”').press('enter').titled('The Independent').sees('eliminated');
});
