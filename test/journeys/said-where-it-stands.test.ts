import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

test('a comparison says how many articles of the event it holds, and a dropped one is named', async () => {
	const {deck} = await sitDown();
	await deck.press('c').told('4 of 7 articles, those that answer most; a adds one').press('3', 'l', 'x').told('stands here no longer; a adds an article');
});

test('marks that were chosen are compared without such words', async () => {
	const {deck} = await sitDown();
	await deck.press('tab', 'space', 'j', 'space', 'c').told(/^(?!.*those that answer most)/);
});

test('why a storyline is one is asked of its events, and a key is only sent where it works', async () => {
	const {deck} = await sitDown();
	await deck.press('W').told('A storyline is its events: choose one, or an article with tab.').press('g', 'a', 'M').told('M works in the Deck only: press g e first');
});

test('a range of marks that was begun stays in sight', async () => {
	const {deck} = await sitDown();
	await deck.press('g', 'a', 'j', 'v', 'j').told('marks from 2   3 of 26').press('v').told('2 articles marked').press('j').told('2 marked   4 of 26').press('g', 'e', 'v', 'j').told('marks from 1   2 marked   2 of 24');
});

test('a day is written in one way, also in a reason', async () => {
	const {deck} = await sitDown();
	await deck.press('j', 'j', 'j', 'W').sees(/told all on \d+ \w{3} \d{4}/).seesNot(/\d{4}-\d{2}-\d{2}/).press('esc', 'g', 'g', 'c').seesNot(/\d{4}-\d{2}-\d{2}/);
});

test('the key that leads to columns out of sight stands in the footer', async () => {
	const {deck} = await sitDown({size: '80x24'});
	await deck.press('c', '2', 'j').told(/h l column.* 1–2 of 4/).press('3', 'j').told(/h l column.*columns 1–2 of 4/);
});
