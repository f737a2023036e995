import {fromHome} from '../../host/paths.ts';
import type {Intake} from '../../model/desk.ts';
import type {Watched} from '../../model/watched.ts';
import type {Library, MendableLibrary} from '../../model/library.ts';
import {Problem} from '../../model/problem.ts';
import type {Context} from '../command.ts';

type Line = {readonly status: string; readonly problem: string | null; readonly articles: readonly unknown[]};

/** A line that the verb has just written. */
const lineOf = (text: string): Line => {
	const line: Line = JSON.parse(text);
	return line;
};

/** What the verb says of the review. */
const WAITING = /^Corrections that find their words no more: (\d+)/;

/** "2 documents with 5 articles came in, 1 was there already, 1 could not be read: ...". */
const tellOf = (lines: readonly Line[], complaint: string, waiting: string | null): string => {
	const of = (status: string): readonly Line[] => lines.filter(line => line.status === status);
	const came = [...of('new'), ...of('revised')];
	const articles = came.reduce((sum, line) => sum + line.articles.length, 0);
	const first = of('failed')[0]?.problem;
	return [
		`articles imported: ${articles}, from files: ${came.length}`,
		...(of('same').length > 0 ? [`there already: ${of('same').length}`] : []),
		...(first ? [`not read: ${of('failed').length}. ${first}`] : []),
		...(waiting === null ? [] : [`corrections that find their words no more: ${waiting}, in the Review`]),
		...(complaint.includes('broken off') ? ['broken off'] : []),
	].join(', ');
};

/** Runs the verb import for the screen, as if it were typed; its lines are counted instead of printed. */
const importFrom = async (context: Context, path: string, {progress, signal}: Watched): Promise<string> => {
	const {command} = await import('../import.ts');
	const lines: Line[] = [];
	let complaint = '';
	let waiting: string | null = null;
	const asked = new Set(['json', 'recursive']);
	await command.run({
		...context, words: [fromHome(path)], signal,
		flags: {has: name => asked.has(name), refused: () => false, text: () => undefined, texts: () => [], count: () => undefined},
		io: {
			...context.io, progress,
			tell(line) {
				waiting = WAITING.exec(line)?.[1] ?? waiting;
			},
			print: line => void lines.push(lineOf(line)),
			write: text => void lines.push(...text.split('\n').filter(Boolean).map(lineOf)),
			complain(line) {
				complaint = line;
			},
		},
	});
	const only = lines.length > 0 && lines.every(line => line.status === 'failed') ? lines[0]?.problem : null;
	if (only) throw new Problem({exit: 'unreadable', what: only, why: ''});
	if (lines.length === 0) throw new Problem({exit: 'unreadable', what: `${path} holds nothing to import.`, why: ''});
	return tellOf(lines, complaint, waiting);
};

/** How a screen that is open comes to more articles or to the demo; `move` is told which library it is over then, and closes the one before. */
export const intakeOf = (context: Context, move: (library: MendableLibrary) => Promise<Library>): Intake => ({
	async files(path, watched) {
		const told = await importFrom(context, path, watched);
		return {told, open: async () => move(await context.openLibrary('write'))};
	},
	demo: async () => move(await context.openDemo()),
	async regroup(library, watched) {
		const {countsOf, regroupLibrary} = await import('../regroup.ts');
		return countsOf(await regroupLibrary(library, await context.background(), watched));
	},
});
