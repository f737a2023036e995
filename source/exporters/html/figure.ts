import type {Article} from '../../model/article.ts';
import type {Figure} from '../../model/figure.ts';
import type {Quote} from '../../model/quote.ts';
import type {Evidence} from '../evidence.ts';
import {hedgeWords, holdsFor, isTold, sourceWords, valueWords} from '../words.ts';
import {element, type Child, type Html} from './element.ts';

/** Where each figure is proved on this page: the number of its evidence. Empty where the page carries none. */
export type Proofs = ReadonlyMap<string, number>;
export const proofsOf = (evidence: readonly Evidence[]): Proofs => new Map(evidence.map(({figure, number}) => [figure.id, number]));

/** Words of a figure, leading to its evidence. */
export const proved = (id: string, words: string, proofs: Proofs): Html => {
	const number = proofs.get(id);
	return number === undefined ? element('span', {class: 'f'}, words) : element('a', {class: 'f', href: `#e${number}`}, words);
};

/** A figure in full: its words, whose they are, what they hold for, how they are hedged; and, where no column says it, which outlet has it. */
export const figureBlock = (figure: Figure, proofs: Proofs, outlet: string | null = null): Html => {
	const when = holdsFor(figure);
	const hedges = hedgeWords(figure);
	return element('p', {}, proved(figure.id, valueWords(figure), proofs), ' ', sourceWords(figure), when === '' ? null : ['; ', element('span', {class: 'when'}, when)], hedges === '' ? null : [' ', element('span', {class: 'hedge'}, hedges)], outlet === null ? null : [' ', element('span', {class: 'dim'}, `· ${outlet}`)]);
};

type Run = {readonly start: number; readonly end: number};
const covers = ({start, end}: Run, from: number, to: number): boolean => start <= from && to <= end;

/** A paragraph with its figures and quotations marked. They may lie within each other: the text is cut wherever one begins or ends. */
export const markedText = (text: string, segment: number, figures: readonly Figure[], quotes: readonly Quote[], proofs: Proofs): Child => {
	const told = figures.filter(figure => figure.segment === segment && isTold(figure));
	const said = quotes.filter(quote => quote.segment === segment);
	const cuts = [...new Set([0, text.length, ...[...told, ...said].flatMap(({start, end}) => [start, end])])].filter(at => at >= 0 && at <= text.length).toSorted((a, b) => a - b);
	return cuts.slice(1).map((to, index): Child => {
		const from = cuts[index] ?? 0;
		const words = text.slice(from, to);
		const figure = told.find(one => covers(one, from, to));
		const inner = figure === undefined ? words : proved(figure.id, words, proofs);
		return said.some(quote => covers(quote, from, to)) ? element('span', {class: 'q'}, inner) : inner;
	});
};

/** Articles by id. */
export type Articles = ReadonlyMap<string, Article>;
