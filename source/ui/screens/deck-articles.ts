import {clip} from '../../text/width.ts';
import {wrap} from '../../text/wrap.ts';
import type {Canvas} from '../paint/canvas.ts';
import {kicker, windowTop} from '../paint/layout.ts';
import type {Entry} from '../session/load.ts';
import type {State} from '../state.ts';
import {count, headlineWords, outletRuns, publishedWords, thousands} from '../words/words.ts';
import type {World} from '../world.ts';
import {paneTitle, pointer, type Pane} from './pane.ts';

/** "   3 figures   1 quote": what there is none of is not counted. */
const counts = (figures: number, quotes: number): string => [figures > 0 ? `   ${count(figures, 'figure')}` : '', quotes > 0 ? `   ${count(quotes, 'quote')}` : ''].join('');

/** The articles of the entry under the cursor, with the keys in them; returns what goes on below. */
export const articleList = (canvas: Canvas, entry: Entry, {deck}: State, _world: World, pane: Pane): string => {
	const {x, right, bottom} = pane;
	let y = paneTitle(canvas, pane, entry.label, entry.kind) + 1;
	kicker(canvas, x, y, 'Articles', right, thousands(entry.articles.length));
	y += 2;
	const cells = right - x;
	const titles = entry.articles.map(card => wrap(headlineWords(card).text, cells).slice(0, 2));
	const top = windowTop(titles.map(lines => lines.length + 2), 0, deck.article, bottom - y + 2);
	let shown = top;
	for (let index = top; index < entry.articles.length; index++) {
		const card = entry.articles[index];
		const lines = titles[index] ?? [];
		if (!card || y + lines.length > bottom) break;
		const here = index === deck.article;
		if (here) canvas.tint(x - 1, right + 1, y, y + lines.length);
		const {role} = headlineWords(card);
		for (const [line, text] of lines.entries()) canvas.text(x, y + line, text, {bold: here, ...(role && {role})});
		const from = canvas.text(x, y + lines.length, outletRuns(card, {role: 'dim'}), {width: cells - 14});
		canvas.text(from, y + lines.length, clip(counts(card.figureCount, card.quoteCount), Math.max(0, right - from - 14)), 'dim');
		canvas.text(right, y + lines.length, publishedWords(card.published), {role: 'dim', align: 'right'});
		const mark = deck.marked.indexOf(card.id);
		pointer(canvas, x - 3, y, lines.length + 1, here, true, mark < 0 ? null : mark + 1);
		y += lines.length + 2;
		shown = index + 1;
	}

	return shown < entry.articles.length ? `${thousands(entry.articles.length - shown)} more below` : '';
};
