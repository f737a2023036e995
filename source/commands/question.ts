import type {TrackedQuestion} from '../model/override.ts';
import {exitCodes, Problem} from '../model/problem.ts';
import type {Command, Context} from './command.ts';
import {correct} from './mend/correcting.ts';
import {editLibrary, readLibrary} from './asked/library-reading.ts';
import {lookAt} from './mend/looking.ts';
import {table} from './print/table.ts';

const usage = (what: string, remedy: string): Problem => new Problem({exit: 'usage', what, why: '', remedy});

const questionFrom = ({flags}: Context): TrackedQuestion => {
	const [measure, flow] = [flags.text('measure'), flags.text('flow') ?? null];
	if (measure === undefined) throw usage('A question needs a measure.', 'For instance: --measure killed. newsdeck figures shows the measures.');
	if (flow !== null && flow !== 'total' && flow !== 'period') throw usage(`--flow ${flow} is neither total nor period.`, 'A total to date, or the count of a period.');
	return {measure, subject: flags.text('subject') ?? null, scope: flags.text('scope') ?? null, flow};
};

const list = async (context: Context): Promise<number> => {
	const library = await readLibrary(context);
	const questions = [...await library.tracked()];
	await library.close();
	if (context.flags.has('json')) for (const [name, question] of questions) context.io.print(JSON.stringify({name, ...question}));
	else for (const line of table(questions.map(([name, {measure, subject, scope, flow}]) => [name, measure, subject ?? 'anybody', scope ?? 'anywhere', flow ?? 'total or period']))) context.io.print(line);
	if (questions.length === 0) context.io.tell('No question is followed yet. newsdeck question save NAME --measure M follows one.');
	return questions.length === 0 ? exitCodes.nothing : exitCodes.done;
};

const save = async (context: Context, name: string): Promise<number> => {
	const tracked = questionFrom(context);
	const library = await editLibrary(context);
	await correct(context, library, [{kind: 'question', name, tracked}]);
	const [looked] = await lookAt(library, [[name, tracked]], null);
	const figures = looked?.told.length ?? 0;
	await library.close();
	if (context.flags.has('json')) context.io.print(JSON.stringify({name, ...tracked, figures}));
	context.io.tell(`“${name}” is followed; ${figures} figures answer it so far. newsdeck check ${name} tells what comes.`);
	return exitCodes.done;
};

const remove = async (context: Context, name: string): Promise<number> => {
	const library = await editLibrary(context);
	if (!(await library.tracked()).has(name)) throw usage(`No question is called "${name}".`, 'newsdeck question list shows them.');
	await correct(context, library, [{kind: 'question', name, tracked: null}]);
	await library.close();
	context.io.tell(`“${name}” is no longer followed; newsdeck undo takes that back.`);
	return exitCodes.done;
};

export const command: Command = {
	usage: ['newsdeck question save NAME --measure M [--subject S] [--scope P] [--flow total|period]', 'newsdeck question list [--json]', 'newsdeck question delete NAME'],
	summary: 'follow a question over weeks: what newsdeck check looks at',
	examples: [
		['newsdeck question save kursk-losses --measure casualties --scope Kursk', 'who says how many, in Kursk'],
		['newsdeck question list', ''],
		['newsdeck check', 'what is otherwise since the last look'],
	],
	flags: {
		measure: {value: 'MEASURE', help: 'what is counted: killed, casualties, ...'},
		subject: {value: 'PEOPLE', help: 'of whom; where a figure does not say, its article must'},
		scope: {value: 'PLACE', help: 'where; likewise'},
		flow: {value: 'FLOW', help: 'total or period; both where it is not given'},
	},
	async run(context) {
		const [act = '', name, ...more] = context.words;
		if (act === 'list' && name === undefined) return list(context);
		if (act !== 'save' && act !== 'delete') throw usage(act === '' ? 'question needs to be told what to do.' : `question cannot "${[act, name].filter(Boolean).join(' ')}".`, 'It can save NAME, list, delete NAME.');
		if (name === undefined || more.length > 0) throw usage(`question ${act} needs one name.`, 'For instance: newsdeck question save flood-dead --measure killed.');
		return act === 'save' ? save(context, name) : remove(context, name);
	},
};
