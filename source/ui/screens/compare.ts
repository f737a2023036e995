import {createCanvas} from '../paint/canvas.ts';
import {createPage, footer, hintRow, masthead} from '../paint/layout.ts';
import {plain, type Row} from '../paint/row.ts';
import type {CompareViewState, State} from '../state.ts';
import {emptyViews, filteredOut} from '../words/empty-words.ts';
import {openView} from '../views/compare-view.ts';
import {shaped} from '../views/shape.ts';
import {say} from '../words/words.ts';
import type {World} from '../world.ts';
import {nothingHere} from './nothing.ts';

/** Rows of a compare view above what it says of nothing, that line and a blank with them. */
const HEAD = 7;

/** A page without a row: below what the view itself says, why that is, and what can be done. */
const withoutRows = (rows: readonly Row[], view: CompareViewState, world: World): Row[] => {
	const {canvas, right, bottom} = createPage(world.size);
	for (const [y, row] of rows.entries()) {
		const out = view.filter !== '' && plain(row).includes(say.noFigures);
		if (out) canvas.text(3, y, say.noneWithWords, {role: 'own', italic: true});
		else canvas.text(0, y, row);
	}

	canvas.clear(0, HEAD - 1, right, bottom);
	nothingHere(canvas, view.filter === '' ? emptyViews[view.view] : filteredOut(view.filter), `compare-${view.view}`, world, {x: 3, y: HEAD, right: Math.min(right, 79), bottom});
	return canvas.rows();
};

/** A compare view as its own file draws it, with the keys in its last row; a message takes the place of what it says there. */
export const compareScreen = (state: State, view: CompareViewState, world: World): Row[] => {
	const comparison = world.comparison(view.ids, view.title);
	const {canvas} = createPage(world.size);
	const hints = world.keymap.footerHints(`compare-${view.view}`);
	if (!comparison) {
		masthead(canvas, {title: view.title});
		canvas.text(3, 2, say.loading, 'dim');
		footer(canvas, {hints, state: '', message: state.message});
		return canvas.rows();
	}

	const open = openView(world.tools.views, view);
	const seen = shaped(comparison, view);
	const drawn = open.draw(seen, view, world.size, world.theme);
	const rows = open.measure(seen, view, world.size).offsets.length === 0 ? withoutRows(drawn, view, world) : drawn;
	if (state.message !== null || state.pending !== '') {
		const top = footer(canvas, {hints, state: state.pending, message: state.message});
		// The rule over it is the view's own, unless a long message has pushed it up.
		const from = top < rows.length - 2 ? top : rows.length - 1;
		return [...rows.slice(0, from), ...canvas.rows().slice(from)];
	}

	const said = plain(rows.at(-1) ?? []);
	const last = createCanvas(world.size.columns, 1);
	last.text(0, 0, rows.at(-1) ?? []);
	hintRow(last, 3, 0, hints, said === '' ? world.size.columns - 1 : said.search(/\S/) - 3);
	return [...rows.slice(0, -1), ...last.rows()];
};
