import {chooseColumns, compare} from '../compare/compare.ts';
import {exporters} from '../exporters/index.ts';
import {createSearch} from '../search/search.ts';
import {compareFigures, measureFigures} from './screens/compare-figures.ts';
import {compareText, measureText} from './screens/compare-text.ts';
import type {Tools} from './world.ts';

/** The real stages and views. */
export const tools: Tools = {
	formats: exporters,
	createSearch(entries) {
		const searcher = createSearch(entries);
		return (query, limit) => searcher.find(query, limit);
	},
	compare: (columns, title) => compare(columns, {title}),
	choose: chooseColumns,
	drawCompare: (comparison, view, size, theme) => (view.view === 'text' ? compareText : compareFigures)(comparison, view, size, theme),
	measureCompare: (comparison, view, size) => (view.view === 'text' ? measureText : measureFigures)(comparison, view, size),
};
