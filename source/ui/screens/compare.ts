import {createCanvas} from '../canvas.ts';
import {createPage, footer, hintRow, masthead, pad} from '../layout.ts';
import {plain, type Row} from '../row.ts';
import type {CompareViewState, State} from '../state.ts';
import {openView} from '../views/compare-view.ts';
import {shaped} from '../views/shape.ts';
import {say} from '../words.ts';
import type {World} from '../world.ts';

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

	const rows = openView(world.tools.views, view).draw(shaped(comparison, view), view, world.size, world.theme);
	if (state.message !== null || state.pending !== '') {
		footer(canvas, {hints, state: state.pending, message: state.message});
		return [...rows.slice(0, -1), canvas.rows().at(-1) ?? pad([], world.size.columns)];
	}

	const said = plain(rows.at(-1) ?? []);
	const last = createCanvas(world.size.columns, 1);
	last.text(0, 0, rows.at(-1) ?? []);
	hintRow(last, 3, 0, hints, said === '' ? world.size.columns - 1 : said.search(/\S/) - 3);
	return [...rows.slice(0, -1), ...last.rows()];
};
