import type {Article} from '../model/article.ts';
import type {Figure} from '../model/figure.ts';
import type {Quote} from '../model/quote.ts';
import {extractFigures} from './figures.ts';
import {buildCast} from './names.ts';
import {extractQuotes} from './quotes.ts';

/** Rises when the same article would give other figures or quotes; stored beside what it made. */
export const extractVersion = 7;

/** What one article says: its numbers and its quotations, each at its span, in the order of the text. */
export type Extraction = {readonly figures: readonly Figure[]; readonly quotes: readonly Quote[]};

/** Reads the figures and quotes of an article. English only: another language gives none, and the screen says so. */
export const extract = (article: Article): Extraction => {
	if (article.language !== null && !article.language.startsWith('en')) return {figures: [], quotes: []};
	const cast = buildCast(article);
	const quotes = extractQuotes(article, cast);
	// A quoted figure is said by whoever is quoted.
	return {figures: extractFigures(article, cast, quotes), quotes};
};
