import {open, stat} from 'node:fs/promises';
import type {FileHandle} from 'node:fs/promises';
import {join} from 'node:path';
import type {ArticleId} from '../model/article.ts';
import {sha256} from '../text/hash.ts';
import type {Body, BodyRef} from './data.ts';
import {parseJson} from './json.ts';
import type {Layout} from './layout.ts';
import {brokenPart, isMissing, readingFailed} from './problems.ts';
import {checkBody} from './schema.ts';

type Folders = Pick<Layout, 'bodies' | 'documents'>;
/** Where a pack of bodies lies. */
export const packPath = (folders: Folders, pack: string): string => join(folders.bodies, `${pack}.jsonl`);

/** Neighbours are read in one go, up to this many bytes. */
const largestRead = 4 * 1024 * 1024;

/** Exactly these bytes of a file. Throws a Problem where it is shorter. */
export const readAt = async (handle: FileHandle, path: string, offset: number, length: number): Promise<Buffer> => {
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

/** How far each pack is written to, as far as these places tell. */
export const packEnds = (refs: Iterable<BodyRef>): ReadonlyMap<string, number> => {
	const ends = new Map<string, number>();
	for (const ref of refs) ends.set(ref.pack, Math.max(ends.get(ref.pack) ?? 0, ref.offset + ref.length));
	return ends;
};

/** Whether every pack is there and long enough; says so before anybody counts on it. `seen`: packs that were looked at before. Returns those and the new ones. */
export const verifyPacks = async (folders: Folders, ends: ReadonlyMap<string, number>, seen: ReadonlySet<string>): Promise<ReadonlySet<string>> => {
	for (const [pack, end] of ends) {
		if (seen.has(pack)) continue;
		const path = packPath(folders, pack);
		const found = await stat(path).catch((error: unknown) => {
			throw isMissing(error) ? brokenPart(path, 'it is not there') : readingFailed(path, error);
		});
		if (!found.isFile() || found.size < end) throw brokenPart(path, 'it is shorter than it was');
	}
	return new Set([...seen, ...ends.keys()]);
};

/** The bytes of one line of a pack, checked; null where they are not there or not what was written. */
export const readLine = async (folders: Folders, {pack, offset, length, check}: BodyRef): Promise<Buffer | null> => {
	const path = packPath(folders, pack);
	const handle = await open(path, 'r').catch(() => null);
	if (handle === null) return null;
	try {
		const line = await readAt(handle, path, offset, length);
		return sha256(line).slice(0, 16) === check ? line : null;
	} catch {
		return null;
	} finally {
		await handle.close();
	}
};
