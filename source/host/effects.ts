import {userInfo} from 'node:os';
import type {Effects} from '../model/effects.ts';
import {exists, writeOutput} from './files.ts';
import {keptFiles} from './kept-files.ts';
import {searchFolder, stateFolder} from './paths.ts';

/** In a container the user may have a number and no name; who put something right is then that number. */
const userName = (): string => {
	try {
		return userInfo().username;
	} catch {
		return `user ${process.getuid?.() ?? 'unknown'}`;
	}
};

/** The real outside world; `fixed` stops the clock for tests and scripts (`--now`); the cache is that of one library. */
export const hostEffects = (fixed: Date | null, library: string): Effects => ({
	now: () => fixed ?? new Date(),
	user: userName(),
	writeFile: writeOutput,
	exists,
	cache: keptFiles(async () => searchFolder(process.env, library)),
	state: keptFiles(async () => stateFolder(process.env)),
});
