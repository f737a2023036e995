import {describe, test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

describe('a key that can do nothing here says why', () => {
	test('it works elsewhere, and how one comes there', async () => {
		const {deck} = await sitDown();
		await deck.press('b').told('in a comparison only: press c first').press('}').told('in the Reader only: press enter first').press('Z').told('Z does nothing here; ? lists the keys')
			.press('c', 't').told('in the Reader or a list of articles: press').press('enter', ']', ']', ']', ']', ']').told('nothing further here');
	});

	test('with keys of one\'s own it names those', async () => {
		const {deck} = await sitDown({keys: {compare: ['C'], help: ['H']}});
		await deck.press('b').told('press C first').press('c').told('c does nothing here; H lists the keys').press('C').titled('1 Explain');
	});
});

describe.each(['60x15', '80x24', '120x36'] as const)('help at %s', size => {
	test('is searched, and tells the keys of the view below', async () => {
		const {deck} = await sitDown({size});
		await deck.press('?').sees('Keys in the Deck').press('/').type('compare').sees('compare marked').seesNot('page down').fits()
			.press('enter').sees('compare marked').press('/', 'ctrl+u').type('zzz').sees('no key does that here').press('esc', 'esc').seesNot('Keys in');
	});
});

test('somebody remaps a key: footer, help and palette follow', async () => {
	const {deck} = await sitDown({keys: {compare: ['C'], export: ['E']}});
	await deck.told('C compare').press(':').type('export').sees(/export +E/).press('esc', '?').sees(/C +compare marked/).press('esc', 'C').titled('1 Explain');
});

test('F1 is help everywhere, where letters are text too, and there it tells what a query may say', async () => {
	const {deck} = await sitDown({size: '80x24'});
	await deck.press('f1').sees('Keys in the Deck').press('f1').seesNot('Keys in').press('/').sees(/F1 +these keys/).type('kim').press('f1').sees('Keys in Search').press('/').type('front line').sees('"front line"', 'these words, next to each other')
		.press('esc', 'f1').sees('/ kim').press('esc', 'esc').titled('newsdeck');
});

test('as every terminal sends it', async () => {
	const {deck} = await sitDown();
	for (const sent of ['\u001B[11~', '\u001B[[A', '\u001B[P']) await deck.type(sent).sees('Keys in the Deck').type(sent).seesNot('Keys in');
});
