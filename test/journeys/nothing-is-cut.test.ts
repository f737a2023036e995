import {describe, test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

describe('at 60x20', () => {
	test('a list gives its row to the title, the reader all of what is known of an article, put right the line', async () => {
		const {deck} = await sitDown({size: '60x20'});
		await deck.press('g', 'a').sees(/▌ .{35,} \d+ \w+ \d{4} *\n/).press('g', 'e', 'enter').sees(/outlet inferred from “[^…]+\n[^…]+”, line \d+/).press('i').sees(/, line \d+ +│/, /\d more fields/);
	});

	test('the legend of the Timeline, and the way out of Export', async () => {
		const {deck} = await sitDown({size: '60x20'});
		await deck.press('c', '7').sees(/said *\n/).press('e').sees('esc cancel', 'HTML, a page that stands alone', 'CSL-JSON, for Zotero and pandoc');
	});
});

test('names of formats stand whole beside the preview too', async () => {
	const {deck} = await sitDown();
	await deck.press('c', 'e').sees('HTML, a page that stands alone', 'JSON Lines, a line a figure', 'CSL-JSON, for Zotero and pandoc');
});

test('a headline takes two rows of a list, and outlets of usual length are whole beside any time', async () => {
	const {deck} = await sitDown();
	await deck.seesNot(/(?:HuffPost|Indepen)\w*…/).press('g', 'a').sees(/▌ Ukraine war live: [\w ]+│.*\n ▌ .*among/).press('G').sees(/▌ .+\n.*26 of 26/s);
});

test('what was kept with an article stands whole in the preview of a list', async () => {
	const {deck} = await sitDown({size: '80x24'});
	await deck.press('g', 'a', 't').type('kursk losses-of-the-winter').press('enter', 'A').type('ask the desk for the second page').press('enter').sees('kursk   losses-of-the-winter   + ask the desk for the second page');
});

test('an outlet shows its articles, all of them while there is room', async () => {
	const {deck} = await sitDown();
	await deck.press('g', 'o', 'j').sees(/Articles ─+ 8/, /HuffPost UK° {3}undated/);
});

test('on a page of four modules the reasons stand beside the figures', async () => {
	const {deck} = await sitDown({size: '200x50'});
	await deck.sees(/Figures ─+ 25 .*Explain ─+/, /Articles ─+ 7/);
});

test('Explain keeps one head where its summary is long', async () => {
	const {deck} = await sitDown();
	await deck.press('g', 'a', 'G', 'space', 'k', 'space', 'c').sees('Nothing to explain: no two figures answer the same question, or near ones ').seesNot(/near onesm|total or period/);
});
