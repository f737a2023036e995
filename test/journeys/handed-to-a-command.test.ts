import {expect, test} from 'vitest';
import type {Desk} from '../../source/model/desk.ts';
import {Problem} from '../../source/model/problem.ts';
import {sitDown} from '../helpers/journey.tsx';

const prints = (...lines: readonly string[]): Desk['run'] => async () => ({lines, complaint: '', complaints: 0, end: {how: 'exit', code: 0}});

test('somebody hands an event to a command: its figures come as JSON Lines, and what it prints is shown', async () => {
	const {deck, used} = await sitDown({size: '80x24'});
	await deck.press('|').sees(/Hand \d+ articles, \d+ figures, to a command/, 'as JSON Lines', 'No shell').type('jq -r .text').press('enter')
		.sees('jq -r .text', '"text":"', '"measure":"', 'ended with 0').press('G').sees(/\d+ lines/).press('q').seesNot('ended with 0');
	expect(used).toEqual(['run jq -r .text']);
});

test('what is marked is handed on, else the article under the cursor, else the comparison in view; tab chooses the format', async () => {
	const {deck} = await sitDown({size: '80x24'});
	await deck.press('g', 'a', 'space', 'j', 'space', '|').sees('Hand 2 articles,').press('esc', 'V', '|').sees('Hand 1 article,').press('esc', 'enter', '|').sees('Hand 1 article,').press('esc')
		.press('g', 'e', 'c', '|').sees(/Hand [234] articles,/).press('tab').sees('as CSV, a row a figure').type('cut -d, -f10').press('enter').sees('id,article,externalId').press('esc')
		.press('|', 'shift+tab', 'shift+tab', 'shift+tab', 'shift+tab').sees('as Markdown').type('cat').press('enter').sees(/^.*# /m);
});

test('quotes make words; what only a shell means is refused, and the line stays', async () => {
	const {deck, used} = await sitDown({size: '80x24'});
	await deck.press('|').type(`grep -c 'more than' "a \\"b" $HOME *`).press('enter').sees('ended with 0').press('q');
	expect(used).toEqual(['run grep -c more than a "b $HOME *']);
	await deck.press('|').type('grep x | wc -l').press('enter').told('! | is for a shell').sees('grep x | wc -l').press('ctrl+u').type('echo "a').press('enter').told('! The quote " is not closed.')
		.press('ctrl+u', 'enter').told('Name a command').press('esc');
	expect(used).toHaveLength(1);
});

test('earlier commands come back', async () => {
	const {deck} = await sitDown({size: '80x24'});
	await deck.press('|').type('wc -l').press('enter').press('|').type('sort').press('enter', 'q').press('!', 'up').sees('| sort').press('up').sees('| wc -l').press('up').told('No command was run before.').press('down').sees('| sort');
});

test('a command that goes on is broken off by escape, and says how it ended and its first complaint', async () => {
	const {deck} = await sitDown({command: async (_, input, signal) => {
		expect([...input].length).toBeGreaterThan(0);
		await new Promise(resolve => signal.addEventListener('abort', resolve));
		return {lines: ['half'], complaint: 'no more', complaints: 3, end: {how: 'broken off'}};
	}});
	await deck.press('|').type('sleep 9').start('enter').sees('running').start('j').sees('running').press('esc').sees('half', 'broken off · no more (and 2 lines more)').press('esc').titled('newsdeck');
});

test('a program that is not there is told, and nothing lies over the view', async () => {
	const {deck} = await sitDown({command: async ([program = '']) => {
		throw new Problem({exit: 'output', what: `${program} could not be started.`, why: 'There is no program of that name.'});
	}});
	await deck.press('|').type('jqq').press('enter').told('! jqq could not be started. There is no program of that name.').press('j').titled('newsdeck');
});

test('a pager or an editor gets the terminal to itself', async () => {
	const {deck, used} = await sitDown({size: '80x24'});
	await deck.press('enter', '|').type('vim -').press('ctrl+o').told('vim ended with 0.');
	expect(used[0]).toMatch(/^run here vim -\n\{"id":"f-/);
});

test('what a program lines up stays lined up, wide lines are cut into rows, and all of it can be read', async () => {
	const {deck} = await sitDown({size: '60x15', command: prints('a\tb', 'abcdefgh\tc', `${'x'.repeat(50)}END`, ...Array.from({length: 40}, (_, index) => `line ${index}`))});
	await deck.press('|').type('column').press('enter').sees(/ a {7}b/, / abcdefgh {8}c/, 'END', 'more below').press('space', 'G').sees('line 39', '43 lines').press('g', 'g').sees(/ a {7}b/).fits().resize(120, 36).sees(`${'x'.repeat(50)}END`).fits();
});
