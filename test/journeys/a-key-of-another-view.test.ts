import {describe, test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

describe.each(['80x24', '120x36'] as const)('at %s', size => {
	test('a key that does nothing here says what it does, and where', async () => {
		const {deck} = await sitDown({size});
		await deck.press('c', '=').told('each column alone: in Text').press('O').told('in Figures').press('6', 's').told(/: in (?:Ledger|Figures)/).press('h').told(/: in /).fits();
	});
});
