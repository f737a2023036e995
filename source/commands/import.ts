import {glob} from 'node:fs/promises';
import {heedInterrupts} from '../host/interrupt.ts';
import {exists, filesOf, inputChunks, stdinChunks} from '../host/files.ts';
import {fetchPage, isAddress} from '../host/network.ts';
import {thriftily, tidyUp} from '../host/thrift.ts';
import type {Given} from '../model/document.ts';
import type {Grouping} from '../model/event.ts';
import type {Watched} from '../model/watched.ts';
import {allCards, commitLatest, type Library, type Plan} from '../model/library.ts';
import {exitCodes, Problem} from '../model/problem.ts';
import {stageVersions} from '../pipeline.ts';
import {wholeBytes} from '../readers/content.ts';
import {readerNamed, readers} from '../readers/index.ts';
import {rawLines} from '../readers/raw-lines.ts';
import {unsent} from '../readers/reader.ts';
import type {Command, Context} from './command.ts';
import {digestSafely, HEAVY, type DigestKept} from './intake/import-work.ts';
import {removedWords, report, type Outcome} from './intake/import-report.ts';
import {regrouped} from './intake/joining-import.ts';
import {byHandFor} from './intake/rereading.ts';
import {activeCorrections as standing} from '../store/overrides.ts';
import {withSpool, type Spool} from '../store/spool.ts';

const isPattern = (path: string): boolean => /[*?[\]{}]/.test(path);

/** The files behind the words: "-" and addresses as they are, folders opened, patterns that the shell left alone resolved. */
const inputs = async (context: Context): Promise<string[]> => {
	const found: string[] = [];
	for (const word of context.words) {
		if (word === '-' || isAddress(word)) {
			found.push(word);
			continue;
		}

		const paths = await filesOf(word, context.flags.has('recursive'));
		const asPattern = paths.length === 1 && paths[0] === word && isPattern(word) && !await exists(word);
		const matches = asPattern ? (await Array.fromAsync(glob(word))).toSorted() : [];
		found.push(...matches.length > 0 ? matches : paths);
		if (paths.length === 0) context.io.tell(`newsdeck: ${word} was passed over. The folder holds no files. --recursive looks into its folders too.`);
	}

	return found;
};

const givenBy = ({flags}: Context): Given => {
	const entries = (['outlet', 'url', 'date', 'captured'] as const).flatMap(name => {
		const value = flags.text(name);
		return value === undefined ? [] : [[name, value] as const];
	});
	const given: Given = {...Object.fromEntries(entries), ...(flags.texts('tag').length > 0 ? {tags: flags.texts('tag')} : {})};
	for (const date of [given.date, given.captured]) {
		if (date !== undefined && !/^\d{4}-\d{2}-\d{2}(?:T\S+)?$/.test(date)) throw new Problem({exit: 'usage', what: `${date} is not a date.`, why: '', remedy: 'Write it as 2025-03-31 or 2025-03-31T08:00:00+01:00.'});
	}

	return given;
};

/** The first few; a file of a thousand broken lines needs no line of a thousand. */
const toldProblems = 5;
const problemLine = (problems: DigestKept['problems']): string => `${[
	...problems.slice(0, toldProblems).map(({line, what}) => `line ${line}: ${what}`),
	...(problems.length > toldProblems ? [`and ${problems.length - toldProblems} more`] : []),
].join('; ')}.`;

/** An older document that this one is a new version of: the same path, and a headline of its own again. */
const revisedBy = async (library: Library, path: string, made: DigestKept): Promise<string | null> => {
	if (path === '-') return null;
	const older = (await library.documents()).filter(document => document.path === path && document.id !== made.document.id).at(-1);
	if (older === undefined) return null;
	const headlines = new Set((await allCards(library)).filter(card => card.document === older.id).flatMap(card => card.headline ?? []));
	return made.derivations.some(({article}) => article.headline !== null && headlines.has(article.headline)) ? older.id : null;
};

const readOne = async (context: Context, library: Library, path: string, spool: Spool, seen: Set<string>, watched: Watched): Promise<Outcome> => {
	try {
		const imported = context.effects.now().toISOString();
		const fetched = isAddress(path) ? await fetchPage(path) : null;
		const bytes = await spool.take(fetched !== null ? [fetched.bytes] : path === '-' ? stdinChunks(watched.signal) : inputChunks(path), HEAVY);
		// A page that is fetched is captured now.
		const given = {...(fetched !== null && {captured: imported}), ...givenBy(context)};
		const byHand = await byHandFor(library, path, null);
		const made = await digestSafely({path, bytes, type: context.flags.text('type') ?? null, given, imported, byHand, sent: fetched === null ? unsent : fetched}, spool, watched);
		if (made.derivations.length === 0) {
			const why = made.problems.length > 0 ? `${made.problems.length === 1 ? 'It cannot be read:' : `None of its ${made.problems.length} records can be read:`} ${problemLine(made.problems)}` : 'There is no article text in it.';
			throw new Problem({exit: 'unreadable', what: `${path === '-' ? 'standard input' : path} was not imported.`, why, remedy: 'Nothing was changed by it.'});
		}

		const known = seen.has(made.document.id) || await library.document(made.document.id) !== null;
		seen.add(made.document.id);
		const revises = known ? null : await revisedBy(library, path, made);
		const problem = made.problems.length === 0 ? null : problemLine(made.problems);
		const out = context.flags.has('explain') ? removedWords(made, await rawLines(made.document, bytes instanceof Uint8Array ? bytes : wholeBytes(bytes))) : [];
		return {
			path, bytes: bytes.byteLength, status: known ? 'same' : revises === null ? 'new' : 'revised', problem, digest: made,
			addition: known ? null : {document: made.document, bytes, removed: made.removed, derivations: made.derivations, versions: stageVersions, revises, given: givenBy(context), unplaced: made.unplaced}, out,
		};
	} catch (error) {
		if (!(error instanceof Problem) || error.exit === 'usage') throw error;
		return {path, bytes: 0, status: 'failed', problem: error.message, digest: null, addition: null, out: []};
	}
};

/** A document with a new version of an article that the library knows from elsewhere is no new one. */
const withVersions = (outcomes: readonly Outcome[], plan: Plan | null): readonly Outcome[] => outcomes.map(outcome =>
	outcome.status === 'new' && outcome.digest?.derivations.some(({article}) => plan?.revised.has(article.id)) === true ? {...outcome, status: 'revised'} : outcome);

/** Articles of these documents that a person deleted, and the entries of the log that did it. */
const deletedIn = async (library: Library, outcomes: readonly Outcome[]): Promise<{readonly count: number; readonly entries: readonly number[]}> => {
	const documents = new Set(outcomes.flatMap(({digest: made}) => made?.document.id ?? []));
	const deleted = (await library.tombstones()).filter(({why}) => why === 'deleted');
	const here: string[] = [];
	for (const {card} of deleted) {
		if ((await library.places(card.id)).some(place => documents.has(place.document))) here.push(card.id);
	}

	const entries = standing(await library.log()).flatMap(({sequence, begun, act}) =>
		act.kind === 'correct' && act.correction.kind === 'delete' && act.correction.on && here.includes(act.correction.article) ? [begun ?? sequence] : []);
	return {count: here.length, entries: [...new Set(entries)]};
};

/** What was deleted does not come back unasked: it is told, and --force takes the deletion back. */
const bringBack = async (context: Context, library: Library, outcomes: readonly Outcome[]): Promise<void> => {
	const {count, entries} = await deletedIn(library, outcomes);
	if (count === 0) return;
	if (!context.flags.has('force')) {
		context.io.tell(`newsdeck: articles that were deleted earlier and stay so: ${count}. --force brings them back, or newsdeck undo ${entries[0] ?? ''}.`);
		return;
	}

	for (const sequence of entries) {
		await commitLatest(library, async () => ({undo: {who: context.effects.user, when: context.effects.now().toISOString(), redo: false, sequence}}));
	}
};

const exitFor = (outcomes: readonly Outcome[]): number => {
	const failed = outcomes.filter(outcome => outcome.status === 'failed').length;
	if (failed === outcomes.length) return exitCodes.unreadable;
	return failed > 0 || outcomes.some(outcome => outcome.problem !== null) ? exitCodes.partial : exitCodes.done;
};

/** From so many new articles on what planning them left behind is worth collecting before they are grouped. */
const MANY = 2000;

/** From so many inputs on nobody counts the lines. */
const MANY_INPUTS = 12;

/** "Inputs: 300. new: 280, same: 12, failed: 8." */
const totals = (outcomes: readonly Outcome[]): string => {
	const counts = (['new', 'revised', 'same', 'failed'] as const).map(status => [status, outcomes.filter(outcome => outcome.status === status).length] as const);
	return `Inputs: ${outcomes.length}. ${counts.flatMap(([status, count]) => count === 0 ? [] : [`${status}: ${count}`]).join(', ')}.`;
};

export const command: Command = {
	usage: ['newsdeck import PATH...|ADDRESS...|- [FLAGS]'],
	summary: 'cut pages into articles and add them to the library; the same bytes twice change nothing',
	examples: [
		['newsdeck import pages/*.txt', 'saved or pasted pages'],
		['pbpaste | newsdeck import - --outlet "BBC News" --date 2025-03-31', 'what is on the clipboard, with what you know of it'],
		['newsdeck import saved/*.html news.rss table.csv', 'saved pages, feeds, tables: what each is, its content tells'],
		['newsdeck import https://example.org/story.html', 'fetched now, and only now'],
		['newsdeck import articles.jsonl --dry-run --explain', 'see how it would be cut; write nothing'],
	],
	flags: {
		type: {value: 'TYPE', choices: readers.map(({name}) => name), help: `${readers.map(({name}) => name).join(', ')}: where the content does not tell`},
		outlet: {value: 'NAME', help: 'who published it'},
		url: {value: 'URL', help: 'where it was'},
		date: {value: 'DATE', help: 'when it was published'},
		captured: {value: 'DATE', help: 'when the page was saved ("2 hours ago" counts from here)'},
		tag: {value: 'TAG', many: true, help: 'a tag for its articles; may be repeated'},
		recursive: {help: 'folders within folders too'},
		dryRun: {help: 'show what would come in; write nothing'},
		explain: {help: 'show each article\'s lines, and each removed line with its rule'},
		force: {help: 'bring back articles of these pages that were deleted'},
		strict: {help: 'all or nothing: one failed input, and none is imported'},
	},
	run: async context => thriftily(async () => withSpool(async spool => {
		if (context.words.length === 0) throw new Problem({exit: 'usage', what: 'import needs a path, or - for standard input.', why: '', remedy: 'For instance: newsdeck import pages/*.txt.'});
		const type = context.flags.text('type');
		if (type !== undefined) readerNamed(type);
		const library = await context.openLibrary('create');
		const seen = new Set<string>();
		const outcomes: Outcome[] = [];
		const paths = await inputs(context);
		const interrupt = heedInterrupts(context.signal);
		for (const [i, path] of paths.entries()) {
			if (interrupt.signal.aborted) break;
			const soFar = `read ${i} of ${paths.length}`;
			context.io.progress(soFar);
			const progress = (within: string): void => context.io.progress(paths.length === 1 ? `read ${within}` : `${soFar}, then ${within}`);
			outcomes.push(await readOne(context, library, path, spool, seen, {progress, signal: interrupt.signal}));
		}

		// From here on it is all or nothing in the library, and control-C ends it at once.
		interrupt.release();
		context.io.progress('');
		const refused = context.flags.has('strict') && exitFor(outcomes) !== exitCodes.done;
		const additions = refused ? [] : outcomes.flatMap(outcome => outcome.addition ?? []);
		let grouping: Grouping = {events: await library.events(), storylines: await library.storylines()};
		let plan: Plan | null = null;
		if (additions.length > 0 && context.flags.has('dryRun')) {
			plan = await library.plan({imports: additions});
			grouping = await regrouped(context, library, plan);
		} else if (additions.length > 0) {
			// One commit, so that a kill leaves articles with their groups, or neither.
			await commitLatest(library, async () => {
				plan = await library.plan({imports: additions});
				const many = plan.derivations.length >= MANY;
				if (many) tidyUp();
				const groups = await regrouped(context, library, plan);
				// What came from the thread is written next, which takes room of its own.
				if (many) tidyUp();
				return {imports: additions, grouping: groups};
			});
			grouping = {events: await library.events(), storylines: await library.storylines()};
		}

		if (!refused && !context.flags.has('dryRun')) await bringBack(context, library, outcomes);
		const told = withVersions(outcomes, plan);
		await report(context, library, refused ? told.filter(outcome => outcome.status === 'failed' || outcome.problem !== null) : told, grouping);
		// A newer version may lack the words that somebody's correction holds on to: that is told where it happens.
		const waiting = told.some(({status}) => status === 'revised') ? (await library.review()).length : 0;
		await library.close();
		if (outcomes.length >= MANY_INPUTS) context.io.tell(totals(told));
		if (context.flags.has('dryRun') && !refused) context.io.tell('Nothing was written: this was a dry run.');
		if (waiting > 0) context.io.tell(`Corrections that find their words no more: ${waiting}. newsdeck log marks them; g r on the screen puts them elsewhere or lets them go.`);
		if (refused) context.io.complain('newsdeck: nothing was imported, because --strict asks for all or nothing.');
		if (interrupt.code() !== null) context.io.complain(`newsdeck: broken off: ${outcomes.length} of ${paths.length} inputs were looked at, ${additions.length} new ones are in. The library is whole.`);
		return interrupt.code() ?? (refused ? exitCodes.unreadable : exitFor(outcomes));
	})),
};
