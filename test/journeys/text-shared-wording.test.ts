import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';
import {hasSeeds} from '../helpers/seeds-library.ts';

test.skipIf(!hasSeeds)('somebody reads real pages with their shared wording dim, then plain: the words stay (needs ../shared)', async () => {
	const {deck} = await sitDown({over: 'seeds'});
	await deck.press('c', '2').sees('North Korea has suffered more than').press('w').sees('North Korea has suffered more than').fits();
});
