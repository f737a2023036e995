import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';
import {hasSeeds} from '../helpers/seeds-library.ts';

test.skipIf(!hasSeeds)('somebody looks at real pages in Figures, to the last row and into the article behind it (needs ../shared)', async () => {
	const {deck} = await sitDown({over: 'seeds', size: '200x50'});
	await deck.press('c', '3').titled('3 Figures').sees('not comparable').fits().press('G').fits().press('enter').titled(/article \d of \d|\d of \d/).fits().press('esc').titled('3 Figures');
});
