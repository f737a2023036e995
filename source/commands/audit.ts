import {readInput, readStdin} from '../host/files.ts';
import type {Library} from '../model/library.ts';
import type {Correction} from '../model/override.ts';
import {exitCodes, Problem} from '../model/problem.ts';
import {fieldProblem} from '../store/fields.ts';
import {answersIn, correctionFrom, rowId, rowJson, rowLines} from './audit/answers.ts';
import {auditReport} from './audit/report.ts';
import {drawAudit, lastAudit} from './audit/rows.ts';
import type {Command, Context} from './command.ts';
import {correct} from './mend/correcting.ts';
import {editLibrary, readLibrary} from './asked/library-reading.ts';

const required = async (library: Library): Promise<NonNullable<Awaited<ReturnType<typeof lastAudit>>>> => {
	const audit = await lastAudit(library);
	if (audit === null) throw new Problem({exit: 'nothing', what: 'No audit has been drawn yet.', why: '', remedy: 'newsdeck audit --figures 50 --seed 7 draws one.'});
	return audit;
};

const printSheet = async ({flags, io}: Context, library: Library): Promise<number> => {
	const {drawn, rows} = await required(library);
	if (flags.has('json')) {
		for (const row of rows) io.print(JSON.stringify(rowJson(row)));
		return exitCodes.done;
	}

	io.print(`# newsdeck audit, seed ${drawn.seed}: ${drawn.figures.length} of ${drawn.of.figures} figures, ${drawn.passages.length} of ${drawn.of.passages} passages in which nothing was read`);
	io.print('# In the brackets of a figure: y right as it reads, n no figure, or what it says: measure=killed value=">100". Of a passage: how many figures it holds.');
	io.print('# newsdeck audit --answers FILE takes the answers down; newsdeck audit --report tells what they come to.');
	for (const line of rows.flatMap(rowLines)) io.print(line);
	return exitCodes.done;
};

const takeDown = async (context: Context, library: Library, from: string): Promise<number> => {
	const {rows} = await required(library);
	const byId = new Map(rows.map(row => [rowId(row), row]));
	const corrections: Correction[] = [];
	let wrong = 0;
	for (const answer of answersIn(new TextDecoder().decode(from === '-' ? await readStdin() : await readInput(from)))) {
		try {
			const correction = correctionFrom(answer, byId.get(answer.id));
			const misfit = correction === null ? null : fieldProblem(correction);
			if (misfit !== null) throw new Problem({exit: 'usage', what: `The answer "${answer.answer}" was not taken down.`, why: misfit});
			if (correction !== null) corrections.push(correction);
		} catch (error) {
			if (!(error instanceof Problem)) throw error;
			wrong++;
			context.io.complain(`newsdeck: line ${answer.line}: ${error.message}`);
		}
	}

	if (corrections.length > 0) await correct(context, library, corrections, 'audit');
	context.io.tell(`Answers taken down: ${corrections.length}; newsdeck audit --report tells what they come to.`);
	return wrong === 0 ? exitCodes.done : corrections.length === 0 ? exitCodes.unreadable : exitCodes.partial;
};

const report = async ({flags, io}: Context, library: Library): Promise<number> => {
	const {drawn, rows} = await required(library);
	const counted = auditReport(drawn, rows);
	io.print(flags.has('json') ? JSON.stringify(counted) : counted.paragraph);
	return counted.figures.checked + counted.passages.checked > 0 ? exitCodes.done : exitCodes.nothing;
};

/** How many of each are drawn when nobody says. */
const USUAL = 50;

const seedOf = ({flags}: Context): number => {
	const given = flags.text('seed') ?? '1';
	if (!/^\d{1,9}$/.test(given)) throw new Problem({exit: 'usage', what: `--seed ${given} is no whole number.`, why: '', remedy: 'The same seed draws the same sample: --seed 7.'});
	return Number(given);
};

const draw = async (context: Context, library: Library): Promise<number> => {
	const figures = context.flags.count('figures') ?? USUAL;
	const drawn = await drawAudit(library, {seed: seedOf(context), figures, passages: context.flags.count('passages') ?? figures, event: context.words.length === 0 ? null : context.words.join(' ')});
	if (drawn.of.figures + drawn.of.passages === 0) throw new Problem({exit: 'nothing', what: 'There is nothing to draw from.', why: 'The articles hold no text.'});
	await correct(context, library, [{kind: 'audit', drawn}]);
	return printSheet(context, library);
};

export const command: Command = {
	usage: ['newsdeck audit --figures N [--passages N] [--seed N] [EVENT] [--json]', 'newsdeck audit [--json]', 'newsdeck audit --answers FILE|-', 'newsdeck audit --report [--json]'],
	summary: 'a random sample for a person to check, and the error rate of this library with its interval',
	examples: [
		['newsdeck audit --figures 50 --seed 7 > sheet.txt', 'draw 50 figures, and as many passages in which nothing was read'],
		['newsdeck audit --answers sheet.txt', 'take down what you wrote in the brackets'],
		['newsdeck audit', 'the sheet with the answers so far; figure confirm, reject and edit answer it too'],
		['newsdeck audit --report', 'precision and misses with Wilson 95 % intervals, as a paragraph'],
	],
	flags: {
		figures: {value: 'N', help: `draw so many figures (usually ${USUAL})`},
		passages: {value: 'N', help: 'and so many passages in which nothing was read (as many as figures)'},
		seed: {value: 'N', help: 'the same seed draws the same sample from the same library (usually 1)'},
		answers: {value: 'FILE', help: 'a worksheet that was filled in; - is standard input'},
		report: {help: 'what the answers come to'},
	},
	async run(context) {
		const {flags, words} = context;
		const drawing = flags.text('figures') !== undefined || flags.text('passages') !== undefined || flags.text('seed') !== undefined || words.length > 0;
		const answers = flags.text('answers');
		if ([drawing, answers !== undefined, flags.has('report')].filter(Boolean).length > 1) throw new Problem({exit: 'usage', what: 'audit draws, takes answers or reports: one at a time.', why: '', remedy: 'See newsdeck audit --help.'});
		const library = await (drawing || answers !== undefined ? editLibrary(context) : readLibrary(context));
		const code = drawing ? await draw(context, library) : answers !== undefined ? await takeDown(context, library, answers) : flags.has('report') ? await report(context, library) : await printSheet(context, library);
		await library.close();
		return code;
	},
};
