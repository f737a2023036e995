import {describe, test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

describe.each(['80x24', '120x36'] as const)('at %s', size => {
	test('somebody makes two events one, sees first what changes, takes it back and brings it back', async () => {
		const {deck} = await sitDown({size});
		await deck.sees('21 events').press('G', 'space', 'k', 'space', 'M').sees('Make 2 events one', /1 article, then 2/, 'is gone').fits()
			.press('esc').seesNot('Make 2 events one').press('M', 'enter').told('2 events are one now').seesNot('Make 2 events one').sees('20 events')
			.press('u').told('taken back').sees('21 events').press('ctrl+r').sees('20 events');
	});

	test('somebody splits an article off, after a look at why it was there', async () => {
		const {deck} = await sitDown({size});
		await deck.press('j', 'j', 'j', 'W').sees(/Why: More than 5,000/, /told \d{4}-\d\d-\d\d \[1[·\d]*1\] .*by day|told all on|each sign/, 'not in: ', /0\.\d\d alike/, /next: “|no other event is near/).fits().press('esc').seesNot('Why: ')
			.press('tab', 'X').sees('Split 1 article off', /3 articles, then 2/, /new, 1 article/, '- Ukraine war live', '+ Ukraine war live').fits().press('enter').told('1 article split off').sees('22 events')
			.press('u').sees('21 events');
	});
});

test('what cannot be merged or split is told, and nothing is asked', async () => {
	const {deck} = await sitDown();
	await deck.press('M').told('Merging needs articles of two events').press('X').told('Mark the articles').press('G', 'tab', 'X').told('Nothing would be left');
});
