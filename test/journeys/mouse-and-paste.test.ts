import {describe, expect, test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

describe.each(['80x24', '120x36'] as const)('with the mouse at %s', size => {
	test('a click goes to a line, another one opens it, the wheel moves', async () => {
		const {deck} = await sitDown({size, mouse: true});
		await deck.press('g', 'a').sees(/▌ .+/).press('wheeldown', 'wheeldown').told('3 of 26').press('wheelup').told('2 of 26')
			.click(10, size === '80x24' ? 6 : 12).told(size === '80x24' ? '5 of 26' : '3 of 26').click(10, size === '80x24' ? 6 : 12).titled(/article \d of 26/);
	});

	test('a click on a tab opens the view, on a hint of the footer it is the key', async () => {
		const {deck} = await sitDown({size, mouse: true});
		await deck.press('c').titled('1 Explain');
		await deck.click(size === '80x24' ? 63 : 56, 0).seesNot('why the figures').sees(size === '80x24' ? '2 Text' : 'base │').click(4, Number(size.split('x')[1]) - 1).titled('article');
	});
});

test('pasted words go into the search, line ends as blanks', async () => {
	const {deck} = await sitDown();
	await deck.press('/').paste('captured\nsoldier').sees('/ captured soldier');
});

test('pasted words are no keys: on the deck they do nothing, and say so', async () => {
	const {deck} = await sitDown();
	await deck.paste('qqq').told('Pasted text goes into a field: press / first.').titled('newsdeck');
});

test('a note is written on in the editor', async () => {
	const {deck} = await sitDown({editor: text => `${text} and the ministry`});
	await deck.press('g', 'a', 'A').type('ask Yonhap').press('ctrl+e').sees('ask Yonhap and the ministry').press('enter').told('The note is kept');
});

test('control-L draws anew', async () => {
	const {deck, used} = await sitDown();
	await deck.press('ctrl+l').titled('newsdeck').press('/', 'ctrl+l').sees('type to search');
	expect(used).toEqual(['redraw', 'redraw']);
});
