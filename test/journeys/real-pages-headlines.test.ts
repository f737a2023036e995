import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';
import {hasSeeds} from '../helpers/seeds-library.ts';

test.skipIf(!hasSeeds)('somebody looks at real pages in Headlines, to the last row and into the article behind it (needs ../shared)', async () => {
	const {deck} = await sitDown({over: 'seeds', size: '80x24'});
	await deck.press('c', '4').titled('4 Headlines').sees('the headline drops the hedge').fits().press('G').fits().press('enter').titled(/article \d of \d|\d of \d/).fits().press('esc').titled('4 Headlines');
});
