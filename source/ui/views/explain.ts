import {pairWords, reasonLines} from '../../compare/reason-lines.ts';
import type {Cause, Comparison, QuestionGroup} from '../../model/comparison.ts';
import type {Difference, Explanation} from '../../model/views.ts';
import {createCanvas} from '../paint/canvas.ts';
import {figureListHead, groupBlocks, wrapRuns} from '../figure-list.ts';
import {MODULE, pageWidth, rowWidth, textAt, textBehind, textWidth, type Size} from '../paint/layout.ts';
import type {Row} from '../paint/row.ts';
import type {CompareViewState} from '../state.ts';
import {symbols} from '../paint/theme.ts';
import {daysInWords, say, thousands} from '../words/words.ts';
import type {CompareView} from './compare-view.ts';
import {keptFor} from './kept.ts';
import {apartOf} from './names.ts';
import {besides, bodyOf, currentRows, drawPage, pageMetrics, plainPage, saidWithPlace, targetOf, type Page} from './page.ts';
import {explanationOf, relayOfDifference} from './relays.ts';

/** From here on the reasons stand beside the figures, below it under each question. */
const BESIDE = 3 * MODULE;

const QUESTION_IS = 'measure, subject, scope, total or period';

/** A question with its figures, and why they differ; a question that stands alone has no reasons. */
type Block = {readonly group: QuestionGroup; readonly within: readonly Difference[]; readonly apart: Difference | null; readonly alone: boolean};

const blocksOf = (told: Explanation): readonly Block[] => [
	...told.questions.map(({group, differences, apart}) => ({group, within: differences, apart, alone: false})),
	...told.alone.map(group => ({group, within: [], apart: null, alone: true})),
];

const cardsOf = keptFor(comparison => new Map(comparison.columns.map(({article}) => [article.id, article])));

/** What may never be set against each other bears the sign. */
const isApart = ({reason}: Cause): boolean => reason === 'another question' || reason === 'a week, and a total' || reason === 'a share, and a count';

const causeRow = (cause: Cause, pair: string): Row => [
	{text: isApart(cause) ? `${symbols.notEqual} ` : '', role: 'warn', bold: true}, ...(pair === '' ? [] : [{text: `${pair}, `}]), {text: cause.reason, bold: true}, {text: cause.fact === '' ? '' : `: ${daysInWords(cause.fact)}`, role: 'dim'},
];

/** A line of reasons, and the relay it tells of. */
type Reason = {readonly row: Row; readonly relay: number | null};

/** Two answers need no names: they are the question's only ones. Of more each pair says which. */
const reasonsOf = (comparison: Comparison, {group, within, apart, alone}: Block, innocentOnly: boolean): readonly Reason[] => {
	if (alone) return [{row: [{text: 'one question, nothing set beside it', role: 'own', italic: true}], relay: null}];
	const named = group.figures.length > 2 && within.length > 1;
	const shown = innocentOnly ? within.map(difference => ({...difference, why: [difference.why[0]] as const})) : within;
	const told = reasonLines(shown).map(line => ({cause: line.cause, pair: named ? pairWords(line, ', ') : '', relay: line.pairs.map(difference => relayOfDifference(comparison, difference)).find(relay => relay !== null) ?? null}));
	const rows = [
		...(apart?.why ?? []).slice(0, innocentOnly ? 1 : undefined).map(cause => ({row: causeRow(cause, ''), relay: null})),
		...told.map(({cause, pair, relay}) => ({row: causeRow(cause, pair), relay: cause.reason === 'relay wording' ? relay : null})),
	];
	const seen = new Set<string>();
	return rows.filter(({row}) => {
		const text = row.map(run => run.text).join('');
		return seen.size < seen.add(text).size;
	});
};

/** The relays that a question's reasons tell of, as they stand there: behind its figures they are places of the cursor too. */
const relaysIn = (comparison: Comparison, block: Block): readonly number[] => [...new Set(reasonsOf(comparison, block, false).flatMap(({relay}) => relay ?? []))];

const indented = (row: Row, cells: number): Row => [{text: ' '.repeat(cells)}, ...row];

const figureRowsOf = (comparison: Comparison, {group}: Block, cells: number, here: number | null): Row[] => {
	const head: Row = [{text: group.label, bold: true}, ...(group.note === null ? [] : [{text: `  ${group.note}`, role: 'dim' as const}])];
	const blocks = groupBlocks({label: '', figures: group.figures, derived: group.derived}, cardsOf(comparison), cells, true, apartOf(comparison));
	return [...wrapRuns(head, cells), ...blocks.flatMap((rows, index) => index === here ? currentRows(rows) : rows)];
};

/** The reasons wrapped; the relay the cursor has come to is marked. */
const reasonRows = (comparison: Comparison, block: Block, few: boolean, cells: number, here: number | null): Row[][] => {
	const relay = here === null ? undefined : relaysIn(comparison, block)[here - block.group.figures.length];
	return reasonsOf(comparison, block, few).map(reason => {
		const rows = wrapRuns(reason.row, cells);
		return relay !== undefined && reason.relay === relay ? currentRows(rows) : rows;
	});
};

const beside = (comparison: Comparison, block: Block, width: number, here: number | null): Row[] => {
	const figures = figureRowsOf(comparison, block, textWidth(2), here);
	const reasons = reasonRows(comparison, block, false, textBehind(width, 2), here).flat();
	return besides(width, [{x: textAt(0), rows: figures}, {x: textAt(2), rows: reasons}]);
};

/** On a low screen the first reasons stand under a question, `all` of them in a pipe. */
const under = (comparison: Comparison, block: Block, cells: number, here: number | null, all: boolean): Row[] => [
	...figureRowsOf(comparison, block, cells, here).map(row => indented(row, 3)),
	...(block.alone && !all ? [] : reasonRows(comparison, block, !all, cells - 2, here)).slice(0, all ? undefined : 2).flat().map(line => indented(line, 5)),
];

/** newsdeck speaking: what logic says of all of them, and what may be behind it. */
const conclusion = (told: Explanation, width: number): Row[] => {
	const [tension] = told.tensions;
	if (tension === undefined) {
		const first: Row = [{text: `   ${told.conclusion}`, role: 'own', italic: true}];
		return width >= BESIDE ? [first, [{text: `   ${say.byLogic}`, role: 'dim'}]] : [[...first, ...(rowWidth(first) + say.byLogicShort.length + 3 < width ? [{text: `   ${say.byLogicShort}`, role: 'dim' as const}] : [])]];
	}

	const others = told.tensions.length > 1 ? `, and ${thousands(told.tensions.length - 1)} more` : '';
	const lines = wrapRuns([{text: `${symbols.tension} `, role: 'warn', bold: true}, {text: `${say.cannotAllBeTrue} `, role: 'own', italic: true}, {text: `${daysInWords(tension.explanation)}${others}`, role: 'own', italic: true, bold: true}], width - 4).map(row => indented(row, 3));
	return [...lines.slice(0, 2), ...(tension.innocent.length === 0 ? [] : [[{text: `   may be: ${tension.innocent.join('; ')}`, role: 'dim' as const}]])];
};

/** Figures first, then the relays that the reasons tell of. */
const placesOf = (comparison: Comparison, block: Block | undefined): number => block === undefined ? 0 : block.group.figures.length + relaysIn(comparison, block).length;

const atWords = (comparison: Comparison, blocks: readonly Block[], {cursor, figure}: At, wide: boolean): string => {
	const block = blocks[cursor];
	if (block === undefined) return '';
	const places = placesOf(comparison, block);
	const asked = blocks.filter(({alone}) => !alone).length;
	const at = block.alone ? `alone ${cursor - asked + 1} of ${blocks.length - asked}` : `${wide ? 'question ' : ''}${cursor + 1} of ${asked}`;
	return figure >= block.group.figures.length ? `relay wording: enter   ${at}` : saidWithPlace(at, figure, places > 1 && figure > 0 ? block.group.figures.length : 0);
};

type At = {readonly cursor: number; readonly figure: number};

const pageOf = (comparison: Comparison, at: At | null, width: number, low: boolean): Page => {
	const told = explanationOf(comparison);
	const blocks = blocksOf(told);
	const wide = width >= BESIDE;
	const cells = Math.min(textWidth(2), width - 4);
	const here = (index: number): number | null => at?.cursor === index && at.figure > 0 ? at.figure : null;
	const rows = blocks.map((block, index) => ({rows: wide ? beside(comparison, block, width, here(index)) : under(comparison, block, cells, here(index), at === null), apart: low ? 0 : 1}));
	const differences = blocks.flatMap((block, index) => block.within.length > 0 || block.apart !== null ? [index] : []);
	const body = bodyOf(width, rows, differences, at?.cursor ?? null, (canvas, from, to) => {
		canvas.bar(1, from, to);
		if (wide) canvas.bar(2 * MODULE + 1, from, to);
	});
	if (blocks.length === 0) body.canvas.text(3, 0, say.noFigures, {role: 'own', italic: true});
	const head = createCanvas(width, wide ? 2 : 1);
	const summary: Row = [{text: told.summary.replace(/\.$/, ''), bold: true}];
	head.text(3, 0, summary);
	if (wide) {
		// What a question is made of stands beside the summary where there is room, else the summary alone.
		if (3 + rowWidth(summary) + 2 + QUESTION_IS.length < 2 * MODULE) head.text(2 * MODULE - 1, 0, QUESTION_IS, {role: 'dim', align: 'right'});
		head.text(3, 1, figureListHead(cells));
		head.text(textAt(2), 0, 'Why they differ', {bold: true});
		head.text(textAt(2), 1, 'within a question, and between them', 'dim');
	}

	return {head: head.rows(), body, foot: conclusion(told, width), rules: wide ? [2 * MODULE] : [], said: at === null ? '' : atWords(comparison, blocks, at, wide)};
};

const screenPage = (comparison: Comparison, view: CompareViewState, size: Size): Page => pageOf(comparison, view, pageWidth(size.columns), size.rows < 30);

const blockAt = (comparison: Comparison, {cursor}: CompareViewState): Block | undefined => blocksOf(explanationOf(comparison))[cursor];

/** Why they differ: the figures under the questions they answer, and beside each the reason. It opens first, and names no best number. */
export const explainView: CompareView = {
	name: 'explain',
	moves: 'rows',
	draw: (comparison, view, size) => drawPage(comparison, view, size, screenPage(comparison, view, size)),
	measure: (comparison, view, size) => pageMetrics(screenPage(comparison, view, size), size),
	plain: (comparison, width) => plainPage(comparison, width, pageOf(comparison, null, pageWidth(width), false)),
	target: (comparison, view) => targetOf(comparison, blockAt(comparison, view)?.group.figures.at(Math.min(view.figure, (blockAt(comparison, view)?.group.figures.length ?? 1) - 1))),
	places: (comparison, view) => placesOf(comparison, blockAt(comparison, view)),
	relay(comparison, view) {
		const block = blockAt(comparison, view);
		return block === undefined ? null : relaysIn(comparison, block)[view.figure - block.group.figures.length] ?? null;
	},
};
