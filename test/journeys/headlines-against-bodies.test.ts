import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

test('somebody checks headlines against their bodies', async () => {
	const {deck} = await sitDown({size: '200x50'});
	await deck.press('c', '4').titled('4 Headlines').sees('number', 'on whose word', '! the headline drops the hedge: “highly likely”').press('n').sees(/▌ +HuffPost UK°/).fits()
		.press('enter').titled('HuffPost UK').sees('More Than 5,000').press('esc', 'G', 'enter').titled('The Independent');
});
