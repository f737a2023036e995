import {userInfo} from 'node:os';
import {join, resolve} from 'node:path';
import type {Effects} from '../model/effects.ts';
import {sha256} from '../text/hash.ts';
import {exists, writeOutput} from './files.ts';
import {keptFiles} from './kept-files.ts';
import {searchesFolder, stateFolder} from './paths.ts';

/** In a container the user may have a number and no name; who put something right is then that number. */
const userName = (): string => {
	try {
		return userInfo().username;
	} catch {
		return `user ${process.getuid?.() ?? 'unknown'}`;
	}
};

/** Where the search index of a library is kept: a folder of its own, safe to delete. Null where there is no place. */
export const searchFolder = async (library: string): Promise<string | null> => {
	const folder = await searchesFolder(process.env);
	return folder === null ? null : join(folder, sha256(resolve(library)).slice(0, 16));
};

/** The real outside world; `fixed` stops the clock for tests and scripts (`--now`); the cache is that of one library. */
export const hostEffects = (fixed: Date | null, library: string): Effects => ({
	now: () => fixed ?? new Date(),
	user: userName(),
	writeFile: writeOutput,
	exists,
	cache: keptFiles(async () => searchFolder(library)),
	state: keptFiles(async () => stateFolder(process.env)),
});
