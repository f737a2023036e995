import {describe, test} from 'vitest';
import type {Library} from '../../source/model/library.ts';
import {made, sitDown} from '../helpers/journey.tsx';
import {lostCorrections} from '../helpers/lost-corrections.ts';

const lost = async (library: Library): Promise<number> => made(...await lostCorrections(library))(library);

describe.each(['80x24', '120x36'] as const)('at %s', size => {
	test('the deck says that corrections lost their place; somebody puts one on the nearest words, and lets the other go', async () => {
		const {deck} = await sitDown({size, before: lost});
		await deck.sees('g r  2 corrections without a place').press('g', 'r').titled('2 without a place').sees('source: the ministry', 'It held on to', 'fully 6,000', 'Nearest words in the article now', '5,000 casualties', /\d+ of \d+ words/).fits()
			.press('enter').told('It holds on to “over 5,000” now').titled('1 without a place').sees('note: ring them up', 'not in the library any more')
			.press('enter').told('no words near enough').press('x').told('Let go; it stays in the log.').titled(/Review +demo +\d+ to check/);
	});
});

test('what was put on other words can be taken back, and nothing is lost', async () => {
	const {deck} = await sitDown({before: lost});
	await deck.press('g', 'r', 'enter').told('holds on to').press('u').told('was taken back').press('ctrl+r').told('correction is back').press('j', 'q').titled('newsdeck').sees('g r  1 correction without a place');
});
