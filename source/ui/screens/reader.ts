import {segmentAt} from '../../model/article.ts';
import type {Figure} from '../../model/figure.ts';
import type {Derivation} from '../../model/library.ts';
import {clip} from '../../text/width.ts';
import type {Place} from '../../model/override.ts';
import type {Canvas} from '../paint/canvas.ts';
import {foundIn} from '../found-words.ts';
import {createPage, footer, masthead, moduleAt} from '../paint/layout.ts';
import {figuresInOrder, inOrder, readerFrame, readerLines, type ReaderFrame, type ReaderLine} from '../reader-layout.ts';
import {placeChosen} from '../reader-words.ts';
import type {Row} from '../paint/row.ts';
import type {ReaderState, State} from '../state.ts';
import {symbols} from '../paint/theme.ts';
import {count, outletRuns, say} from '../words/words.ts';
import {onItsPage} from '../views/names.ts';
import type {World} from '../world.ts';
import {match} from './article-preview.ts';
import {marksOf, markedRuns} from './article-text.ts';
import {evidence} from './reader-evidence.ts';

/** What the margin says of a line: the numbers of its figures, the current one inverse, else that a quote begins. */
const margin = (derivation: Derivation, line: ReaderLine, figures: readonly Figure[], current: number | null): Row => {
	if (line.kind !== 'text') return [];
	const here = figures.flatMap((figure, index) => figure.segment === line.segment && figure.start >= line.start && figure.start < line.end ? [index] : []);
	const numbers = here.flatMap((index, at) => [...(at > 0 ? [{text: ' '}] : []), {text: String(index + 1), role: 'figure' as const, bold: true, ...(index === current && {inverse: true})}]);
	const quote = derivation.quotes.some(item => item.segment === line.segment && item.start >= line.start && item.start < line.end);
	return numbers.length > 0 ? numbers : quote ? [{text: symbols.quote, role: 'quote'}] : [];
};

const drawLine = (canvas: Canvas, y: number, derivation: Derivation, line: ReaderLine, frame: ReaderFrame, figures: readonly Figure[], found: readonly Place[], view: ReaderState): void => {
	const {article, quotes} = derivation;
	if (line.kind === 'facts') canvas.text(frame.textX, y, line.text, 'dim');
	if (line.kind === 'removed') canvas.text(frame.textX, y, line.text, {role: 'own', italic: true});
	if (line.kind !== 'text') return;
	const segment = segmentAt(article, line.segment);
	const current = view.quote !== null ? inOrder(quotes)[view.quote]?.id ?? null : view.figure === null ? null : figures[view.figure]?.id ?? null;
	const bold = line.segment === -1 || segment?.kind === 'heading';
	const chosen = view.select?.segment === line.segment ? placeChosen(article, view.select) : null;
	const marks = [
		...marksOf(article, line.segment, figures, quotes, view.select === null ? current : null),
		...found.flatMap((place, index) => place.segment === line.segment ? [{start: place.start, end: place.end, look: {...match, ...(index === view.match && {inverse: true})}}] : []),
		...(chosen ? [{start: chosen.start, end: chosen.end, look: {inverse: true, bold: true}}] : []),
	];
	const runs = markedRuns(segment?.text ?? '', line.start, line.end, marks, {...(bold && {bold}), ...(segment?.kind === 'caption' && {role: 'dim' as const})});
	canvas.text(frame.textX, y, runs, {width: frame.textWidth});
	canvas.text(frame.marginX, y, margin(derivation, line, figures, view.quote === null ? view.figure : null));
	if (line.first && line.segment >= 0) canvas.text(6, y, String(line.segment + 1), {role: 'dim', align: 'right'});
	if (line.segment === view.paragraph && line.segment >= 0) canvas.bar(1, y, y);
};

const MOST_CHOSEN = 28;
/** The words that are chosen, as far as the state's place has room; "" while one reads. */
const chosenWords = ({article}: Derivation, {select}: ReaderState): string => {
	const place = select && placeChosen(article, select);
	return place ? clip(`“${segmentAt(article, place.segment)?.text.slice(place.start, place.end) ?? ''}”`, MOST_CHOSEN) : '';
};

/** An article as it was written, with its figures and quotes marked, and beside it the evidence for one of them. */
export const reader = (state: State, view: ReaderState, world: World): Row[] => {
	const {canvas, width} = createPage(world.size);
	const id = view.list[view.index] ?? '';
	const card = world.card(id);
	const derivation = world.derivation(id);
	const frame = readerFrame(world.size, view.evidence);
	const shown = view.evidence && frame.evidenceRows > 2;
	const [name, degree] = card ? outletRuns(card) : [];
	masthead(canvas, {
		title: name?.text ?? '', ...(name?.role && {titleRole: name.role}), ...(degree && {after: degree}), of: view.of,
		right: [`article ${view.index + 1} of ${view.list.length}`, ...(card ? [onItsPage(card)].filter(Boolean) : [])],
		focus: [0, frame.beside ? moduleAt(2) : width],
	});
	if (!derivation) {
		canvas.text(frame.textX, 2, say.loading, 'dim');
		footer(canvas, {hints: world.keymap.footerHints('reader'), state: '', message: state.message});
		return canvas.rows();
	}

	const lines = readerLines(derivation, frame.textWidth);
	const figures = figuresInOrder(derivation.figures);
	const found = view.found === null ? [] : foundIn(derivation.article, view.found);
	const scroll = Math.max(0, Math.min(view.scroll, lines.length - frame.textRows));
	for (const [row, line] of lines.slice(scroll, scroll + frame.textRows).entries()) drawLine(canvas, frame.textTop + row, derivation, line, frame, figures, found, view);
	if (shown) evidence(canvas, derivation, figures, view, world, frame);
	const below = lines.length - scroll - frame.textRows;
	footer(canvas, {
		hints: world.keymap.footerHints(view.select === null ? 'reader' : 'select'), message: state.message, more: below > 0 && (frame.beside || !shown) ? `${count(below, 'line')} below` : '',
		state: state.pending || chosenWords(derivation, view) || (view.match !== null ? `match ${view.match + 1} of ${found.length}` : view.paragraph < 0 ? count(derivation.article.segments.length, 'paragraph') : `paragraph ${view.paragraph + 1} of ${derivation.article.segments.length}`),
	});
	return canvas.rows();
};
