import {chooseColumns, compare} from '../compare/compare.ts';
import {exporters} from '../exporters/index.ts';
import {compareViews} from './views/index.ts';
import type {Tools} from './world.ts';

/** The real stages and views. */
export const tools: Tools = {
	formats: exporters,
	compare: (columns, title) => compare(columns, {title}),
	choose: chooseColumns,
	views: compareViews,
};
