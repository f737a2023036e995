import type {Command} from './command.ts';
import {printFacts} from './facts.ts';
import {quoteLines} from './text-lines.ts';

export const command: Command = {
	usage: ['newsdeck quotes [EVENT] [--json]'],
	summary: 'every quotation with its speaker, and the line it stands on',
	examples: [
		['newsdeck quotes', 'of all articles'],
		['newsdeck quotes kursk --json', 'of one event or storyline, for a script'],
	],
	flags: {},
	run: async context => printFacts(context, ({article, quotes}) =>
		quotes.map(quote => context.flags.has('json') ? JSON.stringify(quote) : quoteLines(quote, article))),
};
