import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

test('somebody saves a comparison under a name and opens it again in the same view', async () => {
	const {deck} = await sitDown();
	await deck.press('c', '4', 'S', 'ctrl+u').type('Kursk, for Monday').press('enter').told('Saved as “Kursk, for Monday”')
		.press('esc', 'g', 'c').titled('Saved comparisons').sees(/▌ Kursk, for Monday/, 'headlines').press('A').sees('A note on “Kursk, for Monday”').type('ask the ministry').press('enter').told('The note is kept').sees('ask the ministry')
		.press('enter').titled('4 Headlines');
});
