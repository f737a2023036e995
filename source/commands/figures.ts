import type {Command} from './command.ts';
import {printFacts} from './facts.ts';
import {figureLine} from './text-lines.ts';

export const command: Command = {
	usage: ['newsdeck figures [EVENT] [--json]'],
	summary: 'every figure: value, measure, source, hedge and date, each with its sentence and line',
	examples: [
		['newsdeck figures', 'of all articles'],
		['newsdeck figures kursk', 'of the event or storyline with these words'],
		['newsdeck figures e-3f2a --json', 'one object a line, for a script'],
	],
	flags: {},
	run: async context => printFacts(context, ({article, figures}) =>
		figures.map(figure => context.flags.has('json') ? JSON.stringify(figure) : figureLine(figure, article))),
};
