import {expect, test} from 'vitest';
import type {Intake} from '../../source/model/desk.ts';
import {sitDown} from '../helpers/journey.tsx';

test('how far an import is stays in sight while one goes on reading, and its path is completed', async () => {
	let done = (): void => undefined;
	const asked: string[] = [];
	const intake = (library: Parameters<Intake['regroup']>[0]): Intake => ({
		async files(path, {progress, signal}) {
			asked.push(path);
			progress('read 12 of 40');
			await new Promise<void>(resolve => {
				done = resolve;
				signal.addEventListener('abort', () => resolve());
			});
			return {told: 'articles imported: 3', open: async () => library};
		},
		demo: async () => library, regroup: async () => '',
	});
	const {deck} = await sitDown({size: '80x24', intake});
	await deck.press('I').type('pa').press('tab').sees('pages/monday.txt', 'enter import').start('enter').told('read 12 of 40');
	await deck.start('j').told('read 12 of 40').start('K').told('does nothing here').start('k').told('read 12 of 40');
	done();
	await deck.press('j').told('articles imported: 3').press('j').told(/of \d+$/);
	expect(asked).toEqual(['pages/monday.txt']);
});
