import {footerHints} from '../keymap.ts';
import {createPage, footer, masthead, pad} from '../layout.ts';
import type {Row} from '../row.ts';
import type {CompareViewState, State} from '../state.ts';
import {openView} from '../views/compare-view.ts';
import {shaped} from '../views/shape.ts';
import {say} from '../words.ts';
import type {World} from '../world.ts';

/** A compare view as its own file draws it; a message takes the place of its last row. */
export const compareScreen = (state: State, view: CompareViewState, world: World): Row[] => {
	const comparison = world.comparison(view.ids, view.title);
	const {canvas} = createPage(world.size);
	const context = `compare-${view.view}` as const;
	if (!comparison) {
		masthead(canvas, {title: view.title});
		canvas.text(3, 2, say.loading, 'dim');
		footer(canvas, {hints: footerHints(context), state: '', message: state.message});
		return canvas.rows();
	}

	const rows = openView(world.tools.views, view).draw(shaped(comparison, view), view, world.size, world.theme);
	if (state.message === null && state.pending === '') return rows;
	footer(canvas, {hints: footerHints(context), state: state.pending, message: state.message});
	return [...rows.slice(0, -1), canvas.rows().at(-1) ?? pad([], world.size.columns)];
};
