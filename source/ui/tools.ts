import {chooseColumns, compare} from '../compare/compare.ts';
import {exporters} from '../exporters/index.ts';
import {createSearch} from '../search/search.ts';
import {compareViews} from './views/index.ts';
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
	views: compareViews,
};
