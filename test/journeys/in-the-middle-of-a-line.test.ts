import {describe, test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

describe.each(['60x15', '80x24', '120x36'] as const)('a slip in the middle of a line is put right there, at %s', size => {
	test('in the search: what it finds follows', async () => {
		const {deck} = await sitDown({size});
		await deck.press('/').type('kim putin').sees('/ kim putin').press('left', 'left', 'left', 'left', 'left', 'left').type('x').sees('/ kimx putin').press('backspace').sees('/ kim putin')
			.press('home').type('-').sees('/ -kim putin').press('right', 'right', 'right', 'ctrl+w').sees('/  putin').press('end').type('s').sees('/  putins').fits();
	});

	test('pasted words go where the cursor stands; escape and the next line begin at the end', async () => {
		const {deck} = await sitDown({size});
		await deck.press('/').type('kim').press('home').paste('over ').sees('/ over kim').press('esc').type('ab').sees('/ ab').press('left').type('港').sees('/ a港b').fits();
	});
});

test('in a name, in a field, in the commands and in the help likewise', async () => {
	const {deck} = await sitDown({size: '80x24'});
	await deck.press('t').type('urgnt').press('left', 'left').type('e').sees('> urgent').press('esc')
		.press(':').type('exprt').press('left', 'left').type('o').sees(': export').press('esc')
		.press('c', '3', 'l', 'i', 'enter').press('home').type('just ').sees('just >5,000').press('esc', 'esc', '?', '/').type('mrk').press('left', 'left').type('a').sees('/ mark');
});

test('what is offered stays when the cursor moves in it', async () => {
	const {deck} = await sitDown();
	await deck.press('G', 'R', 'home').type('My ').sees('> My ');
});
