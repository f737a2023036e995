import {describe, test} from 'vitest';
import {made, sitDown} from '../helpers/journey.tsx';

const casualties = made({kind: 'question', name: 'Kursk losses', tracked: {measure: 'casualties', subject: null, scope: null, flow: null}}, {kind: 'question', name: 'snow', tracked: {measure: 'snowfall', subject: null, scope: null, flow: null}});

describe.each(['80x24', '120x36'] as const)('at %s', size => {
	test('the deck says what is new; somebody sees what, through time, and has seen it', async () => {
		const {deck} = await sitDown({size, before: casualties});
		await deck.sees(/g q +(since you looked: )?\d+ new/).press('g', 'q').titled(/Questions +demo +2 questions/).sees(/▌ Kursk losses/, 'no figure answers it', 'Never looked at', 'New: ').fits()
			.press('enter').sees('Timeline').titled('Kursk losses').told('only “casualties”').press('q', 'r').told('is seen').sees('nothing since you looked', 'Nothing is otherwise').fits()
			.press('r').told('Nothing is otherwise').press('q').titled('newsdeck').seesNot('since you looked');
	});
});

test('somebody follows the question of a figure they read, and gives it up', async () => {
	const {deck} = await sitDown();
	await deck.press('g', 'q').sees('No question is followed.', 'newsdeck question save').press('q', 'c', '3', 'l', 'T').sees('Under which name is this question followed?').press('ctrl+u').type('losses').press('enter').told('“losses” is followed')
		.press('g', 'q').sees(/▌ losses/, 'casualties').press('x').told('is followed no longer').sees('No question is followed.').press('u').sees(/▌ losses/);
});

test('a question that nothing answers says so', async () => {
	const {deck} = await sitDown({before: casualties});
	await deck.press('g', 'q', 'j', 'enter').told('No figure answers this question yet.');
});
