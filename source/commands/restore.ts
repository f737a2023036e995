import {tilde} from '../host/paths.ts';
import {exitCodes, Problem} from '../model/problem.ts';
import {restoreLibrary} from '../store/backup.ts';
import type {Command} from './command.ts';

export const command: Command = {
	usage: ['newsdeck restore FILE|DIR [--force]'],
	summary: 'put a backup in the library\'s place, checked first; a library that is there is kept aside',
	examples: [
		['newsdeck restore news.tar.gz', 'where there is no library yet'],
		['newsdeck restore news.tar.gz --force', 'in the place of the one there is, which is kept beside it'],
		['newsdeck restore news.tar.gz --library other', 'somewhere else'],
	],
	flags: {force: {help: 'also where there is a library: it is kept aside'}},
	async run(context) {
		const [source, ...others] = context.words;
		if (source === undefined || others.length > 0) throw new Problem({exit: 'usage', what: 'restore needs one backup to read from.', why: '', remedy: 'For instance: newsdeck restore news.tar.gz.'});
		const aside = await restoreLibrary(source, context.folder, {force: context.flags.has('force'), now: context.effects.now});
		const library = await context.openLibrary('read');
		const {generation, articles, documents} = await library.summary();
		await library.close();
		if (context.flags.has('json')) context.io.print(JSON.stringify({restored: source, library: context.folder, aside, generation, documents, articles}));
		context.io.tell(`Generation ${generation} is at ${tilde(context.folder)}: documents: ${documents}, articles: ${articles}.${aside === null ? '' : ` What was there is at ${tilde(aside)}.`}`);
		return exitCodes.done;
	},
};
