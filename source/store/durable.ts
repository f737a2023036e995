import {constants} from 'node:fs';
import type {FileHandle} from 'node:fs/promises';
import {copyFile, link, open, rename, rm, stat} from 'node:fs/promises';
import {dirname} from 'node:path';
import {hasCode, isMissing} from './problems.ts';

/** Files of a library are for their owner only, unless the owner said otherwise. */
const privateMode = 0o600;

/** Makes renames in a folder last through a power cut; where a system cannot do that for folders, it is left out. */
export const syncFolder = async (folder: string): Promise<void> => {
	const handle = await open(folder, constants.O_RDONLY);
	try {
		await handle.sync();
	} catch (error) {
		if (!hasCode(error, 'EINVAL', 'EPERM', 'ENOTSUP', 'EISDIR', 'EBADF')) throw error;
	} finally {
		await handle.close();
	}
};

/** A writev takes so many buffers at most. */
const mostBuffers = 1024;

/** And so many bytes are held for one at most, where the chunks are smaller than that. */
const mostBytes = 1024 * 1024;

/** Everything, also where the disk takes less at once than it was given. */
const writeChunks = async (handle: FileHandle, chunks: Iterable<Uint8Array>): Promise<void> => {
	let group: Uint8Array[] = [];
	let size = 0;
	const write = async (): Promise<void> => {
		const {bytesWritten} = await handle.writev(group);
		if (bytesWritten < size) await handle.writeFile(Buffer.concat(group).subarray(bytesWritten));
		group = [];
		size = 0;
	};
	for (const chunk of chunks) {
		group.push(chunk);
		size += chunk.byteLength;
		if (group.length === mostBuffers || size >= mostBytes) await write();
	}
	if (group.length > 0) await write();
};

/** A new file that nobody planted: exclusive, never through a link, on the disk before this returns, gone if anything fails. */
const writeFresh = async (path: string, chunks: Iterable<Uint8Array>, mode: number): Promise<void> => {
	// The caller holds the lock: what lies at this name is left over from a killed process, or planted.
	await rm(path, {force: true});
	const handle = await open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW, mode);
	try {
		try {
			await handle.chmod(mode);
			await writeChunks(handle, chunks);
			await handle.sync();
		} finally {
			await handle.close();
		}
	} catch (error) {
		await rm(path, {force: true});
		throw error;
	}
};

const modeOf = async (path: string): Promise<number | null> => {
	try {
		return (await stat(path)).mode & 0o777;
	} catch (error) {
		if (isMissing(error)) return null;
		throw error;
	}
};

/** A second name for a file, in place of what had that name; a copy where the disk knows no hard links. */
const keepAs = async (path: string, kept: string): Promise<void> => {
	const between = `${kept}.tmp`;
	await rm(between, {force: true});
	try {
		await link(path, between);
	} catch (error) {
		if (!hasCode(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK')) throw error;
		await copyFile(path, between, constants.COPYFILE_EXCL);
	}
	try {
		await rename(between, kept);
	} catch (error) {
		await rm(between, {force: true});
		throw error;
	}

	// Between two names of one file a rename does nothing at all: so after a kill that came right before the last step.
	await rm(between, {force: true});
};

/**
 * Replaces a file whole or not at all, and durably: temporary file, fsync, rename, fsync of the folder. The mode is kept.
 * `keep`: names under which the file as it was stays; `like`: a file whose mode a new one gets. The caller holds the library's lock.
 */
export const replaceDurably = async (path: string, chunks: Iterable<Uint8Array>, keep: readonly string[] = [], like: string = path): Promise<void> => {
	await replace(path, chunks, keep, like);
	await syncFolder(dirname(path));
};

/** Like `replaceDurably`, but the rename lasts only once the caller has called `syncFolder`: for many files in one folder. */
export const replace = async (path: string, chunks: Iterable<Uint8Array>, keep: readonly string[] = [], like: string = path): Promise<void> => {
	const mode = await modeOf(path);
	const temporary = `${path}.tmp`;
	await writeFresh(temporary, chunks, mode ?? await modeOf(like) ?? privateMode);
	try {
		if (mode !== null) {
			for (const kept of keep) await keepAs(path, kept);
		}
		await rename(temporary, path);
	} catch (error) {
		await rm(temporary, {force: true});
		throw error;
	}
};
