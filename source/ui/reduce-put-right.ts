import type {ArticleCard} from '../model/article.ts';
import type {Figure, Review} from '../model/figure.ts';
import type {Correction} from '../model/override.ts';
import type {KeyAction} from './keymap.ts';
import {quoteOf} from './mend.ts';
import {articleFields, figureFields, type Parsed} from './put-right-fields.ts';
import {moved} from './reduce-deck.ts';
import {withMessage, type Overlay, type State} from './state.ts';
import {edited, LONGEST_LINE, typedInto} from './text-field.ts';
import {say} from './words.ts';
import type {World} from './world.ts';

export type PutRight = Extract<Overlay, {kind: 'put-right'}>;

/** The figure that is put right as it reads now: a correction made meanwhile is in it. */
export const figureOf = ({figure, article}: PutRight, world: World): Figure | null =>
	figure === null ? null : world.derivation(article)?.figures.find(({id}) => id === figure) ?? null;

/** A line of the overlay: what it is, what it says now. */
export type FieldRow = {readonly label: string; readonly now: string; readonly parse: (typed: string) => Parsed};

/** The fields of what is put right: of the figure, or of its article. */
export const rowsOf = (overlay: PutRight, world: World): readonly FieldRow[] => {
	const [figure, card] = [figureOf(overlay, world), world.card(overlay.article)];
	if (overlay.of === 'figure') return figure === null ? [] : figureFields.map(field => ({label: field.label, now: field.now(figure), parse: field.parse}));
	return card === undefined ? [] : articleFields.map(field => ({label: field.label, now: field.now(card), parse: field.parse}));
};

const isText = (fields: Readonly<Record<string, string | number | null>>): fields is Readonly<Record<string, string | null>> => Object.values(fields).every(value => typeof value !== 'number');

const onArticle = (card: ArticleCard, fields: Readonly<Record<string, string | null>>): Correction => ({kind: 'article', article: card.id, fields});

const correct = (state: State, corrections: readonly Correction[], told: string): State => ({...state, request: {kind: 'correct', corrections, told}});

/** One review of the figure: confirmed, rejected, or with other fields. */
const review = (state: State, overlay: PutRight, world: World, verdict: Review, fields: Readonly<Record<string, string | number | null>>, told: string): State => {
	const figure = figureOf(overlay, world);
	const derivation = world.derivation(overlay.article);
	if (figure === null || derivation === null) return withMessage(state, say.noFigureHere);
	return correct(state, [{kind: 'figure', on: quoteOf(figure, derivation), review: verdict, fields}], told);
};

/** Enter on a field that is open: what was typed is kept, if it fits. */
const keep = (state: State, overlay: PutRight, world: World, typed: string): State => {
	const row = rowsOf(overlay, world)[overlay.field];
	const closed: State = {...state, overlay: {...overlay, text: null}};
	if (row === undefined || typed === row.now) return closed;
	const parsed = row.parse(typed);
	if ('wrong' in parsed) return withMessage(state, parsed.wrong, true);
	const told = say.putRight(row.label, typed);
	if (overlay.of === 'figure') return review(closed, overlay, world, 'edited', parsed.fields, told);
	const card = world.card(overlay.article);
	return card === undefined || !isText(parsed.fields) ? closed : correct(closed, [onArticle(card, parsed.fields)], told);
};

/** What keys do while something is put right. While a field is open letters are text. */
export const reducePutRight = (state: State, overlay: PutRight, action: KeyAction, world: World): State => {
	const next = (change: Partial<PutRight>): State => ({...state, overlay: {...overlay, ...change}});
	const rows = rowsOf(overlay, world);
	if (overlay.text !== null) {
		const text = edited(overlay.text, action);
		if (text !== null) return next({text});
		if (action === 'open') return keep(state, overlay, world, overlay.text.trim());
		return action === 'escape' ? next({text: null}) : state;
	}

	const field = action === 'next-pane' ? (overlay.field + 1) % Math.max(1, rows.length) : moved(action, overlay.field, rows.length, 4);
	if (field !== null) return next({field});
	switch (action) {
		case 'open': return rows.length === 0 ? state : next({text: rows[overlay.field]?.now ?? ''});
		case 'left':
		case 'right': return overlay.figure === null ? state : next({of: overlay.of === 'figure' ? 'article' : 'figure', field: 0});
		case 'confirm': return overlay.of === 'figure' ? review(state, overlay, world, 'confirmed', {}, say.confirmed(figureOf(overlay, world)?.text ?? '')) : withMessage(state, say.onlyFigures);
		case 'reject': return overlay.of === 'figure' ? review(state, overlay, world, 'rejected', {}, say.rejected(figureOf(overlay, world)?.text ?? '')) : withMessage(state, say.onlyFigures);
		case 'junk': {
			const row = rows[overlay.field];
			const named = (row?.label === 'outlet' || row?.label === 'source') && row.now !== '';
			return named ? {...state, overlay: {kind: 'ask', about: {kind: 'alias', alias: row.now}, text: ''}} : withMessage(state, say.noAlias);
		}

		case 'undo':
		case 'redo': return {...state, request: {kind: action}};
		case 'escape': return {...state, overlay: null};
		default: return state;
	}
};

/** A character typed into the open field. */
export const typedIntoField = (state: State, overlay: PutRight, key: string): State =>
	overlay.text === null ? state : {...state, overlay: {...overlay, text: typedInto(overlay.text, key, LONGEST_LINE) ?? overlay.text}};
