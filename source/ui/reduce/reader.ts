import type {ArticleId} from '../../model/article.ts';
import type {Figure} from '../../model/figure.ts';
import type {Quote} from '../../model/quote.ts';
import {foundIn} from '../found-words.ts';
import type {KeyAction} from '../keys/keymap.ts';
import {mending} from '../words/mend-words.ts';
import {chooseColumns, moved, readerOf, openCompare} from './deck.ts';
import {figuresInOrder, inOrder, lineAt, readerFrame, readerLines, scrollTo, type ReaderLine} from '../reader-layout.ts';
import {withMessage, withView, type ReaderState, type State} from '../state.ts';
import {say} from '../words/words.ts';
import type {World} from '../world.ts';

type Measured = {readonly lines: readonly ReaderLine[]; readonly room: number; readonly most: number};

const measure = (view: ReaderState, world: World): Measured | null => {
	const derivation = world.derivation(view.list[view.index] ?? '');
	if (!derivation) return null;
	const frame = readerFrame(world.size, view.evidence);
	const lines = readerLines(derivation, frame.textWidth);
	return {lines, room: frame.textRows, most: Math.max(0, lines.length - frame.textRows)};
};

/** The view with one figure of its article chosen and in sight. `step` counts in reading order. */
export const atFigure = (view: ReaderState, figure: number, world: World): ReaderState => {
	const derivation = world.derivation(view.list[view.index] ?? '');
	const measured = measure(view, world);
	const chosen = derivation && figuresInOrder(derivation.figures)[figure];
	if (!chosen || !measured) return view;
	const line = lineAt(measured.lines, chosen.segment, chosen.start);
	return {...view, figure, quote: null, paragraph: Math.max(-1, chosen.segment), scroll: scrollTo(view.scroll, line, measured.room, measured.lines.length)};
};

/** The view with one quote of its article chosen and in sight. */
const atQuote = (view: ReaderState, quote: number, world: World): ReaderState => {
	const derivation = world.derivation(view.list[view.index] ?? '');
	const measured = measure(view, world);
	const chosen = derivation && inOrder(derivation.quotes)[quote];
	if (!chosen || !measured) return view;
	const line = lineAt(measured.lines, chosen.segment, chosen.start);
	return {...view, quote, paragraph: Math.max(-1, chosen.segment), scroll: scrollTo(view.scroll, line, measured.room, measured.lines.length)};
};

/** A place in an article: a quote or a figure of it, else a paragraph. */
export type ReadPlace = {readonly figure: Pick<Figure, 'id'> | null; readonly segment: number | null; readonly quote?: Pick<Quote, 'id'>};

/** A reader on one article of a list, at a place in it. */
export const readerAt = (list: readonly ArticleId[], article: ArticleId, of: string, place: ReadPlace, world: World): ReaderState => {
	const reader = readerOf(list, list.indexOf(article), of);
	const body = world.derivation(article);
	const quote = inOrder(body?.quotes ?? []).findIndex(({id}) => id === place.quote?.id);
	if (quote >= 0) return atQuote(reader, quote, world);
	const index = figuresInOrder(body?.figures ?? []).findIndex(({id}) => id === place.figure?.id);
	return index >= 0 ? atFigure(reader, index, world) : {...reader, paragraph: place.segment ?? -1};
};

const atParagraph = (view: ReaderState, step: number, world: World): ReaderState => {
	const measured = measure(view, world);
	const last = (world.derivation(view.list[view.index] ?? '')?.article.segments.length ?? 0) - 1;
	if (!measured || last < 0) return view;
	const paragraph = Math.max(-1, Math.min(view.paragraph + step, last));
	const line = paragraph < 0 ? 0 : lineAt(measured.lines, paragraph, 0);
	return {...view, paragraph, scroll: scrollTo(view.scroll, line, measured.room, measured.lines.length)};
};

const stepFigure = (state: State, view: ReaderState, step: number, world: World): State => {
	const total = world.derivation(view.list[view.index] ?? '')?.figures.length ?? 0;
	if (total === 0) return withMessage(state, say.noMoreFigures);
	return withView(state, atFigure(view, Math.max(0, Math.min((view.figure ?? -1) + step, total - 1)), world));
};

const stepQuote = (state: State, view: ReaderState, step: number, world: World): State => {
	const total = world.derivation(view.list[view.index] ?? '')?.quotes.length ?? 0;
	if (total === 0) return withMessage(state, mending.noMoreQuotes);
	return withView(state, atQuote(view, Math.max(0, Math.min((view.quote ?? (step > 0 ? -1 : total)) + step, total - 1)), world));
};

/** The next place of what was searched for; the view scrolls to it. */
const stepMatch = (state: State, view: ReaderState, step: number, world: World): State => {
	if (view.found === null) return withMessage(state, say.nothingSearched);
	const derivation = world.derivation(view.list[view.index] ?? '');
	const measured = measure(view, world);
	const places = derivation ? foundIn(derivation.article, view.found) : [];
	const match = (view.match ?? (step > 0 ? -1 : places.length)) + step;
	const place = places[match];
	if (!place || !measured) return withMessage(state, say.noFurtherMatch);
	const line = lineAt(measured.lines, place.segment, place.start);
	return withView(state, {...view, match, paragraph: Math.max(-1, place.segment), scroll: scrollTo(view.scroll, line, measured.room, measured.lines.length)});
};

const stepArticle = (state: State, view: ReaderState, step: number): State => {
	const index = Math.max(0, Math.min(view.index + step, view.list.length - 1));
	return index === view.index ? state : withView(state, {...readerOf(view.list, index, view.of, view.found), evidence: view.evidence});
};

/** What keys do in the reader. */
export const reduceReader = (state: State, view: ReaderState, action: KeyAction, world: World): State => {
	const measured = measure(view, world);
	const scroll = measured && moved(action, Math.min(view.scroll, measured.most), measured.most + 1, measured.room - 1);
	if (scroll !== null) return withView(state, {...view, scroll});
	switch (action) {
		case 'next-figure': return stepFigure(state, view, 1, world);
		case 'previous-figure': return stepFigure(state, view, -1, world);
		case 'next-quote': return stepQuote(state, view, 1, world);
		case 'previous-quote': return stepQuote(state, view, -1, world);
		case 'next-match': return stepMatch(state, view, 1, world);
		case 'previous-match': return stepMatch(state, view, -1, world);
		case 'next-paragraph': return withView(state, atParagraph(view, 1, world));
		case 'previous-paragraph': return withView(state, atParagraph(view, -1, world));
		case 'next-article': return stepArticle(state, view, 1);
		case 'previous-article': return stepArticle(state, view, -1);
		case 'evidence': return withView(state, {...view, evidence: !view.evidence});
		case 'compare': return openCompare(state, chooseColumns(view.list.flatMap(id => world.card(id) ?? []), world), view.of, 'explain');
		default: return state;
	}
};
