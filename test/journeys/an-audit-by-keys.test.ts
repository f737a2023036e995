import {test} from 'vitest';
import {drawAudit} from '../../source/commands/audit/rows.ts';
import type {Intake} from '../../source/model/desk.ts';
import type {Library} from '../../source/model/library.ts';
import {sitDown} from '../helpers/journey.tsx';

/** Draws a sample, as `newsdeck audit --figures 3 --passages 2 --seed 7` does. */
const intake = (library: Library): Intake => ({
	async files() {
		const drawn = await drawAudit(library, {seed: 7, figures: 3, passages: 2, event: null});
		await library.commit({corrections: [{correction: {kind: 'audit', drawn}, who: 'tester', when: '2026-01-02T10:00:00Z', why: null}]}, (await library.summary()).generation);
		return {told: 'drawn', open: async () => library};
	},
	demo: async () => library,
	regroup: async () => '',
});

test('somebody goes through a sample by keys: one right, one none, one put right, a passage holds nothing, in one a figure was missed; then it is told what it comes to', async () => {
	const {deck} = await sitDown({size: '80x24', intake});
	await deck.press('I').type('sample').press('enter', 'g', 'r', 'G').sees('What the audit comes to', '5 rows still to check').press('k', 'k', 'k', 'k', 'k').sees('Drawn at random for the audit').titled('audit 0 of 5').fits()
		.press('f').titled('audit 1 of 5').sees('Drawn at random').press('x').titled('audit 2 of 5').sees('Drawn at random')
		.press('i', 'j', 'j', 'enter', 'ctrl+u').type('losses').press('enter', 'esc').titled('audit 3 of 5')
		.sees('No figure was read here').press('f').titled('audit 4 of 5').sees('No figure was read here').press('a').told('choose words')
		.press('enter', 'enter', 'ctrl+u').type('12').press('enter', 'a').told('is a figure now').press('esc').titled('audit 5 of 5')
		.press('G').sees('Every row was checked', /1 was right\s+as\s+read/, /1\s+holds at least one\s+figure/).fits().press('y', 'enter').told('copied');
});
