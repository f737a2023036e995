import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

test('somebody marks five articles in a row, and clears them', async () => {
	const {deck} = await sitDown();
	await deck.press('g', 'a', 'v').told('marks from here').press('j', 'j', 'j', 'j', 'v').told('5 articles marked').press('V').told('marks cleared');
});

test('a range that was begun is left with escape, and nothing is marked', async () => {
	const {deck} = await sitDown({size: '80x24'});
	await deck.press('g', 'a', 'v', 'j', 'esc').titled('Articles').seesNot('marked').press('esc').titled('newsdeck');
});

test('somebody marks what a query finds, and compares it', async () => {
	const {deck} = await sitDown();
	await deck.press(':').type('mark what').press('enter').sees('Mark the articles that a query finds').type('tesla').press('enter').told(/\d+ articles? marked: tesla/).press('2').titled('2 Text');
});

test('a query that finds nothing says so', async () => {
	const {deck} = await sitDown();
	await deck.press('m').type('xqzzw').press('enter').told('Nothing matches xqzzw.');
});

test('the way back stands in the first row where there is room', async () => {
	const {deck} = await sitDown({size: '160x48'});
	await deck.press('g', 'o', 'enter').titled('back to Outlets, Events').press('enter').titled(/back to .+, Outlets/).press('g', 'e').titled(/^ {3}newsdeck(?!.*back to)/);
});
