import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

test('somebody completes a field with tab, and looks for one outlet\'s figures', async () => {
	const {deck} = await sitDown({size: '120x36'});
	await deck.press('/').type('outl').press('tab').sees('outlet:', 'HuffPost UK').type('huff').press('tab').sees('outlet:"HuffPost UK"').type('has:figures').sees(/\d+ of 26 articles/).fits();
});

test('somebody is told what is wrong with a query, and what it found all the same', async () => {
	const {deck} = await sitDown({size: '80x24'});
	await deck.press('/').type('kim on:2025-13 x').sees('on: takes a year, a month or a day').press('ctrl+u').type('colors>5').sees('No figure here counts').fits()
		.press('ctrl+u').type('killed>').sees('killed> needs a number').press('ctrl+u').type('kim or putin').sees('OR in capitals').fits();
});

test('somebody looks only in the list the search was opened from, and brings back an earlier search', async () => {
	const {deck} = await sitDown({size: '120x36'});
	await deck.press('g', 'o', 'enter', '/').type('casualties').press('ctrl+t').sees(/\d+ of (?!26 )\d+ articles/).press('ctrl+t').sees('of 26 articles').press('enter', 'q', 'esc', 'esc');
	await deck.press('/', 'up').sees('/ casualties').press('up').sees('type to search').fits();
});

test('of a query that is not understood the place is marked, however wide its letters are', async () => {
	const {deck} = await sitDown({size: '80x24'});
	await deck.press('/').type(`${'港'.repeat(40)} killed>x`).sees(/港 killed>x/, '“x” is not a number').fits().underlined('x').press('ctrl+u').type('killed>').underlined('');
});

test('in the smallest window what was found ends above the keys', async () => {
	const {deck} = await sitDown({size: '60x15'});
	await deck.press('/').type('putin').told(/^enter open   ↓ ↑ choose   (?:tab complete   )?esc clear +1 of 1$/).type(' -tesla').told(/^enter open   ↓ ↑ choose   (?:tab complete   )?esc clear +1 of 1$/).fits();
});
