import type {LogEntry} from '../model/override.ts';
import {exitCodes} from '../model/problem.ts';
import type {Command} from './command.ts';
import {readLibrary} from './asked/library-reading.ts';
import {cutWords} from './mend/article-cut.ts';

const fieldsOf = (fields: Readonly<Record<string, string | number | null>>): string => Object.entries(fields).map(([name, value]) => `, ${name} = ${value ?? 'nothing'}`).join('');

/** What an entry of the log did, in a line. */
export const told = ({act}: LogEntry): string => {
	if (act.kind !== 'correct') return `${act.kind} ${act.sequence}`;
	const {correction} = act;
	switch (correction.kind) {
		case 'figure':
		case 'quote': return `${correction.kind} ${correction.review}: “${correction.on.exact}” in ${correction.on.article}${fieldsOf(correction.fields)}`;
		case 'article': return `article ${correction.article}${fieldsOf(correction.fields)}`;
		case 'tag': return `tag ${correction.on ? 'set' : 'taken away'}: “${correction.tag}” on ${correction.article}`;
		case 'mark': return `${correction.on ? correction.mark : `not ${correction.mark}`}: ${correction.article}`;
		case 'note': return `note on ${correction.article}: “${correction.text}”`;
		case 'delete': return `${correction.on ? 'deleted' : 'brought back'}: ${correction.article}`;
		case 'cut': return `${cutWords(correction)} of page ${correction.at.document.slice(0, 8)}: “${correction.at.exact}”`;
		case 'junk': return `junk ${correction.outlet === null ? 'everywhere' : `in ${correction.outlet}`}: “${correction.exact}”`;
		case 'alias': return `alias: “${correction.alias}” is ${correction.name}`;
		case 'measure': return `measure ${correction.outlet === null ? 'everywhere' : `in ${correction.outlet}`}: “${correction.word}” is ${correction.measure}`;
		case 'label': return `event ${correction.event} is called “${correction.label}”`;
		case 'storyline': return `storyline “${correction.label}” of ${correction.articles.join(', ')}`;
		case 'comparison': return `comparison “${correction.name}” ${correction.saved === null ? 'taken away' : 'saved'}`;
		case 'question': return `question “${correction.name}” ${correction.tracked === null ? 'no longer followed' : 'followed'}`;
		case 'search': return correction.query === null ? `search “${correction.name}” taken away` : `search “${correction.name}” saved: ${correction.query}`;
		case 'look': return `looked at “${correction.name}”: ${correction.figures.length} figures not seen before, ${correction.gone.length} gone`;
		case 'audit': return `audit drawn with seed ${correction.drawn.seed}: ${correction.drawn.figures.length} figures, ${correction.drawn.passages.length} passages`;
		case 'passage': return `passage of ${correction.on.article} holds ${correction.holds} figures: “${correction.on.exact}”`;
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
		const waiting = new Set(log.length === 0 ? [] : (await library.review()).map(({sequence}) => sequence));
		const cells = String(log.length).length;
		for (const entry of log) context.io.print(context.flags.has('json') ? JSON.stringify(entry) : `${String(entry.sequence).padStart(cells)}  ${entry.when}  ${entry.who}  ${told(entry)}${waiting.has(entry.sequence) ? ' (finds its words no more)' : ''}`);
		await library.close();
		if (log.length === 0) context.io.tell('Nothing has been put right yet.');
		return log.length === 0 ? exitCodes.nothing : exitCodes.done;
	},
};
