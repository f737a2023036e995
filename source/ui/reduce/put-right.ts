import type {ArticleCard} from '../../model/article.ts';
import type {Review} from '../../model/figure.ts';
import {placeOfWords, type Correction, type Fields} from '../../model/override.ts';
import {articleHere, factHere, type FactHere} from '../figure-here.ts';
import type {KeyAction} from '../keys/keymap.ts';
import {mending} from '../words/mend-words.ts';
import {holdOn} from '../session/mend.ts';
import type {PutRight} from '../overlays.ts';
import {factOf, rowsOf} from '../put-right-rows.ts';
import {inOrder} from '../reader-layout.ts';
import {moved} from './deck.ts';
import {sameForAll} from './alike.ts';
import {beginSelection} from './select.ts';
import {viewOf, withMessage, withView, type Draft, type State} from '../state.ts';
import {edited, LONGEST_LINE, typedInto} from '../text-field.ts';
import type {World} from '../world.ts';

const isText = (fields: Fields): fields is Readonly<Record<string, string | null>> => Object.values(fields).every(value => typeof value !== 'number');

const correct = (state: State, corrections: readonly Correction[], told: string): State => ({...state, request: {kind: 'correct', corrections, told}});

/** One review of a figure or quote: confirmed, rejected, or with other fields. */
export const reviewFact = (state: State, {kind, fact}: FactHere, verdict: Review, fields: Fields, told: string, world: World): State => {
	const derivation = world.derivation(fact.article);
	if (derivation === null) return withMessage(state, mending.noFact);
	const on = holdOn(fact, derivation);
	if (kind === 'figure') return correct(state, [{kind, on, review: verdict, fields}], told);
	return isText(fields) ? correct(state, [{kind, on, review: verdict, fields}], told) : state;
};

/** The figure or quote under the cursor is confirmed; a refusal can be, a gap cannot. */
export const confirmHere = (state: State, world: World): State => {
	const here = factHere(viewOf(state), world);
	if (here === null) return withMessage(state, mending.noFact);
	return here.fact.review === 'confirmed' ? withMessage(state, mending.confirmedAlready) : reviewFact(state, here, 'confirmed', {}, mending.confirmed(here.fact.text), world);
};

/** The figure or quote under the cursor is put right; where there is none, the article. */
export const openPutRight = (state: State, world: World): State => {
	const here = factHere(viewOf(state), world);
	const article = here?.fact.article ?? articleHere(state, world);
	if (article === null) return withMessage(state, mending.nothing);
	return {...state, overlay: {kind: 'put-right', of: here ? 'fact' : 'article', fact: here && {kind: here.kind, id: here.fact.id}, draft: null, article, field: 0, text: null}};
};

const onArticle = (card: ArticleCard, fields: Readonly<Record<string, string | null>>): Correction => ({kind: 'article', article: card.id, fields});

/** What is about to be added, with other fields; its own words move its place. */
const changed = ({addition, planned}: Draft, {text, ...fields}: Fields, world: World): Draft => {
	const derivation = world.derivation(addition.article);
	const moved = typeof text === 'string' && derivation ? placeOfWords(derivation.article, addition.place, text) : null;
	return {addition: {...addition, place: moved ?? addition.place, fields: {...planned?.correction.fields, ...fields}}, planned: null};
};

/** The figure or quote is added, and the reader's cursor stands on it. */
const add = (state: State, {addition: {kind}, planned}: Draft, world: World): State => {
	if (planned === null) return state;
	const {fact, correction} = planned;
	if (planned.kind === 'figure' && !planned.fact.refusal && planned.fact.low === null && planned.fact.high === null) return withMessage(state, mending.needsValue, true);
	const view = viewOf(state);
	const known = world.derivation(fact.article)?.[kind === 'figure' ? 'figures' : 'quotes'] ?? [];
	const place = inOrder([...known, fact]).indexOf(fact);
	const shown = view.kind === 'reader' ? withView(state, {...view, select: null, ...(kind === 'figure' ? {figure: place, quote: null} : {quote: place})}) : state;
	return correct({...shown, overlay: null}, [correction], mending.fitted(kind, fact.text));
};

/** Enter on a field that is open: what was typed is kept, if it fits. */
const keep = (state: State, overlay: PutRight, world: World, typed: string): State => {
	const row = rowsOf(overlay, world)[overlay.field];
	const closed: State = {...state, overlay: {...overlay, text: null}};
	if (row === undefined || typed === row.opened) return closed;
	const parsed = row.parse(typed);
	if ('wrong' in parsed) return withMessage(state, parsed.wrong, true);
	if (overlay.draft !== null) return {...closed, overlay: {...overlay, text: null, draft: changed(overlay.draft, parsed.fields, world)}};
	const told = mending.putRight(row.label, typed);
	const here = overlay.of === 'fact' ? factOf(overlay, world) : null;
	if (here !== null) return reviewFact(closed, here, 'edited', parsed.fields, told, world);
	const card = world.card(overlay.article);
	return card === undefined || !isText(parsed.fields) ? closed : correct(closed, [onArticle(card, parsed.fields)], told);
};

/** What keys do while a field is open: letters are text. */
const inField = (state: State, overlay: PutRight & {readonly text: string}, action: KeyAction, world: World): State => {
	const text = edited(overlay.text, action);
	if (text !== null) return {...state, overlay: {...overlay, text}};
	switch (action) {
		case 'open': return keep(state, overlay, world, overlay.text.trim());
		case 'editor': return {...state, request: {kind: 'edit', text: overlay.text}};
		case 'escape': return {...state, overlay: {...overlay, text: null}};
		default: return state;
	}
};

const judge = (state: State, overlay: PutRight, verdict: 'confirmed' | 'rejected', world: World): State => {
	if (overlay.draft !== null) return withMessage(state, mending.notYet);
	const here = overlay.of === 'fact' ? factOf(overlay, world) : null;
	return here === null ? withMessage(state, mending.onlyFacts) : reviewFact(state, here, verdict, {}, mending[verdict](here.fact.text), world);
};

/** What keys do while something is put right. */
export const reducePutRight = (state: State, overlay: PutRight, action: KeyAction, world: World): State => {
	if (overlay.text !== null) return inField(state, {...overlay, text: overlay.text}, action, world);
	const next = (change: Partial<PutRight>): State => ({...state, overlay: {...overlay, ...change}});
	const rows = rowsOf(overlay, world);
	const field = action === 'next-pane' ? (overlay.field + 1) % Math.max(1, rows.length) : moved(action, overlay.field, rows.length, 4);
	if (field !== null) return next({field});
	switch (action) {
		case 'open': return rows.length === 0 ? state : next({text: rows[overlay.field]?.opened ?? ''});
		case 'left':
		case 'right': return overlay.fact === null ? state : next({of: overlay.of === 'fact' ? 'article' : 'fact', field: 0});
		case 'add-fact': return overlay.draft === null ? beginSelection({...state, overlay: null}, world) : add(state, overlay.draft, world);
		case 'confirm': return judge(state, overlay, 'confirmed', world);
		case 'reject': return judge(state, overlay, 'rejected', world);
		case 'junk': return sameForAll(state, overlay, rows[overlay.field]?.label ?? '', world);
		case 'undo':
		case 'redo': return {...state, request: {kind: action}};
		case 'escape': return {...state, overlay: null};
		default: return state;
	}
};

/** A character typed into the open field. */
export const typedIntoField = (state: State, overlay: PutRight, key: string): State =>
	overlay.text === null ? state : {...state, overlay: {...overlay, text: typedInto(overlay.text, key, LONGEST_LINE) ?? overlay.text}};
