import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';
import {hasSeeds} from '../helpers/seeds-library.ts';

test.skipIf(!hasSeeds)('somebody looks at real pages in Quotes, to the last row and into the article behind it (needs ../shared)', async () => {
	const {deck} = await sitDown({over: 'seeds', size: '120x36'});
	await deck.press('c', '5').titled('5 Quotes').sees('World War One').fits().press('G').fits().press('enter').titled(/article \d of \d|\d of \d/).fits().press('esc').titled('5 Quotes');
});
