import {clip, width} from '../../text/width.ts';
import {choices} from '../choose.ts';
import {hintRow, rowWidth} from '../paint/layout.ts';
import type {Row} from '../paint/row.ts';
import type {State} from '../state.ts';
import {symbols} from '../paint/theme.ts';
import {headlineWords, monthWords, outletRuns} from '../words/words.ts';
import type {World} from '../world.ts';
import {middleBox, overlayOn, typedLine} from './overlay.ts';

/** Rows between the borders beside the articles: prompt and keys with a rule and a blank each. */
const AROUND = 6;
const MOST = 8;

/** The articles that may stand beside those that are compared: of the event, then all others. */
export const choose = (below: readonly Row[], state: State, overlay: {readonly query: string; readonly cursor: number}, world: World): Row[] => {
	const {size} = world;
	const found = choices(state, overlay.query, world);
	const seen = Math.max(1, Math.min(MOST, Math.floor((size.rows - 4 - AROUND) / 2)));
	const place = middleBox(size, seen * 2 + AROUND);
	const canvas = overlayOn(below, size, place, 'Add a column');
	const {x0, y0, x1, y1} = place;
	const right = x1 - 2;
	const counts = `${found.length} articles, ${found.filter(({here}) => here).length} of this event`;
	canvas.text(x0 + 3, y0 + 2, '>', {role: 'focus', bold: true});
	typedLine(canvas, x0 + 5, y0 + 2, overlay.query, right - x0 - 5 - width(counts) - 2, {caret: state.caret});
	canvas.text(right, y0 + 2, counts, {role: 'dim', align: 'right'});
	canvas.rule(y0 + 3, x0 + 1, x1);
	const first = Math.max(0, Math.min(overlay.cursor - seen + 1, found.length - seen));
	for (const [row, {card, here}] of found.slice(first, first + seen).entries()) {
		const y = y0 + 5 + row * 2;
		const chosen = first + row === overlay.cursor;
		const outlet = outletRuns(card, {role: 'dim'});
		if (chosen) canvas.tint(x0 + 2, x1, y, y + 1);
		if (chosen) canvas.bar(x0 + 3, y, y + 1);
		const headline = headlineWords(card);
		canvas.text(x0 + 5, y, clip(headline.text, right - x0 - 5), {bold: chosen, ...(headline.role && {role: headline.role})});
		canvas.text(x0 + 5, y + 1, [...outlet, {text: `  ${monthWords(card.published)}`, role: 'dim'}]);
		if (!here && right - x0 - 5 - rowWidth(outlet) > 30) canvas.text(right, y + 1, 'of another event', {role: 'own', italic: true, align: 'right'});
	}

	if (found.length === 0) canvas.text(x0 + 5, y0 + 5, [{text: `${symbols.none} no article of that name`, role: 'own', italic: true}]);
	canvas.rule(y1 - 2, x0 + 1, x1);
	hintRow(canvas, x0 + 3, y1 - 1, world.keymap.footerHints('choose'), right);
	return canvas.rows();
};
