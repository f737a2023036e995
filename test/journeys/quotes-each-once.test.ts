import {describe, test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

describe.each(['80x24', '120x36', '200x50'] as const)('at %s', size => {
	test('somebody reads who said what, and goes to where it stands', async () => {
		const {deck} = await sitDown({size});
		await deck.press('c', '5').titled('5 Quotes').sees('each once', /▌ John Healey/, '“look wherever we can”').fits().press('G').sees('“have been eliminated”').press('enter').titled('The Independent').sees('eliminated');
	});
});
