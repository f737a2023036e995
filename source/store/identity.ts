import type {ArticleCard, ArticleId} from '../model/article.ts';
import type {Grouping} from '../model/event.ts';
import type {Derivation, Told} from '../model/library.ts';
import type {StoredCard} from './data.ts';

/** From the id an article was minted with to the one it is stored under. */
export type Renames = ReadonlyMap<ArticleId, ArticleId>;

type Key = (card: StoredCard) => string | null;
/** Words as they are compared: in small letters, one blank between them. */
export const spaced = (text: string | null): string | null => text === null ? null : text.replaceAll(/\s+/gu, ' ').trim().toLowerCase();
const stated = (key: string | null, value: string | null): string | null => value === null || value === '' ? null : `${key ?? ''} ${value}`;

/**
 * What makes an article of a new version the same as one of the old, surest first.
 * All but the content must be unique on both sides: twenty posts may be headed "Update".
 */
const keys: ReadonlyArray<{readonly key: Key; readonly unique: boolean}> = [
	{key: card => card.contentHash === '' ? null : card.contentHash, unique: false},
	{key: card => stated('id', card.externalId), unique: true},
	{key: card => stated(card.kind, card.url), unique: true},
	{key: card => stated(card.kind, spaced(card.headline)), unique: true},
	// A post without a headline is known by its minute.
	{key: card => card.kind === 'post' && card.published?.includes('T') ? card.published : null, unique: true},
];

const onlyArticle = (cards: readonly StoredCard[]): StoredCard | null => {
	const top = cards.filter(card => card.kind === 'article' || card.kind === 'live-blog');
	return top.length === 1 ? top[0] ?? null : null;
};

const byKey = (cards: readonly StoredCard[], key: Key): Map<string, StoredCard[]> => {
	const groups = new Map<string, StoredCard[]>();
	for (const card of cards) {
		const value = key(card);
		if (value === null) continue;
		const group = groups.get(value);
		if (group) group.push(card);
		else groups.set(value, [card]);
	}
	return groups;
};

/** Which articles of a new version of a document are articles of the old one: they keep the old id. */
export const carriedOver = (old: readonly StoredCard[], incoming: readonly StoredCard[]): Renames => {
	const renames = new Map<ArticleId, ArticleId>();
	const taken = new Set<ArticleId>();
	for (const {key, unique} of keys) {
		const known = byKey(old, key);
		for (const [value, fresh] of byKey(incoming, key)) {
			const candidates = known.get(value) ?? [];
			if (unique && (candidates.length !== 1 || fresh.length !== 1)) continue;
			const free = candidates.filter(card => !taken.has(card.id));
			for (const [index, card] of fresh.filter(each => !renames.has(each.id)).entries()) {
				const match = free[index];
				if (match === undefined) break;
				renames.set(card.id, match.id);
				taken.add(match.id);
			}
		}
	}
	// A page with one article is about that article, whatever became of its headline.
	const [before, after] = [onlyArticle(old), onlyArticle(incoming)];
	if (before && after && !taken.has(before.id) && !renames.has(after.id)) renames.set(after.id, before.id);
	return renames;
};

/** Facts are often named after their article; the name goes along. */
const follow = (id: string, from: ArticleId, to: ArticleId): string => id.startsWith(from) ? to + id.slice(from.length) : id;

type Facts = Pick<Derivation, 'figures' | 'quotes'>;
const factsUnder = ({figures, quotes}: Facts, from: ArticleId, to: ArticleId): Facts => ({
	figures: figures.map(figure => ({...figure, article: to, id: follow(figure.id, from, to)})),
	quotes: quotes.map(quote => ({...quote, article: to, id: follow(quote.id, from, to)})),
});

/** A reading with some fields of its card otherwise. */
export const withCard = (told: Told, fields: Partial<ArticleCard>): Told =>
	'words' in told ? {...told, article: {...told.article, ...fields}} : {...told, article: {...told.article, ...fields}};

/** A reading under the ids its article and its parent are stored under. */
export const renameDerivation = (told: Told, renames: Renames): Told => {
	const {id: from, parent: before} = told.article;
	const to = renames.get(from) ?? from;
	const parent = before === null ? null : renames.get(before) ?? before;
	if ('words' in told) {
		if (to === from && parent === before) return told;
		const moved = {...told, article: {...told.article, id: to, parent}};
		return to === from ? moved : {...moved, lies: null, words: () => {
			const words = told.words();
			return {...words, ...factsUnder(words, from, to)};
		}};
	}

	const {article, figures, quotes} = told;
	// As it came: the figures of a large import are not held twice.
	if (to === from && parent === before && figures.every(each => each.article === to) && quotes.every(each => each.article === to)) return told;
	return {article: {...article, id: to, parent}, ...factsUnder(told, from, to)};
};

/** A grouping made of minted ids, in stored ids. An article stays in the first event that holds it; an event that loses all is gone. */
export const renameGrouping = ({events, storylines}: Grouping, renames: Renames): Grouping => {
	if (renames.size === 0) return {events, storylines};
	const placed = new Set<ArticleId>();
	const settled = events.map(event => {
		const articles = [...new Set(event.articles.map(id => renames.get(id) ?? id))].filter(id => !placed.has(id));
		for (const id of articles) placed.add(id);
		const why = event.why.map(each => ({...each, article: renames.get(each.article) ?? each.article})).filter(each => articles.includes(each.article));
		return {...event, articles, why};
	}).filter(event => event.articles.length > 0);
	const left = new Set(settled.map(event => event.id));
	return {events: settled, storylines: storylines.map(line => ({...line, events: line.events.filter(id => left.has(id))})).filter(line => line.events.length > 0)};
};
