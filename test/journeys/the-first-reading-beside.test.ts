import {describe, test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

describe.each(['80x24', '120x36'] as const)('at %s', size => {
	test('somebody changes a figure: what was read first stays beside it, the rest says it is the same', async () => {
		const {deck} = await sitDown({size});
		await deck.press('c', 'i').sees(/now +first reading/, /measure +casualties +the same/).seesNot('changed')
			.press('j', 'j', 'enter', 'ctrl+u').type('losses').press('enter').sees(/measure +losses +casualties/, /source +The MoD +the same/, '1 field changed; it now answers another question').fits()
			.press('u').sees(/measure +casualties +the same/).seesNot('changed');
	});
});

test('a value that a person gives stands behind the words of the page', async () => {
	const {deck} = await sitDown();
	await deck.press('c', 'i', 'enter').sees('>5,000').press('ctrl+u').type('>=5000').press('enter').sees(/value +over 5,000 \(>=5,000\) +over 5,000/, '1 field changed').seesNot('another question');
});

test('words of a figure begin elsewhere: they are taken where they stand, and refused where they do not', async () => {
	const {deck} = await sitDown();
	await deck.press('c', 'i', 'G').sees(/▌ words +over 5,000/).press('enter', 'ctrl+u').type('over 5,000 casualties').press('enter').sees(/words +over 5,000 casualties +over 5,000/)
		.press('enter', 'ctrl+u').type('above 5,000').press('enter').told('these words do not stand there').press('esc').sees(/words +over 5,000 casualties +over 5,000/);
});

test('a field is written in the editor, as a note is', async () => {
	const {deck} = await sitDown({editor: text => `${text.replace('Kursk', 'the Kursk region')}\n`});
	await deck.press('c', 'i', 'j', 'j', 'j', 'j', 'enter', 'ctrl+e').sees(/scope +the Kursk region/).press('enter').sees(/scope +the Kursk region +Kursk/);
});
