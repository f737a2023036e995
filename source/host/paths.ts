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

/** A folder of the XDG kind named, or what the system has instead; null for a user without a home folder. */
const xdgFolder = async (environment: NodeJS.ProcessEnv, variable: 'XDG_CACHE_HOME' | 'XDG_STATE_HOME' | 'XDG_CONFIG_HOME'): Promise<string | null> => {
	const xdg = environment[variable];
	if (xdg !== undefined && xdg.startsWith('/')) return join(xdg, 'newsdeck');
	if (home() === null) return null;
	const {default: envPaths} = await import('env-paths');
	const paths = envPaths('newsdeck', {suffix: ''});
	return {XDG_CACHE_HOME: paths.cache, XDG_STATE_HOME: paths.log, XDG_CONFIG_HOME: paths.config}[variable];
};

/** Where caches of libraries lie, in the XDG cache folder; null where there is no place, and none are kept. */
export const cacheFolder = async (environment: NodeJS.ProcessEnv): Promise<string | null> => {
	const folder = await xdgFolder(environment, 'XDG_CACHE_HOME');
	return folder === null ? null : join(folder, 'libraries');
};

/** Where the search indexes of libraries are kept, in the XDG cache folder; null where there is no place. */
export const searchesFolder = async (environment: NodeJS.ProcessEnv): Promise<string | null> => {
	const folder = await xdgFolder(environment, 'XDG_CACHE_HOME');
	return folder === null ? null : join(folder, 'search');
};

/** Where Node keeps what it has compiled, in the XDG cache folder. Null where there is no place. */
export const compileFolder = async (environment: NodeJS.ProcessEnv): Promise<string | null> => {
	const folder = await xdgFolder(environment, 'XDG_CACHE_HOME');
	return folder === null ? null : join(folder, 'compiled');
};

/** Where the searches of before are kept, in the XDG state folder (env-paths calls it "log"). Null where there is no place. */
export const stateFolder = async (environment: NodeJS.ProcessEnv): Promise<string | null> => xdgFolder(environment, 'XDG_STATE_HOME');

/** Where the user's own tables lie, in the XDG config folder. Null where there is no place. */
export const configFolder = async (environment: NodeJS.ProcessEnv): Promise<string | null> => xdgFolder(environment, 'XDG_CONFIG_HOME');

/** A path for people: the home folder as "~". */
export const tilde = (path: string): string => {
	const folder = home();
	return folder !== null && path.startsWith(`${folder}/`) ? `~${path.slice(folder.length)}` : path;
};

/** The user's own settings: `config.json` in the XDG config folder (or what the system has instead); null where there is none. */
export const configFile = async (environment: NodeJS.ProcessEnv): Promise<string | null> => {
	const xdg = environment['XDG_CONFIG_HOME'];
	if (xdg !== undefined && xdg.startsWith('/')) return join(xdg, 'newsdeck', 'config.json');
	if (home() === null) return null;
	const {default: envPaths} = await import('env-paths');
	return join(envPaths('newsdeck', {suffix: ''}).config, 'config.json');
};

/** "~/desk" as the folder it means. */
export const fromHome = (path: string): string => {
	const folder = home();
	return folder !== null && (path === '~' || path.startsWith('~/')) ? `${folder}${path.slice(1)}` : path;
};
