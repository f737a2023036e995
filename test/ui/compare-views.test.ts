import fc from 'fast-check';
import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import {compare} from '../../source/compare/compare.ts';
import type {Column, Comparison} from '../../source/model/comparison.ts';
import type {Figure} from '../../source/model/figure.ts';
import {plain} from '../../source/ui/paint/row.ts';
import {figuresView} from '../../source/ui/views/figures.ts';
import {textView} from '../../source/ui/views/text.ts';
import {openComparison, type CompareViewState} from '../../source/ui/state.ts';
import {themes} from '../../source/ui/paint/theme.ts';
import {column, figure, number} from '../helpers/build.ts';

const theme = themes.dark;
const sizes = [[60, 15], [80, 24], [100, 30], [120, 36], [160, 50], [200, 50]].map(([columns = 80, rows = 24]) => ({columns, rows}));
const viewAt = (comparison: Comparison, view: 'text' | 'figures', at: Partial<CompareViewState> = {}): CompareViewState =>
	({...openComparison(comparison.columns.map(({article}) => article.id), comparison.title, view), ...at});

const sentences = [
	'More than 40 people were hurt when a car ferry caught fire off the northern coast on Monday night.', 'Police put the injured at 35, all of them passengers.', 'An extraordinarily-hyphenated-never-ending-compound stands here.',
	'港の予算は今年、昨年より増えた。', 'Rescuers 👩‍👩‍👧‍👦 waved 🇯🇵 flags on the quay.', 'x'.repeat(90), 'The owner would not say how many were aboard.', '', 'Repairs may cost up to €12m.',
];

/** Paper number n: some of the sentences, some of the figures, an outlet's name that may be long or wide. */
const paper = (index: number, texts: readonly string[]): Column => column(`p${index}`, texts, told(index).filter(({text}) => texts.some(paragraph => paragraph.includes(text))), {
	outlet: ['Tidewater Times', '島の新聞', 'The Very Long Name of a Paper that No Column Could Hold', null][index % 4] ?? null, headline: index % 3 === 2 ? null : `Paper ${index}: ferry burns 🚢`,
});
const told = (index: number): Figure[] => [
	figure('More than 40', {low: 40, qualifier: '>', asOf: '2025-01-13', hedges: ['possibly'], source: 'the coast guard', directness: 'direct'}),
	...(index % 2 === 0 ? [number(35, {flow: 'period', periodText: 'last night', subject: 'passengers', source: 'a long chain of officials and clerks'})] : []),
	...(index % 3 === 0 ? [figure('up to €12m', {measure: 'cost', unit: 'eur', high: 12_000_000, qualifier: '<=', flow: null, scope: '島の港'})] : []),
	...(index % 5 === 4 ? [number(35, {measure: `measure of paper ${index}`})] : []),
	figure('would not say', {refusal: true, unit: null, source: 'the owner'}),
];

const anyPaper = fc.array(fc.constantFrom(...sentences), {maxLength: 8});
const anyComparison = fc.constantFrom(1, 2, 3, 4, 6, 12).chain(count => fc.array(anyPaper, {minLength: count, maxLength: count}))
	.map(papers => compare(papers.map((texts, index) => paper(index, texts))));

const dense = (text: string): string => text.replaceAll(/\s+/g, '');
const body = (rows: readonly string[]): string[] => rows.slice(5, -2);
/** The text of one column, line by line: nothing is broken off and begun again elsewhere. */
const module = (lines: readonly string[], index: number): string => dense(lines.map(line => {
	let at = 0;
	return [...new Intl.Segmenter('en', {granularity: 'grapheme'}).segment(line)].filter(({segment}) => {
		const here = at;
		at += stringWidth(segment);
		return here >= index * 40 + 3 && here < index * 40 + 40;
	}).map(({segment}) => segment).join('');
}).join(''));

describe('both views at every size', () => {
	test('as many rows as the terminal, each exactly as wide, wherever the cursor stands', () => {
		fc.assert(fc.property(anyComparison, fc.constantFrom(...sizes), fc.nat({max: 11}), fc.nat({max: 20}), fc.nat({max: 200}), fc.boolean(), (comparison, size, column, cursor, scroll, sharedDim) => {
			const at = {column: Math.min(column, comparison.columns.length - 1), cursor, scroll, sharedDim};
			for (const rows of [textView.draw(comparison, viewAt(comparison, 'text', at), size, theme), figuresView.draw(comparison, viewAt(comparison, 'figures', at), size, theme)]) {
				expect(rows.length).toBe(size.rows);
				for (const row of rows) expect(stringWidth(row.map(run => run.text).join('')), plain(row)).toBe(size.columns);
			}
		}), {numRuns: 40});
	});

	test('a row of the comparison begins where the view says, and there are as many as rows', () => {
		fc.assert(fc.property(anyComparison, fc.constantFrom(...sizes), (comparison, size) => {
			for (const [metrics, rows] of [[textView.measure(comparison, viewAt(comparison, 'text'), size), comparison.rows], [figuresView.measure(comparison, viewAt(comparison, 'figures'), size), comparison.matrix]] as const) {
				expect(metrics.offsets.length).toBe(rows.length);
				expect(metrics.offsets.every((offset, index) => offset >= (metrics.offsets[index - 1] ?? 0) && offset <= metrics.total)).toBe(true);
				expect(metrics.differences.every(index => index < rows.length)).toBe(true);
			}
		}), {numRuns: 40});
	});
});

test('scrolling through the Text view shows every word of every shown column, in one piece', () => {
	fc.assert(fc.property(anyComparison, fc.constantFrom(...sizes), (comparison, size) => {
		const view = viewAt(comparison, 'text', {cursor: -1});
		const {total, room} = textView.measure(comparison, view, size);
		const lines: string[] = [];
		for (let scroll = 0; scroll < total; scroll += room) {
			const from = Math.max(0, Math.min(scroll, total - room));
			lines.push(...body(textView.draw(comparison, {...view, scroll}, size, theme).map(plain)).slice(scroll - from));
		}

		const count = Math.min(4, Math.floor(size.columns / 40), comparison.columns.length);
		for (let index = 0; index < count; index++) {
			const seen = module(lines, index);
			for (const {text} of comparison.columns[index]?.article.segments ?? []) expect(seen).toContain(dense(text));
		}
	}), {numRuns: 40});
});

describe('in a pipe nothing is lost', () => {
	test('every paragraph of every column, also of those that do not fit side by side', () => {
		fc.assert(fc.property(anyComparison, fc.constantFrom(60, 80, 120, 200), (comparison, width) => {
			const lines = textView.plain(comparison, width);
			const all = Array.from({length: 5}, (_, index) => module(lines, index)).join('\n');
			for (const {article} of comparison.columns) for (const {text} of article.segments) expect(all).toContain(dense(text));
			expect(lines.every(line => stringWidth(line) <= width)).toBe(true);
		}), {numRuns: 40});
	});

	test('every figure of the matrix stands as often as it is told, in bands below each other', () => {
		fc.assert(fc.property(anyComparison, fc.constantFrom(60, 80, 120, 200), (comparison, width) => {
			const lines = figuresView.plain(comparison, width);
			const all = Array.from({length: 5}, (_, index) => module(lines, index)).join('\n');
			const told = comparison.matrix.flatMap(row => row.cells.flatMap(cell => cell.figures));
			expect(all.split('nonegiven').length - 1).toBe(told.filter(one => one.refusal).length);
			expect(all.split('upto').length - 1).toBe(told.filter(one => one.text === 'up to €12m').length);
			expect(lines.join('\n').split('not comparable').length - 1).toBe(comparison.matrix.flatMap(row => row.notComparable).length);
		}), {numRuns: 40});
	});
});

describe('what stands on the page', () => {
	const total = figure('over 900', {low: 900, qualifier: '>', asOf: '2025-03', source: 'the ministry', directness: 'direct', hedges: ['very likely']});
	const week = number(60, {flow: 'period', periodText: 'last week', source: 'the embassy'});
	const three = compare([column('a', ['over 900 fell'], [total]), column('b', ['60 fell']), column('c', ['60 fell'], [week, number(7, {measure: 'boats', unit: 'boats'})])]);

	test('a bracket runs from value to value, with the reason under it', () => {
		const lines = figuresView.plain(three, 120);
		const at = lines.findIndex(line => line.includes('≠ not comparable'));
		expect(lines[at]).toMatch(/^ {16}└─+ ≠ not comparable ─+┘/);
		expect(lines[at]?.indexOf('┘')).toBe(96);
		expect(lines[at + 1]).toContain('a total to date, and one week');
	});

	test('a bracket with one end out of sight says with whom', () => {
		const frame = figuresView.draw(three, viewAt(three, 'figures'), {columns: 80, rows: 24}, theme).map(plain).join('\n');
		expect(frame).toContain('≠ not comparable: Paper c');
	});

	test('a row that only columns out of sight answer is left out, and the footer says where it stands', () => {
		const boats = three.matrix.findIndex(row => row.label === 'boats');
		const frame = figuresView.draw(three, viewAt(three, 'figures', {cursor: boats}), {columns: 80, rows: 24}, theme).map(plain);
		expect(body(frame).join('\n')).not.toContain('boats');
		expect(frame.at(-1)).toContain('boats, only in column 3');
		expect(figuresView.measure(three, viewAt(three, 'figures'), {columns: 80, rows: 24}).offsets.length).toBe(three.matrix.length);
	});

	test('the hedge stands in quotes under the figure, the day it holds for after what it is', () => {
		const lines = figuresView.plain(three, 120).join('\n');
		expect(lines).toContain('total, to Mar 2025');
		expect(lines).toContain('“very likely”');
	});

	test('one missing paragraph is named; a long stretch of them is told in one line', () => {
		const base = column('a', ['A ferry burned off the coast on Monday.']);
		const others = ['The ferry burned on Monday off the coast.', 'Critics led by Marta Holm want new rules.', 'Divers search the wreck for fuel tanks.', 'Insurers in Oslo declined comment.'];
		const short = textView.plain(compare([base, column('b', others.slice(0, 2))]), 80).join('\n');
		expect(short).toContain('— not here: Marta Holm');
		const long = textView.plain(compare([base, column('b', others)]), 80).join('\n');
		expect(long).toContain('— not here: 3 paragraphs, on Marta');
		expect(long.split('not here').length - 1).toBe(1);
	});
});
