import {clip} from '../../text/width.ts';
import {hintRow} from '../paint/layout.ts';
import type {Row} from '../paint/row.ts';
import type {Choice} from '../state.ts';
import type {World} from '../world.ts';
import {middleBox, overlayOn} from './overlay.ts';

/** What can be copied here, each with its words, over the view it is from. */
export const copyMenu = (below: readonly Row[], {choices, cursor}: {readonly choices: readonly Choice[]; readonly cursor: number}, {size, keymap}: World): Row[] => {
	const place = middleBox(size, choices.length * 2 + 3);
	const {x0, y0, x1, y1} = place;
	const canvas = overlayOn(below, size, place, 'Copy');
	// Where not all fit, the one under the cursor is among those seen.
	const seen = Math.max(1, Math.floor((y1 - y0 - 4) / 2));
	const first = Math.max(0, Math.min(cursor - seen + 1, choices.length - seen));
	for (const [row, {what, text}] of choices.slice(first, first + seen).entries()) {
		const y = y0 + 1 + row * 2;
		const here = first + row === cursor;
		if (here) canvas.tint(x0 + 2, x1, y, y + 1);
		if (here) canvas.bar(x0 + 3, y, y + 1);
		canvas.text(x0 + 5, y, what, {bold: here});
		canvas.text(x0 + 5, y + 1, clip(text.replaceAll(/\s+/g, ' '), x1 - x0 - 7), 'dim');
	}

	canvas.rule(y1 - 2, x0 + 1, x1);
	hintRow(canvas, x0 + 3, y1 - 1, keymap.footerHints('copy'), x1 - 2);
	return canvas.rows();
};
