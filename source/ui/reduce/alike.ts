import type {KeyAction} from '../keys/keymap.ts';
import {mending} from '../words/mend-words.ts';
import type {PutRight} from '../overlays.ts';
import {factOf} from '../put-right-rows.ts';
import {moved} from './deck.ts';
import {alikeRows} from '../screens/alike.ts';
import {withMessage, type Ask, type Overlay, type State} from '../state.ts';
import type {World} from '../world.ts';

export type Alike = Extract<Overlay, {kind: 'alike'}>;

/**
 * The same for all like what is put right. On an outlet, a source or a speaker: it is another's name; on a measure: the printed word is
 * this measure; on any other field what was said of this figure or quote.
 */
export const sameForAll = (state: State, overlay: PutRight, field: string, world: World): State => {
	const card = world.card(overlay.article);
	const asked = (about: Ask, text = ''): State => ({...state, overlay: {kind: 'ask', about, text, behind: overlay}});
	if (overlay.of === 'article') return field === 'outlet' && card?.outlet ? asked({kind: 'alias', alias: card.outlet}) : withMessage(state, mending.noAlias);
	const here = overlay.draft === null ? factOf(overlay, world) : null;
	if (here === null || overlay.fact === null) return withMessage(state, mending.notYet);
	const name = here.kind === 'figure' ? here.fact.source : here.fact.speakerName ?? here.fact.speaker;
	if (field === 'source' || field === 'speaker' || field === 'in full') return name === null ? withMessage(state, mending.noAlias) : asked({kind: 'alias', alias: name});
	if (field === 'measure' && here.kind === 'figure' && here.fact.measureText !== null) return asked({kind: 'measure', word: here.fact.measureText, outlet: card?.outlet ?? null}, here.fact.measure ?? '');
	if (here.fact.review === null) return withMessage(state, mending.sayFirst);
	return {...state, overlay: {kind: 'alike', act: {kind: 'fact', of: here.kind, article: overlay.article, id: here.fact.id}, outlet: null, planned: null, scroll: 0, behind: overlay}};
};

/** What keys do while somebody looks at what would change for all alike. */
export const reduceAlike = (state: State, overlay: Alike, action: KeyAction, world: World): State => {
	const {act, outlet, planned} = overlay;
	const scroll = moved(action, overlay.scroll, alikeRows(overlay, world).length, Math.max(1, world.size.rows - 12));
	if (scroll !== null) return {...state, overlay: {...overlay, scroll}};
	if (action === 'next-pane') {
		if (act.kind !== 'measure' || outlet === null) return withMessage(state, mending.noOutlet);
		return {...state, overlay: {...overlay, act: {...act, outlet: act.outlet === null ? outlet : null}, planned: null, scroll: 0}};
	}

	if (action !== 'open' || planned === null) return state;
	if (planned.corrections.length === 0) return withMessage({...state, overlay: null}, mending.nothingAlike);
	const counts = mending.alikeCounts(planned.figures, planned.quotes, planned.articles);
	return {...state, overlay: null, request: {kind: 'correct', corrections: planned.corrections, told: mending.saidOfAll(counts)}};
};
