import type {Background} from '../cluster/background.ts';
import type {Watched} from '../model/watched.ts';
import type {Grouping} from '../model/event.ts';
import {allCards, commitLatest, type Library} from '../model/library.ts';
import {exitCodes} from '../model/problem.ts';
import {correctionsInForce} from '../store/overrides.ts';
import type {Command} from './command.ts';
import {groupSafely, unwatched} from './intake/group-work.ts';
import {editLibrary} from './asked/library-reading.ts';

/** Groups all articles of a library anew and writes it down; where somebody else writes meanwhile, what they wrote is grouped with it. */
export const regroupLibrary = async (library: Library, background: Background, watched: Watched): Promise<Grouping> => {
	let grouping: Grouping = {events: [], storylines: []};
	await commitLatest(library, async () => {
		grouping = await groupSafely(library, {
			settled: [], earlier: await library.events(), storylines: await library.storylines(), corrections: correctionsInForce(await library.log()), background,
		}, {ids: (await allCards(library)).map(({id}) => id)}, watched);
		return {grouping};
	});
	return grouping;
};

/** "12 events, 3 storylines". */
export const countsOf = ({events, storylines}: Grouping): string => `${events.length} events, ${storylines.length} storylines`;

export const command: Command = {
	usage: ['newsdeck regroup'],
	summary: 'group all articles anew, whatever order they came in; what people settled stays, and events found again keep their names',
	examples: [['newsdeck regroup', '']],
	wordless: true,
	flags: {},
	async run(context) {
		const library = await editLibrary(context);
		const grouping = await regroupLibrary(library, await context.background(), {progress: context.io.progress, signal: context.signal ?? unwatched.signal});
		await library.close();
		context.io.print(context.flags.has('json') ? JSON.stringify({events: grouping.events.length, storylines: grouping.storylines.length}) : countsOf(grouping));
		return exitCodes.done;
	},
};
