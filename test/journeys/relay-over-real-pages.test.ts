import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';
import {hasSeeds} from '../helpers/seeds-library.ts';

test.skipIf(!hasSeeds)('somebody follows a statement through real pages, to its raw line (needs ../shared)', async () => {
	const {deck} = await sitDown({over: 'seeds'});
	await deck.press('c', 'R').titled('relay wording').sees('as written', 'One statement').press('G').sees('on whose word').press('r').titled('The raw page').press('esc', 'l', 'r').titled('The raw page').fits();
});
