import {describe, test} from 'vitest';
import {made, sitDown} from '../helpers/journey.tsx';

/** Somebody else takes an article of the first event away. */
const oneLess = made({kind: 'delete', article: 'a-54bc41b8ba76', on: true});

describe.each(['80x24', '120x36'] as const)('another program writes to the library, at %s', size => {
	test('it is on the screen, told, and one stays where one is', async () => {
		const {deck} = await sitDown({size});
		await deck.titled('26 articles').press('j', 'j').told('3 of 24').meanwhile(oneLess).told('Another program wrote to this library').titled('25 articles').press('k').told('2 of 24').fits();
	});

	test('what one writes oneself is not taken for another program\'s', async () => {
		const {deck} = await sitDown({size});
		await deck.press('g', 'a', '*').told('starred').meanwhile(async () => {}).told('starred').press('u').meanwhile(async () => {}).told('taken back');
	});

	test('nothing is taken away from under what somebody is typing; the next look shows it', async () => {
		const {deck} = await sitDown({size});
		await deck.press('t').type('urg').meanwhile(oneLess).sees('urg').type('ent').press('enter').told('urgent').titled('25 articles');
	});
});
