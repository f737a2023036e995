import {wrap} from '../../text/wrap.ts';
import type {Canvas} from '../paint/canvas.ts';
import {createPage, footer, kicker, masthead, moduleAt, textAt, type Size} from '../paint/layout.ts';
import {createCanvas} from '../paint/canvas.ts';
import {SIDE_BY_SIDE} from '../reduce/deck.ts';
import type {Row} from '../paint/row.ts';
import type {State} from '../state.ts';
import {say} from '../words/words.ts';
import type {World} from '../world.ts';

const start = (canvas: Canvas, x: number, right: number, {keymap}: World): void => {
	canvas.text(x, 2, say.emptyTitle, {bold: true});
	let y = 4;
	for (const line of say.emptyHow.flatMap(text => wrap(text, Math.min(76, right - x)))) canvas.text(x, y++, line);
	y += 1;
	kicker(canvas, x, y, 'Start', right);
	y += 2;
	for (const {action, what, command} of say.emptyStart) {
		canvas.text(x, y, action === null ? '' : keymap.keyFor(action, 'deck') ?? '', {bold: true});
		canvas.text(x + 6, y, what);
		canvas.text(right, y, command, {role: 'dim', align: 'right'});
		y += canvas.height < 24 ? 1 : 2;
	}

	canvas.text(x, y + 1, say.emptyEnd, 'dim');
};

/** A library without articles: what to do next, as commands. */
export const empty = (state: State, world: World): Row[] => {
	const {canvas, right, width, bottom} = createPage(world.size);
	const side = world.size.columns >= SIDE_BY_SIDE;
	masthead(canvas, {title: 'newsdeck', of: world.data.name, right: ['nothing imported yet'], focus: [side ? moduleAt(1) + 1 : 0, width]});
	if (side) {
		canvas.text(3, 2, 'Events', {bold: true});
		canvas.text(39, 2, '0', {role: 'dim', align: 'right'});
		for (const [index, line] of wrap(say.emptyEvents, 36).entries()) canvas.text(3, 4 + index, line, 'dim');
		canvas.vertical(moduleAt(1), 2, bottom);
	}

	start(canvas, side ? textAt(1) : 3, right, world);
	footer(canvas, {hints: [...(['import-files', 'go-demo', 'palette', 'close'] as const).flatMap(action => {
		const keys = world.keymap.keyFor(action, 'deck');
		return keys === null ? [] : [{keys, label: say.emptyHints[action]}];
	}), ...world.keymap.footerHints('deck').slice(-1)], state: '', message: state.message});
	return canvas.rows();
};

/** One line for a terminal that is too small; nothing else is drawn. */
export const tooSmall = ({columns, rows}: Size): Row[] => {
	const canvas = createCanvas(columns, rows);
	canvas.text(0, 0, say.tooSmall(columns, rows));
	return canvas.rows();
};
