import {gapsOf} from '../../compare/gaps.ts';
import type {ArticleId} from '../../model/article.ts';
import type {Comparison} from '../../model/comparison.ts';
import type {Gap} from '../../model/views.ts';
import {createCanvas} from '../paint/canvas.ts';
import {wrapRuns} from '../figure-list.ts';
import {MODULE, pageWidth, textAt, textBehind, textWidth, type Size} from '../paint/layout.ts';
import type {Row} from '../paint/row.ts';
import type {CompareViewState} from '../state.ts';
import {symbols} from '../paint/theme.ts';
import type {CompareView} from './compare-view.ts';
import {keptFor} from './kept.ts';
import {outletOf} from './names.ts';
import {besides, bodyOf, drawPage, pageMetrics, plainPage, saidWithPlace, targetOf, type Page} from './page.ts';

/** From here on the claims stand in two modules and who has them beside. */
const BESIDE = 3 * MODULE;

const board = keptFor(gapsOf);

/** Between the names stands more than a comma where a name may hold one: "The Independent, post 7". */
const names = (comparison: Comparison, ids: readonly ArticleId[], role: 'ink' | 'own', here: ArticleId | null = null): Row => ids.flatMap((id, index): Row => [
	...(index > 0 ? [{text: '; ', role}] : []), ...outletOf(comparison, id, {role, ...(role === 'own' && {italic: true}), ...(id === here && {inverse: true})}),
]);

const claimRows = ({kind, claim}: Gap, cells: number): Row[] => wrapRuns([kind === 'quote' ? {text: claim, role: 'quote'} : kind === 'figure' ? {text: claim, role: 'figure'} : {text: claim}], cells);

const whoRows = (comparison: Comparison, gap: Gap, cells: number, here: ArticleId | null): Row[] => [
	...wrapRuns([{text: 'in ', role: 'dim'}, ...names(comparison, gap.articles, 'ink', here)], cells),
	...wrapRuns([{text: `${symbols.none} not in `, role: 'own', italic: true}, ...names(comparison, gap.missing, 'own')], cells),
];

/** The articles that have a claim: `)` goes from one to the next. */
const placesOf = (gap: Gap | undefined): number => gap === undefined ? 0 : gap.articles.length;

const pageOf = (comparison: Comparison, at: {readonly cursor: number; readonly figure: number} | null, width: number): Page => {
	const cursor = at?.cursor ?? null;
	const gaps = board(comparison);
	const here = (index: number): ArticleId | null => at !== null && index === at.cursor && at.figure > 0 ? gaps[index]?.articles[at.figure] ?? null : null;
	const wide = width >= BESIDE;
	const cells = Math.min(textWidth(2), width - 4);
	const blocks = gaps.map((gap, index) => ({
		rows: wide ? besides(width, [{x: textAt(0), rows: claimRows(gap, cells)}, {x: textAt(2), rows: whoRows(comparison, gap, textBehind(width, 2), here(index))}])
			: besides(width, [{x: 3, rows: [...claimRows(gap, cells), ...whoRows(comparison, gap, cells - 2, here(index)).map(row => [{text: '  '}, ...row])]}]),
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
	return {head: head.rows(), body, foot: [], rules: wide ? [2 * MODULE] : [], said: at === null || gaps.length === 0 ? '' : saidWithPlace(`${Math.min(at.cursor + 1, gaps.length)} of ${gaps.length} claims`, at.figure, placesOf(gaps[at.cursor]), 'carrier')};
};

const screenPage = (comparison: Comparison, view: CompareViewState, size: Size): Page => pageOf(comparison, view, pageWidth(size.columns));

/** Which article has which claim. It says where a claim is not, never that it was left out. */
export const gapsView: CompareView = {
	name: 'gaps',
	moves: 'rows',
	draw: (comparison, view, size) => drawPage(comparison, view, size, screenPage(comparison, view, size)),
	measure: (comparison, view, size) => pageMetrics(screenPage(comparison, view, size), size),
	plain: (comparison, width) => plainPage(comparison, width, pageOf(comparison, null, pageWidth(width))),
	places: (comparison, view) => placesOf(board(comparison)[view.cursor]),
	target(comparison, view) {
		const gap = board(comparison)[view.cursor];
		const carrier = gap?.articles[view.figure] ?? gap?.articles[0];
		const place = gap?.places.find(({article, segment}) => article === carrier && segment >= 0) ?? gap?.places[0];
		const told = comparison.columns.find(({article}) => article.id === carrier)?.figures.filter(({id}) => gap?.figures.includes(id)) ?? [];
		// The figure that the claim was made of; else where the body tells it, a headline has it too.
		const figure = told.find(({text, segment}) => segment >= 0 && gap?.claim.startsWith(text)) ?? told.find(({segment}) => segment >= 0) ?? told[0];
		const column = comparison.columns.findIndex(({article}) => article.id === place?.article);
		return targetOf(comparison, figure) ?? (column < 0 || place === undefined ? null : {column, figure: null, segment: place.segment});
	},
};
