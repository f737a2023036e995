import {asciiRow} from './paint/ascii.ts';
import {withBegun} from './keys/bindings.ts';
import {createCanvas} from './paint/canvas.ts';
import {footer, rowWidth, SMALLEST} from './paint/layout.ts';
import {contextBelow, contextOf} from './keys/context.ts';
import {withKeys} from './keys/key-names.ts';
import type {Row} from './paint/row.ts';
import {alike} from './screens/alike.ts';
import {ask} from './screens/ask.ts';
import {choose} from './screens/choose.ts';
import {copyMenu} from './screens/copy.ts';
import {withTrail} from './screens/trail.ts';
import {deck} from './screens/deck.ts';
import {empty, tooSmall} from './screens/empty.ts';
import {eventOverlay} from './screens/events.ts';
import {exportScreen} from './screens/export.ts';
import {help} from './screens/help.ts';
import {listing} from './screens/listing.ts';
import {rawPage} from './screens/page.ts';
import {output} from './screens/output.ts';
import {pipePrompt} from './screens/pipe.ts';
import {palette} from './screens/palette.ts';
import {putRight} from './screens/put-right.ts';
import {relayScreen} from './screens/relay.ts';
import {reader} from './screens/reader.ts';
import {search} from './screens/search.ts';
import {versions} from './screens/versions.ts';
import {compareScreen} from './screens/compare.ts';
import {viewOf, type State} from './state.ts';
import type {World} from './world.ts';

const view = (state: State, world: World): Row[] => {
	const top = viewOf(state);
	switch (top.kind) {
		case 'deck': return world.data.entries.length === 0 ? empty(state, world) : deck(state, world);
		case 'reader': return reader(state, top, world);
		case 'compare': return compareScreen(state, top, world);
		case 'relay': return relayScreen(state, top, world);
		case 'search': return search(state, top, world);
		case 'listing': return listing(state, top, world);
		case 'page': return rawPage(state, top, world);
		case 'export': return exportScreen(state, top, world);
	}
};

/** The overlay that takes the keys, laid over what is below it; where there is none, what is below. */
const overlaid = (below: Row[], state: State, world: World): Row[] => {
	const {overlay} = state;
	switch (overlay?.kind) {
		case 'help': return help(below, contextBelow(state), overlay, world);
		case 'palette': return palette(below, contextBelow(state), overlay, world);
		case 'choose': return choose(below, state, overlay, world);
		case 'copy': return copyMenu(below, overlay, world);
		case 'put-right': return putRight(below, overlay, world);
		case 'ask': return ask(below, overlay, world);
		case 'pipe': return pipePrompt(below, overlay, world);
		case 'output': return output(below, overlay, world);
		case 'alike': return alike(below, overlay, world);
		case 'versions': return versions(below, overlay, world);
		case 'mend-events':
		case 'why': return eventOverlay(below, overlay, world);
		case undefined: return below;
	}
};

/** What was just said stands over an overlay too: below it would be pale, and a long message hidden. */
const toldOver = (rows: Row[], {overlay, message}: State): Row[] => {
	const [first] = rows;
	if (overlay === null || message === null || first === undefined) return rows;
	const canvas = createCanvas(rowWidth(first), rows.length);
	const top = footer(canvas, {state: '', message});
	const from = top < rows.length - 2 ? top : rows.length - 1;
	return [...rows.slice(0, from), ...canvas.rows().slice(from)];
};

/** The screen: exactly as many rows of exactly as many cells as the terminal has. Pure. */
export const draw = (state: State, given: World): Row[] => {
	const world = state.pending === '' ? given : {...given, keymap: withBegun(given.keymap, state.pending)};
	const {columns, rows} = world.size;
	if (columns < SMALLEST.columns || rows < SMALLEST.rows) return tooSmall(world.size);
	// Drawn to be said, an overlay has nothing below it.
	const told = state.message === null ? state : {...state, message: {...state.message, text: withKeys(state.message.text, world.keymap, contextOf(state))}};
	const below = world.spoken && state.overlay !== null ? createCanvas(columns, rows).rows() : withTrail(view(told, world), told, world);
	const drawn = toldOver(overlaid(below, told, world), told);
	return world.ascii ? drawn.map(asciiRow) : drawn;
};
