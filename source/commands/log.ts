import type {LogEntry} from '../model/override.ts';
import {exitCodes} from '../model/problem.ts';
import type {Command} from './command.ts';
import {readLibrary} from './library-reading.ts';

const told = ({act}: LogEntry): string => {
	if (act.kind !== 'correct') return `${act.kind} ${act.sequence}`;
	const {correction} = act;
	switch (correction.kind) {
		case 'figure': return `figure ${correction.review}: “${correction.on.exact}” in ${correction.on.article}`;
		case 'article': return `article ${correction.article}: ${Object.keys(correction.fields).join(', ')}`;
		case 'label': return `label of ${correction.event}: ${correction.label}`;
		default: return `${correction.kind}: ${correction.articles.join(' and ')}`;
	}
};

export const command: Command = {
	usage: ['newsdeck log [--json]'],
	summary: 'what people put right, oldest first; an undo is an entry too',
	examples: [['newsdeck log', 'who, when, what']],
	wordless: true,
	flags: {},
	async run(context) {
		const library = await readLibrary(context);
		const log = await library.log();
		for (const entry of log) context.io.print(context.flags.has('json') ? JSON.stringify(entry) : `${entry.sequence}  ${entry.when}  ${entry.who}  ${told(entry)}`);
		await library.close();
		if (log.length === 0) context.io.tell('Nothing has been put right yet.');
		return log.length === 0 ? exitCodes.nothing : exitCodes.done;
	},
};
