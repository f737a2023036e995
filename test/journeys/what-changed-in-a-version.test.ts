import {test} from 'vitest';
import type {Intake} from '../../source/model/desk.ts';
import type {Library} from '../../source/model/library.ts';
import {digest, stageVersions} from '../../source/pipeline.ts';
import {sitDown} from '../helpers/journey.tsx';

const address = 'https://cove-times.example/ferry';
const versions = [
	{path: 'monday.txt', text: 'Ferry runs aground off Sundry Cove\n\nThe ferry Alma ran aground with 40 people aboard, the harbour master said on Monday.\n\nNobody was hurt, she said, and the tide would lift the ferry in the evening.\n'},
	{path: 'tuesday.txt', text: 'Ferry afloat again off Sundry Cove\n\nThe ferry Alma ran aground with 52 people aboard, the harbour master said on Monday.\n\nNobody was hurt, she said, and the tide would lift the ferry in the evening.\n\nDivers are to look at its hull on Wednesday.\n'},
];

/** Imports the pages one after the other, as somebody would who saved a page again a day later. */
const intake = (library: Library): Intake => ({
	async files() {
		for (const {path, text} of versions) {
			const bytes = new TextEncoder().encode(text);
			const {document, removed, derivations} = await digest({path, bytes, type: null, given: {url: address, outlet: 'Cove Times'}, imported: '2031-05-06T00:00:00Z'});
			await library.commit({imports: [{document, bytes, removed, derivations, versions: stageVersions, revises: null}]}, (await library.summary()).generation);
		}

		return {told: 'read', open: async () => library};
	},
	demo: async () => library,
	regroup: async () => '',
});

test('an article that came in again is one article; D tells word by word what changed', async () => {
	const {deck} = await sitDown({size: '80x24', intake});
	await deck.press('I').type('pages').press('enter').press('/').type('ferry').press('enter').titled('Cove Times')
		.press('D').sees('What changed', 'before  monday.txt', 'after   tuesday.txt', '2 of 2', /Ferry \[-runs aground-\] \{\+afloat\s+again\+\}/, '[-40-] {+52+}', '{+Divers').fits()
		.press('esc').seesNot('What changed');
});

test('an article that came in once says so', async () => {
	const {deck} = await sitDown();
	await deck.press('enter', 'D').sees('This article came in once').press('n').told('no further change').press('esc').titled('The Independent');
});
