import {measureOf} from '../compare/measures.ts';
import {csv} from '../exporters/csv.ts';
import type {Command} from './command.ts';
import {printFacts} from './facts/facts.ts';
import {listingFlags, narrow, narrowingFlags, readNarrowing} from './asked/narrow.ts';
import {figureLine} from './print/text-lines.ts';

export const command: Command = {
	usage: ['newsdeck figures [EVENT|ID...|-] [--unchecked] [--measure M] [--outlet O] [--source S] [--stance S] [--from DATE] [--to DATE] [--json|--csv]'],
	summary: 'every figure: id, value, measure, source, hedge and date, each with its sentence and line',
	examples: [
		['newsdeck figures', 'of all articles'],
		['newsdeck figures kursk --measure killed --source ministry', 'of the event or storyline with these words'],
		['newsdeck search bridge | newsdeck figures -', 'of the articles that a search finds'],
		['newsdeck figures --unchecked --json | newsdeck figure confirm -', 'ids for newsdeck figure'],
		['newsdeck figures kursk --csv > kursk.csv', 'a row a figure'],
	],
	flags: {...narrowingFlags, ...listingFlags},
	run: async context => printFacts(context, {
		narrowed: columns => narrow(columns, readNarrowing(context.flags))
			.map(column => context.flags.has('unchecked') ? {...column, figures: column.figures.filter(({review}) => review === null)} : column),
		lines: ({article, figures}) => figures.map(figure => context.flags.has('json') ? JSON.stringify(figure) : `${figure.id}  ${figureLine(figure, article)}`),
		csv: columns => csv.write({title: '', columns}),
		asked: {word: context.flags.text('measure'), known: columns => columns.flatMap(({figures}) => figures.flatMap(figure => [measureOf(figure), figure.measureText ?? []].flat().map(word => word.toLowerCase())))},
	}),
};
