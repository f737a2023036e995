import {checkPage, chooseColumns, compare, compareAll} from '../compare/compare.ts';
import {withStatementsByEvent} from '../compare/statements.ts';
import {exporters} from '../exporters/index.ts';
import {jsonLines} from '../exporters/json-lines.ts';
import {compareViews} from './views/index.ts';
import type {Tools} from './world.ts';

/** The real stages and views. */
export const tools: Tools = {
	formats: exporters,
	compare: (columns, title) => compare(columns, {title}),
	choose: chooseColumns,
	handed(columns, events, title, format) {
		const exporter = exporters[format] ?? jsonLines;
		if (exporter.holds === 'columns') {
			checkPage(columns);
			return [exporter.write(compareAll(columns, title))];
		}

		const listed = {title, columns: withStatementsByEvent(columns, events)};
		// Nothing to hand on is nothing at all, where a file would end with a line break.
		return exporter.table === undefined ? [exporter.write(listed)] : [exporter.table.head, ...exporter.table.rows(listed.columns)];
	},
	views: compareViews,
};
