import type {ArticleCard} from '../../model/article.ts';
import {lineQuotesOf, type Correction, type CutAct} from '../../model/override.ts';
import type {KeyAction} from '../keys/keymap.ts';
import {windowTop, type Size} from '../paint/layout.ts';
import {moved, readerOf} from './deck.ts';
import {pushView, withMessage, withView, type PageState, type State} from '../state.ts';
import {wrapLines} from '../../text/wrap.ts';
import {say} from '../words/words.ts';
import type {RawPage, World} from '../world.ts';

/** Cells of a raw line's text; and rows it takes at most while the cursor is elsewhere. */
export const pageText = ({columns}: Size): number => Math.min(76, columns - 11);
const MOST_ROWS = 2;

/** Rows of the page seen at once. */
export const pageRows = ({rows}: Size): number => rows - 6;

/** What a raw line is: in which article it stands, or by which rule it is in none. Null: blank. */
export type Owner = {readonly article: ArticleCard | null; readonly rule: string | null};

const owners = new WeakMap<RawPage, readonly (Owner | null)[]>();

/** What each line of a page is, line 1 first: a removed line belongs to no article, another one to the narrowest that has it. */
export const ownersOf = (page: RawPage, document: string, world: World): readonly (Owner | null)[] => {
	const known = owners.get(page);
	if (known) return known;
	const cards = world.data.order.filter(card => card.document === document).toSorted((a, b) => (b.endLine - b.startLine) - (a.endLine - a.startLine));
	const found: Array<Owner | null> = page.lines.map(() => null);
	for (const card of cards) for (let line = card.startLine; line <= Math.min(card.endLine, found.length); line++) found[line - 1] = {article: card, rule: null};
	for (const {startLine, endLine, rule} of page.removed) for (let line = startLine; line <= Math.min(endLine, found.length); line++) found[line - 1] = {article: null, rule};
	const told = found.map((owner, index) => (page.lines[index] ?? '').trim() === '' ? null : owner);
	owners.set(page, told);
	return told;
};

/** Rows of each line: long ones are cut while the cursor is elsewhere; the head of an article and of a removal takes one more. */
export const pageHeights = (page: RawPage, view: PageState, world: World): readonly number[] => {
	const cells = pageText(world.size);
	const all = ownersOf(page, view.document, world);
	return page.lines.map((line, index) => {
		const rows = Math.max(1, wrapLines(line, cells).length);
		return (index === view.cursor ? Math.min(rows, 8) : Math.min(rows, MOST_ROWS)) + (isHead(all, index) ? 1 : 0);
	});
};

const sameOwner = (a: Owner | null | undefined, b: Owner | null | undefined): boolean => a?.article?.id === b?.article?.id && a?.rule === b?.rule;

/** Whether another owner begins at a line; blank lines between change nothing. */
export const isHead = (all: readonly (Owner | null)[], index: number): boolean => {
	const owner = all[index];
	if (owner == null) return false;
	let before = index - 1;
	while (before >= 0 && all[before] === null) before--;
	return !sameOwner(all[before], owner);
};

const acts: Partial<Record<KeyAction, CutAct>> = {
	'cut-split': 'split', 'cut-join': 'join', 'cut-previous': 'previous', 'cut-next': 'next', 'cut-restore': 'restore', 'cut-remove': 'remove',
};

/** The lines that are meant: from where the range was begun, or the one under the cursor. */
const rangeOf = ({from, cursor}: PageState): readonly [number, number] => from === null ? [cursor, cursor] : [Math.min(from, cursor), Math.max(from, cursor)];

/** A join is said of the line its article begins with, wherever the cursor stands in it. */
const firstOf = (all: readonly (Owner | null)[], cursor: number): number => (all[cursor]?.article?.startLine ?? cursor + 1) - 1;

const cut = (state: State, view: PageState, page: RawPage, act: CutAct, world: World): State => {
	const all = ownersOf(page, view.document, world);
	const [from, to] = act === 'join' ? [firstOf(all, view.cursor), firstOf(all, view.cursor)] : rangeOf(view);
	const lines = page.lines.map((text, index) => ({text, number: index + 1}));
	const quotes = lineQuotesOf(view.document, lines, from + 1, to + 1);
	if (quotes === null) return withMessage(state, say.blankLine, true);
	const [at, through] = quotes;
	const correction: Correction = {kind: 'cut', act, at, through};
	return {...withView(state, {...view, from: null}), request: {kind: 'correct', corrections: [correction], told: say.cut(act, through.line - at.line + 1)}};
};

const onLine = (state: State, view: PageState, cursor: number, page: RawPage, world: World): State => {
	const next = {...view, cursor};
	return withView(state, {...next, top: windowTop(pageHeights(page, next, world), view.top, cursor, pageRows(world.size))});
};

/** What keys do on the raw page. */
export const reducePage = (state: State, view: PageState, action: KeyAction, world: World): State => {
	const page = world.raw(view.document);
	if (!page) return state;
	const cursor = moved(action, view.cursor, page.lines.length, pageRows(world.size) - 1);
	if (cursor !== null) return onLine(state, view, cursor, page, world);

	if (action === 'next-difference' || action === 'previous-difference') {
		const all = ownersOf(page, view.document, world);
		const isRemoval = (owner: Owner | null, index: number): boolean => owner?.rule != null && isHead(all, index);
		const found = action === 'next-difference' ? all.findIndex((owner, index) => index > view.cursor && isRemoval(owner, index)) : all.findLastIndex((owner, index) => index < view.cursor && isRemoval(owner, index));
		return found < 0 ? withMessage(state, say.noMoreRemoved) : onLine(state, view, found, page, world);
	}

	const act = acts[action];
	if (act) return cut(state, view, page, act, world);
	switch (action) {
		case 'range': return withView(state, {...view, from: view.from === null ? view.cursor : null});
		case 'junk': {
			const line = page.lines[view.cursor]?.trim() ?? '';
			const outlet = ownersOf(page, view.document, world)[view.cursor]?.article?.outlet ?? '';
			return line === '' ? withMessage(state, say.blankLine, true) : {...state, overlay: {kind: 'ask', about: {kind: 'junk', exact: line}, text: outlet}};
		}

		case 'open': {
			const article = ownersOf(page, view.document, world)[view.cursor]?.article;
			return article ? pushView(state, readerOf([article.id], 0, article.path)) : withMessage(state, say.inNoArticle);
		}

		default: return state;
	}
};
