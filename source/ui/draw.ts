import {SMALLEST} from './layout.ts';
import {contextOf} from './reduce.ts';
import type {Row} from './row.ts';
import {deck} from './screens/deck.ts';
import {empty, tooSmall} from './screens/empty.ts';
import {exportScreen} from './screens/export.ts';
import {help} from './screens/help.ts';
import {reader} from './screens/reader.ts';
import {search} from './screens/search.ts';
import {compareScreen} from './screens/comparing.ts';
import {viewOf, type State} from './state.ts';
import type {World} from './world.ts';

const view = (state: State, world: World): Row[] => {
	const top = viewOf(state);
	switch (top.kind) {
		case 'deck': return world.data.entries.length === 0 ? empty(state, world) : deck(state, world);
		case 'reader': return reader(state, top, world);
		case 'compare': return compareScreen(state, top, world);
		case 'search': return search(state, top, world);
		case 'export': return exportScreen(state, top, world);
	}
};

/** The screen: exactly as many rows of exactly as many cells as the terminal has. Pure. */
export const draw = (state: State, world: World): Row[] => {
	const {columns, rows} = world.size;
	if (columns < SMALLEST.columns || rows < SMALLEST.rows) return tooSmall(world.size);
	const drawn = view(state, world);
	return state.help === null ? drawn : help(drawn, contextOf({...state, help: null}), state.help, world.size);
};
