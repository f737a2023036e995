import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

test('a name that is offered gives way to the first letter', async () => {
	const {deck} = await sitDown();
	await deck.press('c', 'S').type('Kursk, for Monday').press('enter').told('Saved as “Kursk, for Monday”');
});

test('it is kept with enter, and changed at its end after an editing key', async () => {
	const {deck} = await sitDown();
	await deck.press('c', 'S', 'backspace').type('s, twice').press('enter').told(/Saved as “.+s, twice”/).press('S', 'enter').told('Saved as “North Korean soldiers: losses”');
});

test('a saved comparison is taken away, and comes back with undo', async () => {
	const {deck} = await sitDown({size: '80x24'});
	await deck.press('c', 'S').type('for Monday').press('enter', 'g', 'c').sees(/▌ for Monday/, 'Articles').press('x').told('“for Monday” is saved no longer').sees('No comparison is saved.').press('u').sees(/▌ for Monday/);
	await deck.press('q', 'q', 'g', 'a', 'x').told('Only a saved comparison is taken away here');
});
