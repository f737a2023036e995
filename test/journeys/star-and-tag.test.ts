import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

test('somebody stars an article, tags two, and finds them again', async () => {
	const {deck} = await sitDown();
	await deck.press('g', 'a', 'j', '*').told('1 article starred').sees(/The Independent°? \*/)
		.press('space', 'j', 'space', 't').sees('Tag 2 articles').type('kursk prisoners').press('enter').told('2 articles: kursk prisoners')
		.sees('kursk prisoners').press('g', 's').titled(/Starred +demo .*1 article/);
});

test('a tag is taken away with a minus, and undo brings it back', async () => {
	const {deck} = await sitDown();
	await deck.press('g', 'a', 't').type('kursk').press('enter').sees(/Independent° {2}kursk/)
		.press('t').type('-kursk').press('enter').seesNot(/Independent° {2}kursk/).press('u').sees(/Independent° {2}kursk/);
});
