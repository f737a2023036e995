import {clip, width} from '../../text/width.ts';
import type {Canvas} from '../canvas.ts';
import {wrapRuns} from '../figure-list.ts';
import {printed} from '../keymap.ts';
import {hintRow} from '../layout.ts';
import {figureOf, rowsOf, type PutRight} from '../reduce-put-right.ts';
import type {Row} from '../row.ts';
import {symbols} from '../theme.ts';
import {outletRuns} from '../words.ts';
import type {World} from '../world.ts';
import {middleBox, overlayOn, typedLine, type Box} from './overlay.ts';

const LABEL = 10;

/** "this figure   the article": what the fields are of, and whose it is. */
const tabs = (canvas: Canvas, overlay: PutRight, world: World, {x0, y0, x1}: Box): void => {
	let x = x0 + 3;
	for (const [of, name] of [['figure', 'this figure'], ['article', 'the article']] as const) {
		if (of === 'figure' && overlay.figure === null) continue;
		x = canvas.text(x, y0 + 1, name, overlay.of === of ? {bold: true} : 'dim') + 3;
	}

	const figure = figureOf(overlay, world);
	const card = world.card(overlay.article);
	const place: Row = [...(card ? outletRuns(card, {role: 'dim'}) : []), ...(figure ? [{text: `, line ${figure.line}`, role: 'dim' as const}] : [])];
	const cells = place.reduce((sum, run) => sum + width(run.text), 0);
	canvas.text(Math.max(x, x1 - 2 - cells), y0 + 1, place, {width: x1 - 2 - x});
	canvas.rule(y0 + 2, x0 + 1, x1);
};

const MOST_SENTENCE = 3;

/** What can be done besides: by its key, dim where it cannot be done here. */
const acts = (canvas: Canvas, overlay: PutRight, world: World, {x, right, y}: {readonly x: number; readonly right: number; readonly y: number}): number => {
	const shown = world.keymap.bindingsFor('put-right').filter(({action}) => action === 'confirm' || action === 'reject' || action === 'junk' || action === 'undo');
	for (const [row, binding] of shown.entries()) {
		const here = overlay.of === 'figure' || binding.action === 'undo' || binding.action === 'junk';
		canvas.text(x, y + row, binding.help, here ? {} : 'dim');
		canvas.text(right, y + row, printed(binding.keys[0] ?? ''), {bold: here, align: 'right', ...(!here && {role: 'dim'})});
	}

	return y + shown.length;
};

/** A reading and its fields, to be put right one by one. */
export const putRight = (below: readonly Row[], overlay: PutRight, world: World): Row[] => {
	const rows = rowsOf(overlay, world);
	const figure = figureOf(overlay, world);
	const roomy = world.size.rows >= 30;
	const title = overlay.of === 'figure' ? figure?.sentence ?? '' : world.card(overlay.article)?.headline ?? '';
	const inside = Math.min(80, world.size.columns - 4) - 6;
	const sentence = wrapRuns([{text: title}], inside).slice(0, roomy ? MOST_SENTENCE : 1);
	const gap = roomy ? 1 : 0;
	const place = middleBox(world.size, 2 + gap + sentence.length + gap + rows.length + gap + 1 + 4 + 2);
	const canvas = overlayOn(below, world.size, place, 'Put right');
	const {x0, y0, x1, y1} = place;
	tabs(canvas, overlay, world, place);
	let y = y0 + 3 + gap;
	for (const line of sentence) canvas.text(x0 + 3, y++, line);
	y += gap;
	for (const [index, row] of rows.entries()) {
		const here = index === overlay.field;
		if (here) {
			canvas.tint(x0 + 2, x1, y, y);
			canvas.bar(x0 + 3, y, y);
		}

		canvas.text(x0 + 5, y, row.label, 'dim');
		if (here && overlay.text !== null) typedLine(canvas, x0 + 5 + LABEL, y, overlay.text, x1 - x0 - 7 - LABEL);
		else canvas.text(x0 + 5 + LABEL, y, row.now === '' ? [{text: `${symbols.none} none`, role: 'dim'}] : clip(row.now, x1 - x0 - 7 - LABEL), {bold: here});
		y++;
	}

	if (rows.length === 0) canvas.text(x0 + 5, y, [{text: `${symbols.none} it is not here any more`, role: 'own', italic: true}]);
	canvas.rule(y + gap, x0 + 1, x1);
	acts(canvas, overlay, world, {x: x0 + 5, right: x1 - 2, y: y + gap + 1});
	canvas.rule(y1 - 2, x0 + 1, x1);
	hintRow(canvas, x0 + 3, y1 - 1, world.keymap.footerHints(overlay.text === null ? 'put-right' : 'field'), x1 - 2);
	return canvas.rows();
};
