import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

test('the help of a view names the keys of that view', async () => {
	const {deck} = await sitDown({size: '160x45'});
	await deck.press('c', '3', '3', '?').sees('Keys in Compare, Ledger', 'close, open this question', 'order within a question', 'add another article').seesNot('scroll together').press('esc', '2', '?').sees('scroll together').fits();
});
