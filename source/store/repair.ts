import {link, mkdir, readFile, rename, rm} from 'node:fs/promises';
import {basename, join} from 'node:path';
import {isDeepStrictEqual} from 'node:util';
import type {ArticleId} from '../model/article.ts';
import type {Rereading} from '../model/library.ts';
import type {LogEntry} from '../model/override.ts';
import {Problem} from '../model/problem.ts';
import {sha256, sha256OfChunks} from '../text/hash.ts';
import {applyChanges} from './changes.ts';
import {checkParts, examine, strayIn, type Examined, type Finding} from './check.ts';
import {emptyData, type Body, type BodyRef, type LibraryData, type StoredDocument} from './data.ts';
import {readableIn} from './journal.ts';
import {libraryFile} from './library-file.ts';
import {layoutOf, type Layout} from './layout.ts';
import {withLock} from './lock.ts';
import {readBodies, readLine} from './packs.ts';
import {documentPath, readDocument, writeParts} from './parts.ts';
import {newer, writingFailed} from './problems.ts';
import {salvaged} from './salvage.ts';

/** A document that lies in the library's folder and that library.json does not know (any more). `known`: what a damaged library.json still tells of it. */
export type Orphan = {readonly id: string; readonly bytes: Uint8Array; readonly known: StoredDocument | null};

/** What was done, a sentence each; and the documents that are to be imported again. */
export type Repaired = {readonly done: readonly string[]; readonly orphans: readonly Orphan[]};

/** What the stages make of a document; null where they cannot read it. */
export type Reread = (stored: StoredDocument, bytes: Uint8Array) => Promise<Rereading | null>;

type Work = {readonly layout: Layout; readonly examined: Examined; readonly done: string[]; readonly reread: Reread};

const quarantineOf = ({folder}: Layout): string => join(folder, 'quarantine');

/** A name in the quarantine folder that nothing has. */
const placeFor = async (layout: Layout, path: string): Promise<string> => {
	const folder = quarantineOf(layout);
	await mkdir(folder, {recursive: true, mode: 0o700});
	for (let count = 1; ; count++) {
		const name = join(folder, count === 1 ? basename(path) : `${basename(path)}.${count}`);
		// Taken by a link of its own first: a rename would write over what is there.
		if (await readFile(name).then(() => false, () => true)) return name;
	}
};

const quarantine = async ({layout, done}: Pick<Work, 'layout' | 'done'>, path: string): Promise<void> => {
	const target = await placeFor(layout, path);
	await rename(path, target).then(() => done.push(`${path} was moved to ${target}.`), () => undefined);
};

/** What can still be read of the log beyond what is in use, by sequence: of a damaged library.json, of the journal and of the one before it. `last`: how far the log went, as far as they tell. */
const savedEntries = async ({layout, examined}: Work, inUse: readonly LogEntry[]): Promise<{readonly saved: readonly LogEntry[]; readonly last: number}> => {
	const bytesOf = async (path: string): Promise<Buffer> => readFile(path).catch(() => Buffer.alloc(0));
	const saved = new Map(examined.data === null ? salvaged(await bytesOf(layout.file)).log.map(entry => [entry.sequence, entry]) : []);
	let last = inUse.length;
	const hashes = new Set<string | null>([examined.main, examined.before].flatMap(each => each?.kind === 'whole' ? [each.hash] : []));
	for (const path of [layout.journalBackup, layout.journal]) {
		const {library, entries, last: until} = readableIn(await bytesOf(path));
		// What goes on from another log belongs to another library.
		const shared = entries.filter(entry => entry.sequence <= inUse.length);
		const ours = shared.length > 0 || inUse.length === 0 || hashes.has(library);
		if (!ours || !shared.every(entry => isDeepStrictEqual(entry, inUse[entry.sequence - 1]))) continue;
		for (const entry of entries) saved.set(entry.sequence, entry);
		last = Math.max(last, until);
	}

	return {saved: [...saved.values()].filter(entry => entry.sequence > inUse.length).sort((left, right) => left.sequence - right.sequence), last: Math.max(last, ...saved.keys())};
};

/** library.json as it should be: as it is, else the generation before, else nothing; with all that can be read of a damaged one, and of the journal. */
const startingData = async (work: Work): Promise<LibraryData> => {
	const {layout, examined: {before, data, findings}, done} = work;
	if (data !== null && !findings.some(({kind}) => kind === 'journal')) return data;
	const start = data ?? (before?.kind === 'whole' ? before.data : emptyData(basename(layout.folder)));
	if (data === null) done.push(before?.kind === 'whole' ? `library.json goes back to generation ${before.generation}.` : 'library.json is built anew.');
	const {saved, last} = await savedEntries(work, start.entries);
	// Only what follows without a gap: an undo names the entry it takes back.
	const fitting = saved.filter((entry, index) => entry.sequence === start.entries.length + index + 1);
	if (fitting.length > 0) done.push(`Entries of the log that were saved from the damaged file: ${fitting.length}.`);
	const lost = last - start.entries.length - fitting.length;
	if (lost > 0) done.push(`Entries of the log that are lost, or could not be put behind one that is: ${lost}. What is left of them lies in quarantine.`);
	return fitting.length === 0 ? start : {...start, entries: [...start.entries, ...fitting]};
};

const bodyRefs = (data: LibraryData): readonly BodyRef[] => [...data.bodies, ...data.revisions, ...data.tombstones.map(({body}) => body)];

/** Moves every line that can still be read out of damaged packs into a new one. Returns the data without the lines that cannot. */
const withSavedLines = async ({layout, done}: Work, data: LibraryData, damaged: ReadonlySet<string>): Promise<LibraryData> => {
	if (damaged.size === 0) return data;
	const chunks: Buffer[] = [];
	const moved = new Map<string, {readonly offset: number}>();
	const keyOf = ({pack, offset}: BodyRef): string => `${pack} ${offset}`;
	let end = 0;
	for (const ref of bodyRefs(data)) {
		if (!damaged.has(ref.pack) || moved.has(keyOf(ref))) continue;
		const line = await readLine(layout, ref);
		if (line === null) continue;
		moved.set(keyOf(ref), {offset: end});
		chunks.push(Buffer.concat([line, Buffer.from('\n')]));
		end += line.length + 1;
	}
	const name = sha256OfChunks(chunks);
	if (chunks.length > 0) await writeParts(layout, {documents: [], documentPacks: [], bodies: [{name, chunks}]});
	const follow = <Ref extends BodyRef>(ref: Ref): Ref[] => {
		if (!damaged.has(ref.pack)) return [ref];
		const place = moved.get(keyOf(ref));
		return place ? [{...ref, pack: name, offset: place.offset}] : [];
	};
	const kept = {...data, bodies: data.bodies.flatMap(follow), revisions: data.revisions.flatMap(follow), tombstones: data.tombstones.flatMap(({card, body}) => follow(body).map(found => ({card, body: found})))};
	const lost = bodyRefs(data).length - bodyRefs(kept).length;
	done.push(`Lines that were saved from damaged packs: ${chunks.length}; lost: ${lost}.`);
	return kept;
};

/** Reads the pages of articles whose words are lost anew. Articles whose page cannot be read either are left out, and told. */
const withReadBodies = async ({layout, done, reread}: Work, data: LibraryData): Promise<{readonly data: LibraryData; readonly bodies: ReturnType<typeof applyChanges>['bodies']}> => {
	const held = new Set(data.bodies.map(ref => ref.article));
	const lost = data.articles.filter(card => !held.has(card.id));
	if (lost.length === 0) return {data, bodies: null};
	const readings: Rereading[] = [];
	for (const id of new Set(lost.map(card => card.document))) {
		const stored = data.documents.find(each => each.document.id === id);
		const bytes = stored === undefined ? null : await readDocument(layout, stored).catch(() => null);
		const reading = stored === undefined || bytes === null ? null : await reread(stored, bytes);
		if (reading !== null) readings.push(reading);
	}
	const readable = new Set(readings.map(each => each.document));
	const gone = new Set(lost.filter(card => !readable.has(card.document)).map(card => card.id));
	const left: LibraryData = {
		...data, articles: data.articles.filter(card => !gone.has(card.id)), places: data.places.filter(place => !gone.has(place.article)),
		events: data.events.map(event => ({...event, articles: event.articles.filter(id => !gone.has(id)), why: event.why.filter(({article}) => !gone.has(article))})).filter(event => event.articles.length > 0),
	};
	const cards = new Set(left.articles.flatMap(card => readable.has(card.document) ? [card.id] : []));
	const bodies = new Map<ArticleId, Body>(await readBodies(layout, left.bodies.filter(ref => cards.has(ref.article))));
	const applied = applyChanges(left, {readings}, bodies);
	done.push(`Pages that were read anew: ${readings.length}, for articles whose words were lost: ${lost.length - gone.size}.`);
	if (gone.size > 0) done.push(`Articles that could not be saved, because their page is damaged too: ${lost.filter(card => gone.has(card.id)).map(card => `${card.id} (${card.headline ?? 'no headline'})`).join(', ')}. Put it back from a backup.`);
	return {data: applied.data, bodies: applied.bodies};
};

/** Documents that are damaged or gone, taken from where they were imported from, if their bytes are still there. */
const withSavedDocuments = async ({layout, done}: Work, data: LibraryData, findings: readonly Finding[]): Promise<LibraryData> => {
	const broken = new Set(findings.filter(({kind}) => kind === 'document' || kind === 'documents').map(({path}) => path));
	if (broken.size === 0) return data;
	const saved = new Set<string>();
	const lost = new Set<string>();
	for (const stored of data.documents) {
		const path = documentPath(layout, stored);
		if (!broken.has(path)) continue;
		const {id, path: origin} = stored.document;
		const bytes = await readDocument(layout, stored).catch(async () => readFile(origin).catch(() => null));
		if (bytes === null || sha256(bytes) !== id) {
			lost.add(path);
			done.push(`Document ${id} (${origin}) is not there any more as it came in. Put it back from a backup.`);
			continue;
		}
		if (stored.pack === null) await quarantine({layout, done}, path);
		await writeParts(layout, {documents: [{id, bytes}], documentPacks: [], bodies: []});
		saved.add(id);
		done.push(`Document ${id} (${origin}) is whole again.`);
	}
	// A pack of which nothing is missing any more has done its service.
	for (const path of broken) if (!lost.has(path) && path.endsWith('.pack')) await quarantine({layout, done}, path);
	return {...data, documents: data.documents.map(stored => saved.has(stored.document.id) ? {...stored, pack: null} : stored)};
};

const orphansOf = async ({layout, examined}: Work, data: LibraryData): Promise<readonly Orphan[]> => {
	const known = salvaged(examined.main === null ? null : await readFile(layout.file).catch(() => null)).documents;
	const listed = new Set(data.documents.map(each => each.document.id));
	const orphans: Orphan[] = [];
	for (const {path} of (await strayIn(layout, data)).filter(({kind}) => kind === 'stray')) {
		const bytes = await readFile(path);
		const id = sha256(bytes);
		if (id === basename(path) && !listed.has(id)) orphans.push({id, bytes, known: known.find(each => each.document.id === id) ?? null});
		// Documents that a lost generation had in one file.
		for (const stored of known.filter(each => each.pack !== null && `${each.pack.name}.pack` === basename(path) && !listed.has(each.document.id))) {
			const part = bytes.subarray(stored.pack?.offset ?? 0, (stored.pack?.offset ?? 0) + stored.document.bytes);
			if (sha256(part) === stored.document.id) orphans.push({id: stored.document.id, bytes: part, known: stored});
		}
	}
	return orphans;
};

const repair = async (work: Work): Promise<Repaired> => {
	const {layout, examined, done} = work;
	const whole = examined.data !== null;
	const start = await startingData(work);
	const findings = whole ? examined.findings : await checkParts(layout, start);
	const damaged = new Set(findings.filter(({kind}) => kind === 'bodies').map(({path}) => basename(path, '.jsonl')));
	const documents = await withSavedDocuments(work, start, findings);
	const {data, bodies} = await withReadBodies(work, await withSavedLines(work, documents, damaged));
	if (bodies !== null) await writeParts(layout, {documents: [], documentPacks: [], bodies: [bodies]});
	const orphans = whole ? [] : await orphansOf(work, data);
	const journal = examined.findings.some(({kind}) => kind === 'journal');
	if (!whole || data !== examined.data) {
		const generations = [examined.main, examined.before].flatMap(each => each === null || each.kind === 'damaged' ? [] : [each.generation]);
		// Each entry was a generation at most: no number that somebody has seen is given again.
		const seen = Math.max(0, ...generations, examined.journal?.kind === 'whole' ? examined.journal.journal.generation : 0) + (journal ? data.entries.length : 0);
		// The file as it was stays: under its own name in quarantine where it is damaged, else as a second name.
		if (whole) await link(layout.file, await placeFor(layout, layout.file)).catch(() => undefined);
		else await quarantine(work, layout.file);
		const file = await libraryFile(layout.folder, false);
		await file.found(data, seen + 1);
	}
	if (examined.before?.kind === 'damaged') await quarantine(work, layout.backup);
	// All that could be read of it is in library.json now.
	if (journal || !whole) await quarantine(work, layout.journal);
	if (journal || !whole || examined.findings.some(({path}) => path === layout.journalBackup)) await quarantine(work, layout.journalBackup);
	for (const pack of damaged) await quarantine(work, join(layout.bodies, `${pack}.jsonl`));
	const known = new Set(orphans.map(each => each.id));
	for (const {path} of (await strayIn(layout, data)).filter(({kind}) => kind === 'stray')) if (!known.has(basename(path))) await quarantine(work, path);
	for (const {kind, path} of examined.findings) {
		if (kind !== 'litter' && kind !== 'cache') continue;
		await rm(path, {force: true});
		done.push(`${path} was taken away: ${kind === 'cache' ? 'a cache is made anew by itself' : 'a half-written file'}.`);
	}
	return {done, orphans};
};

/**
 * Mends what can be mended, as the only writer. Damaged files go into the folder `quarantine`, none is deleted; caches and half-written files are.
 * The documents it returns are to be imported again. Throws a Problem for a library of a newer program.
 */
export const repairLibrary = async (folder: string, {cache, now, reread}: {readonly cache: string | null; readonly now: () => Date; readonly reread: Reread}): Promise<Repaired> => {
	const layout = await layoutOf(folder);
	if (!layout.folderExists) throw new Problem({exit: 'library', what: `${folder} was not repaired.`, why: 'There is no such folder.'});
	try {
		return await withLock(layout.lock, now, async () => {
			const examined = await examine(folder, {cache});
			if (examined.main?.kind === 'newer') throw newer(layout.file, examined.main.version);
			if (examined.journal?.kind === 'newer') throw newer(layout.journal, examined.journal.version);
			return repair({layout, examined, done: [], reread});
		});
	} catch (error) {
		throw writingFailed(layout.file, error);
	}
};
