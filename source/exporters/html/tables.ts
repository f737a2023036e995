import {ledgerOf} from '../../compare/timeline.ts';
import type {Comparison, Derived, MatrixRow} from '../../model/comparison.ts';
import type {LedgerGroup} from '../../model/views.ts';
import {isTold, outletName, sentenceCase, sourceWords, valueWords, hedgeWords, holdsFor} from '../words.ts';
import {SIDE_BY_SIDE} from './columns.ts';
import {element, scrolling, section, type Child, type Html} from './element.ts';
import {figureBlock, proved, type Articles, type Proofs} from './figure.ts';

const derivedBlock = ({text, from}: Derived): Html => element('p', {class: 'own'}, `derived: ${text} (${from}); nobody said this number`);

const matrixRows = (columns: Comparison['columns'], {label, note, cells, notComparable}: MatrixRow, proofs: Proofs): Child => [
	element('tr', {},
		element('th', {scope: 'row'}, sentenceCase(label), note === null ? null : element('p', {class: 'dim'}, note)),
		columns.map((_, at) => {
			const told = (cells[at]?.figures ?? []).filter(isTold);
			const derived = cells[at]?.derived ?? [];
			const repeats = (cells[at]?.repeats ?? []).filter(isTold);
			if (told.length === 0 && derived.length === 0) return element('td', {}, element('span', {class: 'dim'}, '—'), element('span', {class: 'unseen'}, ' nothing here'));
			return element('td', {}, told.map(figure => figureBlock(figure, proofs)), derived.map(derivedBlock),
				repeats.length === 0 ? null : element('p', {class: 'dim'}, 'again: ', repeats.map((figure, index) => [index === 0 ? '' : ', ', proved(figure.id, valueWords(figure), proofs)])));
		})),
	notComparable.map(({left, right, reason}) => element('tr', {class: 'note'}, element('td', {colspan: columns.length + 1}, element('span', {class: 'warn'}, '≠ not comparable: '), `${valueWords(left)} and ${valueWords(right)}: ${reason}`))),
];

/** Who says how many: a row a measure, a column an article. */
export const matrixSection = ({columns, matrix}: Comparison, proofs: Proofs): Html | null => {
	const rows = matrix.filter(({cells}) => cells.some(({figures, derived}) => derived.length > 0 || figures.some(isTold)));
	if (rows.length === 0 || columns.length > SIDE_BY_SIDE) return null;
	return section('figures', 'Figures', scrolling('Figures, a column an article', element('table', {},
		element('caption', {}, 'Cells of one row answer one measure; what may not be set against each other stands under it.'),
		element('thead', {}, element('tr', {}, element('th', {scope: 'col'}, 'Measure'), columns.map(({article}) => element('th', {scope: 'col'}, outletName(article))))),
		element('tbody', {}, rows.map(row => matrixRows(columns, row, proofs))))));
};

const HEADS = ['When', 'Figure', 'Source', 'Holds for', 'Hedges', 'Outlet'];

const ledgerGroup = ({label, note, rows}: LedgerGroup, index: number, articles: Articles, proofs: Proofs): Child => {
	const told = rows.filter(({figure}) => isTold(figure));
	return told.length === 0 ? null : [element('h3', {}, sentenceCase(label), note === null ? null : `, ${note}`), scrolling(`Ledger ${index + 1}: ${label}`, element('table', {class: 'ledger'},
		element('thead', {}, element('tr', {}, HEADS.map(name => element('th', {scope: 'col'}, name)))),
		element('tbody', {}, told.map(({figure, time}) => {
			const article = articles.get(figure.article);
			return element('tr', {}, [
				time === null ? element('span', {class: 'dim'}, 'no date') : [time.at, ' ', element('span', {class: 'dim'}, time.basis)],
				proved(figure.id, valueWords(figure), proofs), sourceWords(figure), holdsFor(figure), element('span', {class: 'hedge'}, hedgeWords(figure)),
				article === undefined ? 'outlet unknown' : outletName(article),
			].map((content: Child) => element('td', {}, content)));
		}))))];
};

/** Every question's figures, one a row, oldest first. */
export const ledgerSection = (comparison: Comparison, articles: Articles, proofs: Proofs): Html | null =>
	section('ledger', 'Ledger', ledgerOf(comparison).map((group, index) => ledgerGroup(group, index, articles, proofs)).filter(group => group !== null));
