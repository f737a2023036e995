import {mkdir, open, readFile, readdir, rm, stat} from 'node:fs/promises';
import type {FileHandle} from 'node:fs/promises';
import {join} from 'node:path';
import type {ArticleId} from '../model/article.ts';
import type {DocumentId} from '../model/document.ts';
import {sha256} from '../text/hash.ts';
import type {Body, BodyRef} from './data.ts';
import {replace, syncFolder} from './durable.ts';
import {parseJson} from './json.ts';
import type {Layout} from './layout.ts';
import {brokenPart, isMissing, readingFailed} from './problems.ts';
import {checkBody} from './schema.ts';

type Folders = Pick<Layout, 'bodies' | 'documents'>;
const packPath = (folders: Folders, pack: string): string => join(folders.bodies, `${pack}.jsonl`);
const documentPath = (folders: Folders, id: DocumentId): string => join(folders.documents, id);

/** Neighbours are read in one go, up to this many bytes. */
const largestRead = 4 * 1024 * 1024;

const readAt = async (handle: FileHandle, path: string, offset: number, length: number): Promise<Buffer> => {
	const buffer = Buffer.allocUnsafe(length);
	for (let done = 0; done < length;) {
		const {bytesRead} = await handle.read(buffer, done, length - done, offset + done);
		if (bytesRead === 0) throw brokenPart(path, 'it is shorter than it was');
		done += bytesRead;
	}
	return buffer;
};

const bodyFrom = (line: Buffer, path: string, ref: BodyRef): Body => {
	if (sha256(line).slice(0, 16) !== ref.check) throw brokenPart(path, `the line of article ${ref.article} is not what newsdeck wrote`);
	const parsed = parseJson(line);
	if ('wrong' in parsed) throw brokenPart(path, `at the line of article ${ref.article}, ${parsed.wrong}`);
	const checked = checkBody(parsed.value);
	if ('wrong' in checked) throw brokenPart(path, `at the line of article ${ref.article}, ${checked.wrong}`);
	if (checked.value.article !== ref.article) throw brokenPart(path, `article ${ref.article} is not where it should be`);
	return checked.value;
};

/** Runs of lines that lie one behind the other, so that a whole pack needs few reads. */
const runs = (refs: readonly BodyRef[]): readonly BodyRef[][] => {
	const found: BodyRef[][] = [];
	let start = 0;
	let end = -1;
	for (const ref of [...refs].sort((left, right) => left.offset - right.offset)) {
		const run = found.at(-1);
		if (run && ref.offset === end && ref.offset + ref.length - start <= largestRead) run.push(ref);
		else {
			found.push([ref]);
			start = ref.offset;
		}
		end = ref.offset + ref.length + 1;
	}
	return found;
};

const readPack = async (folders: Folders, pack: string, refs: readonly BodyRef[], bodies: Map<ArticleId, Body>): Promise<void> => {
	const path = packPath(folders, pack);
	const handle = await open(path, 'r').catch((error: unknown) => {
		throw isMissing(error) ? brokenPart(path, 'it is not there') : readingFailed(path, error);
	});
	try {
		for (const run of runs(refs)) {
			const [first, last] = [run[0], run.at(-1)];
			if (!first || !last) continue;
			const bytes = await readAt(handle, path, first.offset, last.offset + last.length - first.offset);
			for (const ref of run) bodies.set(ref.article, bodyFrom(bytes.subarray(ref.offset - first.offset, ref.offset - first.offset + ref.length), path, ref));
		}
	} finally {
		await handle.close();
	}
};

/** The bodies at these places; nothing else of the packs is read. Throws a Problem where a pack is missing or not what was written. */
export const readBodies = async (folders: Folders, refs: readonly BodyRef[]): Promise<ReadonlyMap<ArticleId, Body>> => {
	const bodies = new Map<ArticleId, Body>();
	for (const [pack, wanted] of Map.groupBy(refs, ref => ref.pack)) await readPack(folders, pack, wanted, bodies);
	return bodies;
};

/** Whether every pack is there and long enough; says so before anybody counts on it. Returns the packs that were looked at. */
export const verifyPacks = async (folders: Folders, refs: readonly BodyRef[], seen: ReadonlySet<string>): Promise<ReadonlySet<string>> => {
	const ends = new Map<string, number>();
	for (const ref of refs) {
		if (!seen.has(ref.pack)) ends.set(ref.pack, Math.max(ends.get(ref.pack) ?? 0, ref.offset + ref.length));
	}
	for (const [pack, end] of ends) {
		const path = packPath(folders, pack);
		const found = await stat(path).catch((error: unknown) => {
			throw isMissing(error) ? brokenPart(path, 'it is not there') : readingFailed(path, error);
		});
		if (!found.isFile() || found.size < end) throw brokenPart(path, 'it is shorter than it was');
	}
	return new Set([...seen, ...ends.keys()]);
};

/** The bytes of a document as they came. Throws a Problem where they are missing or have another hash. */
export const readDocument = async (folders: Folders, id: DocumentId): Promise<Uint8Array> => {
	const path = documentPath(folders, id);
	const bytes = await readFile(path).catch((error: unknown) => {
		throw isMissing(error) ? brokenPart(path, 'it is not there') : readingFailed(path, error);
	});
	if (sha256(bytes) !== id) throw brokenPart(path, 'its bytes are not those that came in');
	return bytes;
};

/** A whole pack, as it is. Throws a Problem where it is missing or has another hash. */
export const readWholePack = async (folders: Folders, pack: string): Promise<Uint8Array> => {
	const path = packPath(folders, pack);
	const bytes = await readFile(path).catch((error: unknown) => {
		throw isMissing(error) ? brokenPart(path, 'it is not there') : readingFailed(path, error);
	});
	if (sha256(bytes) !== pack) throw brokenPart(path, 'it is not what newsdeck wrote');
	return bytes;
};

const holds = async (path: string, hash: string): Promise<boolean> => {
	try {
		return sha256(await readFile(path)) === hash;
	} catch (error) {
		if (isMissing(error)) return false;
		throw error;
	}
};

/** Half a file of a killed process; nobody else writes while the caller holds the lock. */
const sweep = async (folder: string): Promise<void> => {
	for (const name of await readdir(folder)) {
		if (name.endsWith('.tmp')) await rm(join(folder, name), {force: true});
	}
};

/** Documents and packs to be written, each named after its content. */
export type Parts = {
	readonly documents: ReadonlyArray<{readonly id: string; readonly bytes: Uint8Array}>;
	readonly packs: ReadonlyArray<{readonly name: string; readonly bytes: Uint8Array}>;
};

/** Each fsync waits for the disk: a few at a time, so that a thousand documents do not wait a thousand times. */
const atOnce = 8;

/** Writes parts durably. Those that lie there whole are left alone; returns the paths of those written. If one fails, all are taken away again. */
export const writeParts = async (folders: Folders, {documents, packs}: Parts): Promise<readonly string[]> => {
	const files = [
		...documents.map(each => ({path: documentPath(folders, each.id), hash: each.id, bytes: each.bytes})),
		...packs.map(each => ({path: packPath(folders, each.name), hash: each.name, bytes: each.bytes})),
	];
	if (files.length === 0) return [];
	const written: string[] = [];
	try {
		for (const folder of [folders.documents, folders.bodies]) {
			await mkdir(folder, {recursive: true, mode: 0o700});
			await sweep(folder);
		}
		for (let start = 0; start < files.length; start += atOnce) {
			const results = await Promise.allSettled(files.slice(start, start + atOnce).map(async ({path, hash, bytes}) => {
				if (await holds(path, hash)) return;
				await replace(path, bytes);
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
