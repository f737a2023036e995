import type {Canvas} from '../paint/canvas.ts';
import {symbols} from '../paint/theme.ts';
import {searchFor} from '../state.ts';
import {count, say, thousands} from '../words/words.ts';
import type {World} from '../world.ts';
import {articleBelow} from './article-preview.ts';
import {paneTitle, type Pane} from './pane.ts';
import {penOn} from './pen.ts';

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
	let y = pen.row() - 1;
	for (const {article} of hits) {
		const card = world.card(article);
		const next = card === undefined ? y : articleBelow(canvas, card, pane, y);
		if (next === null) break;
		y = next;
	}
};
