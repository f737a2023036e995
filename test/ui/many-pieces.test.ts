import {describe, expect, test} from 'vitest';
import {compare} from '../../source/compare/compare.ts';
import type {Comparison} from '../../source/model/comparison.ts';
import {plain} from '../../source/ui/paint/row.ts';
import {openComparison} from '../../source/ui/state.ts';
import {themes} from '../../source/ui/paint/theme.ts';
import {compareViews} from '../../source/ui/views/index.ts';
import {column, figure, number} from '../helpers/build.ts';

/** So many papers on one ferry fire: some give the injured, some the week's count, one another outlet's second article. */
const papers = (count: number): Comparison => compare(Array.from({length: count}, (_, index) => column(`p${index}`, [
	`More than 40 passengers were treated for smoke after the car ferry burned, paper number ${index} reports.`, `Police counted ${30 + index} injured passengers last week.`, 'Investigators examine the engine room.',
], [
	figure('More than 40', {low: 40, qualifier: '>', measure: 'wounded', measureText: 'treated', subject: 'passengers', asOf: '2025-01-13', source: 'the coast guard', directness: 'direct', hedges: ['possibly']}),
	number(30 + index, {measure: 'wounded', measureText: 'injured', subject: 'passengers', flow: 'period', periodText: 'last week', source: 'police'}),
], {outlet: `Tidewater Times ${index % 7}`, published: `2025-01-${10 + index}`})), {title: 'Ferry fire'});

const words = (text: string): string[] => text.match(/\p{L}{4,}/gu) ?? [];
const size = {columns: 80, rows: 24};

/** Every body that a reader sees who goes through a view to its end. */
const bodies = (comparison: Comparison, name: (typeof compareViews)[number]): string[] => {
	const view = openComparison(comparison.columns.map(({article}) => article.id), comparison.title, name.name);
	const columns = name.columns?.(comparison, view) ?? 1;
	return Array.from({length: columns}, (_, column) => column).flatMap(column => {
		const {total, room} = name.measure(comparison, {...view, column}, size);
		return Array.from({length: Math.ceil(total / room)}, (_, page) => name.draw(comparison, {...view, column, scroll: page * room}, size, themes.dark).slice(2, -2).map(plain).join('\n'));
	});
};

describe.each([5, 12])('%s pieces at 80x24', count => {
	const comparison = papers(count);
	const known = new Set(words(`${JSON.stringify(comparison)} ${compareViews.map(view => view.plain(comparison, 200).join(' ')).join(' ')}`));

	test.each(compareViews)('$name: no word is cut, and every figure comes into sight', view => {
		const seen = bodies(comparison, view).join('\n');
		expect(seen).not.toContain('…');
		expect(words(seen).filter(word => !known.has(word) && !['Timeline', 'Ledger', 'below', 'more'].includes(word))).toEqual([]);
		if (view.name !== 'headlines' && view.name !== 'quotes') for (let index = 0; index < count; index++) expect(seen).toMatch(new RegExp(`\\b${30 + index}\\b`));
	});
});

describe('in a pipe', () => {
	const comparison = papers(5);
	const counted = (lines: readonly string[]): Record<string, number> => Object.fromEntries(['30', '31', '32', '33', '34'].map(value => [value, lines.join('\n').split(new RegExp(`(?<![-\\d])${value}(?!\\d)`)).length - 1]));

	test.each(compareViews)('$name: the same figures as often at every width, and no line is wider', view => {
		const wide = counted(view.plain(comparison, 200));
		for (const width of [60, 80, 100, 120, 160]) {
			expect(counted(view.plain(comparison, width))).toEqual(wide);
			expect(view.plain(comparison, width).every(line => line.length <= width)).toBe(true);
		}
	});
});
