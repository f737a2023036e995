import {describe, test} from 'vitest';
import type {Library} from '../../source/model/library.ts';
import {made, sitDown} from '../helpers/journey.tsx';

/** A correction of words that a later version of the page put otherwise, and one of an article that is gone. */
const lost = async (library: Library): Promise<void> => {
	const {items} = await library.articles({limit: 500});
	const bodies = await library.read(items.map(({id}) => id));
	const held = bodies.flatMap(({article, figures}) => figures.filter(figure => figure.text === 'over 5,000' && figure.segment >= 0).map(figure => ({article, figure})))[0];
	const text = held?.article.segments[held.figure.segment]?.text ?? '';
	const prefix = text.slice(Math.max(0, (held?.figure.start ?? 0) - 30), held?.figure.start);
	await made(
		{kind: 'figure', on: {article: held?.article.id ?? '', exact: 'fully 6,000', prefix, suffix: text.slice(held?.figure.end, (held?.figure.end ?? 0) + 30)}, review: 'edited', fields: {source: 'the ministry'}},
		{kind: 'note', article: 'a-gone', text: 'ring them up'},
	)(library);
};

describe.each(['80x24', '120x36'] as const)('at %s', size => {
	test('the deck says that corrections lost their place; somebody puts one on the nearest words, and lets the other go', async () => {
		const {deck} = await sitDown({size, before: lost});
		await deck.sees('g r  2 corrections without a place').press('g', 'r').titled('2 without a place').sees('source: the ministry', 'It held on to', 'fully 6,000', 'Nearest words in the article now', '5,000 casualties', /\d+ of \d+ words/).fits()
			.press('enter').told('It holds on to “over 5,000” now').titled('1 without a place').sees('note: ring them up', 'not in the library any more')
			.press('enter').told('no words near enough').press('x').told('Let go; it stays in the log.').titled(/Review +demo +\d+ to check/);
	});
});

test('what was put on other words can be taken back, and nothing is lost', async () => {
	const {deck} = await sitDown({before: lost});
	await deck.press('g', 'r', 'enter').told('holds on to').press('u').told('was taken back').press('ctrl+r').told('correction is back').press('j', 'q').titled('newsdeck').sees('g r  1 correction without a place');
});
