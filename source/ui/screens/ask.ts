import {questionOf} from '../ask.ts';
import {hintRow} from '../paint/layout.ts';
import type {Row} from '../paint/row.ts';
import type {Ask} from '../state.ts';
import type {World} from '../world.ts';
import {middleBox, overlayOn, typedLine} from './overlay.ts';

/** A question that one line answers, over the view it is about. */
export const ask = (below: readonly Row[], {about, text}: {readonly about: Ask; readonly text: string}, {size, keymap}: World): Row[] => {
	const place = middleBox(size, 5);
	const {x0, y0, x1, y1} = place;
	const canvas = overlayOn(below, size, place, questionOf(about));
	canvas.text(x0 + 3, y0 + 2, '>', {role: 'focus', bold: true});
	typedLine(canvas, x0 + 5, y0 + 2, text, x1 - x0 - 7);
	canvas.rule(y1 - 2, x0 + 1, x1);
	hintRow(canvas, x0 + 3, y1 - 1, keymap.footerHints('ask'), x1 - 2);
	return canvas.rows();
};
