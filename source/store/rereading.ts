import type {Article, ArticleId} from '../model/article.ts';
import type {Rereading, Told} from '../model/library.ts';
import {shortId} from '../text/hash.ts';
import type {Body, StoredCard} from './data.ts';
import {articlesIn, cardOf, enter, leave, retire, type Draft} from './draft.ts';
import {renameDerivation, withCard} from './identity.ts';
import {sequencesOf} from './overrides.ts';
import {bodyLine} from './pack-bodies.ts';
import {addPlace} from './repeats.ts';

/** The raw lines an article's words stand in. Records are one line each. */
const linesOf = ({headlineSegment, standfirstSegment, segments}: Pick<Article, 'headlineSegment' | 'standfirstSegment' | 'segments'>): ReadonlySet<number> =>
	new Set([headlineSegment, standfirstSegment, ...segments].flatMap(segment => segment === null ? [] : segment.pieces.length > 0 ? segment.pieces.map(piece => piece.line) : [segment.startLine]));

/** Where the words themselves cannot be read any more, the card still tells from where to where they stood. */
const linesBetween = ({startLine, endLine}: StoredCard): ReadonlySet<number> => new Set(Array.from({length: endLine - startLine + 1}, (_, index) => startLine + index));

/** An article keeps its id where at least this share of its lines is still its own. */
const OWN = 0.5;

type Held = {readonly id: ArticleId; readonly lines: ReadonlySet<number>};

/** Which of the new articles are old ones: the largest share of lines first; on a tie the one minted alike, then the one that stands first. */
const keptByLines = (old: readonly Held[], incoming: readonly Held[]): ReadonlyMap<ArticleId, ArticleId> => {
	const pairs = old.flatMap(before => incoming.map(after => {
		const shared = [...before.lines].filter(line => after.lines.has(line)).length;
		return {before: before.id, after: after.id, shared, own: shared / before.lines.size};
	})).filter(pair => pair.own >= OWN);
	const kept = new Map<ArticleId, ArticleId>();
	const taken = new Set<ArticleId>();
	for (const {before, after} of pairs.sort((left, right) => right.shared - left.shared || Number(right.before === right.after) - Number(left.before === left.after))) {
		if (taken.has(before) || kept.has(after)) continue;
		kept.set(after, before);
		taken.add(before);
	}
	return kept;
};

/** An article whose words are the same is the same, in whatever lines they are counted: a saved page was once counted by the lines of its file. */
const keptByWords = (old: readonly StoredCard[], incoming: readonly Pick<Article, 'id' | 'contentHash'>[]): ReadonlyMap<ArticleId, ArticleId> => {
	const [before, after] = [Map.groupBy(old, ({contentHash}) => contentHash), Map.groupBy(incoming, ({contentHash}) => contentHash)];
	return new Map([...after].flatMap(([hash, [fresh, ...others]]) => {
		const known = before.get(hash) ?? [];
		return fresh === undefined || others.length > 0 || known.length !== 1 || known[0] === undefined ? [] : [[fresh.id, known[0].id] as const];
	}));
};

/** The articles of a document of which a newer version came in elsewhere: its old words are not read into the library again. */
const outdatedIn = (draft: Draft, document: string, incoming: readonly Held[]): ReadonlySet<ArticleId> => {
	const elsewhere = draft.revisions.flatMap(({article, document: of, card}): Held[] =>
		of === document && card !== null && (draft.cards.get(article)?.document ?? document) !== document ? [{id: article, lines: linesBetween(card)}] : []);
	return new Set(keptByLines(elsewhere, incoming).keys());
};

/** An id that no article has or had: the minted one, if it is free. */
const freeId = (draft: Draft, minted: ArticleId): ArticleId => {
	const used = new Set([...draft.cards.keys(), ...draft.tombstones.keys(), ...draft.revisions.map(each => each.article)]);
	for (let count = 1, id = minted; ; count++) {
		if (!used.has(id)) return id;
		id = shortId('a', minted, String(count));
	}
};

const isSame = (draft: Draft, derivation: Told): boolean => {
	const {id} = derivation.article;
	const [line, ref] = [bodyLine(derivation), draft.bodies.get(id)];
	return ref?.check === line.check && ref.length === line.length && JSON.stringify(draft.cards.get(id)) === JSON.stringify(cardOf(derivation));
};

/**
 * Puts new readings of a known document in the place of the old ones. `bodies`: of its articles and tombstones, as far as they can be read.
 * A tombstone whose lines are an article again is that article again.
 */
export const readAnew = (draft: Draft, reading: Rereading, bodies: ReadonlyMap<ArticleId, Body>): void => {
	const known = draft.documents.get(reading.document);
	if (known === undefined) return;
	const held = (card: StoredCard): Held => {
		const body = bodies.get(card.id);
		const lines = body === undefined ? linesBetween(card) : linesOf(body);
		return {id: card.id, lines: lines.size === 0 ? linesBetween(card) : lines};
	};
	draft.places = draft.places.filter(place => place.document !== reading.document);
	const incoming = reading.derivations.map(({article}) => ({id: article.id, lines: linesOf(article)}));
	const old = articlesIn(draft, reading.document);
	const kept = new Map(keptByWords(old, reading.derivations.map(({article}) => article)));
	const same = new Set(kept.values());
	for (const [after, before] of keptByLines(old.filter(({id}) => !same.has(id)).map(held), incoming.filter(({id}) => !kept.has(id)))) kept.set(after, before);
	const graves = [...draft.tombstones.values()].filter(({card}) => card.document === reading.document).map(({card}) => held(card));
	for (const [after, before] of keptByLines(graves, incoming.filter(({id}) => !kept.has(id)))) kept.set(after, before);

	const outdated = outdatedIn(draft, reading.document, incoming.filter(({id}) => !kept.has(id)));
	const stays = new Set(kept.values());
	for (const {id} of old.filter(card => !stays.has(card.id))) {
		const left = leave(draft, id);
		if (left) draft.tombstones.set(id, left);
	}
	const renames = new Map<ArticleId, ArticleId>(kept);
	const arriving: Told[] = [];
	for (const derivation of reading.derivations) {
		const {id} = derivation.article;
		if (outdated.has(id)) continue;
		if (!renames.has(id)) {
			const parent = derivation.article.parent;
			if (addPlace(draft, {...cardOf(derivation), parent: parent === null ? null : renames.get(parent) ?? parent})) {
				renames.set(id, draft.renames.get(id) ?? id);
				continue;
			}
			renames.set(id, stays.has(id) || draft.cards.has(id) || draft.tombstones.has(id) ? freeId(draft, id) : id);
		}
		arriving.push(derivation);
	}
	for (const derivation of arriving.map(each => renameDerivation(each, renames))) {
		const {id} = derivation.article;
		const externalIds = [...new Set([...derivation.article.externalIds, ...draft.places.flatMap(place => place.article === id ? place.externalId ?? [] : [])])];
		const settled = withCard(derivation, {externalIds});
		if (isSame(draft, settled)) continue;
		retire(draft, id);
		const grave = draft.tombstones.get(id);
		if (grave) draft.revisions.push({...grave.body, document: reading.document, card: grave.card});
		draft.tombstones.delete(id);
		enter(draft, cardOf(settled));
		draft.fresh.set(id, settled);
	}
	// An id that only the minting gave is renamed for the grouping; one that an article has in the library means that article.
	for (const [from, to] of renames) if (from !== to) draft.renames.set(from, to);
	draft.documents.set(reading.document, {...known, removed: reading.removed, versions: reading.versions, unplaced: sequencesOf(draft.log, reading.unplaced ?? [])});
};
