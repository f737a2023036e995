import {width} from '../../text/width.ts';
import {createCanvas} from '../paint/canvas.ts';
import {listingOf} from '../listings.ts';
import {plain, type Row} from '../paint/row.ts';
import type {State, View} from '../state.ts';
import type {World} from '../world.ts';

/** Blanks that stay on either side of it. */
const APART = 4;

const nameOf = (view: View, world: World): string => {
	switch (view.kind) {
		case 'deck': return 'Events';
		case 'listing': return listingOf(world.data, view).title;
		case 'search': return view.query === '' ? 'Search' : `Search ${view.query}`;
		case 'reader': return 'Reader';
		case 'compare': return 'Compare';
		case 'relay': return 'Relay';
		case 'page': return 'Raw page';
		case 'export': return 'Export';
	}
};

/** The way back in the masthead: the views that are open below this one, the nearest first. Only where two or more are, and there is room. */
export const withTrail = (rows: Row[], state: State, world: World): Row[] => {
	const [head, ...rest] = rows;
	if (head === undefined || state.stack.length < 3) return rows;
	const gap = /\S( {9,})\S/.exec(plain(head));
	if (gap === null) return rows;
	const from = width(plain(head).slice(0, gap.index + 1)) + APART;
	const room = (gap[1]?.length ?? 0) - 2 * APART;
	const names = state.stack.slice(0, -1).map(view => nameOf(view, world)).toReversed();
	while (names.length > 0 && width(`back to ${names.join(', ')}`) > room) names.pop();
	if (names.length === 0) return rows;
	const canvas = createCanvas(world.size.columns, 1);
	canvas.text(0, 0, head);
	canvas.text(from, 0, `back to ${names.join(', ')}`, 'dim');
	return [...canvas.rows(), ...rest];
};
