import {clip, graphemes, width} from '../../text/width.ts';
import {wrapLines} from '../../text/wrap.ts';
import type {Canvas} from '../paint/canvas.ts';
import {completions} from '../../search/complete.ts';
import {placesIn, type SearchAnswer, type SearchHit, type Sought} from '../../search/search.ts';
import {createPage, footer, moduleAt, ruleNote, textAt} from '../paint/layout.ts';
import {SIDE_BY_SIDE} from '../reduce/deck.ts';
import type {Row} from '../paint/row.ts';
import type {SearchState, State} from '../state.ts';
import {symbols} from '../paint/theme.ts';
import {nothingFound, searchStart} from '../words/empty-words.ts';
import {count, headlineWords, outletRuns, publishedWords, say, thousands} from '../words/words.ts';
import type {World} from '../world.ts';
import {articlePreview, match} from './article-preview.ts';
import {markedRuns} from './article-text.ts';
import {firstSeen} from './overlay.ts';
import {nothingHere} from './nothing.ts';
import {pointer} from './pane.ts';
import {hitHeights, searchRoom} from './search-layout.ts';

/** A line's worth of a snippet in which the match is seen: some words before it at most. */
const around = (text: string, at: number, cells: number): string => {
	const flat = text.replace(/\s/g, ' ');
	const from = at < 14 ? 0 : flat.lastIndexOf(' ', at - 8) + 1;
	const rest = flat.slice(from).trimStart();
	const shown = clip(rest, cells);
	// A word is whole or not there, unless it is the only one.
	return `${from > 0 ? `${symbols.cut} ` : ''}${shown === rest ? shown : shown.replace(/(?<=\S) \S*$/, ` ${symbols.cut}`)}`;
};

/** The query, and in it the place that is not understood; what is only not typed to its end yet is no mistake. */
const queryRuns = (query: string, from: number, problem: SearchAnswer['problem']): Row => {
	if (problem === null || problem.unfinished || problem.to <= from) return [{text: query.slice(from)}];
	const start = Math.max(from, problem.from);
	return [{text: query.slice(from, start)}, {text: query.slice(start, problem.to), role: 'warn', underline: true}, {text: query.slice(problem.to)}];
};

const head = (canvas: Canvas, view: SearchState, {total, problem}: SearchAnswer, world: World, right: number): void => {
	const all = count(view.within ? view.list?.articles.length ?? 0 : world.data.order.length, 'article');
	const counts = view.query === '' ? all : `${thousands(total)} of ${all}`;
	canvas.text(3, 0, '/', {role: 'focus', bold: true});
	const room = right - 5 - width(counts) - 4;
	const letters = graphemes(view.query);
	const cursor = Math.max(0, letters.length - world.caret);
	const from = firstSeen(letters, cursor, room);
	const shown = queryRuns(view.query, letters[from]?.at ?? 0, problem);
	const end = canvas.text(5, 0, shown, {width: room});
	const before = width(view.query.slice(letters[from]?.at ?? 0, letters[cursor]?.at));
	canvas.text(world.caret === 0 ? end : 5 + before, 0, letters[cursor]?.text ?? ' ', {inverse: true});
	canvas.text(right, 0, counts, {role: 'dim', align: 'right'});
};

const item = (canvas: Canvas, hit: SearchHit, view: {readonly x: number; readonly y: number; readonly here: boolean}, world: World, sought: Sought): void => {
	const card = world.card(hit.article);
	if (!card) return;
	const {x, here} = view;
	let {y} = view;
	const {text, role} = headlineWords(card);
	const marks = hit.headlineMatches.map(([start, end]) => ({start, end, look: match}));
	const all = wrapLines(text, 36);
	const lines = all.slice(0, 2);
	const height = lines.length + 1 + (hit.snippet ? 1 : 0);
	if (here) canvas.tint(x - 1, x + 37, y, y + height - 1);
	pointer(canvas, x - 3, y, height, here, true, null);
	let end = x;
	for (const line of lines) end = canvas.text(x, y++, markedRuns(text, line.start, line.end, marks, {...(here && {bold: true}), ...(role && {role})}));
	if (all.length > lines.length) canvas.text(Math.min(end, x + 35), y - 1, symbols.cut, 'dim');
	canvas.text(x, y, outletRuns(card, {role: 'dim'}), {width: 22});
	canvas.text(x + 36, y++, publishedWords(card.published), {role: 'dim', align: 'right'});
	if (hit.snippet) {
		const snippet = around(hit.snippet.text, hit.snippet.matches[0]?.[0] ?? 0, 34);
		canvas.text(x, y, markedRuns(snippet, 0, snippet.length, placesIn(snippet, sought).map(([start, end]) => ({start, end, look: match})), {role: 'dim'}));
	}
};

const sideResults = (canvas: Canvas, view: SearchState, hits: readonly SearchHit[], world: World, sought: Sought, bottom: number): void => {
	const heights = hitHeights(hits, world);
	let y = 5;
	for (let index = view.top; index < hits.length; index++) {
		const hit = hits[index];
		const height = (heights[index] ?? 3) - 1;
		if (!hit || y + height - 1 > bottom) break;
		item(canvas, hit, {x: 3, y, here: index === view.cursor}, world, sought);
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

/** So many completions are shown beside the query. */
const MOST_SHOWN = 8;

/** The line under the query: what is wrong with it, what it may become, how it was read, or what it found. */
const noteOf = (view: SearchState, {hits, total, readAs, notes, problem}: SearchAnswer, world: World): Row => {
	if (view.query === '') return [{text: view.within && view.list ? `only in ${view.list.title}` : say.typeToSearch, role: 'dim'}];
	if (problem !== null && !problem.unfinished) return [{text: `${symbols.tension} `, role: 'warn'}, {text: problem.message, role: 'own'}];
	const offered = world.values === null || !/:"?[^\s"()]*$/.test(view.query) ? [] : completions(view.query, world.values);
	if (offered.length > 0) return [{text: offered.slice(0, MOST_SHOWN).map(({shown}) => shown).join('  '), role: 'dim'}];
	const [note] = notes;
	if (note !== undefined) return [{text: `${symbols.none} ${note}`, role: 'own', italic: true}];
	if (hits.length === 0 && !world.isAnswered(view)) return [{text: say.searching, role: 'dim'}];
	if (hits.length === 0 && problem !== null) return [{text: problem.message, role: 'dim'}];
	if (hits.length === 0) return [{text: `${symbols.none} ${say.noMatches}`, role: 'own', italic: true}];
	if (readAs.length > 0) return [{text: readAs.map(({typed, word}) => `${typed}: read as ${word}`).join('  '), role: 'own', italic: true}];
	return [{text: `${count(total, 'article')}${view.within && view.list ? ` in ${view.list.title}` : ''}`, role: 'dim'}];
};

/** Search as you type: the query in the masthead's place, hits at the left, the one under the cursor at the right. */
export const search = (state: State, view: SearchState, world: World): Row[] => {
	const {canvas, right, width: page, bottom} = createPage(world.size);
	const answer = world.answer(view);
	const {hits, total, sought} = answer;
	const side = world.size.columns >= SIDE_BY_SIDE;
	head(canvas, view, answer, world, right);
	canvas.rule(1, 0, page, {double: true});
	canvas.text(3, 2, noteOf(view, answer, world), {width: right - 3});
	const chosen = hits[view.cursor];
	if (side) {
		canvas.rule(3, 0, page);
		canvas.vertical(moduleAt(1), 4, bottom);
		sideResults(canvas, view, hits, world, sought, bottom);
		if (chosen) articlePreview(canvas, chosen.article, world, sought, {x: textAt(1), y: 5, right, bottom});
	} else {
		const y = stackedResults(canvas, view, hits, world, right);
		if (chosen && y + 2 < bottom) articlePreview(canvas, chosen.article, world, sought, {x: 3, y, right, bottom});
	}

	if (hits.length === 0 && answer.problem === null && world.isAnswered(view)) {
		canvas.clear(0, 3, right, bottom);
		nothingHere(canvas, view.query.trim() === '' ? searchStart : nothingFound(view.within ? view.list?.title ?? null : null), 'search', world, {x: 3, y: 4, right: Math.min(right, 79), bottom});
	}

	footer(canvas, {hints: world.keymap.footerHints('search'), message: state.message, state: hits.length > 0 ? `${thousands(view.cursor + 1)} of ${thousands(total)}` : ''});
	return canvas.rows();
};
