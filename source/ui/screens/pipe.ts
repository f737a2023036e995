import {clip} from '../../text/width.ts';
import {hintRow} from '../paint/layout.ts';
import type {Row} from '../paint/row.ts';
import type {Overlay} from '../state.ts';
import {sayPipe} from '../words/pipe-words.ts';
import {count} from '../words/words.ts';
import type {World} from '../world.ts';
import {middleBox, overlayOn, typedLine} from './overlay.ts';

/** The line for a command: what it is handed, in which format, and that no shell reads it. */
export const pipePrompt = (below: readonly Row[], {ids, text, format}: Extract<Overlay, {kind: 'pipe'}>, {size, keymap, tools, card, caret}: World): Row[] => {
	const place = middleBox(size, 7);
	const {x0, y0, x1, y1} = place;
	const figures = ids.reduce((sum, id) => sum + (card(id)?.figureCount ?? 0), 0);
	const canvas = overlayOn(below, size, place, sayPipe.title(`${count(ids.length, 'article')}, ${count(figures, 'figure')},`));
	canvas.text(x0 + 3, y0 + 2, '|', {role: 'focus', bold: true});
	typedLine(canvas, x0 + 5, y0 + 2, text, x1 - x0 - 7, {caret});
	canvas.text(x0 + 5, y0 + 4, clip(sayPipe.as(tools.formats[format]?.title ?? ''), x1 - x0 - 7));
	canvas.text(x0 + 5, y0 + 5, clip(sayPipe.noShell, x1 - x0 - 7), 'dim');
	canvas.rule(y1 - 2, x0 + 1, x1);
	hintRow(canvas, x0 + 3, y1 - 1, keymap.footerHints('pipe'), x1 - 2);
	return canvas.rows();
};
