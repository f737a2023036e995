import {clip, width} from '../../text/width.ts';
import type {Canvas} from '../paint/canvas.ts';
import {createPage, footer, kicker, masthead, moduleAt, textAt} from '../paint/layout.ts';
import {SIDE_BY_SIDE} from '../reduce/deck.ts';
import type {Row} from '../paint/row.ts';
import type {ExportState, State} from '../state.ts';
import {symbols} from '../paint/theme.ts';
import {count, say, thousands} from '../words/words.ts';
import type {World} from '../world.ts';
import {ending, exportRoom, exportTarget} from './export-target.ts';
import {pointer} from './pane.ts';

/** "3.1 KB", of the UTF-8 bytes. */
const sizeWords = (content: string): string => {
	const bytes = new TextEncoder().encode(content).length;
	return bytes < 1000 ? `${bytes} bytes` : `${(bytes / 1000).toFixed(1)} KB`;
};

const formats = (canvas: Canvas, view: ExportState, world: World, right: number, y: number): number => {
	kicker(canvas, 3, y, 'Format', right);
	for (const [index, format] of world.tools.formats.entries()) {
		const here = index === view.format;
		const row = y + 1 + index;
		if (here) canvas.tint(2, right + 1, row, row);
		pointer(canvas, 0, row, 1, here, true, null);
		canvas.text(3, row, here ? symbols.chosen : symbols.unchosen, here ? {bold: true} : 'dim');
		canvas.text(7, row, format.title, {bold: here, width: right - 7});
		// The ending stands in the file's name below as well: where it is narrow, the format's name comes first.
		if (7 + width(format.title) + 1 + width(ending(format)) <= right) canvas.text(right, row, ending(format), {role: 'dim', align: 'right'});
	}

	return y + 1 + world.tools.formats.length;
};

const target = (canvas: Canvas, view: ExportState, world: World, right: number, y: number, script: boolean): void => {
	const to = exportTarget(view, world);
	kicker(canvas, 3, y, 'To', right);
	if (!to) return;
	canvas.text(3, y + 1, clip(to.name, right - 3));
	canvas.text(3, y + 2, view.there ? [{text: `${symbols.tension} `, role: 'warn', bold: true}, {text: `there already, ${sizeWords(to.content)} to write`, role: 'dim'}]
		: [{text: `new file, ${sizeWords(to.content)}`, role: 'dim'}]);
	if (!script) return;
	canvas.text(3, y + 4, 'The same in a script:', 'dim');
	const format = world.tools.formats[view.format];
	const command = `newsdeck export ${view.ids.join(' ')} --format ${format?.name ?? ''} --output ${to.name}`;
	for (const [index, line] of atBlanks(command, right - 5).slice(0, 6).entries()) canvas.text(index === 0 ? 3 : 5, y + 5 + index, line, 'dim');
};

/** Broken between its words only: an id that is broken at its hyphen would be copied as two. */
const atBlanks = (command: string, cells: number): readonly string[] => command.split(' ').reduce<string[]>((lines, word) => {
	const last = lines.at(-1);
	return last !== undefined && width(last) + 1 + width(word) <= cells ? [...lines.slice(0, -1), `${last} ${word}`] : [...lines, word];
}, []);

/** The output as it will be written; long lines are cut here, not in the file. */
const previewLines = (canvas: Canvas, lines: readonly string[], view: ExportState, x: number, y: number, right: number, room: number): void => {
	const from = Math.min(view.scroll, Math.max(0, lines.length - room));
	canvas.text(x, y, 'Preview', {bold: true});
	canvas.text(right, y, `lines ${from + 1}–${Math.min(from + room, lines.length)} of ${thousands(lines.length)}, as it will be written`, {role: 'dim', align: 'right'});
	for (const [row, line] of lines.slice(from, from + room).entries()) {
		// Heads of sections stand out as they do in the format itself.
		canvas.text(x, y + 2 + row, clip(line.replace(/\t/g, '    '), right - x), /^#{1,6} /.test(line) ? {bold: true} : {});
	}
};

/** A choice of formats, where it goes, and the very text that would be written. */
export const exportScreen = (state: State, view: ExportState, world: World): Row[] => {
	const {canvas, right, width: page, bottom} = createPage(world.size);
	const side = world.size.columns >= SIDE_BY_SIDE;
	const comparison = world.comparison(view.ids, view.title);
	const figures = comparison?.columns.reduce((sum, column) => sum + column.figures.length, 0) ?? 0;
	const quotes = comparison?.columns.reduce((sum, column) => sum + column.quotes.length, 0) ?? 0;
	masthead(canvas, {
		title: 'Export', of: view.title, right: [[count(view.ids.length, 'article'), count(figures, 'figure'), count(quotes, 'quote')].join(', ')],
		focus: [0, side ? moduleAt(1) : page],
	});
	const lines = exportTarget(view, world)?.content.replace(/\n$/, '').split('\n') ?? [];
	const left = side ? moduleAt(1) - 1 : right;
	const after = formats(canvas, view, world, left, 2);
	target(canvas, view, world, left, after + 1, side);
	const room = exportRoom(world.size);
	if (side) canvas.vertical(moduleAt(1), 2, bottom);
	if (lines.length === 0) canvas.text(side ? textAt(1) : 3, side ? 2 : after + 5, say.loading, 'dim');
	else previewLines(canvas, lines, view, side ? textAt(1) : 3, side ? 2 : after + 5, right, side ? room : Math.max(1, bottom - after - 6));
	footer(canvas, {hints: world.keymap.footerHints('export'), message: state.message, state: view.there ? 'there already' : view.there === false ? 'a new file' : ''});
	return canvas.rows();
};
