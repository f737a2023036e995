import type {ArticleCard, ArticleId} from '../model/article.ts';
import type {DocumentId} from '../model/document.ts';
import type {Changes, Derivation, DocumentImport} from '../model/library.ts';
import {Problem} from '../model/problem.ts';
import {sha256} from '../text/hash.ts';
import type {Body, BodyRef, LibraryData, Revision, StoredDocument} from './data.ts';
import {carriedOver, recordKey, renameGrouping, renameImport} from './identity.ts';
import {extendLog} from './overrides.ts';
import {checkBody, checkLibrary, contradiction} from './schema.ts';

/** What a commit makes of a library: the new data, and the files that must be on the disk before it. */
export type Applied = {
	readonly data: LibraryData;
	/** False where writing it would change nothing but the generation. */
	readonly changed: boolean;
	readonly pack: {readonly name: string; readonly bytes: Buffer} | null;
	readonly documents: ReadonlyArray<{readonly id: string; readonly bytes: Uint8Array}>;
};

const bug = (why: string): Problem => new Problem({exit: 'bug', what: 'Nothing was written.', why});

const cardOf = (derivation: Derivation): ArticleCard => {
	const {headlineSegment: _headline, standfirstSegment: _standfirst, segments: _segments, removed: _removed, ...card} = derivation.article;
	return card;
};

const bodyOf = ({article, figures, quotes}: Derivation): Body => ({
	article: article.id, headlineSegment: article.headlineSegment, standfirstSegment: article.standfirstSegment,
	segments: article.segments, removed: article.removed, figures, quotes,
});

/** All bodies of a commit as one file named after its content, and where each one lies in it. */
const packed = (derivations: readonly Derivation[]): {readonly name: string; readonly bytes: Buffer; readonly refs: readonly BodyRef[]} | null => {
	if (derivations.length === 0) return null;
	const lines = derivations.map(each => {
		const body = bodyOf(each);
		const checked = checkBody(body);
		if ('wrong' in checked) throw bug(`The reading of article ${body.article} is malformed: ${checked.wrong}.`);
		return {article: body.article, bytes: Buffer.from(`${JSON.stringify(body)}\n`)};
	});
	const bytes = Buffer.concat(lines.map(line => line.bytes));
	const name = sha256(bytes);
	let offset = 0;
	const refs = lines.map(line => {
		const length = line.bytes.length - 1;
		const ref = {article: line.article, pack: name, offset, length, check: sha256(line.bytes.subarray(0, length)).slice(0, 16)};
		offset += line.bytes.length;
		return ref;
	});
	return {name, bytes, refs};
};

/** The library while a commit is applied: maps, so that ten thousand documents in one commit do not copy the lists ten thousand times. */
type Draft = {
	readonly documents: Map<DocumentId, StoredDocument>;
	readonly cards: Map<ArticleId, ArticleCard>;
	readonly ofDocument: Map<DocumentId, Set<ArticleId>>;
	readonly records: Map<string, ArticleId>;
	readonly bodies: Map<ArticleId, BodyRef>;
	readonly revisions: Revision[];
	/** Readings of this commit, still to be packed. */
	readonly fresh: Map<ArticleId, Derivation>;
	/** From minted to stored ids, for the grouping. */
	readonly renames: Map<ArticleId, ArticleId>;
};

const enter = (draft: Draft, card: ArticleCard): void => {
	draft.cards.set(card.id, card);
	const siblings = draft.ofDocument.get(card.document) ?? new Set();
	draft.ofDocument.set(card.document, siblings.add(card.id));
	const record = recordKey(card);
	if (record !== null && !draft.records.has(record)) draft.records.set(record, card.id);
};

const draftOf = (data: LibraryData): Draft => {
	const draft: Draft = {
		documents: new Map(data.documents.map(each => [each.document.id, each])),
		cards: new Map(), ofDocument: new Map(), records: new Map(),
		bodies: new Map(data.bodies.map(each => [each.article, each])),
		revisions: [...data.revisions], fresh: new Map(), renames: new Map(),
	};
	for (const card of data.articles) enter(draft, card);
	return draft;
};

/** The reading that a new one takes the place of stays findable. */
const retire = (draft: Draft, id: ArticleId): void => {
	const card = draft.cards.get(id);
	const ref = draft.bodies.get(id);
	if (card && ref) draft.revisions.push({...ref, document: card.document});
	if (card) draft.ofDocument.get(card.document)?.delete(id);
	draft.bodies.delete(id);
	draft.cards.delete(id);
};

/** One document into the library: which of its articles are known already, and under which id each is stored. */
const settle = (draft: Draft, incoming: DocumentImport): void => {
	const {document, removed, versions, revises} = incoming;
	const cards = incoming.derivations.map(cardOf);
	const old = [...draft.ofDocument.get(revises ?? '') ?? []].flatMap(id => draft.cards.get(id) ?? []);
	const carried = carriedOver(old, cards);
	const repeated = new Map<ArticleId, ArticleId>();
	for (const card of cards) {
		const first = draft.records.get(recordKey(card) ?? '');
		if (first !== undefined && !carried.has(card.id) && draft.cards.has(first)) repeated.set(card.id, first);
	}
	const renames = new Map([...carried, ...repeated]);
	for (const id of carried.values()) retire(draft, id);
	draft.documents.set(document.id, {document, removed, versions, revises});
	const kept = renameImport({...incoming, derivations: incoming.derivations.filter(each => !repeated.has(each.article.id))}, renames);
	for (const derivation of kept.derivations) {
		const card = cardOf(derivation);
		if (draft.cards.has(card.id)) throw bug(`Two articles have the id ${card.id}.`);
		enter(draft, card);
		draft.fresh.set(card.id, derivation);
	}
	for (const [from, to] of renames) draft.renames.set(from, to);
};

const verifyImport = ({document, bytes}: DocumentImport): void => {
	if (sha256(bytes) !== document.id || bytes.byteLength !== document.bytes) throw bug(`The bytes of ${document.path} are not those of document ${document.id}.`);
};

/**
 * Applies changes to a library's data without touching the disk. A document that is known already (by its bytes) adds nothing.
 * Throws a Problem where the result would contradict itself; then nothing is written.
 */
export const applyChanges = (before: LibraryData, changes: Changes): Applied => {
	const draft = draftOf(before);
	const documents: Array<{id: string; bytes: Uint8Array}> = [];
	for (const incoming of changes.imports ?? []) {
		if (draft.documents.has(incoming.document.id)) continue;
		verifyImport(incoming);
		documents.push({id: incoming.document.id, bytes: incoming.bytes});
		settle(draft, incoming);
	}
	const pack = packed([...draft.fresh.values()]);
	const data: LibraryData = {
		...before,
		documents: [...draft.documents.values()],
		articles: [...draft.cards.values()],
		bodies: [...draft.bodies.values(), ...pack?.refs ?? []],
		revisions: draft.revisions,
		...(changes.grouping ? renameGrouping(changes.grouping, draft.renames) : {}),
		log: extendLog(before.log, changes),
	};
	// What would not open again is not written in the first place.
	const checked = checkLibrary(data);
	if ('wrong' in checked) throw bug(`What came in is malformed: ${checked.wrong}.`);
	const conflict = contradiction(data);
	if (conflict !== null) throw bug(`What is wrong: ${conflict}.`);
	const regrouped = changes.grouping !== undefined && JSON.stringify([data.events, data.storylines]) !== JSON.stringify([before.events, before.storylines]);
	return {data, documents, pack, changed: documents.length > 0 || data.log.length > before.log.length || regrouped};
};
