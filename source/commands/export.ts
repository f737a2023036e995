import {findExporter} from '../exporters/index.ts';
import {exitCodes} from '../model/problem.ts';
import type {Command} from './command.ts';
import {comparisonFor} from './comparing.ts';
import {readLibrary} from './library-reading.ts';

export const command: Command = {
	usage: ['newsdeck export ID...|--event EVENT|--query QUERY [--format md|json|csv] [--output FILE] [--force]'],
	summary: 'a comparison as Markdown, JSON or CSV, each figure with its words, offsets and file hash',
	examples: [
		['newsdeck export --event kursk --output kursk.md', 'the format follows the name of the file'],
		['newsdeck export --event kursk --format csv > kursk.csv', 'a row a figure'],
	],
	flags: {
		event: {value: 'EVENT', help: 'an event or storyline, by id or by words of its label'},
		query: {value: 'QUERY', help: 'what a search finds'},
		format: {value: 'FORMAT', help: 'md, json or csv (default: by the name of the file, else md)'},
		output: {value: 'FILE', help: 'where to write; "-" or nothing is stdout'},
		force: {help: 'write over a file that is there'},
	},
	async run(context) {
		const output = context.flags.text('output') ?? '-';
		const ending = /\.(md|json|csv)$/i.exec(output)?.[1]?.toLowerCase();
		const exporter = findExporter(context.flags.text('format') ?? ending ?? (context.flags.has('json') ? 'json' : 'md'));
		const library = await readLibrary(context);
		const comparison = await comparisonFor(context, library);
		await library.close();
		const content = exporter.write(comparison);
		if (output === '-') {
			context.io.print(content.replace(/\r?\n$/, ''));
		} else {
			await context.effects.writeFile(output, content, {force: context.flags.has('force')});
			context.io.tell(`${output} is written: ${comparison.columns.length} articles, ${comparison.columns.reduce((sum, column) => sum + column.figures.length, 0)} figures.`);
		}

		return exitCodes.done;
	},
};
