import {wrap} from '../../text/wrap.ts';
import type {Size} from '../paint/layout.ts';
import {SIDE_BY_SIDE} from '../reduce/deck.ts';
import {headlineWords} from '../words/words.ts';
import type {SearchHit} from '../../search/search.ts';
import type {World} from '../world.ts';

/** Most hits that are listed; the counts say how many there are. */
export const MOST_HITS = 200;

/** Rows of the list of hits. */
export const searchRoom = ({columns, rows}: Size): number => columns < SIDE_BY_SIDE ? Math.max(3, Math.floor((rows - 6) / 3)) : rows - 7;

/** Rows of each hit: headline (two at most), outlet and date, a line of snippet, a blank; stacked a single one. */
export const hitHeights = (hits: readonly SearchHit[], world: World): number[] => hits.map(hit => {
	if (world.size.columns < SIDE_BY_SIDE) return 1;
	const card = world.card(hit.article);
	const lines = card ? wrap(headlineWords(card).text, 36).length : 1;
	return Math.min(2, lines) + (hit.snippet ? 1 : 0) + 2;
});
