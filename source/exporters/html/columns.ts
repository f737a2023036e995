import {HEADLINE, STANDFIRST} from '../../model/article.ts';
import type {AlignedRow, Column, Comparison} from '../../model/comparison.ts';
import {safeUrl} from '../escape.ts';
import {outletName, publishedWords} from '../words.ts';
import {element, section, type Child, type Html} from './element.ts';
import {markedText, type Proofs} from './figure.ts';

/** So many articles stand side by side; more are listed. */
export const SIDE_BY_SIDE = 4;

const headline = ({article, figures, quotes}: Column, proofs: Proofs): Html => element('p', {}, element('b', {}, article.headline === null ? 'no headline' : markedText(article.headline, HEADLINE, figures, quotes, proofs)));

const byline = ({article}: Column): Html => {
	const url = safeUrl(article.url);
	return element('p', {class: 'dim'}, [publishedWords(article), article.byline, article.captured === null ? null : `captured ${article.captured}`].filter(part => part !== null).join(' · '),
		url === null ? null : [' · ', element('a', {href: url, rel: 'noreferrer noopener'}, 'the page')]);
};

const paragraphs = ({article, figures, quotes}: Column, numbers: readonly number[], proofs: Proofs): Child => numbers.flatMap(number => {
	const segment = article.segments[number];
	return segment === undefined ? [] : [element('p', segment.kind === 'heading' ? {class: 'name'} : {}, markedText(segment.text, number, figures, quotes, proofs))];
});

const cell = (column: Column, content: Child, kind = 'cell'): Html => element('div', {class: kind}, element('p', {class: 'name'}, outletName(column.article)), content);

const rowOf = (columns: readonly Column[], {cells, topic, shared}: AlignedRow, proofs: Proofs): Html => element('div', {class: 'row'}, columns.map((column, at) => {
	const numbers = cells[at] ?? [];
	if (numbers.length === 0) return cell(column, element('p', {class: 'own'}, topic === null ? 'not in this article' : `not in this article: ${topic}`), 'cell gap');
	return cell(column, [paragraphs(column, numbers, proofs), shared.includes(at) ? element('p', {class: 'own'}, '≡ wording shared with another column') : null]);
}));

const opening = (columns: readonly Column[], proofs: Proofs): Html => element('div', {class: 'row'}, columns.map(column => cell(column, [
	headline(column, proofs),
	byline(column),
	column.article.standfirst === null ? null : element('p', {}, element('i', {}, markedText(column.article.standfirst, STANDFIRST, column.figures, column.quotes, proofs))),
])));

/** The articles: side by side, paragraphs that tell the same thing in one row; more than four, or without bodies set beside each other, as a list. */
export const articlesSection = ({columns, rows}: Comparison, proofs: Proofs): Html | null => {
	if (columns.length === 0) return null;
	if (columns.length > SIDE_BY_SIDE || rows.length === 0) return section('text', 'Articles', columns.map(column => cell(column, [headline(column, proofs), byline(column)])));
	return section('text', 'Side by side',
		element('div', {class: 'heads', 'aria-hidden': 'true'}, columns.map(({article}) => element('b', {}, outletName(article)))),
		opening(columns, proofs), rows.map(row => rowOf(columns, row, proofs)));
};
