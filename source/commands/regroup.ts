import type {Background} from '../cluster/background.ts';
import type {Watched} from '../model/watched.ts';
import {allCards, commitLatest, type Library} from '../model/library.ts';
import {exitCodes} from '../model/problem.ts';
import {correctionsInForce} from '../store/overrides.ts';
import type {Command} from './command.ts';
import {groupSafely, regroupThere, unwatched, type Counts} from './intake/group-work.ts';
import {editLibrary} from './asked/library-reading.ts';

/** Groups all articles of a library anew and writes it down; where somebody else writes meanwhile, what they wrote is grouped with it. */
export const regroupLibrary = async (library: Library, background: Background, watched: Watched): Promise<Counts> => {
	const there = await regroupThere(library, background, watched);
	if (there !== null) return there;
	let counts: Counts = {events: 0, storylines: 0};
	await commitLatest(library, async () => {
		const grouping = await groupSafely(library, {
			settled: [], earlier: await library.events(), storylines: await library.storylines(), corrections: correctionsInForce(await library.log()), background,
		}, {ids: (await allCards(library)).map(({id}) => id)}, watched);
		counts = {events: grouping.events.length, storylines: grouping.storylines.length};
		return {grouping};
	});
	return counts;
};

/** "12 events, 3 storylines". */
export const countsOf = ({events, storylines}: Counts): string => `${events} events, ${storylines} storylines`;

export const command: Command = {
	usage: ['newsdeck regroup'],
	summary: 'group all articles anew, whatever order they came in; what people settled stays, and events found again keep their names',
	examples: [['newsdeck regroup', '']],
	wordless: true,
	flags: {},
	async run(context) {
		const library = await editLibrary(context);
		const counts = await regroupLibrary(library, await context.background(), {progress: context.io.progress, signal: context.signal ?? unwatched.signal});
		await library.close();
		context.io.print(context.flags.has('json') ? JSON.stringify(counts) : countsOf(counts));
		return exitCodes.done;
	},
};
