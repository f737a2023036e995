import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

test('somebody goes from quote to quote in the reader and puts the speaker right', async () => {
	const {deck} = await sitDown({size: '80x24'});
	await deck.press('enter', '"').sees('quote 1 of').press('i').sees('this quote', /speaker +Kirby +the same/)
		.press('j', 'enter', 'ctrl+u').type('the spokesman').press('enter').sees(/speaker +the spokesman +Kirby/, '1 field changed').fits()
		.press('u').sees(/speaker +Kirby +the same/).press('ctrl+r').sees(/speaker +the spokesman +Kirby/).press('esc').seesNot('Put right');
});

test('a quote that is none is rejected, and no view carries it any more', async () => {
	const {deck} = await sitDown();
	await deck.press('enter', '"', 'i', 'x').told('is rejected').press('esc').sees('rejected by a person').press('esc', 'c', '5').sees('have been eliminated').seesNot('treating these troops');
});

test('the words of a quote are put right where they were cut too short', async () => {
	const {deck} = await sitDown();
	await deck.press('enter', '"', 'i', 'enter', 'ctrl+u').type('these troops as expendable').press('enter').sees(/words +these troops as expendable +treating these/)
		.press('esc').sees('“these troops as').press('f').told('“these troops as expendable” is confirmed');
});

test('in the comparison of quotes the one under the cursor is put right', async () => {
	const {deck} = await sitDown();
	await deck.press('c', '5', 'i').sees('this quote').press('G', 'enter', 'ctrl+u').type('insisted').press('enter').sees(/cue +insisted/).press('esc').press('f').told('is confirmed');
});
