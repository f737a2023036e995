import {clip, width} from '../../text/width.ts';
import type {Context} from '../keys/keymap.ts';
import {hintRow} from '../paint/layout.ts';
import {paletteEntries, paletteSize} from '../palette.ts';
import type {Row} from '../paint/row.ts';
import {symbols} from '../paint/theme.ts';
import type {World} from '../world.ts';
import {middleBox, overlayOn, typedLine} from './overlay.ts';

/** Rows between the borders beside the entries: prompt and keys with a rule and a blank each. */
const AROUND = 6;
const MOST_ENTRIES = 10;

/** Every command by name, over the view it would work in. Those that cannot run here are dim and say why. */
export const palette = (below: readonly Row[], context: Context, state: {readonly query: string; readonly cursor: number}, {size, keymap, caret}: World): Row[] => {
	const entries = paletteEntries(keymap, context, state.query);
	const apart = size.rows >= 32 ? 2 : 1;
	const seen = Math.max(1, Math.min(MOST_ENTRIES, Math.floor((size.rows - 4 - AROUND) / apart)));
	const place = middleBox(size, seen * apart + AROUND);
	const canvas = overlayOn(below, size, place, 'Command');
	const {x0, y0, x1, y1} = place;
	const right = x1 - 2;
	const counts = `${entries.length} of ${paletteSize(keymap, context)}`;
	canvas.text(x0 + 3, y0 + 2, ':', {role: 'focus', bold: true});
	typedLine(canvas, x0 + 5, y0 + 2, state.query, right - x0 - 5 - width(counts) - 2, {caret});
	canvas.text(right, y0 + 2, counts, {role: 'dim', align: 'right'});
	canvas.rule(y0 + 3, x0 + 1, x1);
	const first = Math.max(0, Math.min(state.cursor - seen + 1, entries.length - seen));
	for (const [row, entry] of entries.slice(first, first + seen).entries()) {
		const y = y0 + 4 + (apart - 1) + row * apart;
		const here = first + row === state.cursor;
		if (here) canvas.tint(x0 + 2, x1, y, y);
		if (here) canvas.bar(x0 + 3, y, y);
		const why = entry.unavailable;
		const keyFrom = right - width(entry.key);
		const room = keyFrom - x0 - 5 - 2;
		const note = why === null ? [] : [{text: `${symbols.tension} `, role: 'warn' as const}, {text: why, role: 'dim' as const}];
		const noteWidth = why === null ? 0 : width(why) + 4;
		canvas.text(x0 + 5, y, clip(entry.name, room - noteWidth), {bold: here, ...(why !== null && {role: 'dim'})});
		if (why !== null) canvas.text(keyFrom - 2 - noteWidth + 2, y, note);
		canvas.text(keyFrom, y, entry.key, {bold: why === null, ...(why !== null && {role: 'dim'})});
	}

	if (entries.length === 0) canvas.text(x0 + 5, y0 + 4 + (apart - 1), [{text: `${symbols.none} no command of that name`, role: 'own', italic: true}]);
	canvas.rule(y1 - 2, x0 + 1, x1);
	hintRow(canvas, x0 + 3, y1 - 1, keymap.footerHints('palette'), right);
	return canvas.rows();
};
