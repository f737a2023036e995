import {gapsOf} from '../../compare/gaps.ts';
import type {ArticleId} from '../../model/article.ts';
import type {Comparison} from '../../model/comparison.ts';
import type {Gap} from '../../model/views.ts';
import {createCanvas} from '../canvas.ts';
import {wrapRuns} from '../figure-list.ts';
import {MODULE, pageWidth, textAt, textWidth, type Size} from '../layout.ts';
import type {Row} from '../row.ts';
import type {CompareViewState} from '../state.ts';
import {symbols} from '../theme.ts';
import {outletRuns} from '../words.ts';
import type {CompareView} from './compare-view.ts';
import {keptFor} from './kept.ts';
import {besides, bodyOf, drawPage, pageMetrics, plainPage, targetOf, type Page} from './page.ts';

/** From here on the claims stand in two modules and who has them beside. */
const BESIDE = 3 * MODULE;

const board = keptFor(gapsOf);

const names = (comparison: Comparison, ids: readonly ArticleId[], role: 'ink' | 'own'): Row => ids.flatMap((id, index): Row => {
	const card = comparison.columns.find(({article}) => article.id === id)?.article;
	return card === undefined ? [] : [...(index > 0 ? [{text: ', ', role}] : []), ...outletRuns(card, {role, ...(role === 'own' && {italic: true})})];
});

const claimRows = ({kind, claim}: Gap, cells: number): Row[] => wrapRuns([kind === 'quote' ? {text: claim, role: 'quote'} : kind === 'figure' ? {text: claim, role: 'figure'} : {text: claim}], cells);

const whoRows = (comparison: Comparison, gap: Gap, cells: number): Row[] => [
	...wrapRuns([{text: 'in ', role: 'dim'}, ...names(comparison, gap.articles, 'ink')], cells),
	...wrapRuns([{text: `${symbols.none} not in `, role: 'own', italic: true}, ...names(comparison, gap.missing, 'own')], cells),
];

const pageOf = (comparison: Comparison, cursor: number | null, width: number): Page => {
	const gaps = board(comparison);
	const wide = width >= BESIDE;
	const cells = Math.min(textWidth(2), width - 4);
	const blocks = gaps.map(gap => ({
		rows: wide ? besides(width, [{x: textAt(0), rows: claimRows(gap, cells)}, {x: textAt(2), rows: whoRows(comparison, gap, textWidth(1))}])
			: besides(width, [{x: 3, rows: [...claimRows(gap, cells), ...whoRows(comparison, gap, cells - 2).map(row => [{text: '  '}, ...row])]}]),
		apart: 1,
	}));
	const body = bodyOf(width, blocks, gaps.flatMap(({kind}, index) => kind === 'figure' ? [index] : []), cursor, (canvas, from, to) => {
		canvas.bar(1, from, to);
		if (wide) canvas.bar(2 * MODULE + 1, from, to);
	});
	if (gaps.length === 0) body.canvas.text(3, 0, [{text: `${symbols.none} every claim stands in every article`, role: 'own', italic: true}]);
	const head = createCanvas(width, 1);
	head.text(3, 0, [{text: 'Claims', bold: true}, {text: '  figures, quotes and paragraphs that not all have', role: 'dim'}]);
	if (wide) head.text(textAt(2), 0, 'Who has it', {bold: true});
	return {head: head.rows(), body, foot: [], rules: wide ? [2 * MODULE] : [], said: cursor === null || gaps.length === 0 ? '' : `${Math.min(cursor + 1, gaps.length)} of ${gaps.length} claims`};
};

const screenPage = (comparison: Comparison, view: CompareViewState, size: Size): Page => pageOf(comparison, view.cursor, pageWidth(size.columns));

/** Which article has which claim. It says where a claim is not, never that it was left out. */
export const gapsView: CompareView = {
	name: 'gaps',
	moves: 'rows',
	draw: (comparison, view, size) => drawPage(comparison, view, size, screenPage(comparison, view, size)),
	measure: (comparison, view, size) => pageMetrics(screenPage(comparison, view, size), size),
	plain: (comparison, width) => plainPage(comparison, width, pageOf(comparison, null, width >= BESIDE ? BESIDE : width)),
	target(comparison, view) {
		const gap = board(comparison)[view.cursor];
		const figure = comparison.columns.flatMap(({figures}) => figures).find(({id}) => id === gap?.figures[view.figure]);
		const place = gap?.places[0];
		const column = comparison.columns.findIndex(({article}) => article.id === place?.article);
		return targetOf(comparison, figure) ?? (column < 0 || place === undefined ? null : {column, figure: null, segment: place.segment});
	},
};
