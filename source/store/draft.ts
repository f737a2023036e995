import type {Article, ArticleCard, ArticleId} from '../model/article.ts';
import type {DocumentId} from '../model/document.ts';
import type {Told} from '../model/library.ts';
import type {LogEntry} from '../model/override.ts';
import {makeKnown, makeUnknown} from './versions.ts';
import type {BodyRef, LibraryData, Revision, StoredCard, StoredDocument, StoredPlace, Tombstone} from './data.ts';

/** The library while a commit is applied: maps, so that ten thousand documents in one commit do not copy the lists ten thousand times. */
export type Draft = {
	readonly documents: Map<DocumentId, StoredDocument>;
	readonly cards: Map<ArticleId, StoredCard>;
	readonly ofDocument: Map<DocumentId, Set<ArticleId>>;
	/** Articles by what they say (see `contentKey`), for the same content that comes in elsewhere. */
	readonly contents: Map<string, Set<ArticleId>>;
	readonly bodies: Map<ArticleId, BodyRef>;
	readonly revisions: Revision[];
	readonly tombstones: Map<ArticleId, Tombstone>;
	places: StoredPlace[];
	/** As it will be after the commit. */
	readonly log: readonly LogEntry[];
	/** Readings of this commit, still to be packed; and those of them that a later document of it has a newer version of. */
	readonly fresh: Map<ArticleId, Told>;
	readonly outdated: Told[];
	/** From minted to stored ids, for the grouping. */
	readonly renames: Map<ArticleId, ArticleId>;
	/** From minted ids to the stored articles that say the same. */
	readonly repeated: Map<ArticleId, ArticleId>;
	/** From minted ids to the stored articles that they are new versions of. */
	readonly revised: Map<ArticleId, ArticleId>;
	/** Articles by their addresses and importers' ids (versions.ts); null until somebody asks. */
	known: Map<string, Set<ArticleId>> | null;
};

/** A card without what people marked. */
export const cardOf = ({article}: {readonly article: ArticleCard & Partial<Article>}): StoredCard => {
	const {headlineSegment: _headline, standfirstSegment: _standfirst, segments: _segments, removed: _removed, starred: _starred, reviewed: _reviewed, note: _note, ...card} = article;
	return card;
};

/** Articles that could be one: the same kind, words and parent. */
export const contentKey = (card: StoredCard, parent = card.parent): string => [card.kind, card.contentHash, parent ?? ''].join(' ');

const addTo = <Value>(map: Map<string, Set<Value>>, key: string, value: Value): void => {
	map.set(key, (map.get(key) ?? new Set()).add(value));
};

/** Puts an article into the draft. */
export const enter = (draft: Draft, card: StoredCard): void => {
	draft.cards.set(card.id, card);
	addTo(draft.ofDocument, card.document, card.id);
	addTo(draft.contents, contentKey(card), card.id);
	makeKnown(draft, card);
};

/** Takes an article out of the draft; returns what was there. Null also where its words are lost: while a library is repaired. */
export const leave = (draft: Draft, id: ArticleId): Tombstone | null => {
	const [card, body] = [draft.cards.get(id), draft.bodies.get(id)];
	if (!card) return null;
	draft.ofDocument.get(card.document)?.delete(id);
	draft.contents.get(contentKey(card))?.delete(id);
	makeUnknown(draft, card);
	draft.bodies.delete(id);
	draft.cards.delete(id);
	return body ? {card, body} : null;
};

/** The reading that a new one takes the place of stays findable. */
export const retire = (draft: Draft, id: ArticleId): void => {
	const [fresh, left] = [draft.fresh.get(id), leave(draft, id)];
	if (left) draft.revisions.push({...left.body, document: left.card.document, card: left.card});
	else if (fresh) draft.outdated.push(fresh);
};

/** The stored articles of a document, in the order of its lines. */
export const articlesIn = (draft: Draft, document: DocumentId | null): readonly StoredCard[] =>
	[...draft.ofDocument.get(document ?? '') ?? []].flatMap(id => draft.cards.get(id) ?? []);

/** A library as a draft. */
export const draftOf = (data: LibraryData, log: readonly LogEntry[]): Draft => {
	const draft: Draft = {
		documents: new Map(data.documents.map(each => [each.document.id, each])),
		cards: new Map(), ofDocument: new Map(), contents: new Map(),
		bodies: new Map(data.bodies.map(each => [each.article, each])),
		revisions: [...data.revisions], tombstones: new Map(data.tombstones.map(each => [each.card.id, each])), places: [...data.places],
		log, fresh: new Map(), outdated: [], renames: new Map(), repeated: new Map(), revised: new Map(), known: null,
	};
	for (const card of data.articles) enter(draft, card);
	return draft;
};
