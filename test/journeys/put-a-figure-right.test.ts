import {describe, test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

describe.each(['80x24', '120x36'] as const)('at %s', size => {
	test('somebody changes the measure of a figure, takes it back, and confirms it as it stands', async () => {
		const {deck} = await sitDown({size});
		await deck.press('c', 'i').sees('Put right', /▌ value +over 5,000/).press('j', 'j', 'enter', 'ctrl+u').type('losses').press('enter').told('measure: losses').sees(/measure +losses/).fits()
			.press('u').sees(/measure +casualties/).press('f').told('is confirmed').sees(/this figure +the article +confirmed/).press('esc').seesNot('Put right');
	});
});

test('a value that is none is told, and nothing changes', async () => {
	const {deck} = await sitDown();
	await deck.press('c', 'i', 'enter', 'ctrl+u').type('many').press('enter').told('a value is written as 5000, >5000').press('esc').sees(/value +over 5,000/);
});

test('somebody names the outlet that the page does not tell', async () => {
	const {deck} = await sitDown();
	await deck.press('g', 'a', 'G', 'enter', 'i', 'l').sees(/▌ headline/).press('j', 'j', 'enter', 'ctrl+u').type('The Evening Post').press('enter').sees(/outlet +The Evening Post/).press('esc').titled('The Evening Post');
});
