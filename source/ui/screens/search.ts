import {clip, width} from '../../text/width.ts';
import {wrapLines} from '../../text/wrap.ts';
import type {Canvas} from '../canvas.ts';
import type {SearchHit} from '../../search/search.ts';
import {footerHints} from '../keymap.ts';
import {createPage, footer, moduleAt, ruleNote, textAt} from '../layout.ts';
import {SIDE_BY_SIDE} from '../reduce-deck.ts';
import type {Row} from '../row.ts';
import type {SearchState, State} from '../state.ts';
import {symbols} from '../theme.ts';
import {count, headlineWords, outletRuns, publishedWords, say, thousands} from '../words.ts';
import type {World} from '../world.ts';
import {articlePreview, match, matchesIn} from './article-preview.ts';
import {markedRuns} from './article-text.ts';
import {pointer} from './pane.ts';
import {hitHeights, MOST_HITS, searchRoom} from './search-layout.ts';

/** A line's worth of a snippet in which the match is seen: some words before it at most. */
const around = (text: string, at: number, cells: number): string => {
	const flat = text.replace(/\s/g, ' ');
	const from = at < 14 ? 0 : flat.lastIndexOf(' ', at - 8) + 1;
	return `${from > 0 ? `${symbols.cut} ` : ''}${clip(flat.slice(from).trimStart(), cells)}`;
};

/** Words of the query as they were read, for marking: field names, operators and signs are no words of a text. */
const queryWords = (query: string, hits: readonly SearchHit[]): string[] => {
	const typed = query.toLowerCase().split(/[\s"]+/).filter(word => /^[\p{L}\p{N}][\p{L}\p{N}’'-]+$/u.test(word) && !/^(?:or|and|not)$/.test(word));
	return [...new Set([...typed, ...hits.slice(0, 1).flatMap(hit => hit.readAs.map(item => item.word.toLowerCase()))])];
};

const head = (canvas: Canvas, view: SearchState, hits: readonly SearchHit[], world: World, right: number): void => {
	const counts = view.query === '' ? count(world.data.order.length, 'article') : `${thousands(hits.length)}${hits.length >= MOST_HITS ? ' or more' : ''} of ${count(world.data.order.length, 'article')}`;
	canvas.text(3, 0, '/', {role: 'focus', bold: true});
	const room = right - 5 - width(counts) - 4;
	// The end of a long query is what is being typed.
	const shown = width(view.query) > room ? view.query.slice(-room) : view.query;
	const at = canvas.text(5, 0, shown);
	canvas.text(at, 0, ' ', {inverse: true});
	canvas.text(right, 0, counts, {role: 'dim', align: 'right'});
};

const item = (canvas: Canvas, hit: SearchHit, view: {readonly x: number; readonly y: number; readonly here: boolean}, world: World, words: readonly string[]): void => {
	const card = world.card(hit.article);
	if (!card) return;
	const {x, here} = view;
	let {y} = view;
	const {text, role} = headlineWords(card);
	const marks = (hit.headlineMatches.length > 0 ? hit.headlineMatches : matchesIn(text, words)).map(([start, end]) => ({start, end, look: match}));
	const lines = wrapLines(text, 36).slice(0, 2);
	const height = lines.length + 1 + (hit.snippet ? 1 : 0);
	if (here) canvas.tint(x - 1, x + 37, y, y + height - 1);
	pointer(canvas, x - 3, y, height, here, true, null);
	for (const line of lines) canvas.text(x, y++, markedRuns(text, line.start, line.end, marks, {...(here && {bold: true}), ...(role && {role})}));
	canvas.text(x, y, outletRuns(card, {role: 'dim'}), {width: 22});
	canvas.text(x + 36, y++, publishedWords(card.published), {role: 'dim', align: 'right'});
	if (hit.snippet) {
		const snippet = around(hit.snippet.text, hit.snippet.matches[0]?.[0] ?? 0, 34);
		canvas.text(x, y, markedRuns(snippet, 0, snippet.length, matchesIn(snippet, words).map(([start, end]) => ({start, end, look: match})), {role: 'dim'}));
	}
};

const sideResults = (canvas: Canvas, view: SearchState, hits: readonly SearchHit[], world: World, words: readonly string[], bottom: number): void => {
	const heights = hitHeights(hits, world);
	let y = 5;
	for (let index = view.top; index < hits.length; index++) {
		const hit = hits[index];
		const height = (heights[index] ?? 3) - 1;
		if (!hit || y + height - 1 > bottom) break;
		item(canvas, hit, {x: 3, y, here: index === view.cursor}, world, words);
		y += height + 1;
	}
};

const stackedResults = (canvas: Canvas, view: SearchState, hits: readonly SearchHit[], world: World, right: number): number => {
	const room = searchRoom(world.size);
	for (const [row, hit] of hits.slice(view.top, view.top + room).entries()) {
		const card = world.card(hit.article);
		const here = view.top + row === view.cursor;
		const y = 3 + row;
		if (!card) continue;
		if (here) canvas.tint(2, right + 1, y, y);
		pointer(canvas, 0, y, 1, here, true, null);
		const outlet = outletRuns(card, {role: 'dim'});
		const text = clip(headlineWords(card).text, right - 3 - 32);
		const marks = hit.headlineMatches.map(([start, end]) => ({start, end, look: match}));
		canvas.text(3, y, markedRuns(text, 0, text.length, marks, {...(here && {bold: true})}));
		canvas.text(right - 30, y, outlet, {width: 17});
		canvas.text(right, y, publishedWords(card.published), {role: 'dim', align: 'right'});
	}

	const below = hits.length - view.top - room;
	canvas.rule(3 + room, 0, right + 1);
	if (below > 0) ruleNote(canvas, 3 + room, `${below} more below`);
	return 4 + room;
};

/** Search as you type: the query in the masthead's place, hits at the left, the one under the cursor at the right. */
export const search = (state: State, view: SearchState, world: World): Row[] => {
	const {canvas, right, width: page, bottom} = createPage(world.size);
	const hits = world.hits(view.query);
	const words = queryWords(view.query, hits);
	const side = world.size.columns >= SIDE_BY_SIDE;
	head(canvas, view, hits, world, right);
	canvas.rule(1, 0, page, {double: true});
	const readAs = hits[0]?.readAs[0];
	const note: Row = view.query === '' ? [{text: say.typeToSearch, role: 'dim'}]
		: hits.length === 0 ? [{text: `${symbols.none} ${say.noMatches}`, role: 'own', italic: true}]
			: readAs ? [{text: `${readAs.typed}: read as ${readAs.word}`, role: 'own', italic: true}] : [{text: count(hits.length, 'article'), role: 'dim'}];
	canvas.text(3, 2, note, {width: right - 3});
	const chosen = hits[view.cursor];
	if (side) {
		canvas.rule(3, 0, page);
		canvas.vertical(moduleAt(1), 4, bottom);
		sideResults(canvas, view, hits, world, words, bottom);
		if (chosen) articlePreview(canvas, chosen.article, world, words, {x: textAt(1), y: 5, right, bottom});
	} else {
		const y = stackedResults(canvas, view, hits, world, right);
		if (chosen && y + 2 < bottom) articlePreview(canvas, chosen.article, world, words, {x: 3, y, right, bottom});
	}

	footer(canvas, {hints: footerHints('search'), message: state.message, state: hits.length > 0 ? `${view.cursor + 1} of ${thousands(hits.length)}` : ''});
	return canvas.rows();
};
