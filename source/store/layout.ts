import {lstat, realpath} from 'node:fs/promises';
import {basename, dirname, join, resolve} from 'node:path';
import {isMissing, readingFailed} from './problems.ts';

/** Where the parts of a library lie. `file` is what library.json really is: where it is a link, the target is replaced and the link stays. */
export type Layout = {
	readonly folder: string;
	readonly file: string;
	readonly backup: string;
	readonly journal: string;
	readonly journalBackup: string;
	readonly lock: string;
	readonly documents: string;
	readonly bodies: string;
};

const exists = async (path: string): Promise<boolean> => {
	try {
		await lstat(path);
		return true;
	} catch (error) {
		if (isMissing(error)) return false;
		throw readingFailed(path, error);
	}
};

/** The layout of a folder. A link that leads nowhere keeps its own name, and is found to be damaged when it is read. */
export const layoutOf = async (folder: string): Promise<Layout & {readonly folderExists: boolean; readonly fileExists: boolean}> => {
	const root = resolve(folder);
	const named = join(root, 'library.json');
	const fileExists = await exists(named);
	const file = await realpath(named).catch(() => named);
	return {
		folder: root, file, backup: `${file}.bak`, journal: `${file}.log`, journalBackup: `${file}.log.bak`, lock: join(dirname(file), `${basename(file)}.lock`),
		documents: join(root, 'documents'), bodies: join(root, 'bodies'),
		folderExists: await exists(root), fileExists,
	};
};
