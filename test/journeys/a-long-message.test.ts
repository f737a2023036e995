import {test} from 'vitest';
import {Problem} from '../../source/model/problem.ts';
import type {Intake} from '../../source/model/desk.ts';
import {sitDown} from '../helpers/journey.tsx';

const why = 'It was broken off at the second page of the third folder, and nothing of it was kept in this library. Import it again.';
const failing = (): Intake => ({
	files: async path => Promise.reject(new Problem({exit: 'unreadable', what: `${path} was not imported.`, why})),
	demo: async () => Promise.reject(new Error('not asked for')), regroup: async () => '',
});

test('an error that is longer than the line is told to its end, at the smallest size too', async () => {
	const {deck} = await sitDown({size: '60x15', intake: failing});
	await deck.press('I').type('a-folder-with-a-long-name/of-the-second-week').press('enter').told(/^! a-folder.+was not imported\. .+Import it again\. .*\? keys/).fits().press('j').titled('newsdeck');
});

test('over a comparison it leaves the view whole, and the next key takes it away', async () => {
	const {deck} = await sitDown({size: '60x20'});
	await deck.press('c').told('4 of 7 articles; a adds one').sees('These can all be true together.').press('A').type('x').press('enter').press('u').told(/was taken back.*\? keys/).press('n').sees('These can all be true together.').fits();
});
