import {clip, width} from '../../text/width.ts';
import {wrapLines} from '../../text/wrap.ts';
import type {Canvas} from '../paint/canvas.ts';
import {createPage, footer, masthead} from '../paint/layout.ts';
import {isHead, ownersOf, pageHeights, pageRows, pageText, type Owner} from '../reduce/page.ts';
import type {Row} from '../paint/row.ts';
import type {PageState, State} from '../state.ts';
import {count, headlineWords, say, thousands} from '../words/words.ts';
import type {World} from '../world.ts';

/** Line numbers end here, text begins two cells on. */
const NUMBER_END = 8;
const TEXT = 10;

/** Over the first line of an article its name, over the first of a removal the rule. */
const drawHead = (canvas: Canvas, y: number, owner: Owner, right: number): void => {
	const words = owner.article === null ? `removed: ${owner.rule ?? ''}` : `${owner.article.kind.replace('-', ' ')}: ${headlineWords(owner.article).text}`;
	const end = canvas.text(TEXT, y, clip(words, right - TEXT - 2), owner.article === null ? {role: 'own', italic: true} : {bold: true});
	canvas.rule(y, end + 1, right);
};

const isIn = (view: PageState, index: number): boolean => view.from !== null && index >= Math.min(view.from, view.cursor) && index <= Math.max(view.from, view.cursor);

/** The page as it came in, line by line: which article each line is in, and what was removed by which rule. */
export const rawPage = (state: State, view: PageState, world: World): Row[] => {
	const {canvas, right, width: page, top} = createPage(world.size);
	const raw = world.raw(view.document);
	const lines = raw?.lines ?? [];
	const removed = raw?.removed.reduce((sum, {startLine, endLine}) => sum + endLine - startLine + 1, 0) ?? 0;
	masthead(canvas, {title: 'The raw page', of: view.path, right: [count(lines.length, 'line'), `${thousands(removed)} removed`], focus: [0, page]});
	if (!raw) {
		canvas.text(3, top, say.loading, 'dim');
		footer(canvas, {hints: world.keymap.footerHints('page'), state: '', message: state.message});
		return canvas.rows();
	}

	const all = ownersOf(raw, view.document, world);
	const heights = pageHeights(raw, view, world);
	const cells = pageText(world.size);
	const end = top + 1 + pageRows(world.size);
	let y = top + 1;
	let index = view.top;
	for (; index < lines.length && y < end; index++) {
		const owner = all[index] ?? null;
		const height = heights[index] ?? 1;
		if (y + height > end && index > view.top) break;
		if (owner !== null && isHead(all, index)) drawHead(canvas, y++, owner, right);
		const here = index === view.cursor;
		const rows = wrapLines(lines[index] ?? '', cells).slice(0, height - (owner !== null && isHead(all, index) ? 1 : 0));
		const chosen = here || isIn(view, index);
		if (chosen) canvas.tint(2, right + 1, y, y + Math.max(1, rows.length) - 1);
		if (chosen) canvas.bar(1, y, y + Math.max(1, rows.length) - 1, here ? 'focus' : 'rule');
		canvas.text(NUMBER_END, y, thousands(index + 1), {role: 'dim', align: 'right'});
		for (const [row, line] of rows.entries()) {
			const text = (lines[index] ?? '').slice(line.start, line.end);
			const cut = row === rows.length - 1 && wrapLines(lines[index] ?? '', cells).length > rows.length;
			canvas.text(TEXT, y + row, cut ? clip(`${text}    `, Math.min(cells, width(text) + 2)) : text, owner?.article === null ? 'dim' : {});
		}

		y += Math.max(1, rows.length);
	}

	const range = view.from === null ? '' : `lines ${Math.min(view.from, view.cursor) + 1}–${Math.max(view.from, view.cursor) + 1}   `;
	const below = lines.length - index;
	const at = `${range}line ${thousands(view.cursor + 1)} of ${thousands(lines.length)}`;
	footer(canvas, {hints: world.keymap.footerHints('page'), message: state.message, state: state.pending || (width(at) > 40 ? range.trim() : at), more: below > 0 ? `${thousands(below)} more below` : ''});
	return canvas.rows();
};
