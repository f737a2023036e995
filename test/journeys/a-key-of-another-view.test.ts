import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

test('a key that does nothing here says what it does, and where', async () => {
	const {deck} = await sitDown({size: '80x24'});
	await deck.press('c', '=').told('each column alone: in Text').press('O').told('in Figures').press('6', 's').told(/: in (?:Ledger|Figures)/).press('h').told(/: in /).fits();
});
