import type {ArticleId} from '../model/article.ts';
import type {StoredCard} from './data.ts';
import {contentKey, type Draft} from './draft.ts';
import {withCard} from './identity.ts';

/** Whether a card tells nothing that the other does not: who published it, and when. Another outlet that carries the same words is an article of its own. */
const tellsNoMore = (card: StoredCard, known: StoredCard): boolean =>
	(card.outlet === null || card.outlet === known.outlet) && (card.published === null || card.published === known.published);

/** Two articles with the same words on one page are two places of the page; two records with the same words are one that came twice. */
const elsewhere = (card: StoredCard, known: StoredCard): boolean => known.document !== card.document || card.externalId !== null;

/** The stored article whose words a card brings once more; null where it is an article of its own. `parent`: the stored one, if that was found to be a repeat. */
const repeatOf = (draft: Draft, card: StoredCard, parent: ArticleId | null): ArticleId | null => {
	if (card.contentHash === '' || card.segmentCount === 0) return null;
	const whole = card.kind === 'article' || card.kind === 'live-blog';
	if (!whole && parent === null) return null;
	for (const id of draft.contents.get(contentKey(card, parent)) ?? []) {
		const known = draft.cards.get(id);
		if (!known || !elsewhere(card, known)) continue;
		const sameRecord = card.externalId !== null && known.externalIds.includes(card.externalId);
		if (sameRecord || parent !== null || tellsNoMore(card, known)) return id;
	}
	return null;
};

/** Takes a card in as another place of a stored article, if it is one. Live blogs come before their posts. Returns whether it was. */
export const addPlace = (draft: Draft, card: StoredCard): boolean => {
	const id = repeatOf(draft, card, card.parent === null ? null : draft.repeated.get(card.parent) ?? null);
	const known = id === null ? undefined : draft.cards.get(id);
	if (id === null || known === undefined) return false;
	const {document, path, startLine, endLine, externalId, url, contentHash} = card;
	draft.places.push({article: id, document, path, startLine, endLine, externalId, url, contentHash});
	draft.cards.set(id, {...known, externalIds: [...new Set([...known.externalIds, ...card.externalIds])]});
	const fresh = draft.fresh.get(id);
	if (fresh) draft.fresh.set(id, withCard(fresh, {externalIds: draft.cards.get(id)?.externalIds ?? []}));
	draft.repeated.set(card.id, id);
	draft.renames.set(card.id, id);
	return true;
};
