import {browseLibrary, browseFlags, checkScreenFlags} from './browse.ts';
import type {Command} from './command.ts';

export const command: Command = {
	usage: ['newsdeck demo'],
	summary: 'open the demo library: digests, in our own words, of pages about one winter\'s news',
	examples: [['newsdeck demo', ''], ['newsdeck demo --snapshot --size 120x36', 'one frame as text']],
	wordless: true,
	flags: browseFlags,
	async run(context) {
		checkScreenFlags(context);
		return browseLibrary(context, await context.openDemo());
	},
};
