import type {ArticleCard, ArticleId} from '../model/article.ts';
import type {KeptFiles} from '../model/effects.ts';
import {allCards, type Derivation, type Library} from '../model/library.ts';
import {sha256} from '../text/hash.ts';
import type {Sort} from './fields.ts';
import {loadIndex, saveIndex} from './index-cache.ts';
import {joined, type Finder} from './matches.ts';
import {meantOtherwise} from './meant.ts';
import {literalWords} from './pattern-words.ts';
import type {Query} from './query.ts';
import type {SavedSearches} from './reading.ts';
import {ask, emptyIndex, printsOf, withArticles, withoutArticles, type Asked, type SearchIndex} from './search-index.ts';
import {articlesInGroups, finderOf, patternsOf, patternTest, queryOf, soughtBy, textsOf, toHit, type NamedGroup, type SearchAnswer, type SearchEntry, type SearchHit, type SearchOptions} from './search.ts';

/** How a library is asked. `snippets`: for so many of the first hits their texts are read (default: all). */
export type LibrarySearchOptions = SearchOptions & {
	readonly snippets?: number;
	/** Counts instead of the query's own. */
	readonly sort?: Sort;
	/** Told while articles that the index does not know yet are read. */
	readonly progress?: (done: number, all: number) => void;
};

/** Values that a field can have here, most common first. */
export type FieldValues = {readonly outlet: readonly string[]; readonly tag: readonly string[]; readonly event: readonly string[]; readonly figure: readonly string[]; readonly saved: readonly string[]; readonly date: readonly string[]};

/** Search over a library, through an index that follows it. */
export type LibrarySearch = {
	/** A refused pattern throws a Problem (exit "usage") in the mode "regex"; what else is wrong with a query is told in the answer. */
	search(query: string, options?: LibrarySearchOptions): Promise<SearchAnswer>;
	values(): Promise<FieldValues>;
	/** Whether there is an index from which the next search can go on; it need not know the newest articles. Where nothing is kept, or nothing is worth it, there always is. */
	isKept(): Promise<boolean>;
};

type Readable = Pick<Library, 'state' | 'prints' | 'articles' | 'read' | 'events' | 'storylines' | 'searches'>;
/** Bodies held at once while the index is made or a pattern is tried. */
const CHUNK = 1000;
/** The index of a smaller library is made as soon as it is found. */
const WORTH_KEEPING = 20;

const chunked = <T>(items: readonly T[]): T[][] => Array.from({length: Math.ceil(items.length / CHUNK)}, (_, at) => items.slice(at * CHUNK, (at + 1) * CHUNK));

const entryOf = ({article, figures, quotes}: Derivation, print: string): SearchEntry =>
	({card: article, text: article.segments.map(segment => segment.text).join('\n'), figures, quotes, print});

type Loaded = {readonly key: string; readonly index: SearchIndex; readonly cards: ReadonlyMap<ArticleId, ArticleCard>; readonly groups: readonly NamedGroup[]; readonly saved: SavedSearches};

const groupsOf = async (library: Readable): Promise<NamedGroup[]> => {
	const [events, storylines] = await Promise.all([library.events(), library.storylines()]);
	const articles = new Map(events.map(event => [event.id, event.articles]));
	return [...events, ...storylines.map(({id, label, events: ids}) => ({id, label, articles: ids.flatMap(event => articles.get(event) ?? [])}))];
};

/** Brings an index to what the library holds now: only what is new or changed is read. */
const follow = async (library: Readable, index: SearchIndex, cards: readonly ArticleCard[], progress: LibrarySearchOptions['progress']): Promise<SearchIndex> => {
	const bodies = await library.prints();
	const prints = new Map(cards.map(card => [card.id, sha256(JSON.stringify([card, bodies.get(card.id) ?? ''])).slice(0, 16)]));
	const known = printsOf(index);
	const gone = new Set([...known.keys()].filter(id => !prints.has(id)));
	const fresh = cards.filter(card => known.get(card.id) !== prints.get(card.id)).map(card => card.id);
	let grown = withoutArticles(index, gone);
	for (const [at, ids] of chunked(fresh).entries()) {
		progress?.(at * CHUNK, fresh.length);
		grown = withArticles(grown, (await library.read(ids)).map(derivation => entryOf(derivation, prints.get(derivation.article.id) ?? '')));
	}

	return grown;
};

/** Articles that each pattern of a query matches, tried only on those that the rest of the query leaves and that have its letters. */
const tryPatterns = async (library: Readable, query: Query, {index, cards}: Loaded, asked: Asked): Promise<ReadonlyMap<string, ReadonlySet<ArticleId>>> => {
	const found = new Map<string, Set<ArticleId>>();
	for (const source of patternsOf(query)) {
		const matches = patternTest(source);
		const matched = new Set<ArticleId>();
		const possible = literalWords(index, source);
		const open = ask(index, query, {...asked, limit: cards.size}).hits.map(({article}) => article).filter(id => possible === null || possible.has(id));
		for (const ids of chunked(open)) {
			for (const derivation of await library.read(ids)) if (matches(textsOf(entryOf(derivation, '')))) matched.add(derivation.article.id);
		}

		found.set(source, matched);
	}

	return found;
};

const hitsOf = async (library: Readable, ranked: ReadonlyArray<{readonly article: ArticleId; readonly score: number}>, cards: Loaded['cards'], find: Finder, snippets: number): Promise<SearchHit[]> => {
	const hits: SearchHit[] = [];
	for (const chunk of chunked(ranked.slice(0, snippets))) {
		const read = new Map((await library.read(chunk.map(({article}) => article))).map(derivation => [derivation.article.id, entryOf(derivation, '')]));
		for (const {article, score} of chunk) {
			const entry = read.get(article);
			if (entry !== undefined) hits.push(toHit(entry, score, find));
		}
	}

	const others = ranked.slice(snippets).map(({article, score}) => ({article, score, headlineMatches: joined(find(cards.get(article)?.headline ?? '')), snippet: null}));
	return [...hits, ...others];
};

const byCount = (names: Iterable<string | null>): string[] => {
	const counts = new Map<string, number>();
	for (const name of names) if (name !== null && name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
	return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
};

/** Makes a library searchable. The index is kept in `cache` where there is one; `cards`: for whoever has them at hand. */
export const createLibrarySearch = ({library, cache = null, cards = async () => allCards(library)}: {readonly library: Readable; readonly cache?: KeptFiles | null; readonly cards?: () => Promise<readonly ArticleCard[]>}): LibrarySearch => {
	let loaded: Loaded | null = null;
	let turn: Promise<Loaded> | null = null;
	/** As it was found in the cache, until it is taken over. */
	let found: Awaited<ReturnType<typeof loadIndex>> = null;

	const load = async (progress: LibrarySearchOptions['progress']): Promise<Loaded> => {
		const key = await library.state();
		if (loaded?.key === key) return loaded;
		const all = await cards();
		const place = all.length < WORTH_KEEPING ? null : cache;
		const kept = loaded ?? found ?? (place === null ? null : await loadIndex(place));
		found = null;
		let index = kept?.index ?? emptyIndex;
		if (kept?.key !== key) {
			index = await follow(library, index, all, progress);
			// A cache that cannot be written is only slower the next time.
			if (place !== null) await saveIndex(place, key, index).catch(() => {});
		}

		loaded = {key, index, cards: new Map(all.map(card => [card.id, card])), groups: await groupsOf(library), saved: await library.searches()};
		return loaded;
	};

	const current = async (progress: LibrarySearchOptions['progress']): Promise<Loaded> => turn ??= load(progress).finally(() => {
		turn = null;
	});

	return {
		async search(text, {limit, mode = 'fuzzy', within = null, snippets = Number.POSITIVE_INFINITY, sort, progress} = {}) {
			// A refused pattern is told before a large library is read.
			const pattern = mode === 'regex' ? queryOf(text, mode) : null;
			const now = await current(progress);
			const read = pattern ?? queryOf(text, mode, now.saved);
			const query = sort === undefined ? read : {...read, sort};
			const asked: Asked = {
				limit: limit ?? now.cards.size, exact: mode === 'exact', within: within === null ? null : new Set(within), titles: id => now.cards.get(id),
				matched: () => null, inEvent: (words, typed) => articlesInGroups(now.groups, words, typed),
			};
			const patterns = await tryPatterns(library, query, now, asked);
			const {hits, total, readAs, notes, wanted} = ask(now.index, query, {...asked, matched: source => patterns.get(source) ?? null});
			const meant = total === 0 && query.problem === null && mode === 'fuzzy' ? meantOtherwise(text) : null;
			const sought = soughtBy(query, wanted);
			return {sought, hits: await hitsOf(library, hits, now.cards, finderOf(sought), snippets), total, readAs, notes: meant === null ? notes : [meant, ...notes], problem: query.problem};
		},
		async isKept() {
			if (cache === null || loaded !== null || turn !== null || (await cards()).length < WORTH_KEEPING) return true;
			found ??= await loadIndex(cache);
			return found !== null;
		},
		async values() {
			const now = await current(undefined);
			const all = [...now.cards.values()];
			return {
				outlet: byCount(all.map(card => card.outlet)), tag: byCount(all.flatMap(card => card.tags)), event: now.groups.map(({label}) => label),
				figure: [...new Set(now.index.members.flatMap(({shard}) => shard.measures))].filter(name => name !== '').sort(),
				saved: [...now.saved.keys()],
				date: [...new Set(all.flatMap(card => card.published?.slice(0, 7) ?? []))].sort().reverse(),
			};
		},
	};
};
