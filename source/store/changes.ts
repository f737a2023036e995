import type {ArticleId} from '../model/article.ts';
import type {Grouping} from '../model/event.ts';
import type {Bytes} from '../model/document.ts';
import type {Changes, LargeImport, Plan} from '../model/library.ts';
import type {LogEntry} from '../model/override.ts';
import {Problem} from '../model/problem.ts';
import {sha256OfChunks} from '../text/hash.ts';
import type {Body, LibraryData, Revision, StoredCard} from './data.ts';
import {articlesIn, cardOf, contentKey, draftOf, enter, retire, type Draft} from './draft.ts';
import {carriedOver, renameDerivation, renameGrouping, withCard, type Renames} from './identity.ts';
import {activeCorrections, extendLog, sequencesOf} from './overrides.ts';
import {packBodies, packDocuments, type Pack} from './pack-bodies.ts';
import {deletedIds} from './replay.ts';
import {addPlace} from './repeats.ts';
import {readAnew} from './rereading.ts';
import {checkLibrary, contradiction} from './schema.ts';
import {newVersions} from './versions.ts';

/** What a commit makes of a library: the new data, and the files that must be on the disk before it. */
export type Applied = {
	readonly data: LibraryData;
	/** False where writing it would change nothing but the generation. */
	readonly changed: boolean;
	readonly bodies: Pack | null;
	/** Documents in files of their own. */
	readonly documents: ReadonlyArray<{readonly id: string; readonly bytes: Bytes}>;
	readonly documentPack: Pack | null;
};

const bug = (why: string): Problem => new Problem({exit: 'bug', what: 'Nothing was written.', why});

/** The articles of a new document that are articles of the one it takes the place of, or of any other, with the posts of those. */
const carriedFrom = (draft: Draft, old: readonly StoredCard[], incoming: readonly StoredCard[]): Renames => {
	const carried = new Map(carriedOver(old, incoming));
	const kept = new Set(carried.values());
	// The same words at another place are no version: they are told as one article with two places.
	const left = incoming.filter(card => !carried.has(card.id) && (draft.contents.get(contentKey(card))?.size ?? 0) === 0);
	for (const [from, to] of newVersions(draft, left)) {
		if (kept.has(to)) continue;
		carried.set(from, to);
		const posts = (parent: ArticleId, of: Iterable<StoredCard>): StoredCard[] => [...of].filter(card => card.parent === parent);
		const known = draft.cards.get(to);
		if (known?.kind !== 'live-blog') continue;
		for (const [post, before] of carriedOver(posts(to, articlesIn(draft, known.document)), posts(from, incoming))) carried.set(post, before);
	}
	return carried;
};

/** One document into the library: which of its articles are known already, and under which id each is stored. */
const settle = (draft: Draft, incoming: LargeImport): void => {
	const {document, removed, versions, revises, given = {}, unplaced = []} = incoming;
	const old = articlesIn(draft, revises);
	const carried = carriedFrom(draft, old, incoming.derivations.map(cardOf));
	draft.documents.set(document.id, {document, removed, versions, revises, given, pack: null, unplaced: sequencesOf(draft.log, unplaced)});
	const beforehand = new Map([...carried.values()].map(id => [id, draft.cards.get(id)?.externalIds ?? []]));
	for (const id of carried.values()) retire(draft, id);
	for (const [from, to] of carried) {
		draft.renames.set(from, to);
		draft.revised.set(from, to);
	}
	for (const derivation of incoming.derivations) {
		const card = cardOf(derivation);
		if (!carried.has(card.id) && addPlace(draft, card)) continue;
		const kept = renameDerivation(derivation, draft.renames);
		const {id} = kept.article;
		// What is known elsewhere under other ids of importers is still known under them.
		const before = beforehand.get(id) ?? [];
		const settled = before.length === 0 ? kept : withCard(kept, {externalIds: [...new Set([...kept.article.externalIds, ...before])]});
		if (draft.cards.has(id)) throw bug(`Two articles have the id ${id}.`);
		enter(draft, cardOf(settled));
		draft.fresh.set(id, settled);
	}
};

const inStretches = (bytes: Uint8Array | Bytes): Bytes => bytes instanceof Uint8Array ? {byteLength: bytes.byteLength, chunks: () => [bytes]} : bytes;

const verifyImport = (document: LargeImport['document'], bytes: Bytes): void => {
	if (bytes.byteLength !== document.bytes || sha256OfChunks(bytes.chunks()) !== document.id) throw bug(`The bytes of ${document.path} are not those of document ${document.id}.`);
};

type Settled = {readonly draft: Draft; readonly documents: ReadonlyArray<{readonly id: string; readonly bytes: Bytes}>};

const settleAll = (before: LibraryData, log: readonly LogEntry[], changes: Pick<Changes, 'imports' | 'readings'>, bodies: ReadonlyMap<ArticleId, Body>): Settled => {
	const draft = draftOf(before, log);
	const documents: Array<{id: string; bytes: Bytes}> = [];
	for (const reading of changes.readings ?? []) {
		if (!draft.documents.has(reading.document)) throw bug(`Document ${reading.document} was read anew and is not in the library.`);
		readAnew(draft, reading, bodies);
	}
	for (const incoming of changes.imports ?? []) {
		if (draft.documents.has(incoming.document.id)) continue;
		const bytes = inStretches(incoming.bytes);
		verifyImport(incoming.document, bytes);
		documents.push({id: incoming.document.id, bytes});
		settle(draft, incoming);
	}
	return {draft, documents};
};

const vanished = (before: LibraryData, draft: Draft): ReadonlySet<ArticleId> => new Set(before.articles.flatMap(({id}) => draft.cards.has(id) ? [] : [id]));

/** What imports and readings would become. `bodies`: of the documents read anew. */
export const planChanges = (before: LibraryData, changes: Pick<Changes, 'imports' | 'readings'>, bodies: ReadonlyMap<ArticleId, Body>): Plan => {
	const {draft} = settleAll(before, before.entries, changes, bodies);
	return {derivations: [...draft.fresh.values()], gone: [...vanished(before, draft)], repeated: draft.repeated, revised: draft.revised};
};

const without = ({events, storylines}: Grouping, gone: ReadonlySet<ArticleId>): Grouping => {
	if (gone.size === 0) return {events, storylines};
	const left = events.map(event => ({...event, articles: event.articles.filter(id => !gone.has(id)), why: event.why.filter(({article}) => !gone.has(article))})).filter(event => event.articles.length > 0);
	const ids = new Set(left.map(event => event.id));
	return {events: left, storylines: storylines.map(line => ({...line, events: line.events.filter(id => ids.has(id))})).filter(line => line.events.length > 0)};
};

/** Who groups does not see deleted articles: they keep the event they were in, so that an undo brings them back into it. */
const withDeleted = ({events, storylines}: Grouping, before: LibraryData): Grouping => {
	const placed = new Set(events.flatMap(event => event.articles));
	const deleted = new Set([...deletedIds(activeCorrections(before.entries), before.articles)].filter(id => !placed.has(id)));
	if (deleted.size === 0) return {events, storylines};
	const waiting = without(before, new Set(before.articles.flatMap(({id}) => deleted.has(id) ? [] : [id]))).events;
	const byId = new Map(events.map(event => [event.id, event]));
	for (const event of waiting) {
		const known = byId.get(event.id);
		byId.set(event.id, known ? {...known, articles: [...known.articles, ...event.articles], why: [...known.why, ...event.why]} : {...event, storylines: []});
	}
	return {events: [...byId.values()], storylines};
};

const groupingFor = (before: LibraryData, grouping: Grouping | undefined, draft: Draft): Grouping => {
	const renames = new Map([...draft.renames].filter(([from]) => !draft.cards.has(from)));
	const gone = vanished(before, draft);
	return grouping === undefined ? without(before, gone) : without(withDeleted(renameGrouping(grouping, renames), before), gone);
};

/**
 * Applies changes to a library's data without touching the disk. A document that is known already (by its bytes) adds nothing.
 * `bodies`: of the documents read anew. Throws a Problem where the result would contradict itself; then nothing is written.
 */
export const applyChanges = (before: LibraryData, changes: Changes, bodies: ReadonlyMap<ArticleId, Body> = new Map()): Applied => {
	const log = extendLog(before.entries, changes);
	const nothing = {bodies: null, documents: [], documentPack: null};
	// A correction alone costs no look at a hundred thousand articles.
	if (!changes.imports && !changes.readings && !changes.grouping) return {...nothing, data: {...before, entries: log}, changed: log.length > before.entries.length};
	const {draft, documents} = settleAll(before, log, changes, bodies);
	const packed = packDocuments(documents);
	for (const [id, offset] of packed?.offsets ?? []) {
		const stored = draft.documents.get(id);
		if (stored && packed) draft.documents.set(id, {...stored, pack: {name: packed.pack.name, offset}});
	}
	const fresh = [...draft.fresh.values()];
	const pack = packBodies([...fresh, ...draft.outdated]);
	const outdated = draft.outdated.flatMap((derivation, index): Revision[] => {
		const ref = pack?.refs[fresh.length + index];
		return ref === undefined ? [] : [{...ref, document: derivation.article.document, card: cardOf(derivation)}];
	});
	const data: LibraryData = {
		...before,
		documents: [...draft.documents.values()],
		articles: [...draft.cards.values()],
		bodies: [...draft.bodies.values(), ...pack?.refs.slice(0, fresh.length) ?? []],
		places: draft.places, revisions: [...draft.revisions, ...outdated], tombstones: [...draft.tombstones.values()],
		...groupingFor(before, changes.grouping, draft),
		entries: log,
	};
	// What would not open again is not written in the first place.
	const checked = checkLibrary(data);
	if ('wrong' in checked) throw bug(`What came in is malformed: ${checked.wrong}.`);
	const conflict = contradiction(data);
	if (conflict !== null) throw bug(`What is wrong: ${conflict}.`);
	const told = ({documents: of, places, events, storylines, tombstones}: LibraryData): string => JSON.stringify([of, places, events, storylines, tombstones]);
	const changed = documents.length > 0 || draft.fresh.size > 0 || log.length > before.entries.length || told(data) !== told(before);
	return {data, bodies: pack, documents: packed ? [] : documents, documentPack: packed?.pack ?? null, changed};
};
