import {stat} from 'node:fs/promises';
import {Problem} from '../model/problem.ts';
import {isMissing, readingFailed} from './problems.ts';

const isFolder = async (path: string): Promise<boolean | null> => {
	try {
		return (await stat(path)).isDirectory();
	} catch (error) {
		if (isMissing(error)) return null;
		throw readingFailed(path, error);
	}
};

/** Throws a Problem (exit "library") where a path is no folder; a missing one is right where it may be created. */
export const requireFolder = async (folder: string, create: boolean): Promise<void> => {
	const found = await isFolder(folder);
	if (found === true || (found === null && create)) return;
	const why = found === null ? 'There is no such folder.' : 'It is a file; a library is a folder.';
	throw new Problem({exit: 'library', what: `${folder} was not opened.`, why, remedy: 'Name the folder of a library, or import something to begin one.'});
};
