import {describe, test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

describe.each(['80x24', '120x36'] as const)('at %s', size => {
	test('somebody goes through what is to check: one is right, one is no figure, one is read in its article', async () => {
		const {deck} = await sitDown({size});
		await deck.press('g', 'r').titled(/Review +demo.*to check/).sees('Figures to check', /▌ /, 'Its sentence').fits()
			.press('f').told('is confirmed.').sees('confirmed')
			.press('x').told('is rejected; u takes that back.')
			.press('enter').sees('Evidence').titled(/article 1 of 1|Reader|°|unknown|The |BBC/).press('q').titled('Review')
			.press('u').told('was taken back').seesNot('√ rejected').fits();
	});

	test('somebody finds why a figure is listed, and what else can be done with it', async () => {
		const {deck} = await sitDown({size});
		await deck.press('g', 'r', 'j').told('2 of').press('r').titled(/The raw page .*page.txt/).press('q').titled('Review').press('?').sees('reject: no figure').press('esc', 'q').titled('newsdeck');
	});
});

test('somebody puts a listed figure right, and it stays in its place, marked so', async () => {
	const {deck} = await sitDown();
	await deck.press('g', 'r', 'i').sees('Put right').press('j', 'j', 'enter', 'ctrl+u').type('losses').press('enter', 'esc').sees('√ put right').told('1 of');
});

test('what a key cannot do there it says', async () => {
	const {deck} = await sitDown();
	await deck.press('g', 'r', 'O').told('O works in a comparison only').press('G', 'G').press('f', 'f', 'f').fits();
});
