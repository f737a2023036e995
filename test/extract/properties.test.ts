import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {extract} from '../../source/extract/extract.ts';
import {segmentAt} from '../../source/model/article.ts';
import {clean} from '../../source/text/sanitise.ts';
import {articleOf} from '../helpers/article.ts';

/** Pieces that rules look for, so that chance puts them together in ways nobody thought of. */
const piece = fc.constantFrom(
	'said', 'told', 'according to', 'police', 'Mr. Roe', 'the ministry', 'that', ', ', '. ', '“', '”', '"', '‘', '’', '—', '--', '-', '–', ': ', '; ', '(', ')', '12', '1,204', '3.5', '5-7', '$', '£', '%', 'per cent', 'million', 'bn', 'half', 'a third of',
	'two', 'dozens', 'hundreds of thousands', 'of them', 'killed', 'wounded', 'people', 'troops', 'in Kent', 'on Monday', 'since 2010', 'by', 'up to', 'more than', 'between', 'and', 'from', 'to', 'as', 'while', 'he', 'she', 'who', 'may', 'minus', '½', '/', '\'s', '№', 'No. ', 'aged', '2-year-old', '9/11', '10 a.m.', '\u200B', '\u202E', '\u0301', '１２', '٣', '😀', '\u00A0',
);
const sentence = fc.array(piece, {maxLength: 40}).map(words => words.join(' '));
const glued = fc.array(piece, {maxLength: 30}).map(words => words.join(''));
const text = fc.oneof(sentence, glued, fc.string({unit: 'grapheme', maxLength: 200}));

describe('whatever stands in a paragraph', () => {
	test('the words of a figure or quotation stand at its place', () => {
		fc.assert(fc.property(fc.array(text, {maxLength: 4}), paragraphs => {
			const article = articleOf(paragraphs, {headline: paragraphs[0] ?? 'None'});
			const {figures, quotes} = extract(article);
			for (const fact of [...figures, ...quotes]) expect(segmentAt(article, fact.segment)?.text.slice(fact.start, fact.end)).toBe(fact.text);
			for (const figure of figures.filter(({refusal}) => !refusal)) expect([figure.low, figure.high].every(value => value === null || Number.isFinite(value)) && (figure.low !== null || figure.high !== null)).toBe(true);
			for (const figure of figures) expect((figure.low ?? -Infinity) <= (figure.high ?? Infinity)).toBe(true);
		}), {numRuns: 600});
	});

	test('the same text gives the same reading, whatever was read in between', () => {
		fc.assert(fc.property(text, text, (one, other) => {
			const first = JSON.stringify(extract(articleOf([one])));
			extract(articleOf([other]));
			expect(JSON.stringify(extract(articleOf([one])))).toBe(first);
		}), {numRuns: 300});
	});

	test('figures stand in the order of the text and do not overlap', () => {
		fc.assert(fc.property(text, words => {
			const figures = extract(articleOf([words])).figures.filter(({refusal}) => !refusal);
			for (const [index, figure] of figures.entries()) expect(figure.start).toBeGreaterThanOrEqual(figures[index - 1]?.end ?? 0);
		}), {numRuns: 300});
	});
});

describe('paragraphs in another order', () => {
	const paragraphs = [
		'Police said 12 miners were killed and 34 hurt near Lima on Monday.', 'Hundreds have fled since May.', 'About a third of them are children, the Red Cross said.', '“We lost 40 boats,” said Ana Ruiz.', 'The dam cost 12.500.000 euros, up from £1.2bn.',
		'Some 46% backed it, with 44% against.', 'It climbed to $1.6 billion.', 'He added that 5,000 more may follow.', 'The mayor would not say how many were arrested.',
	];
	const kept = ({figures}: ReturnType<typeof extract>, order: readonly number[]): string[] => figures.map(({segment, start, text: words, low, high, qualifier}) => JSON.stringify([order[segment], start, words, low, high, qualifier])).toSorted();

	test('lose no figure and change no value', () => {
		const all = kept(extract(articleOf(paragraphs)), [...paragraphs.keys()]);
		expect(all).toHaveLength(12);
		fc.assert(fc.property(fc.shuffledSubarray([...paragraphs.keys()], {minLength: paragraphs.length}), order => {
			expect(kept(extract(articleOf(order.map(index => paragraphs[index] ?? ''))), order)).toEqual(all);
		}), {numRuns: 60});
	});
});

describe('characters that deceive the eye change no figure', () => {
	const plain = 'Police said 1,204 people were killed and £3.5m was lost.';
	const values = (words: string): unknown[] => extract(articleOf([clean(words).text])).figures.map(({low, high, unit, measure}) => [low, high, unit, measure]);

	test.each([
		['left-to-right mark', plain.replace('1,204', '\u200E1,204\u200F')],
		['zero width space between words', plain.replace(' people', ' \u200Bpeople')],
		['soft hyphen', plain.replace('people', 'peo\u00ADple')],
		['byte order mark', `\uFEFF${plain}`],
	])('%s', (_what, words) => {
		expect(values(words)).toEqual(values(plain));
	});

	test('a number that an override shows backwards is not read; the others are', () => {
		expect(values(plain.replace('1,204', '\u202E1,204\u202C'))).toEqual(values(plain).slice(1));
	});

	test.each([
		['zero width space', '1,\u200B204'], ['word joiner', '1,2\u206004'], ['soft hyphen', '12\u00AD04'], ['zero width joiner', '1\u200D,204'], ['byte order mark', '120\uFEFF4'],
	])('a number with a %s in it is read whole or not at all', (_what, number) => {
		const found = extract(articleOf([clean(`Police said ${number} people were killed.`).text])).figures.map(({low}) => low);
		expect(found.every(low => low === 1204)).toBe(true);
	});

	test.each([
		['digits of another script', 'Police found ٣٤ boats.'],
		['full-width digits', 'Police found １２ boats.'],
		['digits in circles', 'Police found ①② boats.'],
		['a raised digit', 'Police found it²³ there.'],
	])('%s are never read as another number', (_what, words) => {
		const found = extract(articleOf([words])).figures.map(({low}) => low);
		expect(found.every(low => low === 34 || low === 12)).toBe(true);
	});
});
