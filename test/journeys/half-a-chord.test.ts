import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

test('somebody presses the first key of a chord and sees which keys may follow; one that may not does nothing', async () => {
	const {deck} = await sitDown({size: '120x36'});
	await deck.press('g').sees(/a articles +o outlets/).press('v').told('g v does nothing here').press('g', 'esc').sees(/enter open/).press('g', 'o').titled('6 outlets');
});
