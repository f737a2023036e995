import {expect, test} from 'vitest';
import type {Figure} from '../../source/model/figure.ts';
import {extractFigures} from '../../source/extract/figures.ts';
import {buildCast} from '../../source/extract/names.ts';
import {readNumbers} from '../../source/extract/numbers.ts';
import {articleOf} from './article.ts';

/** A sentence, and every figure a careful reader finds in it: words, low, high, sign, unit. */
export type NumberRow = readonly [string, ...ReadonlyArray<readonly [string, number | null, number | null, string, string | null]>];

const numbersOf = (text: string): unknown[] => readNumbers(text).spans.map(span => [text.slice(span.start, span.end), span.low, span.high, span.qualifier, span.unit]);

/** A test for each sentence: exactly these figures stand in it. */
export const numberRows = (rows: readonly NumberRow[]): void => {
	test.each(rows.map(([sentence, ...figures]) => ({sentence, figures})))('$sentence', ({sentence, figures}) => {
		expect(numbersOf(sentence)).toEqual(figures);
	});
};

/** The figures of an article with these paragraphs. */
export const figuresOf = (paragraphs: readonly string[], published?: string, headline?: string): Figure[] => {
	const article = articleOf(paragraphs, {...(published === undefined ? {} : {published}), ...(headline === undefined ? {} : {headline})});
	return extractFigures(article, buildCast(article));
};

/** A sentence (or two) and what is expected of its figures, in order. */
export type FigureRow = readonly [string, ...ReadonlyArray<Partial<Figure>>];

/** A test for each sentence: exactly these figures, each with at least these values. */
export const figureRows = (rows: readonly FigureRow[], published = '2025-03-14'): void => {
	test.each(rows.map(([sentence, ...figures]) => ({sentence, figures})))('$sentence', ({sentence, figures}) => {
		const found = figuresOf([sentence], published);
		expect(found.map((figure, index) => Object.fromEntries(Object.keys(figures[index] ?? {text: ''}).map(key => [key, figure[key as keyof Figure]])))).toEqual(figures);
	});
};

/** A headline over an empty article, and what is expected of its figures. */
export const headlineRows = (rows: readonly FigureRow[]): void => {
	test.each(rows.map(([headline, ...figures]) => ({headline, figures})))('$headline', ({headline, figures}) => {
		const found = figuresOf(['Nothing more was known.'], undefined, headline);
		expect(found.map((figure, index) => Object.fromEntries(Object.keys(figures[index] ?? {text: ''}).map(key => [key, figure[key as keyof Figure]])))).toEqual(figures);
	});
};
