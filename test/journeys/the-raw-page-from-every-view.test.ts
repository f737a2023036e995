import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

test.each([
	['1', [], 'over 5,000'], ['2', ['l'], 'more than 5,000'], ['3', ['l'], 'over 5,000'], ['4', ['j'], 'More Than 5,000'], ['5', ['G'], 'eliminated'], ['6', ['j'], 'over 5,000'], ['7', [], 'over 5,000'],
] as const)('from view %s somebody comes to the very line', async (view, keys, words) => {
	const {deck} = await sitDown({size: '80x24'});
	await deck.press('c', view, ...keys, 'r').titled('The raw page').sees(new RegExp(`▌ +\\d+ [^\\n]*(?:\\n ▌[^\\n]*)*${words.replaceAll(' ', '\\s+(?:▌\\s+)?')}`)).fits().press('esc').titled(new RegExp(`${view} [A-Z]`));
});
