import {clip, width} from '../../text/width.ts';
import type {Canvas} from '../paint/canvas.ts';
import {wrapRuns} from '../figure-list.ts';
import {printed} from '../keys/keymap.ts';
import {hintRow, rowWidth, windowTop, type Size} from '../paint/layout.ts';
import {mending} from '../words/mend-words.ts';
import type {PutRight} from '../overlays.ts';
import {changesIn, factOf, rowsOf, type FieldRow} from '../put-right-rows.ts';
import type {Row} from '../paint/row.ts';
import {symbols} from '../paint/theme.ts';
import {nameWithin} from '../views/frame.ts';
import {count} from '../words/words.ts';
import type {World} from '../world.ts';
import {middleBox, overlayOn, typedLine, type Box} from './overlay.ts';

const LABEL = 11;
const none: Row = [{text: `${symbols.none} none`, role: 'dim'}];

/** Where the two readings stand side by side: the one now, the first one, and where the box ends. */
type Sides = {readonly now: number; readonly first: number; readonly end: number};
const sidesOf = ({x0, x1}: Box): Sides => {
	const now = x0 + 5 + LABEL;
	return {now, first: now + Math.floor((x1 - 2 - now) * 0.56), end: x1 - 2};
};

/** "this figure   the article": what the fields are of, and whose it is; below, over which reading each column stands. */
const tabs = (canvas: Canvas, overlay: PutRight, world: World, {x0, y0, x1}: Box): void => {
	let x = x0 + 3;
	const {fact, draft} = overlay;
	const names = draft ? [['fact', mending.draftOf(draft.addition.kind)]] as const : [['fact', `this ${fact?.kind ?? ''}`], ['article', 'the article']] as const;
	for (const [of, name] of names) {
		if (of === 'fact' && fact === null && draft === null) continue;
		x = canvas.text(x, y0 + 1, name, overlay.of === of ? {bold: true} : 'dim') + 3;
	}

	const here = factOf(overlay, world);
	const review = draft === null ? here?.fact.review ?? null : null;
	if (review !== null) x = canvas.text(x, y0 + 1, mending.reviewed[review], 'dim') + 3;
	const card = world.card(overlay.article);
	const line = here ? `, line ${here.fact.line}` : '';
	// The line is what one looks for: a long name gives way.
	const place: Row = [...(card ? nameWithin(card, x1 - 2 - x - width(line), {role: 'dim'}) : []), {text: line, role: 'dim'}];
	canvas.text(x1 - 2 - rowWidth(place), y0 + 1, place);
	canvas.rule(y0 + 2, x0 + 1, x1);
};

/** What is put right, in as many rows as there is room for. */
const titleRows = (overlay: PutRight, world: World, cells: number, most: number): readonly Row[] => {
	const here = overlay.of === 'fact' ? factOf(overlay, world) : null;
	const segment = here?.kind === 'quote' ? world.derivation(overlay.article)?.article.segments[here.fact.segment]?.text : undefined;
	const text = here?.kind === 'figure' ? here.fact.sentence : here?.kind === 'quote' ? segment ?? here.fact.text : world.card(overlay.article)?.headline ?? '';
	const at = here === null ? 0 : Math.max(0, text.indexOf(here.fact.text));
	const rows = wrapRuns(here === null ? [{text}] : [{text: text.slice(0, at)}, {text: here.fact.text, bold: true, role: here.kind}, {text: text.slice(at + here.fact.text.length)}], cells - 4);
	// A long paragraph is seen where its words are.
	const line = rows.findIndex(row => row.some(({role}) => role === 'figure' || role === 'quote'));
	const from = Math.max(0, Math.min(line - Math.floor(most / 2), rows.length - most));
	const shown = rows.slice(from, from + most);
	// What is cut is said to be.
	const cut: Row = [{text: `${symbols.cut}`, role: 'dim'}];
	return shown.map((row, index) => index === shown.length - 1 && from + most < rows.length ? [...row, {text: ' '}, ...cut] : index === 0 && from > 0 ? [...cut, {text: ' '}, ...row] : row);
};

/** One field: what it says now, and beside it what was read at first, or that it is the same. */
const drawField = (canvas: Canvas, y: number, row: FieldRow, sides: Sides, {here, typed, caret}: {readonly here: boolean; readonly typed: string | null; readonly caret: number}): void => {
	const changed = row.first !== null && row.first !== row.now;
	canvas.text(sides.now - LABEL, y, row.label, 'dim');
	if (typed !== null) {
		typedLine(canvas, sides.now, y, typed, sides.end - sides.now, {caret});
		return;
	}

	const cells = sides.first - sides.now - 2;
	canvas.text(sides.now, y, row.now === '' ? none : clip(row.now, cells), {bold: here || changed, width: cells});
	const first: Row = row.first === null ? [] : !changed ? [{text: mending.same, role: 'dim'}] : row.first === '' ? none : [{text: clip(row.first, sides.end - sides.first)}];
	canvas.text(sides.first, y, first);
};

/** How what can be done besides is laid out: in so many columns, or where it is very low in one row, by a word each. */
type Across = 1 | 2 | 'one row';

/** What can be done besides: by its key, dim where it cannot be done here. */
const ACTS: ReadonlySet<string> = new Set(['confirm', 'reject', 'add-fact', 'junk', 'undo']);
/** What an overlay cannot do: say of a figure that is not there yet that it is right, of an article that it is none. */
const isIdle = ({of, draft}: PutRight, action: string): boolean => draft !== null ? action !== 'add-fact' : of === 'article' && (action === 'confirm' || action === 'reject');
const actsOf = (world: World) => world.keymap.bindingsFor('put-right').filter(({action}) => ACTS.has(action));
const drawActs = (canvas: Canvas, overlay: PutRight, world: World, {x, right, y}: {readonly x: number; readonly right: number; readonly y: number}, columns: Across): void => {
	if (columns === 'one row') {
		const able = actsOf(world).filter(({action}) => !isIdle(overlay, action));
		hintRow(canvas, x - 2, y, able.map(({keys, action}) => ({keys: printed(keys[0] ?? ''), label: mending.acts[action] ?? ''})), right);
		return;
	}

	const each = Math.floor((right - x) / columns);
	for (const [index, binding] of actsOf(world).entries()) {
		const here = !isIdle(overlay, binding.action);
		const from = x + (index % columns) * each;
		const to = from + each - (columns === 2 && index % 2 === 0 ? 3 : 0);
		const row = y + Math.floor(index / columns);
		canvas.text(from, row, clip(overlay.draft !== null && binding.action === 'add-fact' ? mending.addIt : binding.help, to - from - 2), here ? {} : 'dim');
		canvas.text(to, row, printed(binding.keys[0] ?? ''), {bold: here, align: 'right', ...(!here && {role: 'dim'})});
	}
};

const MOST_SENTENCE = 3;

/** What the overlay has room for: rows of blanks, of the sentence, of fields, and columns of what can be done. */
const roomIn = ({rows, columns}: Size, fields: number, acts: number) => {
	const roomy = rows >= 30;
	const gap = roomy ? 1 : 0;
	const across: Across = roomy ? 1 : rows < 20 || columns < 76 ? 'one row' : 2;
	const sentence = roomy ? MOST_SENTENCE : 1;
	const others = 2 + gap + sentence + gap + 1 + gap + 1 + (across === 'one row' ? 1 : Math.ceil(acts / across)) + 2;
	return {gap, across, sentence, others, shown: Math.max(3, Math.min(fields, rows - 4 - others))};
};

/** A reading and its fields, to be put right one by one; the stages' first reading stands beside it. */
export const putRight = (below: readonly Row[], overlay: PutRight, world: World): Row[] => {
	const rows = rowsOf(overlay, world);
	const room = roomIn(world.size, rows.length, actsOf(world).length);
	const sentence = titleRows(overlay, world, Math.min(80, world.size.columns - 4) - 6, room.sentence);
	const place = middleBox(world.size, room.others - room.sentence + sentence.length + Math.max(1, room.shown));
	const canvas = overlayOn(below, world.size, place, 'Put right');
	const {x0, y0, x1, y1} = place;
	const sides = sidesOf(place);
	tabs(canvas, overlay, world, place);
	let y = y0 + 3 + room.gap;
	for (const line of sentence) canvas.text(x0 + 3, y++, line);
	y += room.gap;
	const top = windowTop(rows.map(() => 1), 0, overlay.field, room.shown);
	const read = rows.some(({first}) => first !== null);
	canvas.text(sides.now, y, [{text: mending.now, role: 'dim'}]);
	canvas.text(sides.first, y, [{text: read || rows.length === 0 ? mending.first : mending.notRead, role: 'dim'}]);
	y++;
	for (const [index, row] of rows.slice(top, top + room.shown).entries()) {
		const here = top + index === overlay.field;
		if (here) {
			canvas.tint(x0 + 2, x1, y, y);
			canvas.bar(x0 + 3, y, y);
		}

		drawField(canvas, y++, row, sides, {here, typed: here ? overlay.text : null, caret: world.caret});
	}

	if (rows.length === 0) canvas.text(x0 + 5, y++, [{text: overlay.draft ? mending.reading : `${symbols.none} ${mending.gone}`, role: 'own', italic: true}]);
	y += room.gap;
	canvas.rule(y, x0 + 1, x1);
	const {fields, another} = changesIn(rows);
	const more = rows.length - top - room.shown;
	if (more > 0) canvas.text(x1 - 2, y, ` ${count(more, 'more field', 'more fields')} `, {role: 'dim', align: 'right'});
	if (fields > 0) canvas.text(sides.now, y, [{text: ` ${mending.changed(fields, another)} `, role: 'own', italic: true}]);
	drawActs(canvas, overlay, world, {x: x0 + 5, right: x1 - 2, y: y + 1}, room.across);
	canvas.rule(y1 - 2, x0 + 1, x1);
	hintRow(canvas, x0 + 3, y1 - 1, world.keymap.footerHints(overlay.text === null ? 'put-right' : 'field'), x1 - 2);
	return canvas.rows();
};
