import {quotesCsv} from '../exporters/quotes-csv.ts';
import type {Command} from './command.ts';
import {printFacts} from './facts/facts.ts';
import {listingFlags, narrowQuotes, quoteNarrowingFlags} from './asked/narrow.ts';
import {quoteLines} from './print/text-lines.ts';

export const command: Command = {
	usage: ['newsdeck quotes [EVENT|ID...|-] [--unchecked] [--outlet O] [--source SPEAKER] [--from DATE] [--to DATE] [--json|--csv]'],
	summary: 'every quotation with its id, its speaker, and the line it stands on',
	examples: [
		['newsdeck quotes', 'of all articles'],
		['newsdeck quotes kursk --source kirby', 'what one speaker said'],
		['newsdeck quotes kursk --json', 'of one event or storyline, for a script'],
	],
	flags: {...quoteNarrowingFlags, ...listingFlags},
	run: async context => printFacts(context, {
		narrowed: columns => narrowQuotes(columns, context.flags)
			.map(column => context.flags.has('unchecked') ? {...column, quotes: column.quotes.filter(({review}) => review === null)} : column),
		lines: ({article, quotes}) => quotes.map(quote => context.flags.has('json') ? JSON.stringify(quote) : `${quote.id}  ${quoteLines(quote, article)}`),
		csv: quotesCsv,
	}),
};
