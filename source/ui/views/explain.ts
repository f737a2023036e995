import {explain} from '../../compare/explain.ts';
import type {Cause, Comparison, QuestionGroup} from '../../model/comparison.ts';
import type {Difference, Explanation} from '../../model/views.ts';
import {createCanvas} from '../canvas.ts';
import {figureListHead, groupBlocks, wrapRuns} from '../figure-list.ts';
import {MODULE, pageWidth, textAt, textWidth, type Size} from '../layout.ts';
import type {Row} from '../row.ts';
import type {CompareViewState} from '../state.ts';
import {symbols} from '../theme.ts';
import {say} from '../words.ts';
import type {CompareView} from './compare-view.ts';
import {keptFor} from './kept.ts';
import {besides, bodyOf, drawPage, pageMetrics, plainPage, targetOf, type Page} from './page.ts';

/** From here on the reasons stand beside the figures, below it under each question. */
const BESIDE = 3 * MODULE;

/** A question with its figures, and why they differ; a question that stands alone has no reasons. */
type Block = {readonly group: QuestionGroup; readonly within: readonly Difference[]; readonly apart: Difference | null; readonly alone: boolean};

const explanation = keptFor(explain);
const blocksOf = (told: Explanation): readonly Block[] => [
	...told.questions.map(({group, differences, apart}) => ({group, within: differences, apart, alone: false})),
	...told.alone.map(group => ({group, within: [], apart: null, alone: true})),
];

const cardsOf = keptFor(comparison => new Map(comparison.columns.map(({article}) => [article.id, article])));

/** What may never be set against each other bears the sign. */
const isApart = ({reason}: Cause): boolean => reason === 'another question' || reason === 'a week, and a total' || reason === 'a share, and a count';

const causeRow = (cause: Cause, pair: string): Row => [
	{text: isApart(cause) ? `${symbols.notEqual} ` : '', role: 'warn', bold: true}, ...(pair === '' ? [] : [{text: `${pair}, `}]), {text: cause.reason, bold: true}, {text: cause.fact === '' ? '' : `: ${cause.fact}`, role: 'dim'},
];

/** Two answers need no names: they are the question's only ones. Of more each pair says which. */
const reasonsOf = ({group, within, apart, alone}: Block, innocentOnly: boolean): readonly Row[] => {
	if (alone) return [[{text: 'one question, nothing set beside it', role: 'own', italic: true}]];
	const named = group.figures.length > 2 && within.length > 1;
	const told = within.flatMap(({left, right, why}) => (innocentOnly ? why.slice(0, 1) : why).map(cause => ({cause, pair: named ? `${left}, ${right}` : ''})));
	const rows = [...(apart?.why ?? []).slice(0, innocentOnly ? 1 : undefined).map(cause => causeRow(cause, '')), ...told.map(({cause, pair}) => causeRow(cause, pair))];
	const seen = new Set<string>();
	return rows.filter(row => {
		const text = row.map(run => run.text).join('');
		return seen.size < seen.add(text).size;
	});
};

const indented = (row: Row, cells: number): Row => [{text: ' '.repeat(cells)}, ...row];

const figureRowsOf = (comparison: Comparison, {group}: Block, cells: number): Row[] => {
	const head: Row = [{text: group.label, bold: true}, ...(group.note === null ? [] : [{text: `  ${group.note}`, role: 'dim' as const}])];
	return [...wrapRuns(head, cells), ...groupBlocks({label: '', figures: group.figures, derived: group.derived}, cardsOf(comparison), cells, true).flat()];
};

const beside = (comparison: Comparison, block: Block): Row[] => {
	const figures = figureRowsOf(comparison, block, textWidth(2));
	const reasons = reasonsOf(block, false).flatMap(row => wrapRuns(row, textWidth(1)));
	return besides(BESIDE, [{x: textAt(0), rows: figures}, {x: textAt(2), rows: reasons}]);
};

const under = (comparison: Comparison, block: Block, cells: number): Row[] => [
	...figureRowsOf(comparison, block, cells).map(row => indented(row, 3)),
	...(block.alone ? [] : reasonsOf(block, true)).slice(0, 2).flatMap(row => wrapRuns(row, cells - 2).map(line => indented(line, 5))),
];

/** newsdeck speaking: what logic says of all of them, and what may be behind it. */
const conclusion = (told: Explanation, width: number): Row[] => {
	const [tension] = told.tensions;
	if (tension === undefined) {
		const first: Row = [{text: `   ${told.conclusion}`, role: 'own', italic: true}];
		return width >= BESIDE ? [first, [{text: `   ${say.byLogic}`, role: 'dim'}]] : [[...first, {text: `   ${say.byLogicShort}`, role: 'dim'}]];
	}

	const lines = wrapRuns([{text: `${symbols.tension} `, role: 'warn', bold: true}, {text: tension.explanation, role: 'own', italic: true}], width - 4).map(row => indented(row, 3));
	return [...lines.slice(0, 2), ...(tension.innocent.length === 0 ? [] : [[{text: `   may be: ${tension.innocent.join('; ')}`, role: 'dim' as const}]])];
};

const pageOf = (comparison: Comparison, cursor: number | null, width: number, low: boolean): Page => {
	const told = explanation(comparison);
	const blocks = blocksOf(told);
	const wide = width >= BESIDE;
	const cells = Math.min(textWidth(2), width - 4);
	const rows = blocks.map(block => ({rows: wide ? beside(comparison, block) : under(comparison, block, cells), apart: low ? 0 : 1}));
	const differences = blocks.flatMap((block, index) => block.within.length > 0 || block.apart !== null ? [index] : []);
	const body = bodyOf(width, rows, differences, cursor, (canvas, from, to) => {
		canvas.bar(1, from, to);
		if (wide) canvas.bar(2 * MODULE + 1, from, to);
	});
	if (blocks.length === 0) body.canvas.text(3, 0, say.noFigures, {role: 'own', italic: true});
	const head = createCanvas(width, wide ? 2 : 1);
	head.text(3, 0, told.summary.replace(/\.$/, ''), {bold: true});
	if (wide) {
		head.text(2 * MODULE - 1, 0, 'measure, subject, scope, total or period', {role: 'dim', align: 'right'});
		head.text(3, 1, figureListHead(cells));
		head.text(textAt(2), 0, 'Why they differ', {bold: true});
		head.text(textAt(2), 1, 'within a question, and between them', 'dim');
	}

	const at = cursor === null ? '' : `question ${Math.min(cursor + 1, blocks.length)} of ${blocks.length}`;
	return {head: head.rows(), body, foot: conclusion(told, width), rules: wide ? [2 * MODULE] : [], said: wide ? at : at.replace('question ', '')};
};

const screenPage = (comparison: Comparison, view: CompareViewState, size: Size): Page => pageOf(comparison, view.cursor, pageWidth(size.columns), size.rows < 30);

/** Why they differ: the figures under the questions they answer, and beside each the reason. It opens first, and names no best number. */
export const explainView: CompareView = {
	name: 'explain',
	moves: 'rows',
	draw: (comparison, view, size) => drawPage(comparison, view, size, screenPage(comparison, view, size)),
	measure: (comparison, view, size) => pageMetrics(screenPage(comparison, view, size), size),
	plain: (comparison, width) => plainPage(comparison, width, pageOf(comparison, null, width >= BESIDE ? BESIDE : width, false)),
	target: (comparison, view) => targetOf(comparison, blocksOf(explanation(comparison))[view.cursor]?.group.figures[view.figure]),
};
