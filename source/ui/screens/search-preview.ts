import {width} from '../../text/width.ts';
import type {Canvas} from '../paint/canvas.ts';
import {symbols} from '../paint/theme.ts';
import {searchFor} from '../state.ts';
import {count, headlineWords, outletRuns, publishedWords, say, thousands} from '../words/words.ts';
import type {World} from '../world.ts';
import {paneTitle, type Pane} from './pane.ts';
import {MEASURE, penOn} from './pen.ts';

/** A search of the list: what it asks, and what it finds now, best first. */
export const searchPreview = (canvas: Canvas, {name, query}: {readonly name: string | null; readonly query: string}, world: World, pane: Pane): void => {
	const view = searchFor(query);
	const known = world.isAnswered(view);
	const {hits, total, problem} = world.answer(view);
	const pen = penOn(canvas, {...pane, y: paneTitle(canvas, pane, name ?? query, known ? count(total, 'article') : say.searching)});
	if (name !== null) pen.line([{text: query, role: 'dim'}]);
	pen.blank();
	if (!known) return;
	if (problem !== null) pen.line([{text: `${symbols.tension} `, role: 'warn', bold: true}, {text: problem.message, role: 'own'}]);
	pen.kicker('Finds now', thousands(total));
	if (total === 0) pen.line([{text: `${symbols.none} ${say.noMatches}`, role: 'own', italic: true}]);
	for (const {article} of hits.slice(0, Math.max(0, pen.room()))) {
		const card = world.card(article);
		if (card === undefined) continue;
		const right = Math.min(pane.right, pane.x + MEASURE);
		const outlet = outletRuns(card, {role: 'dim'});
		const date = publishedWords(card.published);
		const beside = outlet.reduce((sum, {text}) => sum + width(text), date.length + 4);
		canvas.text(pane.x, pen.row(), headlineWords(card).text, {width: Math.max(12, right - pane.x - beside)});
		canvas.text(right - date.length - 2, pen.row(), outlet, {align: 'right'});
		canvas.text(right, pen.row(), date, {role: 'dim', align: 'right'});
		pen.next();
	}
};
