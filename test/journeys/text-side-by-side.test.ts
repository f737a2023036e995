import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

test('somebody reads articles side by side, from difference to difference', async () => {
	const {deck} = await sitDown({size: '120x36'});
	await deck.press('c', '2').titled('2 Text').sees('outlet unknown', 'HuffPost UK°', 'base', /▌ North Korean troops are taking/).fits()
		.press('n').seesNot(/▌ North Korean troops are taking/).press('N').sees(/▌ North Korean troops are taking/).press('l', 'enter').titled('HuffPost UK').press('esc').titled('2 Text');
});
