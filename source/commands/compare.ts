import {findExporter} from '../exporters/index.ts';
import {exitCodes, Problem} from '../model/problem.ts';
import {closest} from '../text/closest.ts';
import {compareViews} from '../ui/views/index.ts';
import type {Command} from './command.ts';
import {checkAsked, comparisonFor} from './asked/comparing.ts';
import {readLibrary} from './asked/library-reading.ts';

const viewNames = compareViews.map(({name}) => name).join(', ');

export const command: Command = {
	usage: ['newsdeck compare ID ID...|- [--view VIEW] [--width N] [--json]', 'newsdeck compare --event EVENT [--view VIEW] [--width N] [--json]'],
	summary: 'articles side by side: the rows of the screen as plain text',
	examples: [
		['newsdeck compare --event kursk --view figures', 'who says how many, cell by cell'],
		['newsdeck compare a-3f2a a-91c0 --view text --width 80', 'two articles, paragraph by paragraph; the first is the base'],
		['newsdeck compare --event kursk --json', 'one object, schema newsdeck/comparison@1'],
		['newsdeck list kursk | head -n 3 | newsdeck compare -', 'ids from a pipe'],
	],
	flags: {
		event: {value: 'EVENT', help: 'an event or storyline, by id or by words of its label'},
		query: {value: 'QUERY', help: 'what a search finds'},
		saved: {value: 'NAME', help: 'a comparison that was saved under this name'},
		view: {value: 'VIEW', choices: compareViews.map(({name}) => name), help: `${viewNames}; default figures`},
		width: {value: 'N', help: 'columns of the page; default the terminal\'s, or 120'},
	},
	async run(context) {
		const wanted = context.flags.text('view') ?? 'figures';
		const view = compareViews.find(({name}) => name === wanted);
		if (view === undefined) {
			const near = closest(wanted, compareViews.map(({name}) => name));
			throw new Problem({exit: 'usage', what: `There is no view "${wanted}".`, why: near === undefined ? '' : `Did you mean ${near}?`, remedy: `Views are ${viewNames}.`});
		}

		checkAsked(context);
		const width = context.flags.count('width') ?? (context.io.terminal ? context.io.columns : 120);
		if (width < 60 || width > 500) throw new Problem({exit: 'usage', what: `--width ${width} is out of bounds.`, why: '', remedy: 'Choose between 60 and 500.'});
		const library = await readLibrary(context);
		const comparison = await comparisonFor(context, library, {every: view.name === 'ledger', page: view.name !== 'ledger' || context.flags.has('json')});
		if (context.flags.has('json')) context.io.print(findExporter('json').write(comparison).trimEnd());
		else for (const line of view.plain(comparison, width)) context.io.write(`${line}\n`);
		await library.close();
		return exitCodes.done;
	},
};
