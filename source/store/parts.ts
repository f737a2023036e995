import {createHash} from 'node:crypto';
import {mkdir, open, readFile, readdir, rm} from 'node:fs/promises';
import {join} from 'node:path';
import type {Bytes} from '../model/document.ts';
import {sha256} from '../text/hash.ts';
import type {StoredDocument} from './data.ts';
import {replace, syncFolder} from './durable.ts';
import type {Layout} from './layout.ts';
import type {Pack} from './pack-bodies.ts';
import {packPath, readAt} from './packs.ts';
import {brokenPart, isMissing, readingFailed} from './problems.ts';

type Folders = Pick<Layout, 'bodies' | 'documents'>;
/** Where a pack of documents lies. */
export const documentPackPath = (folders: Folders, pack: string): string => join(folders.documents, `${pack}.pack`);
/** The file that holds a document, alone or with others. */
export const documentPath = (folders: Folders, {document, pack}: Pick<StoredDocument, 'document' | 'pack'>): string =>
	pack === null ? join(folders.documents, document.id) : documentPackPath(folders, pack.name);

const missing = (path: string) => (error: unknown): never => {
	throw isMissing(error) ? brokenPart(path, 'it is not there') : readingFailed(path, error);
};

/** The bytes of a document as they came. Throws a Problem where they are missing or have another hash. */
export const readDocument = async (folders: Folders, stored: Pick<StoredDocument, 'document' | 'pack'>): Promise<Uint8Array> => {
	const path = documentPath(folders, stored);
	const {document: {id, bytes: length}, pack} = stored;
	let bytes: Uint8Array;
	if (pack === null) {
		bytes = await readFile(path).catch(missing(path));
	} else {
		const handle = await open(path, 'r').catch(missing(path));
		try {
			bytes = await readAt(handle, path, pack.offset, length);
		} finally {
			await handle.close();
		}
	}
	if (sha256(bytes) !== id) throw brokenPart(path, 'its bytes are not those that came in');
	return bytes;
};

/** Bytes that are hashed at once. */
const window = 4 * 1024 * 1024;

/** SHA-256 of a file, a window at a time; null where it is not there. */
export const hashOfFile = async (path: string): Promise<string | null> => {
	const hash = createHash('sha256');
	const handle = await open(path, 'r').catch((error: unknown) => {
		if (isMissing(error)) return null;
		throw error;
	});
	if (handle === null) return null;
	try {
		const {size} = await handle.stat();
		const buffer = Buffer.allocUnsafe(Math.max(1, Math.min(window, size)));
		for (;;) {
			const {bytesRead} = await handle.read(buffer, 0, buffer.length, null);
			if (bytesRead === 0) return hash.digest('hex');
			hash.update(buffer.subarray(0, bytesRead));
		}
	} finally {
		await handle.close();
	}
};

/** Half a file of a killed process; nobody else writes while the caller holds the lock. */
const sweep = async (folder: string): Promise<void> => {
	for (const name of await readdir(folder)) {
		if (name.endsWith('.tmp')) await rm(join(folder, name), {force: true});
	}
};

/** Files to be written, each named after its content. */
export type Parts = {
	readonly documents: ReadonlyArray<{readonly id: string; readonly bytes: Uint8Array | Bytes}>;
	readonly documentPacks: readonly Pack[];
	readonly bodies: readonly Pack[];
};

/** Each fsync waits for the disk: a few at a time. */
const atOnce = 8;

/** Writes parts durably. Those that lie there whole are left alone; returns the paths of those written. If one fails, all are taken away again. */
export const writeParts = async (folders: Folders, {documents, documentPacks, bodies}: Parts): Promise<readonly string[]> => {
	const files: ReadonlyArray<{readonly path: string; readonly hash: string; readonly chunks: Iterable<Uint8Array>}> = [
		...documents.map(({id, bytes}) => ({path: join(folders.documents, id), hash: id, chunks: bytes instanceof Uint8Array ? [bytes] : bytes.chunks()})),
		...documentPacks.map(each => ({path: documentPackPath(folders, each.name), hash: each.name, chunks: each.chunks})),
		...bodies.map(each => ({path: packPath(folders, each.name), hash: each.name, chunks: each.chunks})),
	];
	if (files.length === 0) return [];
	const written: string[] = [];
	try {
		for (const folder of [folders.documents, folders.bodies]) {
			await mkdir(folder, {recursive: true, mode: 0o700});
			await sweep(folder);
		}
		for (let start = 0; start < files.length; start += atOnce) {
			const results = await Promise.allSettled(files.slice(start, start + atOnce).map(async ({path, hash, chunks}) => {
				if (await hashOfFile(path) === hash) return;
				await replace(path, chunks);
				written.push(path);
			}));
			const failed = results.find(result => result.status === 'rejected');
			if (failed) throw failed.reason;
		}
		for (const folder of [folders.documents, folders.bodies]) await syncFolder(folder);
		return written;
	} catch (error) {
		await removeParts(written);
		throw error;
	}
};

/** Takes away files that no library.json speaks of. */
export const removeParts = async (paths: readonly string[]): Promise<void> => {
	for (const path of paths) await rm(path, {force: true}).catch(() => undefined);
};
