import {describe, test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

describe.each(['80x24', '120x36'] as const)('at %s', size => {
	test('somebody reads what a search found, from match to match, and on to the next article', async () => {
		const {deck} = await sitDown({size});
		await deck.press('/').type('casulties').press('enter').titled('search: casulties').press('n').told(/match 1 of \d/).press('n').told(/match 2 of \d/).press('N').told(/match 1 of/)
			.press('N').told('no further match here; ] goes on').press(']').titled(/article 2 of \d+/).press('n').told(/match 1 of \d/).fits();
	});
});

test('without a search there is no match to go to', async () => {
	const {deck} = await sitDown();
	await deck.press('enter', 'n').told('Nothing was searched for: press / first.');
});

test('words in quotation marks are found together; accents, points and patterns count as in the search', async () => {
	const {deck} = await sitDown({size: '80x24'});
	await deck.press('/').type('"north korean soldier"').press('enter', 'n').told('match 1 of 2').press('q', 'ctrl+u').type('/5,[0-9]+ casualties/').press('enter').titled('HuffPost UK').press('n').told(/match 1 of \d/)
		.press('q', 'ctrl+u').type('5000').press('enter', 'n').told(/match 1 of \d/);
});
