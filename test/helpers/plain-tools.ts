import type {Column, Comparison} from '../../source/model/comparison.ts';
import {createPage, footer, tabRow} from '../../source/ui/paint/layout.ts';
import type {CompareView} from '../../source/ui/views/compare-view.ts';
import {tabsWhile} from '../../source/ui/views/tabs.ts';
import type {Tools} from '../../source/ui/world.ts';

/** A comparison that only lists: one question a measure, nothing said about what is comparable. */
export const plainCompare = (columns: readonly Column[], title: string): Comparison => {
	const figures = columns.flatMap(column => column.figures);
	const measures = [...new Set(figures.map(figure => figure.measure))];
	const question = (measure: string | null) => ({measure, subject: null, scope: null, flow: null, unit: null});
	return {
		schema: 'newsdeck/comparison@1', origins: {low: 1, high: 1}, title, columns,
		rows: Array.from({length: Math.max(0, ...columns.map(column => column.article.segments.length))}, (_, row) => ({
			cells: columns.map(column => row < column.article.segments.length ? [row] : []), topic: null, difference: row % 2 === 0, shared: [],
		})),
		matrix: measures.map(measure => ({
			label: measure ?? 'a number', note: null, notComparable: [],
			cells: columns.map(column => ({figures: column.figures.filter(figure => figure.measure === measure), derived: [], repeats: []})),
		})),
		questions: measures.map(measure => ({label: measure ?? 'a number', note: null, question: question(measure), figures: figures.filter(figure => figure.measure === measure), derived: []})),
		reasons: [], tensions: [], statements: [],
	};
};

/** A compare view that only says which column has the focus. */
const plainView = (name: 'explain' | 'text' | 'figures'): CompareView => ({
	name,
	moves: name === 'text' ? 'lines' : 'rows',
	draw(comparison, view, size) {
		const {canvas} = createPage(size);
		tabRow(canvas, comparison.title, tabsWhile(name).tabs, tabsWhile(name).open);
		for (const [index, column] of comparison.columns.entries()) canvas.text(3, 2 + index, `${index === view.column ? '> ' : '  '}${column.article.headline ?? ''}`);
		footer(canvas, {hints: [], state: `row ${view.cursor + 1}`});
		return canvas.rows();
	},
	measure: (comparison, _view, size) => ({
		offsets: (name === 'text' ? comparison.rows : comparison.matrix).map((_, row) => row * 4), total: comparison.rows.length * 4, room: size.rows - 7,
		differences: comparison.rows.flatMap((row, index) => row.difference ? [index] : []),
	}),
	plain: () => [],
	...(name !== 'explain' && {columns: (comparison: Comparison) => comparison.columns.length}),
	places: () => 1,
	target: (comparison, view) => name === 'text' ? {column: view.column, figure: null, segment: comparison.rows[view.cursor]?.cells[view.column]?.[0] ?? null}
		: {column: view.column, figure: comparison.matrix[view.cursor]?.cells[view.column]?.figures[view.figure] ?? null, segment: null},
});

/** The screen's tools without the compare views: tests of the other screens do not hang on them. */
export const plainTools: Tools = {
	formats: [
		{name: 'md', extension: 'md', title: 'Markdown', write: comparison => `# ${comparison.title}\n\n${comparison.columns.map(column => `- ${column.article.headline ?? ''}`).join('\n')}\n`},
		{name: 'json', extension: 'json', title: 'JSON', write: comparison => `${JSON.stringify(comparison, null, '\t')}\n`},
		{name: 'csv', extension: 'csv', title: 'CSV, a row a figure', write: comparison => comparison.columns.flatMap(column => column.figures.map(figure => figure.text)).join('\r\n')},
	],
	compare: plainCompare,
	choose: (candidates, limit) => candidates.filter(column => column.figures.length > 0).slice(0, limit),
	handed: (columns, _, title) => [`${title}: ${columns.length}\n`],
	views: [plainView('explain'), plainView('text'), plainView('figures')],
};
