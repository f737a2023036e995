import {homedir} from 'node:os';
import {join} from 'node:path';
import {Problem} from '../model/problem.ts';

/** Null for a user whom the system does not know by name and who has no HOME: so in some containers. */
const home = (): string | null => {
	try {
		return homedir();
	} catch {
		return null;
	}
};

/** Where the library lies when nobody says: `library` in the XDG data folder (or what the system has instead). Throws a Problem, exit "library", where there is neither. */
export const defaultLibrary = async (environment: NodeJS.ProcessEnv): Promise<string> => {
	const xdg = environment['XDG_DATA_HOME'];
	if (xdg !== undefined && xdg.startsWith('/')) return join(xdg, 'newsdeck', 'library');
	if (home() === null) throw new Problem({exit: 'library', what: 'There is no place for a library.', why: 'This user has no home folder.', remedy: 'Name one with --library DIR or XDG_DATA_HOME.'});
	// Loaded here, because it asks for the home folder at once.
	const {default: envPaths} = await import('env-paths');
	return join(envPaths('newsdeck', {suffix: ''}).data, 'library');
};

/** Where caches lie: `newsdeck` in the XDG cache folder (or what the system has instead); null where there is none, and none are kept. */
export const cacheFolder = async (environment: NodeJS.ProcessEnv): Promise<string | null> => {
	const xdg = environment['XDG_CACHE_HOME'];
	if (xdg !== undefined && xdg.startsWith('/')) return join(xdg, 'newsdeck', 'libraries');
	if (home() === null) return null;
	const {default: envPaths} = await import('env-paths');
	return join(envPaths('newsdeck', {suffix: ''}).cache, 'libraries');
};

/** A path for people: the home folder as "~". */
export const tilde = (path: string): string => {
	const folder = home();
	return folder !== null && path.startsWith(`${folder}/`) ? `~${path.slice(folder.length)}` : path;
};
