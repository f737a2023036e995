import {changeSummary} from '../compare/track-sentences.ts';
import type {TrackedQuestion} from '../model/override.ts';
import {exitCodes, Problem} from '../model/problem.ts';
import type {Change} from '../model/tracking.ts';
import type {Command, Context} from './command.ts';
import {correct} from './mend/correcting.ts';
import {editLibrary, readLibrary} from './asked/library-reading.ts';
import {lookAt} from './mend/looking.ts';

/** The questions that were named, or all. */
const wanted = (tracked: ReadonlyMap<string, TrackedQuestion>, names: readonly string[]): ReadonlyArray<readonly [string, TrackedQuestion]> => {
	const remedy = 'newsdeck question list shows them; newsdeck question save NAME --measure M follows one.';
	// Exit 1 would say that something was found.
	if (tracked.size === 0) throw new Problem({exit: 'usage', what: 'No question is followed yet.', why: '', remedy});
	return names.length === 0 ? [...tracked] : names.map(name => {
		const question = tracked.get(name);
		if (question === undefined) throw new Problem({exit: 'usage', what: `No question is called "${name}".`, why: '', remedy});
		return [name, question] as const;
	});
};

const json = (question: string, {kind, told: {figure, outlet, day, dayBasis}, against, reason, sentence, figures, innocent}: Change): string => JSON.stringify({
	question, kind, figure: figure.id, article: figure.article, externalId: figure.externalId, outlet, day, dayBasis, text: figure.text, low: figure.low, high: figure.high,
	qualifier: figure.qualifier, source: figure.source, asOf: figure.asOf, line: figure.line, against: against?.figure.id ?? null, reason, sentence, figures, innocent,
});

const sinceDay = ({flags}: Context): string | null => {
	const since = flags.text('since');
	if (since !== undefined && !/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(since)) throw new Problem({exit: 'usage', what: `--since ${since} is no day.`, why: '', remedy: 'Write it as 2025-03-31.'});
	return since ?? null;
};

export const command: Command = {
	usage: ['newsdeck check [NAME...] [--since DATE] [--peek] [--json]'],
	summary: 'what is otherwise with the questions you follow since you last looked; exit 1 when something is, 0 when nothing',
	examples: [
		['newsdeck check', 'new, updated, lowered, corrected, withdrawn, recycled, repeated, in conflict: each with its reason'],
		['newsdeck check flood-dead --peek', 'only look: the next check tells the same again'],
		['newsdeck check --since 2025-03-01 --json', 'against what had been told before that day'],
	],
	flags: {since: {value: 'DATE', help: 'against what had been told before this day, whatever was looked at; remembers nothing'}, peek: {help: 'do not remember this look'}},
	async run(context) {
		const {flags, io, words} = context;
		const since = sinceDay(context);
		const remembers = since === null && !flags.has('peek');
		const library = await (remembers ? editLibrary(context) : readLibrary(context));
		let found = 0;
		for (const {name, changes, told, look} of await lookAt(library, wanted(await library.tracked(), words), since)) {
			found += changes.length;
			if (!flags.has('json')) io.print(`${name}: ${changeSummary(changes)}${changes.length === 0 ? ` (figures: ${told.length})` : ''}`);
			for (const change of changes) io.print(flags.has('json') ? json(name, change) : `  ${change.sentence}`);
			if (remembers && look !== null) await correct(context, library, [look]);
		}

		await library.close();
		return found === 0 ? exitCodes.done : exitCodes.nothing;
	},
};
