import {allCards} from '../model/library.ts';
import {exitCodes} from '../model/problem.ts';
import {group} from '../pipeline.ts';
import type {Command} from './command.ts';
import {correctionsInForce} from '../store/overrides.ts';
import {editLibrary, readAll} from './library-reading.ts';

export const command: Command = {
	usage: ['newsdeck regroup'],
	summary: 'group all articles anew, whatever order they came in; what people settled stays, and events found again keep their names',
	examples: [['newsdeck regroup', '']],
	wordless: true,
	flags: {},
	async run(context) {
		const library = await editLibrary(context);
		const {generation} = await library.summary();
		const grouping = group({
			derivations: await readAll(library, (await allCards(library)).map(card => card.id)),
			settled: [],
			earlier: await library.events(),
			storylines: await library.storylines(),
			corrections: correctionsInForce(await library.log()),
			background: await context.background(),
		});
		await library.commit({grouping}, generation);
		await library.close();
		context.io.print(context.flags.has('json')
			? JSON.stringify({events: grouping.events.length, storylines: grouping.storylines.length})
			: `${grouping.events.length} events, ${grouping.storylines.length} storylines`);
		return exitCodes.done;
	},
};
