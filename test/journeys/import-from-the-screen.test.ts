import {expect, test} from 'vitest';
import type {Intake} from '../../source/model/desk.ts';
import type {Watched} from '../../source/model/watched.ts';
import type {Library} from '../../source/model/library.ts';
import {Problem} from '../../source/model/problem.ts';
import {sitDown} from '../helpers/journey.tsx';

/** An import as the screen sees it: it reads, it may fail, it goes on until it is broken off. */
const intake = (files: (path: string, watched: Watched) => Promise<string>) => (library: Library): Intake => ({
	files: async (path, watched) => ({told: await files(path, watched), open: async () => library}),
	demo: async () => library,
	regroup: async () => '',
});

test('somebody imports a folder without leaving the screen', async () => {
	const asked: string[] = [];
	const {deck} = await sitDown({intake: intake(async path => {
		asked.push(path);
		return 'articles imported: 3, from files: 2';
	})});
	await deck.press(':').type('import').press('enter').sees('Import which file or folder').type('pages/').press('enter').told('articles imported: 3, from files: 2').titled('newsdeck');
	expect(asked).toEqual(['pages/']);
});

test('it tells how far it is, and escape breaks it off', async () => {
	const {deck} = await sitDown({size: '80x24', intake: intake(async (_, {progress, signal}) => {
		progress('read 12 of 40');
		await new Promise(resolve => signal.addEventListener('abort', resolve));
		return 'broken off: articles imported: 1';
	})});
	await deck.press('I').type('pages').start('enter').told('read 12 of 40').press('esc').told('broken off: articles imported: 1');
});

test('a path that cannot be read is told, and nothing is lost', async () => {
	const {deck} = await sitDown({intake: intake(async path => {
		throw new Problem({exit: 'unreadable', what: `${path} was not imported.`, why: 'There is no such file.'});
	})});
	await deck.press('I').type('nowhere').press('enter').told('! nowhere was not imported. There is no such file.').press('j').titled('newsdeck');
});
