import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';
import {hasSeeds} from '../helpers/seeds-library.ts';

test.skipIf(!hasSeeds)('somebody looks at real pages in Explain, to the last row and into the article behind it (needs ../shared)', async () => {
	const {deck} = await sitDown({over: 'seeds', size: '80x24'});
	await deck.press('c', '1').titled('1 Explain').sees('answer').fits().press('G').fits().press('enter').titled(/article \d of \d|\d of \d/).fits().press('esc').titled('1 Explain');
});
