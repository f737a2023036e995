import {exitCodes, Problem} from '../model/problem.ts';
import {backUp} from '../store/backup.ts';
import type {Command} from './command.ts';
import {readLibrary} from './asked/library-reading.ts';

export const command: Command = {
	usage: ['newsdeck backup FILE|DIR [--force]'],
	summary: 'copy the whole library, every part checked, into one file (.tar, .tar.gz, .tgz) or a new folder',
	examples: [
		['newsdeck backup news.tar.gz', 'one file, which tar can read too'],
		['newsdeck backup /media/disk/library', 'a folder, which is a library like any other'],
	],
	flags: {force: {help: 'write over a file of that name'}},
	async run(context) {
		const [target, ...others] = context.words;
		if (target === undefined || others.length > 0) throw new Problem({exit: 'usage', what: 'backup needs one file or folder to write to.', why: '', remedy: 'For instance: newsdeck backup news.tar.gz.'});
		const library = await readLibrary(context);
		const {generation, articles, documents} = await library.summary();
		await library.close();
		await backUp(context.folder, target, {force: context.flags.has('force'), now: context.effects.now});
		if (context.flags.has('json')) context.io.print(JSON.stringify({backup: target, generation, documents, articles}));
		context.io.tell(`Generation ${generation} is in ${target}: documents: ${documents}, articles: ${articles}. newsdeck restore ${target} puts it back.`);
		return exitCodes.done;
	},
};
