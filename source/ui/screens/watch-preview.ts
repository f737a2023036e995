import type {Figure} from '../../model/figure.ts';
import type {LogEntry} from '../../model/override.ts';
import type {AuditItem, AuditSheet, Doubt, NearWords, Unplaced} from '../../model/review.ts';
import {segmentAt} from '../../model/article.ts';
import {clip} from '../../text/width.ts';
import type {Canvas} from '../paint/canvas.ts';
import type {KeyAction} from '../keys/keymap.ts';
import {rowWidth} from '../paint/layout.ts';
import type {ListingItem} from '../listings.ts';
import {correctionWords, doubtWhy, heldWords, sayReview, whoAndWhen} from '../words/review-words.ts';
import type {Row} from '../paint/row.ts';
import {symbols} from '../paint/theme.ts';
import {count, figureRuns, measureWords, outletRuns, publishedWords, quoted, sourceRuns, thousands, whenWords} from '../words/words.ts';
import type {World} from '../world.ts';
import {paneTitle, type Pane} from './pane.ts';
import {MEASURE, penOn, type Pen} from './pen.ts';
import {questionPreview} from './question-preview.ts';
import {searchPreview} from './search-preview.ts';

const LABEL = 11;
/** The key and what it does; a key that is not there is left out. */
const can = (pen: Pen, {keymap}: World, actions: ReadonlyArray<readonly [KeyAction, string]>): void => {
	pen.blank();
	pen.kicker('What you can do');
	for (const [action, what] of actions) {
		const key = keymap.keyFor(action, 'review');
		if (key !== null) pen.line([{text: key.padEnd(7), bold: true}, {text: what}], 2);
	}
};

/** A sentence with the words of the figure marked in it. */
const sentenceRow = (figure: Figure): Row => {
	const at = figure.sentence.indexOf(figure.text);
	if (at < 0) return [{text: figure.sentence}];
	return [{text: figure.sentence.slice(0, at), role: 'dim'}, {text: figure.text, role: 'figure', bold: true, inverse: true}, {text: figure.sentence.slice(at + figure.text.length), role: 'dim'}];
};

const whereIs = (figure: Figure): string => figure.segment >= 0 ? `paragraph ${figure.segment + 1}, line ${thousands(figure.line)}` : `line ${thousands(figure.line)}`;

const cellsOf = ({x, right}: Pane): number => Math.min(MEASURE, right - x);

/** Whose page it is, under its title. */
const facts = (pen: Pen, article: string, world: World, cells: number): void => {
	const card = world.card(article);
	if (!card) return;
	const outlet = outletRuns(card, {role: 'dim'});
	const date = `   ${publishedWords(card.published)}`;
	// One line: the headline stands whole where the article is read.
	pen.line([...outlet, {text: date, role: 'dim'}, {text: card.headline === null ? '' : `   ${clip(card.headline, Math.max(0, cells - rowWidth(outlet) - date.length - 3))}`, role: 'dim'}]);
};

const reading = (figure: Figure): ReadonlyArray<readonly [string, Row]> => [
	['value', figureRuns(figure)],
	['measure', [{text: measureWords(figure)}, ...(figure.unit === null || figure.unit === 'people' ? [] : [{text: `, ${figure.unit}`, role: 'dim' as const}])]],
	['who', figure.subject === null ? [{text: `${symbols.none} none`, role: 'dim'}] : [{text: figure.subject}]],
	['where', figure.scope === null ? [{text: `${symbols.none} none`, role: 'dim'}] : [{text: figure.scope}]],
	['source', sourceRuns(figure)],
	['when', [{text: whenWords(figure)}]],
];

const record = (pen: Pen, rows: ReadonlyArray<readonly [string, Row]>): void => {
	for (const [label, value] of rows) pen.line([{text: label.padEnd(LABEL), role: 'dim'}, ...value]);
};

/** A figure that is to be checked: why, its sentence, how it reads, and those it cannot be true with. */
const figurePane = (canvas: Canvas, figure: Figure, why: string, beside: readonly Figure[], world: World, pane: Pane): void => {
	const pen = penOn(canvas, {...pane, y: paneTitle(canvas, pane, figure.text, whereIs(figure))});
	facts(pen, figure.article, world, cellsOf(pane));
	pen.line([{text: why, role: 'own', italic: true}]);
	pen.blank();
	pen.kicker('Its sentence');
	pen.line(sentenceRow(figure));
	for (const other of beside) {
		pen.blank();
		pen.kicker('Beside it', whereIs(other));
		pen.line(sentenceRow(other));
	}

	pen.blank();
	pen.kicker('How it is read', figure.review === null ? 'checked by no one yet' : figure.review);
	record(pen, reading(figure));
	can(pen, world, [['confirm', 'confirm: it is read as it is meant'], ['put-right', 'put right what is read otherwise'], ['reject', 'reject: it is no figure'], ['open', 'read it in its article'], ['raw-page', 'the page as it came in']]);
};

const doubtPane = (canvas: Canvas, doubt: Doubt, world: World, pane: Pane): void => {
	const beside = world.data.found.queue?.doubts.filter(({figure}) => doubt.beside.includes(figure.id)).map(({figure}) => figure) ?? [];
	figurePane(canvas, doubt.figure, doubtWhy(doubt), beside, world, pane);
};

const passagePane = (canvas: Canvas, item: Extract<AuditItem, {kind: 'passage'}>, world: World, pane: Pane): void => {
	const pen = penOn(canvas, {...pane, y: paneTitle(canvas, pane, 'No figure was read here', `line ${thousands(item.line)}`)});
	facts(pen, item.on.article, world, cellsOf(pane));
	pen.blank();
	pen.kicker('The passage');
	pen.line([{text: item.text}]);
	can(pen, world, [['confirm', 'right: no figure is missing'], ['add-fact', 'add a figure that was missed, word by word'], ['open', 'read it in its article'], ['raw-page', 'the page as it came in']]);
};

/** What the answers come to, as a section on methods would tell it. */
const reportPane = (canvas: Canvas, {drawn, checked, open, paragraph}: AuditSheet, pane: Pane): void => {
	const pen = penOn(canvas, {...pane, y: paneTitle(canvas, pane, sayReview.report, `${thousands(checked)} of ${thousands(drawn)}`)});
	pen.line([{text: open.length > 0 ? sayReview.reportOpen(count(open.length, 'row')) : sayReview.reportDone, role: 'dim'}]);
	pen.blank();
	pen.line([{text: paragraph}]);
	pen.blank();
	pen.line([{text: sayReview.reportCommand, role: 'own', italic: true}]);
};

/** Words of an article where a correction may belong, the chosen one with the bar. */
const nearRows = (canvas: Canvas, pen: Pen, nearest: readonly NearWords[], {choice, article}: {readonly choice: number; readonly article: string}, world: World, pane: Pane): void => {
	const derivation = world.derivation(article);
	for (const [index, near] of nearest.entries()) {
		const text = derivation ? segmentAt(derivation.article, near.place.segment)?.text ?? '' : near.text;
		const {start, end} = near.place;
		const from = Math.max(0, text.lastIndexOf(' ', Math.max(0, start - 48)));
		const until = text.indexOf(' ', end + 48);
		const top = pen.row();
		const words: Row = [
			{text: `${from > 0 ? `${symbols.cut} ` : ''}${text.slice(from, start).trimStart()}`}, {text: text.slice(start, end), role: 'figure', bold: true}, {text: `${until < 0 ? text.slice(end) : `${text.slice(end, until)} ${symbols.cut}`}`},
		];
		const fit = `${thousands(near.shared)} of ${count(near.of, 'word')}`;
		pen.line(words, 4, fit.length + 2);
		if (top > pane.bottom || pen.row() > pane.bottom + 1) return;
		canvas.text(Math.min(pane.right, pane.x + MEASURE), top, fit, {role: 'dim', align: 'right'});
		if (index === choice) canvas.bar(pane.x - 2, top, pen.row() - 1, 'focus');
	}
};

/** So many characters were held on to, not words: what was cut through is left out. */
const cutBefore = (text: string): string => text === '' ? '' : `${symbols.cut}${text.slice(Math.max(0, text.indexOf(' ')))}`;
const cutAfter = (text: string): string => text === '' ? '' : `${text.slice(0, Math.max(0, text.lastIndexOf(' ')))} ${symbols.cut}`;

const whyGone = (entry: LogEntry, article: string | null): string => {
	const kind = entry.act.kind === 'correct' ? entry.act.correction.kind : null;
	return kind === 'cut' ? sayReview.pageChanged : kind !== 'figure' && kind !== 'quote' ? sayReview.otherThing : article === null ? sayReview.gone : sayReview.noPlace;
};

/** A correction without a place: what it held on to, what it said, where it may belong. */
const unplacedPane = (canvas: Canvas, {entry, article, nearest}: Unplaced, choice: number, world: World, pane: Pane): void => {
	const correction = entry.act.kind === 'correct' ? entry.act.correction : null;
	if (correction === null) return;
	const pen = penOn(canvas, {...pane, y: paneTitle(canvas, pane, correctionWords(correction), whoAndWhen(entry))});
	pen.line([{text: whyGone(entry, article), role: 'dim'}]);
	const held = heldWords(correction);
	if (held !== null) {
		pen.blank();
		pen.kicker('It held on to');
		pen.line([{text: cutBefore(held.before), role: 'dim'}, {text: held.exact, role: 'figure', bold: true, inverse: true}, {text: cutAfter(held.after), role: 'dim'}]);
	}

	if (correction.kind === 'figure' || correction.kind === 'quote') {
		pen.blank();
		pen.kicker('It said');
		record(pen, [['review', [{text: correction.review}]], ...Object.entries(correction.fields).map(([name, value]): [string, Row] => [name, [{text: String(value ?? 'nothing')}]]), ...(entry.why === null ? [] : [['why', [{text: quoted(entry.why)}]] as [string, Row]])]);
		pen.blank();
		pen.kicker('Nearest words in the article now', thousands(nearest.length));
		if (article === null || nearest.length === 0) pen.line([{text: `${symbols.none} ${sayReview.noneNear}`, role: 'own', italic: true}]);
		else nearRows(canvas, pen, nearest, {choice, article}, world, pane);
	}

	can(pen, world, [...(nearest.length > 0 ? [['open', 'put it on the words chosen above'] as const] : []), ...(nearest.length > 1 ? [['next-figure', 'choose the next words'] as const] : []), ['reject', 'let it go; it stays in the log'], ['down', 'leave it: it may find its words in the next version']]);
	if (pen.room() > 1) canvas.text(pane.x, pane.bottom, [{text: sayReview.end, role: 'own', italic: true}]);
};

/** What stands beside a line of the review, of the questions or of the searches; false where another preview is wanted. */
export const watchPreview = (canvas: Canvas, {watched}: ListingItem, choice: number, world: World, pane: Pane): boolean => {
	switch (watched?.kind) {
		case 'unplaced': unplacedPane(canvas, watched.unplaced, choice, world, pane); return true;
		case 'doubt': doubtPane(canvas, watched.doubt, world, pane); return true;
		case 'audit':
			if (watched.item.kind === 'figure') figurePane(canvas, watched.item.figure, 'Drawn at random for the audit: is it read as it is meant?', [], world, pane);
			else passagePane(canvas, watched.item, world, pane);
			return true;
		case 'report': reportPane(canvas, watched.sheet, pane); return true;
		case 'question': questionPreview(canvas, watched.followed, world, pane); return true;
		case 'search': searchPreview(canvas, watched, world, pane); return true;
		case undefined: return false;
	}
};
