import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

test('the tour of the README, key by key', async () => {
	const {deck, files} = await sitDown();
	await deck.titled('newsdeck  demo').sees(/▌ North Korean soldiers: losses/)
		.press('/').type('casulties').sees('read as casualties').press('enter').sees('Evidence').press('q', 'esc', 'esc').titled('newsdeck')
		.press('c').sees('a week, and a total', 'killed are a', 'These can all be true together.')
		.press(')', 'enter').titled('relay wording').sees('not here: “highly likely”').press('q')
		.press('3').sees('over 5,000', 'thousands', 'More than 100', '≠ not comparable').press('l', 'enter').sees('sha256').press('q')
		.press('7').sees(/█+ over 5,000/).press('e').sees('Markdown').press('enter').told('was written').press('q').titled('newsdeck').press('q').leaves();
	if (files.size !== 1) throw new Error('The comparison was not written.');
});
