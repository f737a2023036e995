import {Problem} from '../model/problem.ts';

/** The `why` of a commit that came too late; callers read the library again, derive their changes anew and try once more. */
export const changedMeanwhile = 'It was changed by another newsdeck meanwhile.';

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '');

/** Whether an error of the disk has one of these codes. */
export const hasCode = (error: unknown, ...codes: readonly string[]): boolean => codes.includes(codeOf(error));

/** Whether an error of the disk says that nothing is there. */
export const isMissing = (error: unknown): boolean => hasCode(error, 'ENOENT', 'ENOTDIR');

/** library.json cannot be trusted, and is left as it is. */
export const damaged = (path: string, reason: string, remedy: string): Problem =>
	new Problem({exit: 'library', what: `${path} is damaged and was left as it is.`, why: `What is wrong: ${reason}.`, remedy});

/** Written by a later program. */
export const newer = (path: string, version: number): Problem =>
	new Problem({exit: 'library', what: `${path} was not opened for writing.`, why: `It is of version ${version}, newer than this newsdeck knows.`, remedy: 'Update newsdeck.'});

/** Somebody else wrote since the caller looked. */
export const changed = (path: string): Problem =>
	new Problem({exit: 'library', what: `Nothing was written to ${path}.`, why: changedMeanwhile, remedy: 'Do it again.'});

/** A part of the library that library.json tells of is not there or not what was written. */
export const brokenPart = (path: string, reason: string): Problem =>
	new Problem({exit: 'library', what: `${path} cannot be used.`, why: `What is wrong: ${reason}.`, remedy: 'Put that file back from a backup.'});

const reasons: Readonly<Record<string, string>> = {
	ENOSPC: 'The disk is full.', EDQUOT: 'The disk quota is used up.', EFBIG: 'The file would be larger than is allowed.', EIO: 'The disk failed.',
	EROFS: 'The disk is read-only.', EACCES: 'The folder may not be written to.', EPERM: 'The folder may not be written to.',
	EMFILE: 'Too many files are open.', ENFILE: 'Too many files are open on this computer.', EBUSY: 'Something else holds the file.',
	ENOTDIR: 'A file stands where a folder is needed.', EEXIST: 'Another file stands where it has to be written.', ELOOP: 'A link stands where it has to be written.',
};

/** An error of the disk while writing, in the program's words; anything else is passed on. */
export const writingFailed = (path: string, error: unknown): unknown => {
	const code = codeOf(error);
	// Node's own codes begin with ERR_: those are mistakes of the program, not of the disk.
	return code === '' || code.startsWith('ERR_')
		? error
		: new Problem({exit: 'output', what: `Nothing was written to ${path}.`, why: reasons[code] ?? `The system says ${code}.`, remedy: 'The library is as it was; put that right and do it again, or name another folder.'});
};

const unread: Readonly<Record<string, {readonly why: string; readonly remedy: string}>> = {
	EACCES: {why: 'This user may not read it.', remedy: 'Ask its owner, or name another library.'}, EPERM: {why: 'This user may not read it.', remedy: 'Ask its owner, or name another library.'},
	EIO: {why: 'The disk failed.', remedy: 'Copy what can be read, and restore a backup.'}, EISDIR: {why: 'It is a folder.', remedy: 'Put the file back from a backup.'}, EMFILE: {why: 'Too many files are open.', remedy: 'Close some programs and do it again.'},
};

/** An error of the disk while reading, in the program's words. */
export const readingFailed = (path: string, error: unknown): unknown =>
	codeOf(error) === '' ? error : new Problem({exit: 'library', what: `${path} could not be read.`, ...unread[codeOf(error)] ?? {why: `The system says ${codeOf(error)}.`, remedy: 'See who may read it.'}});
