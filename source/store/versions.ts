import type {ArticleId} from '../model/article.ts';
import type {StoredCard} from './data.ts';
import type {Draft} from './draft.ts';
import {spaced, type Renames} from './identity.ts';

/** What readers add to an address on its way to them. */
const TRACKING = /[?&](?:utm_\w+|fbclid|gclid|cmpid|ref|ns_\w+)=[^&#]*/gi;

/** An address without what differs between copies of one page. Null for the front page of a site: another article stands there every hour. */
const addressOf = (url: string | null): string | null => {
	const [, host = '', rest = ''] = /^https?:\/\/(?:www\.|m\.|amp\.)?([^/?#]+)([^#]*)/i.exec(url ?? '') ?? [];
	const path = rest.replaceAll(TRACKING, '').replace(/\/+$/, '');
	return host === '' || path === '' ? null : host.toLowerCase() + path;
};

/** Only whole articles are known by an address: a teaser or a post has that of another page. */
const isWhole = ({kind, parent}: StoredCard): boolean => parent === null && (kind === 'article' || kind === 'live-blog');

/** What an article is known by wherever it comes from, surest first: its address; the importer's id, within its outlet, or its file where no outlet is named. */
const keysOf = (card: StoredCard): readonly string[] => {
	if (!isWhole(card)) return [];
	const address = addressOf(card.url);
	const source = card.outlet ?? (card.path === '-' ? null : card.path);
	return [...(address === null ? [] : [`url ${address}`]), ...(card.externalId === null || source === null ? [] : [`id ${card.externalId} ${source}`])];
};

/** A feed tells an article in two lines: so much shorter, it is no version of it. */
const EXTRACT = 1 / 3;

const sameDay = (left: StoredCard, right: StoredCard): boolean => left.published !== null && left.published.slice(0, 10) === right.published?.slice(0, 10);

/** Ids begin at 1 again in every table: an article known by its id alone has the headline, the day or the file of the one before. */
const isVersion = (card: StoredCard, known: StoredCard, key: string): boolean =>
	known.document !== card.document && card.segmentCount >= known.segmentCount * EXTRACT
	&& (key.startsWith('url ') || card.path === known.path || sameDay(card, known) || (card.headline !== null && spaced(card.headline) === spaced(known.headline)));

const only = <Item>(items: Iterable<Item>): Item | null => {
	const [first, ...others] = items;
	return first === undefined || others.length > 0 ? null : first;
};

/** The articles of a draft by what they are known by; made once somebody asks, since most imports name neither. */
const knownIn = (draft: Draft): Map<string, Set<ArticleId>> => {
	if (draft.known !== null) return draft.known;
	draft.known = new Map();
	for (const card of draft.cards.values()) makeKnown(draft, card);
	return draft.known;
};

/** Takes down what an article of a draft is known by, where that is asked for. */
export const makeKnown = ({known}: Draft, card: StoredCard): void => {
	if (known !== null) for (const key of keysOf(card)) known.set(key, (known.get(key) ?? new Set()).add(card.id));
};

/** It is in the draft no longer. */
export const makeUnknown = ({known}: Draft, card: StoredCard): void => {
	if (known !== null) for (const key of keysOf(card)) known.get(key)?.delete(card.id);
};

/**
 * Which articles of a new document are new versions of stored ones, though it lies elsewhere. Two that are known by the same thing are
 * told apart by nothing: then none is.
 */
export const newVersions = (draft: Draft, incoming: readonly StoredCard[]): Renames => {
	const renames = new Map<ArticleId, ArticleId>();
	const taken = new Set<ArticleId>();
	const wanted = Map.groupBy(incoming.flatMap(card => keysOf(card).map(key => ({key, card}))), ({key}) => key);
	if (wanted.size === 0) return renames;
	const known = knownIn(draft);
	// By address first: an id is only as good as the table it comes from.
	for (const [key, cards] of [...wanted].sort(([a], [b]) => Number(b.startsWith('url ')) - Number(a.startsWith('url ')))) {
		const fresh = only(cards)?.card;
		const before = draft.cards.get(only(known.get(key) ?? []) ?? '');
		if (!fresh || !before || renames.has(fresh.id) || taken.has(before.id) || !isVersion(fresh, before, key)) continue;
		renames.set(fresh.id, before.id);
		taken.add(before.id);
	}
	return renames;
};
