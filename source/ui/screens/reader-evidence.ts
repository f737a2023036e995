import {rawColumns, segmentAt} from '../../model/article.ts';
import type {Figure} from '../../model/figure.ts';
import type {Derivation} from '../../model/library.ts';
import type {Quote} from '../../model/quote.ts';
import {shortHash} from '../../text/hash.ts';
import {clip} from '../../text/width.ts';
import type {Canvas} from '../paint/canvas.ts';
import {sliceRuns, wrapRuns} from '../figure-list.ts';
import {kicker, MODULE, moduleAt} from '../paint/layout.ts';
import {valueTyped} from '../put-right-fields.ts';
import {inOrder, type ReaderFrame} from '../reader-layout.ts';
import type {Row} from '../paint/row.ts';
import type {ReaderState} from '../state.ts';
import {symbols} from '../paint/theme.ts';
import {dateWords, fileName, figureRuns, measureWords, outletRuns, publishedWords, quoted, say, sourceRuns} from '../words/words.ts';
import type {World} from '../world.ts';
import {evidenceNote} from './evidence-note.ts';
import type {Pane} from './pane.ts';

const LABEL = 11;
const none: Row = [{text: `${symbols.none} none`, role: 'dim'}];
const words = (text: string | null): Row => text === null || text === '' ? none : [{text}];
const verbatim = (texts: readonly string[]): Row => texts.length === 0 ? none : [{text: texts.map(quoted).join(', '), role: 'figure', italic: true}];

const asOf = (figure: Figure): Row => figure.asOf !== null ? words(dateWords(figure.asOf)) : words(figure.asOfText === null ? null : quoted(figure.asOfText));
const said = (figure: Figure): Row => figure.saidOn !== null ? words(dateWords(figure.saidOn)) : words(figure.saidOnText === null ? null : quoted(figure.saidOnText));
const counts = (figure: Figure): Row => figure.flow === 'period' ? words(figure.periodText === null ? 'a period' : quoted(figure.periodText)) : figure.flow === 'total' ? words('a total to date') : [{text: 'not told', role: 'dim'}];
const checked: Record<'confirmed' | 'rejected' | 'edited', string> = {confirmed: 'confirmed by a person', rejected: 'rejected by a person', edited: 'put right by a person'};

const checkedBy = ({review}: Figure | Quote): Row => review === null ? [{text: 'by no one yet', role: 'dim'}] : [{text: `${symbols.checked} ${checked[review]}`}];

/** The record of a figure: label and value, in the order in which one asks. */
const figureRecord = (figure: Figure): ReadonlyArray<readonly [string, Row]> => [
	['figure', figureRuns(figure)],
	...(figure.review === 'edited' && !figure.refusal ? [['value', words(valueTyped(figure))] as const] : []),
	['measure', [{text: measureWords(figure)}, ...(figure.measure !== null && figure.measureText !== null && figure.measure !== figure.measureText ? [{text: ` ${quoted(figure.measureText)}`, role: 'dim' as const}] : [])]],
	['who', words(figure.subject)],
	['where', words(figure.scope)],
	['source', sourceRuns(figure)],
	['through', words(figure.sourceChain.join(', '))],
	['hedge', verbatim(figure.hedges)],
	['as of', asOf(figure)],
	['counts', counts(figure)],
	['said', said(figure)],
	['stance', words(figure.stance)],
	['ground', figure.basis === null ? none : verbatim([figure.basis])],
	['verified', figure.verification === null ? none : verbatim([figure.verification])],
	['checked', checkedBy(figure)],
];

/** The record of a quote. */
const quoteRecord = (quote: Quote): ReadonlyArray<readonly [string, Row]> => [
	['quote', [{text: quoted(quote.text), role: 'quote'}]],
	['speaker', words(quote.speaker)],
	['in full', words(quote.speakerName)],
	['cue', words(quote.cue)],
	['checked', checkedBy(quote)],
];

/** Where it is low, these stay, the first ones longest. */
const FIRST = ['figure', 'value', 'quote', 'speaker', 'in full', 'cue', 'source', 'measure', 'hedge', 'as of', 'counts', 'who', 'where', 'said', 'through', 'verified', 'ground', 'stance', 'checked'];
/** A "none" is said of what one would look for, not of these. */
const OPTIONAL = new Set(['ground', 'verified', 'said']);

/** The rows of a record that fit, in its order. Rows that only say "none" go first. */
const fitting = (record: ReadonlyArray<readonly [string, Row]>, room: number): ReadonlyArray<readonly [string, Row]> => {
	const low = room < record.length;
	const told = record.filter(([label, value]) => value !== none || !(low || OPTIONAL.has(label)));
	const kept = new Set(told.map(([label]) => label).sort((a, b) => FIRST.indexOf(a) - FIRST.indexOf(b)).slice(0, Math.max(1, room)));
	return told.filter(([label]) => kept.has(label));
};

/** Where the words stand in a raw line: the place nearest to the expected column, since cleaning may have moved it; -1 where they do not. */
const nearest = (raw: string, words: string, column: number): number => {
	const after = raw.indexOf(words, column);
	const before = raw.lastIndexOf(words, column);
	return after < 0 ? before : before < 0 || after - column < column - before ? after : before;
};

/** A stretch of a raw line around the figure's words, some words of context on each side. */
const around = (raw: string, figure: Figure | Quote, column: number, room: number): Row => {
	const at = nearest(raw, figure.text, column);
	if (at < 0) return [{text: clip(raw.trim(), room), role: 'dim'}];
	const start = raw.length <= room ? 0 : Math.max(0, raw.lastIndexOf(' ', Math.max(0, at - Math.floor(room / 2))) + 1);
	const runs: Row = [
		{text: `${start > 0 ? `${symbols.cut} ` : ''}${raw.slice(start, at)}`, role: 'dim'}, {text: figure.text, role: 'figure', bold: true, inverse: true},
		{text: raw.slice(at + figure.text.length), role: 'dim'},
	];
	const long = runs.reduce((sum, run) => sum + run.text.length, 0);
	if (long <= room) return runs;
	// At a word, never inside the figure itself.
	const whole = runs.map(run => run.text).join('');
	const end = Math.max((runs[0]?.text.length ?? 0) + figure.text.length, whole.lastIndexOf(' ', room - 2));
	return [...sliceRuns(runs, 0, end), {text: ` ${symbols.cut}`, role: 'dim'}];
};

/** Raw lines about the figure, each with its number; an empty one says so. */
const rawLines = (canvas: Canvas, lines: readonly string[], figure: Figure | Quote, column: number, {x, y: top, right, bottom}: Pane): void => {
	const cells = right - x;
	let y = top;
	const number = (line: number): void => void canvas.text(x, y, String(line), 'dim');
	for (let line = Math.max(1, figure.line - 1); line <= Math.min(lines.length, figure.line + 1) && y <= bottom; line++) {
		const raw = lines[line - 1] ?? '';
		const indent = Math.max(5, String(figure.line + 1).length + 2);
		number(line);
		if (raw.trim() === '') canvas.text(x + indent, y++, '(empty line)', 'rule');
		else if (line === figure.line) {
			for (const row of wrapRuns(around(raw, figure, column, (cells - indent) * 5), cells - indent)) if (y <= bottom) canvas.text(x + indent, y++, row);
		} else canvas.text(x + indent, y++, clip(raw.trim(), cells - indent), 'dim');
	}
};

const rawPart = (canvas: Canvas, derivation: Derivation, figure: Figure | Quote, world: World, frame: ReaderFrame, top: number, bottom: number): void => {
	const {evidenceX: x, evidenceWidth: cells} = frame;
	if (top + 1 > bottom) return;
	kicker(canvas, x, top, 'Raw', x + cells, `line ${figure.line}`);
	canvas.text(x, top + 1, clip(fileName(derivation.article.path), cells), 'dim');
	if (top + 2 > bottom) return;
	const segment = segmentAt(derivation.article, figure.segment);
	const columns = segment === undefined ? null : rawColumns(segment, figure.start, figure.end);
	canvas.text(x, top + 2, clip(`sha256  ${shortHash(derivation.article.document)}${columns ? `   chars ${columns.from}–${columns.to}` : ''}`, cells), 'dim');
	const page = world.raw(derivation.article.document);
	const note = top + 3 > bottom ? null : evidenceNote(derivation.article, page, figure.line, figure.line);
	if (note !== null) canvas.text(x, top + 3, clip(note, cells), 'warn');
	if (page && top + 4 <= bottom) rawLines(canvas, page.lines, figure, columns?.from ?? 0, {x, y: top + 4, right: x + cells, bottom});
};

const withoutFigures = (canvas: Canvas, {article}: Derivation, world: World, frame: ReaderFrame): void => {
	const {evidenceX: x, evidenceTop: y, evidenceWidth: cells} = frame;
	canvas.text(x, y, 'Evidence', {bold: true});
	canvas.text(x, y + 2, `${symbols.none} ${say.noFiguresHere}`, {role: 'own', italic: true, width: cells});
	const record: ReadonlyArray<readonly [string, Row]> = [
		['outlet', outletRuns(article)], ['published', words(publishedWords(article.published))], ['file', words(fileName(article.path))],
		['lines', words(`${article.startLine}–${article.endLine}`)], ['sha256', words(shortHash(article.document))],
		...[evidenceNote(article, world.raw(article.document), article.startLine, article.endLine)].flatMap(note => note === null ? [] : [['unseen', [{text: note, role: 'warn' as const}]] as const]),
	];
	for (const [index, [label, value]] of record.slice(0, Math.max(0, frame.evidenceRows - 4)).entries()) {
		canvas.text(x, y + 4 + index, label, 'dim');
		canvas.text(x + LABEL, y + 4 + index, value, {width: cells - LABEL});
	}
};

/** The evidence pane: the record of the current figure, then the raw lines it was read from. */
export const evidence = (canvas: Canvas, derivation: Derivation, figures: readonly Figure[], view: ReaderState, world: World, frame: ReaderFrame): void => {
	const {evidenceX: x, evidenceTop: top, evidenceRows: rows, evidenceWidth: cells, beside} = frame;
	if (beside) canvas.vertical(moduleAt(2), 2, canvas.height - 3);
	else canvas.rule(top - 1, 0, canvas.columns);
	const quotes = inOrder(derivation.quotes);
	const quote = view.quote === null ? undefined : quotes[view.quote];
	const figure = quote === undefined ? figures[view.figure ?? 0] : undefined;
	const fact = quote ?? figure;
	if (!fact) {
		withoutFigures(canvas, derivation, world, frame);
		return;
	}

	const bottom = top + rows - 1;
	canvas.text(x, top, 'Evidence', {bold: true});
	canvas.text(x + cells, top, quote ? `quote ${(view.quote ?? 0) + 1} of ${quotes.length}` : `figure ${(view.figure ?? 0) + 1} of ${figures.length}`, {role: 'dim', align: 'right'});
	let y = top + (beside ? 2 : 1);
	const columns = beside || cells < 76 ? 1 : 2;
	const told = quote ? quoteRecord(quote) : figure ? figureRecord(figure) : [];
	const record = fitting(told, beside ? Math.min(14, rows - 6) : Math.max(3, rows - 4) * columns);
	const half = Math.ceil(record.length / columns);
	let lowest = y;
	for (let column = 0; column < columns; column++) {
		const from = x + column * MODULE;
		const room = columns > 1 ? 36 : cells;
		let at = y;
		for (const [label, value] of record.slice(column * half, (column + 1) * half)) {
			const lines = wrapRuns(value, room - LABEL);
			if (at + lines.length - 1 > bottom) break;
			canvas.text(from, at, label, 'dim');
			for (const line of lines) canvas.text(from + LABEL, at++, line, {width: room - LABEL});
		}

		lowest = Math.max(lowest, at);
	}

	y = lowest;
	rawPart(canvas, derivation, fact, world, frame, y + (beside ? 1 : 0), bottom);
};
