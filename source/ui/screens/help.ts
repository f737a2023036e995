import {queryExamples} from '../../search/query-help.ts';
import {wrap} from '../../text/wrap.ts';
import {createCanvas, type Canvas} from '../paint/canvas.ts';
import type {HelpGroup} from '../keys/bindings.ts';
import {contextTitles, type Context} from '../keys/keymap.ts';
import {hintRow, pageWidth} from '../paint/layout.ts';
import type {Row, Run} from '../paint/row.ts';
import type {Overlay} from '../state.ts';
import {symbols} from '../paint/theme.ts';
import {withKeys} from '../keys/key-names.ts';
import {say} from '../words/words.ts';
import type {World} from '../world.ts';
import {overlayOn, typedLine} from './overlay.ts';

/** What the hues and signs mean, each shown as it looks. */
const marks: ReadonlyArray<readonly [Run, string]> = [
	[{text: '5,000', role: 'figure', bold: true}, 'a figure'],
	[{text: '“likely”', role: 'figure', italic: true}, 'a hedge'],
	[{text: '“ ”', role: 'quote'}, 'a quotation'],
	[{text: `${symbols.none} none`, role: 'own', italic: true}, 'newsdeck’s own words'],
	[{text: symbols.notEqual, role: 'warn'}, 'not comparable'],
	[{text: symbols.inferred, role: 'own'}, 'inferred, not stated'],
	[{text: 'derived', role: 'own', italic: true}, 'worked out by newsdeck'],
	[{text: symbols.checked}, 'checked by a person'],
	[{text: symbols.shared, role: 'dim'}, 'wording shared'],
];

type Line = {readonly keys: Row; readonly words: Row} | {readonly title: string} | {readonly whole: Run} | null;

const KEYS = 10;

/** One key or sign and what it means, as many lines as the words need. */
const explained = (sign: Run, words: string, cells: number): Line[] =>
	wrap(words, cells - KEYS).map((line, index) => ({keys: index === 0 ? [sign] : [], words: [{text: line, role: 'dim' as const}]}));

const blockOf = (group: HelpGroup, cells: number): Line[] => [
	{title: group.title}, ...group.lines.flatMap(hint => explained({text: hint.keys, bold: true}, hint.label, cells)), null,
];

const markBlock = (cells: number): Line[] => [{title: 'Marks'}, ...marks.flatMap(([sign, words]) => explained(sign, words, cells)), null];

/** What a query may say, where one is being typed: each example on a line of its own, for they are wider than keys. */
const queryBlocks = (query: string, cells: number): Line[][] => {
	const wanted = query.trim().toLowerCase();
	return ([['In a query', queryExamples.forms], ['Fields of a query', queryExamples.fields]] as const).flatMap(([title, examples]) => {
		const found = examples.filter(pair => pair.some(words => words.toLowerCase().includes(wanted)));
		return found.length === 0 ? [] : [[{title}, ...found.flatMap(([example, what]): Line[] => [{whole: {text: example, bold: true}}, ...wrap(what, cells - 2).map(line => ({whole: {text: `  ${line}`, role: 'dim' as const}}))]), null]];
	});
};

/** Blocks over columns, whole, each to the shortest column so far; a title takes two lines. */
const columnsOf = (blocks: readonly Line[][], columns: number): Line[][] => {
	const filled: Line[][] = Array.from({length: columns}, () => []);
	for (const block of blocks) {
		const shortest = filled.reduce((best, column) => height(column) < height(best) ? column : best);
		shortest.push(...block);
	}

	return filled;
};

const height = (lines: readonly Line[]): number => lines.reduce((sum, line) => sum + (line && 'title' in line ? 2 : 1), 0);

/** One column as rows of the box, so that it can be scrolled. */
const drawColumn = (canvas: Canvas, x: number, cells: number, lines: readonly Line[]): void => {
	let y = 0;
	for (const line of lines) {
		if (line && 'title' in line) {
			canvas.text(x, y++, line.title, {bold: true});
			canvas.rule(y++, x, x + Math.min(32, cells - 1));
		} else if (line && 'whole' in line) {
			canvas.text(x, y++, [line.whole], {width: cells});
		} else if (line) {
			canvas.text(x, y, line.keys, {width: KEYS});
			canvas.text(x + KEYS, y++, line.words, {width: cells - KEYS});
		} else y++;
	}
};

/** The lines whose keys or words hold what was typed. */
const matching = (groups: readonly HelpGroup[], query: string): readonly HelpGroup[] => {
	const wanted = query.trim().toLowerCase();
	return groups.map(({title, lines}) => ({title, lines: lines.filter(({keys, label}) => label.toLowerCase().includes(wanted) || keys.split(' ').includes(query.trim()))}))
		.filter(({lines}) => lines.length > 0);
};

/** The keys that work in the view below, laid over it; made of the keymap, so it cannot be wrong about them. */
export const help = (below: readonly Row[], context: Context, {scroll, query, typing}: Extract<Overlay, {kind: 'help'}>, {size, keymap, spoken, caret}: World): Row[] => {
	const right = pageWidth(size.columns) - 3;
	const bottom = size.rows - 3;
	const canvas = overlayOn(below, size, {x0: 2, y0: 2, x1: right, y1: bottom}, `Keys in ${contextTitles[context]}`, true);
	const groups = matching(keymap.helpGroups(context), query);
	const counts = `${size.columns < 80 ? '' : `${keymap.all.length} keys, `}${keymap.bindingsFor(context).length} here`;
	canvas.text(6, 3, '/', {role: 'focus', bold: true});
	if (typing) typedLine(canvas, 8, 3, query, right - 14 - counts.length, {caret});
	else canvas.text(8, 3, query === '' ? withKeys(say.typeToFilter, keymap, 'help') : query, {role: 'dim', width: Math.max(0, right - 14 - counts.length)});
	canvas.text(right - 3, 3, counts, {role: 'dim', align: 'right'});
	// Side by side they would be said as one.
	const count = spoken ? 1 : size.columns >= 110 ? 3 : size.columns >= 72 ? 2 : 1;
	const step = Math.floor((right - 6) / count);
	const cells = Math.min(36, step - 2);
	const blocks = [...groups.map(group => blockOf(group, cells)), ...(context === 'search' ? queryBlocks(query, cells) : []), ...(query === '' ? [markBlock(cells)] : [])];
	const columns = columnsOf(blocks, count);
	const total = Math.max(...columns.map(height));
	const room = bottom - 2 - 5 + 1;
	const inner = createCanvas(size.columns, total + 1);
	for (const [index, lines] of columns.entries()) drawColumn(inner, 6 + index * step, cells, lines);
	const from = Math.max(0, Math.min(scroll, total - room));
	for (const [row, line] of inner.rows().slice(from, from + room).entries()) canvas.text(4, 5 + row, clipLeft(line, 4), {width: right - 5});
	if (blocks.length === 0) canvas.text(6, 5, [{text: `${symbols.none} ${say.noKeyOfThatName}`, role: 'own', italic: true}]);
	const foot = total - room > from ? `${total - room - from} more below: ${keymap.keyFor('down', 'help') ?? ''}` : '';
	hintRow(canvas, 6, bottom - 1, keymap.footerHints(typing ? 'field' : 'help'), right - 3);
	canvas.text(right - 3, bottom - 1, foot, {role: 'dim', align: 'right'});
	return canvas.rows();
};

const clipLeft = (row: Row, cells: number): Row => {
	const [first, ...rest] = row;
	return first ? [{...first, text: first.text.slice(cells)}, ...rest] : row;
};
