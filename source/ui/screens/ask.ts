import {doneWord, questionOf} from '../ask.ts';
import {hintRow} from '../paint/layout.ts';
import type {Row} from '../paint/row.ts';
import type {Overlay} from '../state.ts';
import type {World} from '../world.ts';
import {middleBox, overlayOn, typedLine} from './overlay.ts';

/** What the table of keys calls it. */
const KEEP = 'keep';
const COMPLETE = 'complete';

/** A question that one line answers, over the view it is about. */
export const ask = (below: readonly Row[], {about, text, offered = false}: Extract<Overlay, {kind: 'ask'}>, {size, keymap, caret}: World): Row[] => {
	const place = middleBox(size, 5);
	const {x0, y0, x1, y1} = place;
	const canvas = overlayOn(below, size, place, questionOf(about));
	canvas.text(x0 + 3, y0 + 2, '>', {role: 'focus', bold: true});
	typedLine(canvas, x0 + 5, y0 + 2, text, x1 - x0 - 7, {caret, offered});
	canvas.rule(y1 - 2, x0 + 1, x1);
	// What enter does is said of the question at hand.
	hintRow(canvas, x0 + 3, y1 - 1, keymap.footerHints('ask').filter(({label}) => about.kind === 'import-files' || label !== COMPLETE).map(hint => hint.label === KEEP ? {...hint, label: doneWord(about)} : hint), x1 - 2);
	return canvas.rows();
};
