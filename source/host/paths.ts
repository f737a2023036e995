import {homedir} from 'node:os';
import {join} from 'node:path';
import envPaths from 'env-paths';

/** Where the library lies when nobody says: `library` in the XDG data folder (or what the system has instead). */
export const defaultLibrary = (environment: NodeJS.ProcessEnv): string => {
	const xdg = environment['XDG_DATA_HOME'];
	return join(xdg !== undefined && xdg.startsWith('/') ? join(xdg, 'newsdeck') : envPaths('newsdeck', {suffix: ''}).data, 'library');
};

/** A path for people: the home folder as "~". */
export const tilde = (path: string): string => path.startsWith(`${homedir()}/`) ? `~${path.slice(homedir().length)}` : path;
