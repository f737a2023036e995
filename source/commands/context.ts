import {readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseBackground} from '../cluster/background.ts';
import {loadSettings} from '../host/config.ts';
import {hostEffects} from '../host/effects.ts';
import {cacheFolder, defaultLibrary} from '../host/paths.ts';
import {Problem} from '../model/problem.ts';
import {openLibrary} from '../store/lowdb-library.ts';
import type {Context, Flags, Io, Verbs} from './command.ts';
import {givenSettings} from './asked/given-settings.ts';
import {mendable} from './mend/mendable.ts';

/** What was typed, and where the program stands. `data`: the folder of what is shipped beside it; `libraryWord`: a library that was named without a flag. */
export type Started = {readonly verbs: Verbs; readonly words: readonly string[]; readonly flags: Flags; readonly libraryWord: string | undefined; readonly io: Io; readonly data: URL};

/** Everything a command may ask for. One import brings all that nearly every command needs: a file more is time at every start. Throws a Problem, exit "usage", for a `--now` that is no date. */
export const contextOf = async ({verbs, words, flags, libraryWord, io, data}: Started): Promise<Context> => {
	const settings = await loadSettings({environment: process.env, folder: process.cwd(), given: givenSettings(flags, libraryWord)});
	if (!flags.has('quiet')) for (const problem of settings.problems) io.tell(`newsdeck: ${problem}`);
	const {library: given} = settings.values;
	const now = flags.text('now');
	if (now !== undefined && Number.isNaN(Date.parse(now))) throw new Problem({exit: 'usage', what: `--now ${now} is not a date.`, why: '', remedy: 'Write it as 2025-03-31 or 2025-03-31T08:00:00Z.'});
	const folder = given === null ? await defaultLibrary(process.env) : given;
	const effects = hostEffects(now === undefined ? null : new Date(now), folder);
	const demoFolder = fileURLToPath(new URL('demo/library/', data));
	const background: Context['background'] = async () => parseBackground(readFileSync(new URL('background/news.tsv', data), 'utf8'));
	// Only where a person looks on is anything loaded for it.
	const fitted = io.terminal && !flags.has('json') ? (await import('./print/fitted.ts')).fitted : (line: string) => line;
	return {
		verbs,
		words,
		flags,
		io: {...io, print: line => io.print(fitted(line, io.columns)), ...(flags.has('quiet') && {tell() {}, progress() {}})},
		effects,
		folder,
		folderGiven: given !== null,
		demoFolder,
		async openLibrary(how) {
			const library = await openLibrary(folder, {readOnly: how === 'read', create: how === 'create', now: effects.now, cache: await cacheFolder(process.env)});
			return mendable(library, background);
		},
		async openDemo() {
			const {openDemo} = await import('./asked/demo-library.ts');
			return mendable(await openDemo(demoFolder, join(dirname(await defaultLibrary(process.env)), 'demo'), effects.now), background);
		},
		background,
		settings,
	};
};
