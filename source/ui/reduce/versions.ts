import {articleHere} from '../figure-here.ts';
import type {KeyAction} from '../keys/keymap.ts';
import {mending} from '../words/mend-words.ts';
import {moved} from './deck.ts';
import {changeRows, versionsRoom} from '../screens/versions.ts';
import {withMessage, type Overlay, type State} from '../state.ts';
import type {World} from '../world.ts';

type Versions = Extract<Overlay, {kind: 'versions'}>;

/** What the article under the cursor became, from version to version. */
export const openVersions = (state: State, world: World): State => {
	const article = articleHere(state, world);
	return article === null ? withMessage(state, mending.nothing) : {...state, overlay: {kind: 'versions', article, versions: null, at: 0, scroll: 0}};
};

/** What keys do while versions are set against each other. */
export const reduceVersions = (state: State, overlay: Versions, action: KeyAction, world: World): State => {
	const next = (change: Partial<Versions>): State => ({...state, overlay: {...overlay, ...change}});
	const rows = changeRows(overlay, world.size);
	const room = versionsRoom(world.size);
	const most = Math.max(0, rows.length - room);
	const scroll = moved(action, Math.min(overlay.scroll, most), most + 1, room - 1);
	if (scroll !== null) return next({scroll});
	const last = (overlay.versions?.length ?? 1) - 1;
	switch (action) {
		case 'next-article': return next({at: Math.min(overlay.at + 1, last), scroll: 0});
		case 'previous-article': return next({at: Math.max(Math.min(1, last), overlay.at - 1), scroll: 0});
		case 'next-difference':
		case 'previous-difference': {
			const places = rows.flatMap(({begins, changed}, index) => begins && changed ? [index] : []);
			const found = action === 'next-difference' ? places.find(place => place > overlay.scroll) : places.findLast(place => place < overlay.scroll);
			return found === undefined || (found > most && overlay.scroll === most) ? withMessage(state, mending.noMoreChanges) : next({scroll: Math.min(found, most)});
		}

		default: return state;
	}
};
