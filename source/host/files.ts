import {constants} from 'node:fs';
import {access, link, lstat, open, readdir, readFile, rename, rm, stat} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import {Problem} from '../model/problem.ts';
import {fromHome} from './paths.ts';

const reasons: Readonly<Record<string, string>> = {
	ENOENT: 'There is no such file.',
	EACCES: 'This user may not read or write it.',
	EPERM: 'The system does not permit it.',
	EISDIR: 'It is a folder.',
	ENOTDIR: 'A part of the path is not a folder.',
	ENOSPC: 'The disk is full.',
	EFBIG: 'The file would be larger than the system allows.',
	EROFS: 'The disk is read-only.',
	EDQUOT: 'The disk quota is used up.',
	ELOOP: 'Its links lead in a circle.',
	EMFILE: 'Too many files are open.',
};

/** The system's error as a sentence. */
export const reasonOf = (error: unknown): string => {
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	return reasons[code] ?? (error instanceof Error ? `${error.message}.` : String(error));
};

const LARGEST_INPUT = 512 * 1024 * 1024;
const TOO_LARGE = 'It is larger than 512 MiB';

const unread = (path: string, error: unknown): Problem => {
	const forbidden = error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM');
	return new Problem({exit: 'unreadable', what: `${path} was not imported.`, why: forbidden ? 'This user may not read it.' : reasonOf(error), remedy: forbidden ? 'See who may: ls -l.' : 'Check the path.'});
};

/** Bytes of one input; 512 MiB at most, which is what a string can hold. Throws a Problem, exit "unreadable". */
export const readInput = async (path: string): Promise<Uint8Array> => {
	try {
		const {size} = await stat(path);
		if (size > LARGEST_INPUT) throw new Error(TOO_LARGE);
		return await readFile(path);
	} catch (error) {
		throw unread(path, error);
	}
};

/** Bytes that are read at once. */
const STRETCH = 256 * 1024;

/** The same a stretch at a time; each is written over by the next. */
export async function* inputChunks(path: string): AsyncGenerator<Uint8Array> {
	try {
		const {size} = await stat(path);
		if (size > LARGEST_INPUT) throw new Error(TOO_LARGE);
		const handle = await open(path);
		try {
			const stretch = Buffer.allocUnsafeSlow(STRETCH);
			for (let read = 0; ;) {
				const {bytesRead} = await handle.read(stretch, 0, STRETCH, null);
				if (bytesRead === 0) return;
				read += bytesRead;
				if (read > LARGEST_INPUT) throw new Error(TOO_LARGE);
				yield stretch.subarray(0, bytesRead);
			}
		} finally {
			await handle.close();
		}
	} catch (error) {
		throw unread(path, error);
	}
}

/** All of standard input, as it comes. Throws a Problem, exit "unreadable", where `signal` breaks it off: somebody may wait for input that never ends. */
export async function* stdinChunks(signal?: AbortSignal): AsyncGenerator<Uint8Array> {
	const stop = (): void => void process.stdin.destroy(new Error('broken off'));
	signal?.addEventListener('abort', stop);
	if (signal?.aborted) stop();
	try {
		for await (const chunk of process.stdin) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
	} catch (error) {
		throw new Problem({exit: 'unreadable', what: 'standard input was not imported.', why: signal?.aborted ? 'It was broken off.' : reasonOf(error), remedy: 'Nothing was changed by it.'});
	} finally {
		signal?.removeEventListener('abort', stop);
	}
}

/** The same in one piece. */
export const readStdin = async (signal?: AbortSignal): Promise<Uint8Array> => Buffer.concat(await Array.fromAsync(stdinChunks(signal)));

/** The files behind a path: itself, or a folder's files in order of name (its folders too where `recursive`). Hidden ones are left out. */
export const filesOf = async (path: string, recursive: boolean): Promise<string[]> => {
	const isFolder = await stat(path).then(s => s.isDirectory(), () => false);
	if (!isFolder) return [path];
	const entries = await readdir(path, {withFileTypes: true});
	const lists = await Promise.all(entries
		.filter(entry => !entry.name.startsWith('.') && (entry.isFile() || (recursive && entry.isDirectory())))
		.sort((a, b) => a.name < b.name ? -1 : 1)
		.map(entry => filesOf(join(path, entry.name), recursive)));
	return lists.flat();
};

/** A path as far as it can only go on in one way: what all names that begin so have in common, a folder's with its separator. As it was where nothing begins so. */
export const completedPath = async (typed: string): Promise<string> => {
	const from = typed.lastIndexOf('/') + 1;
	const [folder, begun] = [typed.slice(0, from), typed.slice(from)];
	const entries = await readdir(folder === '' ? '.' : fromHome(folder), {withFileTypes: true}).catch(() => []);
	const names = entries.filter(({name}) => name.startsWith(begun) && (begun !== '' || !name.startsWith('.'))).map(entry => entry.isDirectory() ? `${entry.name}/` : entry.name);
	const [first, ...others] = names;
	if (first === undefined) return typed;
	const differs = [...first].findIndex((_, at) => others.some(name => !name.startsWith([...first].slice(0, at + 1).join(''))));
	return folder + (differs < 0 ? first : [...first].slice(0, differs).join(''));
};

export const exists = async (path: string): Promise<boolean> => access(path, constants.F_OK).then(() => true, () => false);

const refusal = (path: string, why: string, remedy: string) => new Problem({exit: 'output', what: `${path} was not written.`, why, remedy});

/**
 * Writes a whole file or nothing: a temporary file beside it, fsync, then a rename (or, where nothing may be
 * overwritten, a link, which fails if the name is taken). Throws a Problem, exit "output".
 */
export const writeOutput = async (path: string, content: string | Iterable<string> | AsyncIterable<string>, {force}: {readonly force: boolean}): Promise<void> => {
	if (!force && await lstat(path).then(() => true, () => false)) throw refusal(path, 'A file of that name is there.', 'Use --force to write over it, or another name.');
	const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
	try {
		// Whoever may read the file that this replaces may read it then too: a web server, a colleague.
		const replaced = force ? await lstat(path).catch(() => null) : null;
		const handle = await open(temporary, 'wx', 0o600);
		try {
			if (replaced?.isFile()) await handle.chmod(replaced.mode & 0o777);
			await handle.writeFile(content);
			await handle.sync();
		} finally {
			await handle.close();
		}

		if (force) {
			await rename(temporary, path);
		} else {
			await link(temporary, path);
			await rm(temporary);
		}
	} catch (error) {
		// Where a part of the path is a file, even removing what was never made fails; the first reason counts.
		await rm(temporary, {force: true}).catch(() => {});
		if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw refusal(path, 'A file of that name is there.', 'Use --force to write over it, or another name.');
		// What comes part by part may fail where it comes from.
		if (error instanceof Problem) throw error;
		// What is not there is the folder: the file is about to be made.
		const why = error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'There is no such folder.' : reasonOf(error);
		throw refusal(path, why, 'Nothing was changed; choose another place with --output.');
	}
};
